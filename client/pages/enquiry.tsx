/** One enquiry: a draft to be looked at; or what was asked, and what was answered, for both sides. */

import { DraftForm, Twice } from '../components/enquiry/draft.tsx';
import { Answered, NextStep, Sent, Since } from '../components/enquiry/said.tsx';
import { Done, ErrorSummary, Radios, TextArea } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { enquiryTitle, placeName, stateWords, waitsForYou } from '../logic/enquiry.ts';
import type { EnquiryPageData } from './data.ts';

type Page = { data: EnquiryPageData };

const answers = ['yes', 'talk', 'no'] as const;

function AnswerForm({ data }: Page) {
  const { t, href } = useLanguage();
  const { enquiry, form } = data;
  return (
    <section aria-labelledby="you-answer">
      <h2 class="govuk-heading-m" id="you-answer">
        {t('enquiry.youAnswer')}
      </h2>
      <p class="govuk-body">{t('enquiry.answerHow')}</p>
      <form method="post" action={href(`/enquiries/${enquiry.id}`)} novalidate>
        <input type="hidden" name="version" value={enquiry.version} />
        <Radios
          form={form}
          name="answer"
          label={t('enquiry.youSay')}
          options={answers.map((value) => ({ value, label: t(`enquiry.answer_${value}`) }))}
        />
        <TextArea form={form} name="answerWords" label={t('enquiry.answerWords')} rows={5} maxLength={2000} />
        <button type="submit" name="do" value="answer" class="mh-button">
          {t('enquiry.answerPress')}
        </button>
      </form>
    </section>
  );
}

function Draft({ data }: Page) {
  return (
    <>
      <DraftForm data={data} />
      <Twice data={data} what="delete" />
    </>
  );
}

function Thread({ data }: Page) {
  const { t } = useLanguage();
  const { enquiry, side, terms, maySend, mayAnswer } = data;
  const canAnswer = waitsForYou(enquiry, side);
  return (
    <>
      <Since enquiry={enquiry} />
      <Sent enquiry={enquiry} terms={terms} side={side} />
      <Answered enquiry={enquiry} />
      {side === 'asker' && <NextStep enquiry={enquiry} />}
      {canAnswer && mayAnswer && <AnswerForm data={data} />}
      {canAnswer && !mayAnswer && <p class="govuk-body">{t('enquiry.stewardsAnswer')}</p>}
      {side === 'asker' && enquiry.state === 'sent' && maySend && <Twice data={data} what="withdraw" />}
    </>
  );
}

export function EnquiryPage({ data }: Page) {
  const language = useLanguage();
  const { t, href } = language;
  const { enquiry, side, form, done } = data;
  const venue = placeName(language, enquiry);
  const from = enquiry.from.name;
  const isDraft = enquiry.state === 'draft';
  const { plan } = enquiry;
  const { id, slug } = enquiry.venue;
  return (
    <Layout settings={data.settings} current={side === 'asker' ? '/plan' : '/account'}>
      <a class="govuk-back-link" href={href(plan ? `/plan/${plan.id}/letters` : '/enquiries')}>
        {t(plan ? 'enquiry.lettersTitle' : 'enquiry.listTitle')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {done && <Done>{t(`enquiry.done_${done}`)}</Done>}
        <h1 class="govuk-heading-l" dir="auto">
          {enquiryTitle(language, enquiry, side)}
        </h1>
        <p class="govuk-body">{stateWords(language, enquiry, side)}</p>
        <ul class="govuk-list">
          <li dir="auto">{t('enquiry.fromGroup', { from })}</li>
          {enquiry.holder && <li dir="auto">{t('enquiry.toGroup', { holder: enquiry.holder.name })}</li>}
          {slug !== undefined && (
            <li>
              <a class="govuk-link mh-tap" href={href(`/venues/${slug}-${id}`)} dir="auto">
                {venue}
              </a>
            </li>
          )}
        </ul>
        {isDraft ? <Draft data={data} /> : <Thread data={data} />}
      </div>
    </Layout>
  );
}
