/** What waits for those who look after the register: contests, reports, and what may be abuse. */
import { ContestWords } from '../components/contests.tsx';
import { Done, ErrorSummary, Radios, TextArea, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { ReportItem } from '../components/report-item.tsx';
import { ClaimWords } from '../components/whose.tsx';
import { useLanguage } from '../language/context.tsx';
import { emptyForm } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { OperatorPageData } from './data.ts';

type Waiting = OperatorPageData['contests']['items'][number];

function Decide({ data, waiting }: { data: OperatorPageData; waiting: Waiting }) {
  const { t, href } = useLanguage();
  const { contest, venue, holder, claim } = waiting;
  const form = data.form.values.contest === String(contest.id) ? data.form : emptyForm;
  const options = (['upheld', 'overturned', 'more'] as const).map((value) => ({
    value,
    label: t(`operator.${value}`),
  }));
  return (
    <li class="mh-card">
      <p class="govuk-body" dir="auto">
        <a class="govuk-link" href={href(`${venuePath(venue)}/claim`)}>
          {venue.name}
        </a>
      </p>
      <div class="govuk-body">
        <ClaimWords claim={claim} holder={holder} />
      </div>
      <ContestWords contest={contest} />
      <form method="post" action={href('/operator')} novalidate>
        <input type="hidden" name="contest" value={contest.id} />
        <Radios
          form={form}
          name="decision"
          id={`decision-${contest.id}`}
          label={t('operator.decision')}
          options={options}
        />
        <TextArea
          form={form}
          name="words"
          id={`words-${contest.id}`}
          label={t('operator.reason')}
          hint={t('operator.publicHint')}
          maxLength={1000}
        />
        <button type="submit" class="mh-button">
          {t('operator.decideNow')}
        </button>
      </form>
    </li>
  );
}

function More({ name, next }: { name: 'contests' | 'reports'; next?: number }) {
  const { t, href } = useLanguage();
  return next === undefined ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href={href(`/operator?${name}=${next}`)}>
        {t('operator.nextPage')}
      </a>
    </p>
  );
}

export function OperatorPage({ data }: { data: OperatorPageData }) {
  const { t, href } = useLanguage();
  const { contests, reports, unheld, signals, mergers, form } = data;
  const contest = form.values.contest;
  return (
    <Layout settings={data.settings}>
      <div class="mh-desk">
        <ErrorSummary form={form} ids={{ words: `words-${contest}`, decision: `decision-${contest}` }} />
        {data.isDone && <Done>{t('operator.done')}</Done>}
        <h1 class="govuk-heading-l">{t('operator.queueTitle')}</h1>
        <h2 class="govuk-heading-m">{t('operator.contests')}</h2>
        {contests.items.length === 0 && <p class="govuk-body">{t('operator.noContests')}</p>}
        <ul class="govuk-list">
          {contests.items.map((waiting) => (
            <Decide key={waiting.contest.id} data={data} waiting={waiting} />
          ))}
        </ul>
        <More name="contests" next={contests.next} />
        <h2 class="govuk-heading-m">{t('operator.reports')}</h2>
        {reports.items.length === 0 && <p class="govuk-body">{t('operator.noReports')}</p>}
        <ul class="govuk-list">
          {reports.items.map((report) => (
            <ReportItem key={report.id} report={report} />
          ))}
        </ul>
        <More name="reports" next={reports.next} />
        <h2 class="govuk-heading-m">{t('correction.unheld')}</h2>
        {unheld.length === 0 && <p class="govuk-body">{t('correction.noUnheld')}</p>}
        <ul class="govuk-list mh-desk-list">
          {unheld.map(({ venue, waiting }) => (
            <li key={venue.id}>
              <a class="govuk-link mh-tap" href={href(`${venuePath(venue)}/corrections`)} dir="auto">
                {venue.name}
              </a>
              <span class="mh-quiet">{t('correction.waiting', { count: waiting })}</span>
            </li>
          ))}
        </ul>
        {mergers.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('operator.mergerOpen')}</h2>
            <ul class="govuk-list mh-desk-list">
              {mergers.map(({ id, from, into }) => (
                <li key={id}>
                  <a class="govuk-link mh-tap" href={href(`/operator/venues/${from.id}`)} dir="auto">
                    {t('operator.mergerOfTwo', { gone: from.name, kept: into.name })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <form method="get" action={href('/operator')} novalidate>
          <h2 class="govuk-heading-m">{t('operator.find')}</h2>
          <TextInput form={form} name="listing" label={t('operator.findListing')} dir="ltr" />
          <button type="submit" class="mh-button mh-button--quiet">
            {t('operator.lookAt')}
          </button>
        </form>
        <h2 class="govuk-heading-m">{t('operator.signals')}</h2>
        {signals.length === 0 && <p class="govuk-body">{t('operator.noSignals')}</p>}
        <ul class="govuk-list mh-desk-list">
          {signals.map(({ kind, count, organisation = '', venue }) => (
            <li key={`${kind} ${organisation} ${venue?.id ?? ''}`} dir="auto">
              {t(`operator.signal_${kind}`, { count, name: venue?.name ?? organisation })}
              {venue && (
                <a class="govuk-link" href={href(`/operator/venues/${venue.id}`)}>
                  {t('operator.lookAt')}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}
