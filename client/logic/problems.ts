/** What went wrong, in the language of the page. The API says its faults in English, for the people who program it. */
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import type { PageProblem } from '../pages/data.ts';
import { parameters } from './query.ts';

/** The fields of the form in which a parameter can be asked anew. */
export const fieldIds: Record<string, string> = {
  q: 'q',
  people: 'people',
  layout: 'layout',
  openAt: 'openDay',
  within: 'within',
  radius: 'radius',
  sort: 'sort',
};

const asked: readonly string[] = parameters;

function faultSentence({ t }: Language, { parameter = '', detail }: { parameter?: string; detail: string }) {
  if (parameter === '') return detail;
  return asked.includes(parameter)
    ? t(`search.error_${parameter}` as MessageKey)
    : t('search.error_other', { parameter });
}

/** A question that the API refuses: each fault once, by parameter. */
export function inWords(language: Language, problem: PageProblem): PageProblem {
  if (!problem.errors?.length) return problem;
  const errors = new Map(
    problem.errors.map((error) => {
      const detail = faultSentence(language, error);
      return [detail, { ...error, detail }];
    }),
  );
  return {
    title: language.t('search.errorTitle'),
    detail: [...errors.keys()].join(' '),
    errors: [...errors.values()],
  };
}

/** A request that failed: `status` 0 is a network that is gone. What an English server says is kept in English. */
export function failureInWords(
  language: Language,
  status: number,
  problem?: Partial<PageProblem>,
): PageProblem {
  const { t, locale } = language;
  if (status === 0) return { title: t('search.offlineTitle'), detail: t('search.offline') };
  const { title, detail, errors } = problem ?? {};
  if (errors?.length) return inWords(language, { title: '', detail: '', errors });
  const own = locale === 'en' && title && detail;
  return own ? { title, detail } : { title: t('search.failedTitle'), detail: t('search.failed') };
}
