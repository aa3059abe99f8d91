/** What the schema cannot say about house terms, and the one form in which they are kept. */
import type { InputFault } from '../problem.ts';
import { uses, visitorKinds } from '../vocabulary.ts';
import type { NewTerms, Rate } from './schema.ts';

const hasAmount = ({ per }: Rate) => per !== 'free' && per !== 'ask';

/** Every fault at once; empty when the terms are sound. */
export function checkTerms({ rates = [] }: NewTerms): InputFault[] {
  return rates.flatMap((rate, index): InputFault[] => {
    const pointer = `#/rates/${index}`;
    if (rates.findIndex(({ visitor }) => visitor === rate.visitor) !== index)
      return [{ pointer, value: rate.visitor, detail: 'Each kind of visitor has one rate.' }];
    if (hasAmount(rate) && rate.amount === undefined)
      return [{ pointer: `${pointer}/amount`, detail: 'Say how much it is, in pence.' }];
    if (!hasAmount(rate) && rate.amount !== undefined)
      return [
        {
          pointer: `${pointer}/amount`,
          value: rate.amount,
          detail: 'What is free, or asked for, has no amount.',
        },
      ];
    return [];
  });
}

const place = (list: readonly { key: string }[], key: string) => list.findIndex((each) => each.key === key);

/** Lists in the order of the vocabulary and nothing empty, so that equal terms are equal text. */
export function tidyTerms(sent: NewTerms): NewTerms {
  const text = sent.text?.replaceAll('\r\n', '\n').trim();
  const days = [...(sent.daysNotOffered ?? [])].sort((a, b) => a - b);
  const kinds = [...(sent.usesNotHosted ?? [])].sort((a, b) => place(uses, a) - place(uses, b));
  const others = [...new Set((sent.otherUsesNotHosted ?? []).map((each) => each.trim()))];
  const rates = [...(sent.rates ?? [])]
    .sort((a, b) => place(visitorKinds, a.visitor) - place(visitorKinds, b.visitor))
    .map(
      ({ visitor, per, amount }): Rate => ({
        visitor,
        per,
        ...(amount !== undefined && { amount, currency: 'GBP' }),
      }),
    );
  return {
    ...(text && { text }),
    ...(sent.alcohol && { alcohol: sent.alcohol }),
    ...(days.length > 0 && { daysNotOffered: days }),
    ...(kinds.length > 0 && { usesNotHosted: kinds }),
    ...(others.length > 0 && { otherUsesNotHosted: others }),
    ...(rates.length > 0 && { rates }),
    ...(sent.deposit && { deposit: { amount: sent.deposit.amount, currency: 'GBP' } }),
    ...(sent.noticeDays !== undefined && { noticeDays: sent.noticeDays }),
    ...(sent.keys && { keys: sent.keys }),
  };
}
