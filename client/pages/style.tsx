/** Every part of our pages in every state, with its name and when to use it. Only HTML: it needs no script. */
import { Checks } from '../components/checks.tsx';
import { Chips } from '../components/chips.tsx';
import { CompareTable } from '../components/compare-table.tsx';
import { Icon } from '../components/drawings.tsx';
import { AccessFacts, UnknownFacts } from '../components/facts.tsx';
import { Field, Select } from '../components/fields.tsx';
import { FitPanel } from '../components/fit-panel.tsx';
import { HoursPanel } from '../components/hours-panel.tsx';
import { Layout } from '../components/layout.tsx';
import { LayoutChoice } from '../components/layout-choice.tsx';
import { Photos } from '../components/photos.tsx';
import { ProblemBox } from '../components/problem-box.tsx';
import { Profiles } from '../components/profiles.tsx';
import { ResultCard } from '../components/result-card.tsx';
import { Results } from '../components/results.tsx';
import { Rooms } from '../components/rooms.tsx';
import { StyleForms } from '../components/style-forms.tsx';
import { StyleGroups } from '../components/style-groups.tsx';
import { StyleIndex } from '../components/style-index.tsx';
import { StyleListing } from '../components/style-listing.tsx';
import { StyleMap } from '../components/style-map.tsx';
import { Colours, Drawings, Part, Spacing, Suggestions, Type } from '../components/style-parts.tsx';
import { StylePlans } from '../components/style-plans.tsx';
import { StyleTrue } from '../components/style-true.tsx';
import { useLanguage } from '../language/context.tsx';
import { kindChoices, layoutChoices } from '../logic/choices.ts';
import {
  cardStates,
  chips,
  compared,
  factStates,
  fit,
  hourStates,
  rooms,
  samplePhotos,
  today,
} from '../logic/style-samples.ts';
import { slowSearch } from '../logic/style-samples-search.ts';
import { createPointed } from '../state/pointed.ts';
import type { StylePageData } from './data.ts';

const nothing = () => undefined;

function Controls() {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <Part name="buttons">
        <p class="mh-style__row">
          <button type="button" class="mh-button">
            {t('style.primary')}
          </button>
          <button type="button" class="mh-button mh-button--quiet">
            {t('style.quiet')}
          </button>
          <button type="button" class="mh-button mh-button--quiet">
            <Icon name="map" /> {t('style.withSign')}
          </button>
          <a class="govuk-link" href="#buttons">
            {t('style.link')}
          </a>
        </p>
      </Part>
      <Part name="fields">
        <div class="mh-fields">
          <Field id="sample-text" label={t('style.label')}>
            <input class="govuk-input" id="sample-text" type="text" value={t('style.typed')} />
          </Field>
          <Field id="sample-wrong" label={t('style.label')} error={t('style.wrong')}>
            <input
              class="govuk-input govuk-input--error"
              id="sample-wrong"
              type="text"
              aria-invalid="true"
              aria-describedby="sample-wrong-error"
              value="−3"
            />
          </Field>
          <Select
            id="sample-select"
            name="sample-select"
            label={t('style.label')}
            value="theatre"
            choices={layoutChoices(language)}
          />
        </div>
      </Part>
      <Part name="choices">
        <Checks
          name="kind"
          legend={t('style.label')}
          entries={kindChoices(language).slice(0, 4)}
          chosen={['mosque']}
          counts={{ church: 42, mosque: 18, synagogue: 3, gurdwara: 0 }}
        />
        <Profiles chosen={['wheelchair']} />
        <LayoutChoice chosen="cabaret" />
      </Part>
      <Part name="chips">
        <Chips chips={chips([t('style.chipOne'), t('style.chipTwo')])} />
      </Part>
    </>
  );
}

export function StylePage({ data: { settings } }: { data: StylePageData }) {
  const { t } = useLanguage();
  return (
    <Layout settings={settings}>
      <h1 class="mh-title">{t('style.title')}</h1>
      <p class="govuk-body-l mh-prose">{t('style.lead')}</p>
      <StyleIndex />
      <Part name="drawings">
        <Drawings />
      </Part>
      <Part name="colours">
        <Colours />
      </Part>
      <Part name="type">
        <Type />
      </Part>
      <Part name="spacing">
        <Spacing />
      </Part>
      <Controls />
      <Part name="suggestions">
        <Suggestions />
      </Part>
      <Part name="cards">
        <ul class="mh-results__list mh-style__cards">
          {Object.entries(cardStates).map(([state, item]) => (
            <ResultCard
              key={state}
              item={item}
              asked={['hearing_loop']}
              layout="theatre"
              today={today}
              active={state === 'approximate'}
            />
          ))}
        </ul>
      </Part>
      <Part name="waiting">
        <Results search={slowSearch} chips={[]} heading={null} today={today} pointed={createPointed()} />
      </Part>
      <StyleMap />
      <Part name="tables">
        <Rooms spaces={rooms} today={today} />
      </Part>
      <Part name="pictures">
        <Photos photos={samplePhotos(t('style.pictureAlt'))} spaces={rooms} />
      </Part>
      <Part name="facts">
        <AccessFacts venue={factStates} />
        <UnknownFacts venue={factStates} />
      </Part>
      <Part name="hours">
        <div class="mh-fields">
          {Object.entries(hourStates).map(([state, shown]) => (
            <HoursPanel
              key={state}
              id={`hours-${state}`}
              title={t(`style.hours${state as 'Open' | 'Closed' | 'Unknown'}`)}
              today={today}
              {...shown}
            />
          ))}
        </div>
      </Part>
      <Part name="fits">
        <FitPanel fit={fit} />
      </Part>
      <Part name="compared">
        <CompareTable data={{ venues: compared, open: {}, differences: false, settings }} />
      </Part>
      <StyleForms />
      <Part name="notices">
        <p class="mh-notice">{t('style.notice')}</p>
        <p class="mh-results__might">{t('style.might')}</p>
        <div class="mh-empty">
          <p class="govuk-body">{t('style.empty')}</p>
        </div>
        <ProblemBox problem={{ title: t('style.problem'), detail: t('search.reload') }} onRetry={nothing} />
      </Part>
      <StyleListing />
      <StyleTrue settings={settings} />
      <StyleGroups settings={settings} />
      <StylePlans />
    </Layout>
  );
}
