/** A draft of a letter: looked at, changed, sent, or thrown away. */
import { useLanguage } from '../../language/context.tsx';
import { faultOf, typedValue } from '../../logic/form.ts';
import type { EnquiryPageData } from '../../pages/data.ts';
import { FieldFault, TextArea, TextInput } from '../form.tsx';
import { TermsBeside } from './said.tsx';

interface Tick {
  id: string;
  name: string;
  value: string | number;
  label: string;
  checked?: boolean;
  fault?: string | undefined;
}

export function Tick({ id, name, value, label, checked = false, fault }: Tick) {
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <FieldFault id={id} sentence={fault} />
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={id}
            name={name}
            value={value}
            checked={checked}
            aria-describedby={fault ? `${id}-error` : undefined}
            aria-invalid={fault ? 'true' : undefined}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id} dir="auto">
            {label}
          </label>
        </div>
      </div>
    </div>
  );
}

export function DraftForm({ data }: { data: EnquiryPageData }) {
  const { t, href } = useLanguage();
  const { enquiry, form, terms, maySend } = data;
  const most = enquiry.services.sessionsPerWeek;
  return (
    <form method="post" action={href(`/enquiries/${enquiry.id}`)} novalidate>
      <input type="hidden" name="version" value={enquiry.version} />
      <TextInput
        form={form}
        name="service"
        label={t('enquiry.service')}
        hint={t('enquiry.serviceHint')}
        maxLength={200}
        dir="auto"
      />
      <TextInput
        form={form}
        name="sessionsPerWeek"
        label={t('enquiry.sessions')}
        hint={most === undefined ? t('enquiry.sessionsHint') : t('enquiry.sessionsCap', { most })}
        inputMode="numeric"
        chars={3}
      />
      <TextArea form={form} name="words" label={t('enquiry.words')} rows={6} maxLength={4000} />
      <TextArea
        form={form}
        name="note"
        label={t('enquiry.note')}
        hint={t('enquiry.noteHint')}
        rows={3}
        maxLength={1000}
      />
      <p class="govuk-body">{t('enquiry.contactHow')}</p>
      <h2 class="govuk-heading-m">{t('enquiry.terms')}</h2>
      <TermsBeside terms={terms} open />
      {maySend && terms && (
        <Tick
          id="acceptedTerms"
          name="acceptedTerms"
          value={terms.version}
          label={t('enquiry.accept')}
          checked={typedValue(form, 'acceptedTerms') === String(terms.version)}
          fault={faultOf(form, 'acceptedTerms')}
        />
      )}
      <div class="mh-desk-actions">
        <button type="submit" name="do" value="save" class="mh-button mh-button--quiet">
          {t('enquiry.save')}
        </button>
        {maySend && (
          <button type="submit" name="do" value="send" class="mh-button">
            {t('enquiry.send')}
          </button>
        )}
      </div>
    </form>
  );
}

/** In two steps, for what goes does not come back. */
export function Twice({
  data,
  what,
}: {
  data: Pick<EnquiryPageData, 'enquiry'>;
  what: 'delete' | 'withdraw';
}) {
  const { t, href } = useLanguage();
  const { id, version } = data.enquiry;
  return (
    <details class="mh-asking__more mh-off-paper">
      <summary>{t(`enquiry.${what}Title`)}</summary>
      {what === 'withdraw' && <p class="govuk-body">{t('enquiry.withdrawHow')}</p>}
      <form method="post" action={href(`/enquiries/${id}`)}>
        <input type="hidden" name="version" value={version} />
        <button type="submit" name="do" value={what} class="mh-button mh-button--quiet">
          {t(what === 'delete' ? 'enquiry.delete' : 'enquiry.withdraw')}
        </button>
      </form>
    </details>
  );
}
