/** A week of opening hours, days that are other than usual, and a note. Everything is done by the buttons of the form. */
import { useLanguage } from '../../language/context.tsx';
import { formatWeekday } from '../../language/format.ts';
import { type FormState, faultInRow, markInRow, typedValues } from '../../logic/form.ts';
import { rowsOf } from '../../logic/step-fields.ts';
import { FieldFault, SelectInput, TextArea, TextInput } from '../form.tsx';
import { Row } from './row.tsx';

interface Props {
  form: FormState;
  /** As a data set said them, where that is more than a week can say. */
  osm?: string;
  isOpen: (name: string) => boolean;
}

interface TimeProps {
  form: FormState;
  id: string;
  name: string;
  value: string;
  label: string;
}

function Time({ form, id, name, value, label }: TimeProps) {
  const { isWrong, saidAt } = markInRow(form, id);
  return (
    <span class="mh-time">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <input
        class={`govuk-input ${isWrong ? 'govuk-input--error' : ''}`}
        type="time"
        id={id}
        name={name}
        value={value}
        dir="ltr"
        aria-describedby={saidAt}
        aria-invalid={isWrong ? 'true' : undefined}
      />
    </span>
  );
}

function Day({ form, weekday }: { form: FormState; weekday: number }) {
  const language = useLanguage();
  const { t } = language;
  const name = `day${weekday}`;
  const day = formatWeekday(language, weekday);
  const stands = typedValues(form, name);
  const times = rowsOf(
    stands.filter((each) => each !== 'closed'),
    2,
  );
  // One more pair than there is, when somebody asked for it.
  const more = typedValues(form, 'more').includes(String(weekday)) ? 1 : 0;
  const pairs = Array.from({ length: Math.max(1, times.length + more) }, (_, n) => times[n] ?? ['', '']);
  const fault = faultInRow(form, name);
  const closed = `${name}-closed`;
  const said = markInRow(form, closed);
  return (
    <fieldset class={`govuk-fieldset mh-day ${fault ? 'govuk-form-group--error' : ''}`}>
      <legend class="govuk-fieldset__legend mh-label">{day}</legend>
      <FieldFault id={name} sentence={fault} />
      <div class="mh-day__fields">
        {pairs.map(([opens = '', closes = ''], n) => (
          <div class="mh-day__pair" key={n}>
            <Time
              form={form}
              id={n === 0 ? name : `${name}-o${n}`}
              name={name}
              value={opens}
              label={t('listing.opens')}
            />
            <Time form={form} id={`${name}-c${n}`} name={name} value={closes} label={t('listing.closes')} />
          </div>
        ))}
        <div class="govuk-checkboxes govuk-checkboxes--small mh-day__closed">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={closed}
              name="closed"
              value={String(weekday)}
              checked={stands.includes('closed')}
              aria-describedby={said.saidAt}
              aria-invalid={said.isWrong ? 'true' : undefined}
            />
            <label class="govuk-label govuk-checkboxes__label" for={closed}>
              {t('listing.closed')}
              <span class="govuk-visually-hidden">: {day}</span>
            </label>
          </div>
        </div>
        <button
          type="submit"
          class="mh-link-button"
          name="do"
          value={`more-${weekday}`}
          formaction={`#${name}-o${pairs.length}`}
        >
          {t('listing.moreTimes')}
          <span class="govuk-visually-hidden">: {day}</span>
        </button>
      </div>
    </fieldset>
  );
}

function OtherDays({ form }: { form: FormState }) {
  const { t } = useLanguage();
  const stands = rowsOf(typedValues(form, 'days'), 6);
  const rows = [...stands, ['', '', 'closed', '', '', '']];
  return (
    <>
      <h2 class="govuk-heading-m">{t('listing.otherDays')}</h2>
      <p class="govuk-body">
        {t('listing.otherDaysHow')} {stands.length > 0 && t('listing.takeOut')}
      </p>
      {rows.map(([from = '', until = '', how = '', opens = '', closes = '', note = ''], n) => {
        const id = `days_${n}`;
        const field = { form, name: 'days' };
        return (
          <Row key={n} form={form} id={id} legend={t('listing.otherDay', { number: n + 1 })}>
            <TextInput {...field} id={id} type="date" label={t('listing.from')} value={from} dir="ltr" />
            <TextInput
              {...field}
              id={`${id}-until`}
              type="date"
              label={t('listing.until')}
              value={until}
              dir="ltr"
            />
            <SelectInput
              {...field}
              id={`${id}-how`}
              label={t('listing.thatDay')}
              value={how}
              options={[
                { value: 'closed', label: t('listing.closed') },
                { value: 'open', label: t('listing.otherTimes') },
              ]}
            />
            <div class="mh-day__pair">
              <Time form={form} id={`${id}-opens`} name="days" value={opens} label={t('listing.opens')} />
              <Time form={form} id={`${id}-closes`} name="days" value={closes} label={t('listing.closes')} />
            </div>
            <TextInput
              {...field}
              id={`${id}-note`}
              label={t('listing.why')}
              value={note}
              maxLength={200}
              dir="auto"
            />
          </Row>
        );
      })}
      <button
        type="submit"
        class="mh-button mh-button--quiet"
        name="do"
        value="row"
        formaction={`#days_${rows.length}`}
      >
        {t('listing.moreDays')}
      </button>
    </>
  );
}

export function HoursFields({ form, osm, isOpen }: Props) {
  const { t } = useLanguage();
  return (
    <>
      <p class="govuk-body">{t('listing.hoursHow')}</p>
      <p class="govuk-hint">{t('listing.timezone')}</p>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <>
          {isOpen(`day${weekday}`) && <Day key={weekday} form={form} weekday={weekday} />}
          {weekday === 1 && (
            <button
              type="submit"
              class="mh-button mh-button--quiet"
              name="do"
              value="weekdays"
              formaction="#day2"
            >
              {t('listing.copyMonday')}
            </button>
          )}
        </>
      ))}
      {isOpen('days') && <OtherDays form={form} />}
      {isOpen('note') && (
        <TextArea
          form={form}
          name="note"
          label={t('listing.hoursNote')}
          hint={t('listing.hoursNoteHint')}
          rows={2}
          maxLength={300}
        />
      )}
      {osm && (
        <details class="mh-more">
          <summary>{t('listing.osm')}</summary>
          <p class="govuk-hint">{t('listing.osmHow')}</p>
          <p class="mh-panel__text" dir="ltr">
            <code>{osm}</code>
          </p>
        </details>
      )}
    </>
  );
}
