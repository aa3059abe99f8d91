/** From which places a plan may choose: the filters of the search that matter here, and places that are named. */
import { accessFacts, amenityFacts } from '../../../server/vocabulary.ts';
import { Rich, useLanguage } from '../../language/context.tsx';
import { formatEstimate } from '../../language/format.ts';
import { areaChoices, factGroups, layoutChoices } from '../../logic/choices.ts';
import { type FormState, faultOf, typedValue, typedValues } from '../../logic/form.ts';
import type { PlanAskPageData } from '../../pages/data.ts';
import { Checks } from '../checks.tsx';
import { FieldFault, Radios, SelectInput, TextInput } from '../form.tsx';
import { Profiles } from '../profiles.tsx';

interface Props {
  data: PlanAskPageData;
  action: string;
}

function Needs({ form, name }: { form: FormState; name: 'access' | 'amenity' }) {
  const language = useLanguage();
  const chosen = typedValues(form, name);
  const facts = name === 'access' ? accessFacts : amenityFacts;
  return (
    <details class="mh-asking__more" open={chosen.length > 0}>
      <summary>{language.t(name === 'access' ? 'search.needs' : 'search.amenity')}</summary>
      {factGroups(language, facts).map((topic) => (
        <Checks key={topic.key} name={name} legend={topic.label} entries={topic.entries} chosen={chosen} />
      ))}
    </details>
  );
}

function Named({ data: { form, places }, action }: Props) {
  const { t } = useLanguage();
  const fault = faultOf(form, 'find');
  const options = (['free', 'in', 'out'] as const).map((value) => ({
    value,
    label: t(value === 'free' ? 'plan.namedFree' : value === 'in' ? 'plan.namedIn' : 'plan.namedOut'),
  }));
  return (
    <section class="mh-asking__named" aria-labelledby="named">
      <h3 class="govuk-heading-s" id="named">
        {t('plan.namedTitle')}
      </h3>
      <div class="mh-asking__find">
        <label class="govuk-label" for="find">
          {t('plan.named')}
        </label>
        <FieldFault id="find" sentence={fault} />
        <div class="mh-asking__pair">
          <input
            class="govuk-input"
            id="find"
            name="find"
            type="text"
            dir="auto"
            autocomplete="off"
            value=""
          />
          <button
            type="submit"
            class="mh-button mh-button--quiet"
            formaction={`${action}#named`}
            formmethod="get"
          >
            {t('plan.namedFind')}
          </button>
        </div>
      </div>
      {places.notFound && (
        <p class="govuk-body" role="status" dir="auto" data-focus tabIndex={-1}>
          {t('plan.namedNone', { name: places.notFound })}
        </p>
      )}
      {places.found && (
        <p class="govuk-body" role="status" data-focus tabIndex={-1}>
          {t('plan.namedFound', { count: places.found })}
        </p>
      )}
      {places.gone !== undefined && (
        <p class="govuk-inset-text">{t('plan.namedGone', { count: places.gone })}</p>
      )}
      {places.named.map(({ id, name, town }) => (
        <Radios
          key={id}
          form={form}
          name={`place-${id}`}
          label={
            <bdi>
              {name}
              {town && `, ${town}`}
            </bdi>
          }
          options={options}
          inline
          small
        />
      ))}
    </section>
  );
}

/** Which places, in one line: what is chosen already, before anything is opened. */
export function PlacesSaid({ places }: Pick<PlanAskPageData, 'places'>) {
  const language = useLanguage();
  const { count, chips } = places;
  if (!count) return null;
  const values = { count: count.value, number: formatEstimate(language, count) };
  return (
    <>
      {chips.length > 0
        ? language.t('plan.placesSome', { ...values, filters: chips.join(' · ') })
        : language.t('plan.placesAll', values)}
    </>
  );
}

