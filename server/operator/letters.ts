/** The letters that operators' work makes necessary; their words are with the pages. */
import type { ClaimLetter } from '../claims/letters.ts';
import type { HidingLetter } from './hide.ts';
import type { MergeLetter } from './merge.ts';
import type { MergerLetter } from './merger.ts';

export interface OperatorLetters {
  claim: ClaimLetter;
  hiding: HidingLetter;
  merge: MergeLetter;
  merger: MergerLetter;
}
