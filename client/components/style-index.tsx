/** What is on the page of styles, in its order. */
import { useLanguage } from '../language/context.tsx';
import type { PartName } from './style-parts.tsx';

const sections = {
  look: ['drawings', 'colours', 'type', 'spacing', 'buttons', 'fields', 'choices', 'chips'],
  find: ['suggestions', 'cards', 'waiting', 'mapSigns', 'popups'],
  place: ['tables', 'pictures', 'facts', 'hours', 'fits', 'compared', 'keeping', 'terms', 'numbers'],
  work: [
    ...(['forms', 'notices', 'steps', 'roomForms', 'questions', 'week', 'exactness', 'photoForm'] as const),
    ...(['checking', 'kept', 'versions', 'corrected', 'stillTrue', 'group', 'disputes'] as const),
    ...(['demandNumbers', 'planMaps', 'planCharts'] as const),
  ],
} as const satisfies Record<string, readonly PartName[]>;

export function StyleIndex() {
  const { t } = useLanguage();
  return (
    <nav class="mh-style__index" aria-label={t('style.index')}>
      {(['look', 'find', 'place', 'work'] as const).map((section) => (
        <div key={section}>
          <h2 class="govuk-heading-s">{t(`style.group_${section}`)}</h2>
          <ul class="govuk-list">
            {sections[section].map((name) => (
              <li key={name}>
                <a class="govuk-link" href={`#${name}`}>
                  {t(`style.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
