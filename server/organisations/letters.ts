/** What letters about organisations tell; their words are with the pages. */

export interface OrganisationTold {
  organisation: string;
  /** The other group, when a venue is handed on. */
  other?: string;
  venue?: { id: number; slug: string; name: string };
  role?: 'steward' | 'editor';
  /** Where the reader can do something about it: a path. */
  path: string;
}

export type OrganisationEvent = 'invited' | 'offered' | 'handedOn' | 'declined' | 'dissolved';

export type OrganisationLetter = (
  event: OrganisationEvent,
  told: OrganisationTold,
) => { subject: string; text: string };
