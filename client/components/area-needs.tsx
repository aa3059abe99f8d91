/** Need by need: how many places are known to meet it, not to, or are not known about. Numbers first, bars after. */
import type { AreaLink, NeedCount } from '../../server/areas/schema.ts';
import { useLanguage } from '../language/context.tsx';
import { formatNumber } from '../language/format.ts';
import { searchWithin, sortNeeds } from '../logic/area.ts';
import { needOf } from '../logic/chips.ts';

/** The same three numbers as lengths: solid, striped and empty, so that no colour is needed to tell them apart. */
function Bar({ yes, partly, unknown }: { yes: number; partly: number; unknown: number }) {
  const all = Math.max(1, yes + partly + unknown);
  const at = (count: number) => Math.round((count / all) * 1000) / 10;
  return (
    <svg class="mh-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="mh-bar__unknown" x="0" y="0" width="100" height="8" />
      <rect class="mh-bar__yes" x="0" y="0" width={at(yes)} height="8" />
      <rect class="mh-bar__partly" x={at(yes)} y="2" width={at(partly)} height="4" />
    </svg>
  );
}

interface Props {
  area: AreaLink;
  needs: readonly NeedCount[];
  caption: string;
}

function Table({ area, needs, caption }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const number = (count: number) => formatNumber(language, count);
  return (
    <table class="mh-needs">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('area.need')}</th>
          <th scope="col">{t('area.yes')}</th>
          <th scope="col">{t('area.partly')}</th>
          <th scope="col">{t('area.notKnown')}</th>
        </tr>
      </thead>
      <tbody>
        {needs.map(({ key, group, yes, partly, no, unknown }) => (
          <tr key={key}>
            <th scope="row">
              <a href={href(searchWithin(area, { [group]: [key] }))}>{needOf(language, key)}</a>
              <Bar yes={yes} partly={partly + no} unknown={unknown} />
            </th>
            <td>{number(yes)}</td>
            <td>{number(partly + no)}</td>
            <td>{number(unknown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function AreaNeeds({ area, needs }: { area: AreaLink; needs: readonly NeedCount[] }) {
  const { t } = useLanguage();
  const { telling, others } = sortNeeds(needs);
  return (
    <section aria-labelledby="needs" class="mh-area__section">
      <h2 id="needs" class="mh-section__title">
        {t('area.needs')}
      </h2>
      <p class="mh-area__text">{t('area.needsHelp')}</p>
      <Table area={area} needs={telling} caption={t('area.needsCaption')} />
      <details class="mh-area__more">
        <summary>{t('area.otherNeeds')}</summary>
        <Table area={area} needs={others} caption={t('area.otherNeeds')} />
      </details>
    </section>
  );
}
