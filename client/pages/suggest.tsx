/** Saying that something on a page is wrong; anybody may, without an account. First what it is about, then what is right. */
import { Done, ErrorSummary, FieldFault, Radios, TextArea, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { faultOf } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { SuggestPageData } from './data.ts';

type Page = { data: SuggestPageData };

const unitKeys = {
  cm: 'correction.inCm',
  m: 'correction.inM',
  count: 'correction.howMany',
  grade: 'correction.inGrade',
} as const;

function Choose({ data }: Page) {
  const { t, href } = useLanguage();
  const fault = faultOf(data.form, 'about');
  return (
    <form method="get" action={href(`${venuePath(data.venue)}/suggest`)}>
      <p class="govuk-body">{t('correction.how')}</p>
      <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
        <label class="govuk-label mh-label" for="about">
          {t('correction.about')}
        </label>
        <FieldFault id="about" sentence={fault} />
        <select
          class="govuk-select mh-correct__about"
          id="about"
          name="about"
          aria-describedby={fault && 'about-error'}
        >
          <option value="">{t('correction.choose')}</option>
          {data.choices.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <button type="submit" class="mh-button">
        {t('correction.goOn')}
      </button>
    </form>
  );
}

function Right({ data }: Page) {
  const { t } = useLanguage();
  const { form, subject } = data;
  if (!subject) return null;
  const { kind, unit, label } = subject;
  if (kind === 'words')
    return (
      <TextArea
        form={form}
        name="words"
        label={t('correction.words')}
        hint={t('correction.wordsHint')}
        maxLength={1000}
      />
    );
  if (kind === 'name')
    return <TextInput form={form} name="value" label={t('correction.nameOf')} maxLength={160} dir="auto" />;
  if (kind === 'number')
    return (
      <TextInput
        form={form}
        name="value"
        label={t('correction.right', { label })}
        hint={t(unitKeys[unit ?? 'count'])}
        inputMode="numeric"
        chars={5}
        dir="ltr"
      />
    );
  return (
    <Radios
      form={form}
      name="value"
      label={t('correction.right', { label })}
      options={[
        { value: 'yes', label: t('listing.yes') },
        { value: 'no', label: t('listing.no') },
        { value: 'partial', label: t('listing.partly') },
      ]}
    />
  );
}

function Suggest({ data }: Page) {
  const { t, href } = useLanguage();
  const { form, subject, venue } = data;
  if (!subject) return null;
  const path = `${venuePath(venue)}/suggest`;
  return (
    <form method="post" action={href(path)} novalidate>
      <input type="hidden" name="about" value={subject.word} />
      {/* For programs that fill in everything. People do not meet it. */}
      <div class="mh-correct__trap" aria-hidden="true">
        <label>
          {t('correction.leaveEmpty')}
          <input type="text" name="website" tabIndex={-1} autocomplete="off" />
        </label>
      </div>
      {subject.now && (
        <p class="govuk-body" dir="auto">
          {t('correction.now', { sentence: subject.now })}
        </p>
      )}
      <Right data={data} />
      {subject.kind !== 'words' && (
        <TextArea
          form={form}
          name="words"
          label={t('correction.more')}
          hint={t('correction.moreHint')}
          rows={3}
          maxLength={1000}
        />
      )}
      <Radios
        form={form}
        name="method"
        label={t('correction.knownHow')}
        options={[
          { value: 'visited', label: t('correction.visited') },
          { value: 'told', label: t('correction.told') },
        ]}
      />
      <TextInput form={form} name="seenOn" type="date" label={t('correction.day')} chars={20} />
      <TextInput
        form={form}
        name="name"
        label={t('correction.name')}
        hint={t('correction.nameHint')}
        autocomplete="name"
        maxLength={80}
        dir="auto"
      />
      <TextInput
        form={form}
        name="email"
        type="email"
        label={t('correction.email')}
        hint={t('correction.emailHint')}
        autocomplete="email"
        maxLength={254}
        dir="ltr"
      />
      <div class="mh-desk-actions">
        <button type="submit" class="mh-button">
          {t('correction.send')}
        </button>
        <a class="govuk-link mh-tap" href={href(path)}>
          {t('correction.another')}
        </a>
      </div>
    </form>
  );
}

export function SuggestPage({ data }: Page) {
  const { t, href } = useLanguage();
  const { venue, form, subject } = data;
  const place = venuePath(venue);
  return (
    <Layout settings={data.settings}>
      <a class="govuk-back-link" href={href(place)}>
        {t('claim.backToVenue')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">{t('correction.title')}</h1>
        <p class="govuk-body-l" dir="auto">
          {venue.name}
        </p>
        {data.isDone ? (
          <>
            <Done>{t('correction.thanks')}</Done>
            <p class="govuk-body">
              <a class="govuk-link mh-tap" href={href(`${place}/suggest`)}>
                {t('correction.oneMore')}
              </a>
            </p>
          </>
        ) : (
          <>
            {subject?.kind === 'words' && (
              <h2 class="govuk-heading-m" dir="auto">
                {subject.label}
              </h2>
            )}
            {subject ? <Suggest data={data} /> : <Choose data={data} />}
          </>
        )}
      </div>
    </Layout>
  );
}
