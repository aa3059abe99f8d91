/** What letters about enquiries tell; their words are with the pages. */
import type { EnquiryAnswer } from './schema.ts';

export type EnquiryEvent = 'sent' | 'withdrawn' | 'answered';

export interface EnquiryTold {
  /** Of those who ask. */
  from: string;
  /** Of the group that is asked. */
  holder: string;
  venue: string;
  service: string;
  /** Where it is read and answered. */
  path: string;
  answer?: EnquiryAnswer;
}

/** Writes a letter in the language that its reader last signed in with, where that is known. */
export type EnquiryLetter = (
  event: EnquiryEvent,
  told: EnquiryTold,
  locale?: string,
) => { subject: string; text: string };

/** What a draft says to begin with, from what the plan knows of the site. */
export type DraftWords = (site: {
  venue: string;
  /** That is nearest to it, as the plan counts. */
  weight: number;
  /** What the plan counts. */
  counted: string;
}) => string;

export interface EnquiryWords {
  letter: (publicUrl: string) => EnquiryLetter;
  /** What a draft says that a program has made. */
  draft: DraftWords;
}