export function AskPlaces({ data, action }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { form, places } = data;
  const within = typedValues(form, 'within');
  const isFaulty = ['people', 'layout', 'within', 'search', 'include', 'consent'].some((name) =>
    faultOf(form, name),
  );
  const any = { value: '', label: t('search.anyLayout') };
  return (
    <details
      class="mh-asking__part"
      id="places"
      open={isFaulty || places.named.length > 0 || places.gone !== undefined || places.notFound !== undefined}
    >
      <summary>
        <span class="mh-asking__part-name">{t('plan.placesTitle')}</span>
        <span class="mh-asking__part-now">
          <PlacesSaid places={places} />
          {typedValue(form, 'consent') === 'agreed' && <>. {t('plan.placesAgreed')}</>}
        </span>
      </summary>
      <div class="mh-asking__inside">
        <p class="govuk-hint">{t('plan.placesHow')}</p>
        <FieldFault id="search" sentence={faultOf(form, 'search')} />
        <FieldFault id="include" sentence={faultOf(form, 'include')} />
        <TextInput
          form={form}
          name="people"
          label={t('plan.placesPeople')}
          hint={t('plan.placesPeopleHint')}
          inputMode="numeric"
          autocomplete="off"
          chars={5}
        />
        <SelectInput
          form={form}
          name="layout"
          label={t('search.layout')}
          options={[any, ...layoutChoices(language)]}
        />
        {places.areas.length > 0 && (
          <SelectInput
            form={form}
            name="within"
            label={t('plan.placesWithin')}
            options={[
              { value: '', label: t('search.anywhere') },
              ...areaChoices(language, places.areas, within[0]),
            ]}
          />
        )}
        {within.slice(1).map((id) => (
          <input key={id} type="hidden" name="within" value={id} />
        ))}
        <Profiles chosen={typedValues(form, 'profile')} />
        <Needs form={form} name="access" />
        <Needs form={form} name="amenity" />
        {places.kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p class="mh-asking__again">
          <button
            type="submit"
            class="mh-button mh-button--quiet"
            formaction={`${action}#places`}
            formmethod="get"
          >
            {t('plan.placesCount')}
          </button>
          <a class="govuk-link mh-tap" href={href(places.search)}>
            {t('plan.placesSearch')}
          </a>
        </p>
        <Radios
          form={form}
          name="consent"
          label={t('plan.consent')}
          options={(['any', 'agreed'] as const).map((value) => ({
            value,
            label: t(`plan.consent_${value}`),
          }))}
          small
        />
        <Named data={data} action={action} />
      </div>
    </details>
  );
}

/** The rest, which most people leave as it is. */
export function AskMore({ data }: { data: PlanAskPageData }) {
  const { t } = useLanguage();
  const { form, layer, organisations } = data;
  const isFaulty = ['expression', 'most', 'seconds', 'name', 'organisationId'].some((name) =>
    faultOf(form, name),
  );
  const isOwn = typedValue(form, 'weight') === 'own';
  return (
    <details class="mh-asking__part" id="more" open={isFaulty || isOwn}>
      <summary>
        <span class="mh-asking__part-name">{t('plan.moreTitle')}</span>
      </summary>
      <div class="mh-asking__inside">
        <TextInput
          form={form}
          name="expression"
          label={t('plan.expression')}
          hint={
            <Rich
              text={t('plan.expressionHint', { example: layer?.example ?? '' })}
              tags={{ code: (words) => <code dir="ltr">{words}</code> }}
            />
          }
          dir="ltr"
          autocomplete="off"
        />
        <Radios
          form={form}
          name="by"
          label={t('plan.by')}
          options={(['straight_line', 'network'] as const).map((value) => ({
            value,
            label: t(`plan.by_${value}`),
          }))}
          small
        />
        <TextInput
          form={form}
          name="most"
          label={t('plan.most')}
          hint={t('plan.mostHint')}
          inputMode="decimal"
          autocomplete="off"
          chars={5}
        />
        <TextInput
          form={form}
          name="seconds"
          label={t('plan.seconds')}
          hint={t('plan.secondsHint', { most: 600 })}
          inputMode="numeric"
          autocomplete="off"
          chars={4}
        />
        <TextInput
          form={form}
          name="name"
          label={t('plan.name')}
          hint={t('plan.nameHint')}
          dir="auto"
          autocomplete="off"
        />
        {organisations.length > 1 ? (
          <SelectInput
            form={form}
            name="organisationId"
            label={t('plan.organisation')}
            options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : (
          <input type="hidden" name="organisationId" value={typedValue(form, 'organisationId')} />
        )}
      </div>
    </details>
  );
}
