/** Need by need: how many places are known to meet it, not to, or are not known about. Numbers first, bars after. */
import type { AreaLink, AreaNumbers } from '../../server/areas/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { searchWithin, sortNeeds } from '../logic/area.ts';
import { needOf } from '../logic/need.ts';
import type { Query } from '../logic/query.ts';

/** Known to meet it, known not to meet it whole, and the rest. */
type Counts = readonly [yes: number, not: number, rest: number];

/** The same three numbers as lengths: tall, low and empty, so that no colour is needed to tell them apart. */
function Bar({ counts: [yes, not, rest] }: { counts: Counts }) {
  const all = Math.max(1, yes + not + rest);
  const share = (count: number) => Math.round((count / all) * 1000) / 10;
  return (
    <svg class="mh-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="mh-bar__unknown" x="0" y="0" width="100" height="8" />
      <rect class="mh-bar__yes" x="0" y="0" width={share(yes)} height="8" />
      <rect class="mh-bar__partly" x={share(yes)} y="2" width={share(not)} height="4" />
    </svg>
  );
}

interface Row {
  key: string;
  label: string;
  query: Query;
  counts: Counts;
}

interface Props {
  area: AreaLink;
  caption: string;
  heads: readonly [what: string, yes: string, not: string, rest: string];
  rows: readonly Row[];
}

function Table({ area, caption, heads, rows }: Props) {
  const language = useLanguage();
  return (
    <table class="mh-needs">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, query, counts }) => (
          <tr key={key}>
            <th scope="row">
              <a href={language.href(searchWithin(area, query))}>{label}</a>
              <Bar counts={counts} />
            </th>
            {counts.map((count, index) => (
              <td key={index}>{formatNumber(language, count)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function AreaNeeds({ area, numbers }: { area: AreaLink; numbers: AreaNumbers }) {
  const language = useLanguage();
  const { t, word } = language;
  const { telling, others } = sortNeeds(numbers.needs);
  const needRows = (needs: AreaNumbers['needs']): Row[] =>
    needs.map(({ key, group, yes, partly, no, unknown }) => ({
      key,
      label: needOf(language, key),
      query: { [group]: [key] },
      counts: [yes, partly + no, unknown],
    }));
  const needHeads = [t('area.need'), t('area.yes'), t('area.partly'), t('area.notKnown')] as const;
  return (
    <section aria-labelledby="needs" class="mh-area__section">
      <h2 id="needs" class="mh-section__title">
        {t('area.needs')}
      </h2>
      <p class="mh-area__text">
        {t('area.needsHelp')} {t('area.barKey')}
      </p>
      <h3 class="mh-topic__title">{t('area.profiles')}</h3>
      <Table
        area={area}
        caption={t('area.profilesCaption')}
        heads={[t('area.visitor'), t('area.yes'), t('area.no'), t('area.ask')]}
        rows={numbers.profiles.map(({ key, yes, no, ask }) => ({
          key,
          label: word('profiles', key, 'label') ?? key,
          query: { profile: [key] },
          counts: [yes, no, ask],
        }))}
      />
      <h3 class="mh-topic__title">{t('area.byNeed')}</h3>
      <Table area={area} caption={t('area.needsCaption')} heads={needHeads} rows={needRows(telling)} />
      <details class="mh-area__more">
        <summary>{t('area.otherNeeds')}</summary>
        <Table area={area} caption={t('area.otherNeeds')} heads={needHeads} rows={needRows(others)} />
      </details>
    </section>
  );
}
