/** The letter that reminds; its words are with the pages. */

export interface RemindedPlace {
  id: number;
  slug: string;
  name: string;
  /** How many of its facts are getting old. */
  old: number;
}

export type ReminderLetter = (
  told: { places: RemindedPlace[]; confirm: string; stop: string; days: number },
  locale: string | undefined,
) => { subject: string; text: string };
