/** A check: what two people see on a walk round a place. What is not answered stays as it is. */
import { Clashes } from '../components/clashes.tsx';
import { Done, ErrorSummary, FieldFault, Radios, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { answerStart, type CheckPart, type Question, sameName, wasName } from '../logic/check.ts';
import { faultOf, typedValue } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { CheckPageData } from './data.ts';

interface Asked {
  data: CheckPageData;
  question: Question;
}

const Was = ({ question: { field, stated } }: { question: Question }) =>
  stated ? <input type="hidden" name={wasName(field)} value={stated.was} /> : null;

function Answer({ data, question }: Asked) {
  const { t } = useLanguage();
  const { field, label, stated } = question;
  const values = { [field]: '', ...data.form.values };
  const said = (value: 'yes' | 'no' | 'partial', answer: string) => ({
    value,
    label: stated?.value === value ? t('check.asStated', { answer }) : answer,
  });
  return (
    <div class="mh-question">
      <Radios
        form={{ ...data.form, values }}
        name={field}
        label={label}
        hint={stated?.sentence}
        options={[
          said('yes', t('listing.yes')),
          said('no', t('listing.no')),
          said('partial', t('listing.partly')),
          { value: '', label: t('check.notLooked') },
        ]}
        inline
        small
      />
      <Was question={question} />
    </div>
  );
}

/** A number is still the same with one tap, or another one. */
function Amount({ data, question }: Asked) {
  const { t } = useLanguage();
  const { field, label, unit = 'count', stated } = question;
  const { form } = data;
  const fault = faultOf(form, field);
  const same = sameName(field);
  const input = (
    <input
      class={`govuk-input govuk-input--width-5 ${fault ? 'govuk-input--error' : ''}`}
      id={field}
      name={field}
      value={typedValue(form, field)}
      inputMode="decimal"
      dir="ltr"
      aria-invalid={fault ? 'true' : undefined}
      aria-describedby={fault ? `${field}-error ${field}-unit` : `${field}-unit`}
    />
  );
  const inUnit = <span id={`${field}-unit`}>{t(`check.in_${unit}`)}</span>;
  const look = `mh-question govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`;
  // One field is named by its question: a group of one is not read everywhere, and “in metres” is no name.
  if (!stated)
    return (
      <div class={look}>
        <label class="govuk-label mh-label" for={field}>
          {label}
        </label>
        <FieldFault id={field} sentence={fault} />
        <div class="mh-question__number">
          <span class="mh-question__now">
            {input} {inUnit}
          </span>
        </div>
      </div>
    );
  return (
    <div class={look}>
      <fieldset class="govuk-fieldset" aria-describedby={`${field}-hint`}>
        <legend class="govuk-fieldset__legend mh-label">{label}</legend>
        <div class="govuk-hint" id={`${field}-hint`}>
          {stated.sentence}
        </div>
        <FieldFault id={field} sentence={fault} />
        <div class="mh-question__number">
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={same}
                name={same}
                value={stated.value}
                checked={typedValue(form, same) !== ''}
              />
              <label class="govuk-label govuk-checkboxes__label" for={same}>
                {t('check.still', { value: stated.text })}
              </label>
            </div>
          </div>
          <span class="mh-question__now">
            <label for={field}>{t('check.orNow')}</label> {input} {inUnit}
          </span>
        </div>
      </fieldset>
      <Was question={question} />
    </div>
  );
}

/** Both versions of a clash stand above; the field itself is not asked twice. */
export function Questions({ data, part, level }: { data: CheckPageData; part: CheckPart; level: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const open = (field: string) => !data.clashes.some(({ name }) => name === field);
  return (
    <>
      {part.topics.map(({ key, title, questions }) => (
        <div key={key} class="mh-check-topic">
          <Heading class="govuk-heading-s" id={`topic-${part.name}-${key}`}>
            {title}
          </Heading>
          {questions.map((question) =>
            !open(question.field) ? (
              <Was key={question.field} question={question} />
            ) : question.unit ? (
              <Amount key={question.field} data={data} question={question} />
            ) : (
              <Answer key={question.field} data={data} question={question} />
            ),
          )}
        </div>
      ))}
    </>
  );
}

function Room({ data, part }: { data: CheckPageData; part: CheckPart }) {
  const { t } = useLanguage();
  const isWrong = data.form.faults.some(({ field }) => field?.startsWith(`${answerStart}${part.spaceId}_`));
  return (
    <details class="mh-check-room" open={isWrong}>
      <summary>
        <h3 class="govuk-heading-m" dir="auto">
          {part.title}
        </h3>{' '}
        <span class="mh-quiet">{t('check.statedOf', { count: part.stated })}</span>
      </summary>
      <Questions data={data} part={part} level={4} />
    </details>
  );
}

const Whole = ({ data, part }: { data: CheckPageData; part: CheckPart }) => (
  <section class="mh-desk-part" aria-labelledby={`whole-${part.name}`}>
    <h2 class="govuk-heading-m" id={`whole-${part.name}`}>
      {part.title}
    </h2>
    <Questions data={data} part={part} level={3} />
  </section>
);

export function CheckPage({ data }: { data: CheckPageData }) {
  const { t, href } = useLanguage();
  const { venue, form, parts, settings } = data;
  const path = venuePath(venue);
  // Sent to the page it stands on, so that what is wrong is shown among the same rooms.
  const action = `${path}/check${data.first ? `?rooms=${data.first}` : ''}`;
  const first = parts.flatMap(({ topics }) => topics.flatMap(({ questions }) => questions))[0]?.field;
  const rooms = parts.filter(({ spaceId }) => spaceId !== undefined);
  const [access, amenities] = parts.filter(({ spaceId }) => spaceId === undefined);
  return (
    <Layout settings={settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}/manage`)} dir="auto">
        {venue.name}
      </a>
      <div class="mh-desk mh-checking">
        <ErrorSummary form={form} ids={first ? { answers: first } : {}} />
        {data.said.length > 0 && (
          <Done>
            {data.said.map((sentence) => (
              <p class="mh-done__text" key={sentence}>
                {sentence}
              </p>
            ))}
          </Done>
        )}
        <h1 class="govuk-heading-l">{t('check.title', { venue: venue.name })}</h1>
        <p class="govuk-body">{t('check.how')}</p>
        <p class="govuk-body mh-needs-script">{t('check.offline')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={href(`${path}/check/print`)}>
            {t('check.toSheet')}
          </a>
        </p>
        <form method="post" action={href(action)} novalidate data-offline data-count={answerStart}>
          <Clashes clashes={data.clashes} who={data.who} day={data.day} form={form} />
          <TextInput
            form={{ ...form, values: { day: settings.today, ...form.values } }}
            name="day"
            type="date"
            label={t('check.day')}
            chars={10}
          />
          <TextInput
            form={form}
            name="by"
            label={t('check.by')}
            hint={t('check.byHint')}
            maxLength={120}
            dir="auto"
          />
          {access && <Whole data={data} part={access} />}
          {rooms.length > 0 && (
            <section class="mh-desk-part" aria-labelledby="rooms">
              <h2 class="govuk-heading-m" id="rooms">
                {t('check.roomsTitle')}
              </h2>
              {rooms.map((part) => (
                <Room key={part.spaceId} data={data} part={part} />
              ))}
            </section>
          )}
          {amenities && <Whole data={data} part={amenities} />}
          <FieldFault id="answers" sentence={faultOf(form, 'answers')} />
          <div class="mh-desk-actions">
            <button
              type="submit"
              class="mh-button"
              aria-describedby={faultOf(form, 'answers') ? 'answers-error' : undefined}
            >
              {t('check.send')}
            </button>
          </div>
        </form>
        {data.next !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(`${path}/check?rooms=${data.next}`)}>
              {t('check.moreRooms')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
