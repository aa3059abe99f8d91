/** What a page of still-true says of what was just done, as its address tells it. */
import { type Static, Type } from '@sinclair/typebox';
import type { Language } from '../../client/language/language.ts';
import type { StillTruePageData } from '../../client/pages/data.ts';

const Word = Type.Optional(Type.String({ maxLength: 80 }));
const Digits = Type.Optional(Type.String({ pattern: '^\\d{1,9}$' }));

export const Query = Type.Object(
  {
    ...{ change: Word, all: Word, how: Word },
    ...{ done: Word, topic: Word, before: Word, count: Digits, left: Digits, undo: Digits },
  },
  { additionalProperties: true },
);

export function whatWasDone(
  t: Language['t'],
  query: Static<typeof Query>,
  slug: string,
): StillTruePageData['done'] | undefined {
  const said = {
    still: t('still.done_still', { count: Number(query.count ?? 1) }),
    unknown: t('still.done_unknown'),
    changed: t('still.done_changed'),
    nothing: t('still.done_nothing'),
  };
  const isKnown = query.done !== undefined && Object.hasOwn(said, query.done);
  if (!isKnown) return undefined;
  const text = said[query.done as keyof typeof said];
  const left = Number(query.left ?? 0);
  return {
    text: left > 0 ? `${text} ${t('still.doneLeft', { count: left })}` : text,
    ...(query.undo && { undo: `/venues/${slug}/manage/history/${query.undo}` }),
    ...(query.topic && { topic: query.topic }),
    ...(query.before && { before: query.before }),
  };
}
