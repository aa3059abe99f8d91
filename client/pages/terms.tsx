/** The house terms of a place, for its stewards: a form whose words become sentences. */
import {
  alcoholAnswers,
  keyWays,
  rateUnits,
  type TermEntry,
  uses,
  visitorKinds,
  weekdays,
} from '../../server/vocabulary.ts';
import { Clashes } from '../components/clashes.tsx';
import {
  Checkboxes,
  Done,
  ErrorSummary,
  FieldFault,
  Radios,
  TextArea,
  TextInput,
} from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { GoOn, Journey } from '../components/listing/journey.tsx';
import { TermsSaid } from '../components/terms-said.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatWeekday } from '../language/format.ts';
import { type FormState, faultOf, typedValues } from '../logic/form.ts';
import { rateName, termsFieldLabel } from '../logic/terms-form.ts';
import type { TermsPageData } from './data.ts';

function RateField({ form, visitor }: { form: FormState; visitor: string }) {
  const language = useLanguage();
  const { t, word } = language;
  const name = rateName(visitor);
  const [amount = '', per = ''] = typedValues(form, name);
  const fault = faultOf(form, name);
  const who = word('terms', `visitor_${visitor}`, 'label') ?? visitor;
  const described = fault ? `${name}-error` : undefined;
  return (
    <div class={`govuk-form-group mh-rate ${fault ? 'govuk-form-group--error' : ''}`}>
      <span class="mh-rate__who">{who}</span>
      <FieldFault id={name} sentence={fault} />
      <div class="mh-rate__fields">
        <span class="govuk-input__wrapper">
          <span class="govuk-input__prefix" aria-hidden="true">
            £
          </span>
          <input
            class={`govuk-input govuk-input--width-5 ${fault ? 'govuk-input--error' : ''}`}
            id={name}
            name={name}
            value={amount}
            inputMode="decimal"
            dir="ltr"
            aria-label={t('house.amount', { who })}
            aria-describedby={described}
            aria-invalid={fault ? 'true' : undefined}
          />
        </span>
        <select
          class="govuk-select"
          name={name}
          aria-label={t('house.per', { who })}
          aria-describedby={described}
        >
          <option value="" selected={per === ''}>
            {t('house.notStated')}
          </option>
          {rateUnits.map(({ key }) => (
            <option key={key} value={key} selected={key === per}>
              {word('terms', `per_${key}`, 'label')}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

export function TermsPage({ data }: { data: TermsPageData }) {
  const language = useLanguage();
  const { t, word, href } = language;
  const { venue, form, clashes } = data;
  const path = `/venues/${venue.slug}-${venue.id}`;
  const labelled = (list: string, entries: readonly TermEntry[]) =>
    entries.map(({ key }) => ({ value: key, label: word('terms', `${list}_${key}`, 'label') ?? key }));
  const stated = (list: string, entries: readonly TermEntry[]) => [
    { value: '', label: t('house.notStated') },
    ...labelled(list, entries),
  ];
  const open = (name: string) => !clashes.some((each) => each.name === name);
  const label = (name: string) => termsFieldLabel(language, name);
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}/manage`)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {data.done && (
          <Done>
            <p class="mh-done__text">{data.done}</p>
            <a class="govuk-link" href={href(`${path}#terms`)}>
              {t('house.seePage')}
            </a>
          </Done>
        )}
        <Journey journey={data.journey} path={path} current="terms" />
        <h1 class="govuk-heading-l">{t('house.title', { venue: venue.name })}</h1>
        <p class="govuk-body">{t('house.how')}</p>
        {data.preview && (
          <section class="mh-panel mh-preview" aria-labelledby="preview" data-focus tabIndex={-1}>
            <h2 class="mh-panel__title" id="preview">
              {t('house.preview')}
            </h2>
            <p class="mh-panel__text">
              <strong>{t('house.notSaved')}</strong>
            </p>
            <TermsSaid terms={data.preview} />
            <button type="submit" form="terms-form" name="do" value="save" class="mh-button">
              {t('house.save')}
            </button>
          </section>
        )}
        <form id="terms-form" method="post" action={href(`${path}/terms`)} novalidate>
          <input type="hidden" name="version" value={data.version} />
          <Clashes clashes={clashes} who={data.who} day={data.day} form={form} />
          {visitorKinds.some(({ key }) => open(rateName(key))) && (
            <fieldset class="govuk-fieldset">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t('house.rates')}</legend>
              {visitorKinds
                .filter(({ key }) => open(rateName(key)))
                .map(({ key }) => (
                  <RateField key={key} form={form} visitor={key} />
                ))}
            </fieldset>
          )}
          {open('deposit') && (
            <TextInput
              form={form}
              name="deposit"
              label={label('deposit')}
              hint={t('house.depositHint')}
              chars={5}
              inputMode="decimal"
              dir="ltr"
            />
          )}
          {open('notice') && (
            <TextInput
              form={form}
              name="notice"
              label={label('notice')}
              hint={t('house.noticeHint')}
              chars={3}
              inputMode="numeric"
              dir="ltr"
            />
          )}
          {open('days') && (
            <Checkboxes
              form={form}
              name="days"
              label={label('days')}
              small
              options={weekdays.map((_day, index) => ({
                value: String(index + 1),
                label: formatWeekday(language, index + 1),
              }))}
            />
          )}
          {open('uses') && (
            <Checkboxes form={form} name="uses" label={label('uses')} small options={labelled('use', uses)} />
          )}
          {open('otherUses') && (
            <TextArea
              form={form}
              name="otherUses"
              label={label('otherUses')}
              hint={t('house.otherUsesHint')}
              rows={3}
            />
          )}
          {open('alcohol') && (
            <Radios
              form={form}
              name="alcohol"
              label={label('alcohol')}
              options={stated('alcohol', alcoholAnswers)}
            />
          )}
          {open('keys') && (
            <Radios form={form} name="keys" label={label('keys')} options={stated('keys', keyWays)} />
          )}
          {open('text') && (
            <TextArea form={form} name="text" label={label('text')} hint={t('house.textHint')} rows={8} />
          )}
          <div class="mh-desk-actions">
            {data.journey.isDraft && (
              <button type="submit" name="do" value="next" class="mh-button">
                {t('listing.saveGoOn')}
              </button>
            )}
            <button
              type="submit"
              name="do"
              value="save"
              class={data.journey.isDraft ? 'mh-button mh-button--quiet' : 'mh-button'}
            >
              {t('house.save')}
            </button>
            <button type="submit" name="do" value="preview" class="mh-button mh-button--quiet">
              {t('house.look')}
            </button>
          </div>
        </form>
        <GoOn journey={data.journey} path={path} current="terms" />
      </div>
    </Layout>
  );
}
