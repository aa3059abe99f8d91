/** Telling an operator that something is wrong with a listing; anybody may. */
import { reportKinds } from '../../server/vocabulary.ts';
import { Done, ErrorSummary, Radios, TextArea } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { ReportPageData } from './data.ts';

export function ReportPage({ data }: { data: ReportPageData }) {
  const { t, href } = useLanguage();
  const { venue, form } = data;
  const place = venuePath(venue);
  return (
    <Layout settings={data.settings}>
      <a class="govuk-back-link" href={href(place)}>
        {t('claim.backToVenue')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        <h1 class="govuk-heading-l">
          {t(data.isDone ? 'operator.reportDoneTitle' : 'operator.reportTitle')}
        </h1>
        <p class="govuk-body-l" dir="auto">
          {venue.name}
        </p>
        {data.isDone ? (
          <>
            <Done>{t('operator.reportDone')}</Done>
            <p class="govuk-body">{t('operator.reportNext')}</p>
            <p class="govuk-body">
              <a class="govuk-link mh-tap" href={href('/')}>
                {t('common.findPlace')}
              </a>
            </p>
          </>
        ) : (
          <form method="post" action={href(`${place}/report`)} novalidate>
            <p class="govuk-body">{t('operator.reportHow')}</p>
            <Radios
              form={form}
              name="kind"
              label={t('operator.reportKind')}
              options={reportKinds.map((kind) => ({ value: kind, label: t(`operator.kind_${kind}`) }))}
            />
            <TextArea
              form={form}
              name="words"
              label={t('operator.reportWords')}
              hint={t('operator.reportWordsHint')}
              maxLength={1000}
            />
            <button type="submit" class="mh-button">
              {t('operator.reportSend')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
