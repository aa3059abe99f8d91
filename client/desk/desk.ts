/** What a page on which people work is to each of its forms. */
import type { Entry, Kept } from '../logic/kept.ts';
import type { Say } from './words.ts';

export interface Desk {
  person: string;
  place: string;
  tab: string;
  say: Say;
  /** Signing in: nothing that is typed there is kept. */
  isSecret: boolean;
  /** What is kept of this person. */
  kept(): readonly Kept[];
  /**
   * Shows the page that came back in the place of this one; its form goes on with what was kept. Answers what it is: the
   * same form, or a page without it. With `isForm`, nothing but the form will do. `later`: typed since it was sent.
   */
  show(
    html: string,
    kept: Kept,
    isForm: boolean,
    later: readonly Entry[],
  ): Promise<'form' | 'page' | undefined>;
  leave(location: string): void;
  /** Over when another page takes the place of this one. */
  readonly signal: AbortSignal;
  /** The browser is on its way to the next page. */
  isLeaving(): boolean;
  /** Is it all right to send this one? */
  mayLeave(form: HTMLFormElement): boolean;
  /** What a form that was taken means beyond itself. */
  taken(form: HTMLFormElement): Promise<void>;
}
