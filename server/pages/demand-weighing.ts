/** What an expression over a layer comes to, in sentences of the page's language. */

import type { Knex } from 'knex';
import { formatNumber } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import type { DemandLayerPageData } from '../../client/pages/data.ts';
import { weightsOf } from '../demand/demand-of.ts';
import { type ExpressionCode, ExpressionFault, parseExpression } from '../demand/expression.ts';
import type { Version } from '../demand/schema.ts';

type Said = { code: ExpressionCode; at: number; said: string };

function sentenceOf({ t }: Language, { code, at, said }: Said, columns: readonly string[]): string {
  const key = code === 'value' ? 'sign' : code;
  return t(`demand.expression_${key}`, { at, said, columns: columns.join(', ') });
}

/** What is wrong with an expression as it stands, before it is worked out; undefined when it can be read. */
export function expressionFault(
  text: string,
  columns: readonly string[],
  language: Language,
): string | undefined {
  try {
    parseExpression(text, columns);
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    return sentenceOf(language, error, columns);
  }
}

export async function tried(
  db: Knex,
  layerId: number,
  { version, columns }: Pick<Version, 'version' | 'columns'>,
  text: string,
  language: Language,
): Promise<DemandLayerPageData['expression'] & { fault?: string }> {
  const fault = expressionFault(text, columns, language);
  if (fault !== undefined) return { text, fault, lines: [] };
  const weighed = await weightsOf(db, layerId, version, text);
  const { t } = language;
  const number = (value: number) => formatNumber(language, value);
  const { sum, min, max, missing, faults } = weighed;
  const lines = [
    min === undefined || max === undefined
      ? t('demand.weighedNone')
      : t('demand.weighed', { sum: number(sum), min: number(min), max: number(max) }),
    ...(missing > 0 ? [t('demand.weighedMissing', { count: missing })] : []),
    ...faults.map(({ code, at, areas, examples }) =>
      t('demand.weighedFault', {
        sentence: sentenceOf(language, { code: code as ExpressionCode, at, said: '' }, columns),
        count: areas,
        examples: examples.join(', '),
      }),
    ),
  ];
  return { text, weighed, lines };
}
