/** The letters that corrections make necessary; their words are with the pages. */

export interface Written {
  subject: string;
  text: string;
}

interface Place {
  id: number;
  slug: string;
  name: string;
}

export interface CorrectionLetters {
  /** What came of a suggestion, for whoever made it; in their language. */
  answered(
    told: { venue: Place; outcome: 'accepted' | 'declined'; reason?: string },
    locale: string | undefined,
  ): Written;
  /** That suggestions wait, for those who look after the places. */
  waiting(
    told: { places: (Place & { waiting: number })[]; stop: string },
    locale: string | undefined,
  ): Written;
}
