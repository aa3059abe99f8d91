/** What is in an area, and what is missing: kinds of place, the largest rooms, and gaps in plain sentences. */
import type { AreaLink, AreaNumbers, Gap } from '../../server/areas/schema.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { gapQuery, gapText, searchWithin } from '../logic/area.ts';

export function AreaHere({ area, numbers }: { area: AreaLink; numbers: AreaNumbers }) {
  const language = useLanguage();
  const { t, word, href } = language;
  return (
    <section aria-labelledby="here" class="mh-area__section">
      <h2 id="here" class="mh-section__title">
        {t('area.here')}
      </h2>
      <div class="mh-area__halves">
        <div>
          <h3 class="mh-topic__title">{t('area.kindsTitle')}</h3>
          <ul class="mh-tally">
            {numbers.kinds.map(({ key, venues }) => (
              <li key={key}>
                <a href={href(searchWithin(area, { kind: [key] }))}>{word('kinds', key, 'label') ?? key}</a>
                <span>{formatNumber(language, venues)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3 class="mh-topic__title">{t('area.largest')}</h3>
          {numbers.largest.length === 0 ? (
            <p class="mh-area__text">{t('area.largestNone')}</p>
          ) : (
            <ul class="mh-tally">
              {numbers.largest.map(({ layout, people }) => (
                <li key={layout}>
                  <a href={href(searchWithin(area, { layout: [layout], people: [String(people)] }))}>
                    {word('layouts', layout, 'label') ?? layout}
                  </a>
                  <span>
                    {t('search.chipPeople', { count: people, number: formatNumber(language, people) })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}

export function AreaGaps({ area, gaps }: { area: AreaLink; gaps: readonly Gap[] }) {
  const language = useLanguage();
  const { t, href } = language;
  return (
    <section aria-labelledby="gaps" class="mh-area__section">
      <h2 id="gaps" class="mh-section__title">
        {t('area.gaps')}
      </h2>
      {gaps.length === 0 ? (
        <p class="mh-area__text">{t('area.gapsNone')}</p>
      ) : (
        <ul class="mh-gaps">
          {gaps.map((gap) => (
            <li key={JSON.stringify(gap)}>
              <Rich
                text={gapText(language, gap)}
                tags={{ a: (words) => <a href={href(searchWithin(area, gapQuery(gap)))}>{words}</a> }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
