/** What a page says of a failure, by its status. The API's own sentence is shown too where it may say more. */
import type { Language } from '../language/language.ts';

export interface FailureText {
  title: string;
  text: string;
  /** The API knows what exactly was wrong with the question; of its own faults it tells no more than the page does. */
  saysMore: boolean;
}

interface Failure {
  status: number;
  detail?: string;
}

/** Where a place is, when this is the address of a page about it. */
export const placeIn = (path: string): string | undefined => /^\/venues\/[^/?]*\d/.exec(path)?.[0];

export function failureText({ t }: Language, { status, detail }: Failure, path: string): FailureText {
  if (status === 403 && detail === undefined)
    return {
      title: t(placeIn(path) ? 'error.title403Place' : 'error.title403'),
      text: t('error.text403'),
      saysMore: false,
    };
  if (status === 404) return { title: t('error.title404'), text: t('error.text404'), saysMore: false };
  if (status === 429) return { title: t('error.title429'), text: t('error.text429'), saysMore: false };
  if (status === 503) return { title: t('error.title503'), text: t('error.text503'), saysMore: false };
  if (status >= 500) return { title: t('error.title500'), text: t('error.text500'), saysMore: false };
  if (status === 400) return { title: t('error.title400'), text: t('error.text400'), saysMore: true };
  return { title: t('error.titleOther'), text: t('error.textOther'), saysMore: true };
}
