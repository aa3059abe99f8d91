/** The members' page of a venue: whether it is shown, what waits, and the way to each part that they look after. */
import { Fragment } from 'preact';
import { Done } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { Resume, StepList } from '../components/listing/journey.tsx';
import { managePath } from '../components/organisation-frame.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { ManagePageData } from './data.ts';
import { NoticeShown } from './notice.tsx';

const says = {
  published: 'history.listingPublished',
  withdrawn: 'history.listingWithdrawn',
  draft: 'history.listingDraft',
} as const;

interface Way {
  to: string;
  label: string;
}

function Ways({ ways }: { ways: Way[] }) {
  const { href } = useLanguage();
  return (
    <ul class="govuk-list mh-ways">
      {ways.map(({ to, label }) => (
        <li key={to}>
          <a class="govuk-link mh-tap" href={href(to)} dir="auto">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Somebody waits for an answer: that comes before all else. */
function Waiting({ data }: { data: ManagePageData }) {
  const { t } = useLanguage();
  const { venue, isSteward, enquiries, merger, waiting } = data;
  const path = venuePath(venue);
  const ways = [
    ...(merger === 'waits' ? [{ to: `${path}/manage/merger`, label: t('operator.mergerWaits') }] : []),
    ...(isSteward && enquiries > 0
      ? [{ to: '/enquiries', label: t('enquiry.listWaiting', { count: enquiries }) }]
      : []),
    ...(waiting > 0
      ? [{ to: `${path}/corrections`, label: t('correction.waiting', { count: waiting }) }]
      : []),
  ];
  if (ways.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 class="govuk-heading-m" id="waiting">
        {t('listing.waiting')}
      </h2>
      <Ways ways={ways} />
    </section>
  );
}

/** What its members are told of a place that an operator hides, and the way to their reply. */
function Hidden({ data }: { data: ManagePageData }) {
  const { t, href } = useLanguage();
  const { venue, notice, isSteward } = data;
  if (!notice) return null;
  return (
    <>
      <p class="govuk-body">{t('operator.hiddenFromAll')}</p>
      <NoticeShown notice={notice} />
      <p class="govuk-body">{t(isSteward ? 'operator.replyHow' : 'operator.replySteward')}</p>
      {isSteward && (
        <p class="govuk-body">
          <a class="mh-button" href={href(`${venuePath(venue)}/reply`)}>
            {t(notice.reply ? 'operator.replyChange' : 'operator.replyWrite')}
          </a>
        </p>
      )}
    </>
  );
}

/** The question, its answer, and what can be done about it. */
function Shown({ data }: { data: ManagePageData }) {
  const { t } = useLanguage();
  const { venue, status, isSteward, notice, merger } = data;
  const path = venuePath(venue);
  const ways = [
    status === 'published' && !notice
      ? { to: path, label: t('listing.public') }
      : { to: `${path}/manage/preview`, label: t('listing.preview') },
    ...(merger === 'answered' ? [{ to: `${path}/manage/merger`, label: t('operator.mergerTitle') }] : []),
    ...(isSteward && status !== 'draft'
      ? [
          {
            to: `${path}/manage/listing`,
            label: t(status === 'published' ? 'history.withdraw' : 'history.restore'),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="shown">
      <h2 class="govuk-heading-m" id="shown">
        {t('history.listingTitle')}
      </h2>
      {notice ? <Hidden data={data} /> : <p class="govuk-body">{t(says[status])}</p>}
      <Ways ways={ways} />
    </section>
  );
}

function KeepTrue({ data }: { data: ManagePageData }) {
  const { t } = useLanguage();
  const { venue, counts, waiting } = data;
  const path = venuePath(venue);
  const ways = [
    {
      to: `${path}/still-true`,
      label: counts.old > 0 ? t('still.linkOld', { count: counts.old }) : t('still.link'),
    },
    { to: `${path}/check`, label: t('check.title', { venue: venue.name }) },
    ...(waiting > 0 ? [] : [{ to: `${path}/corrections`, label: t('correction.toWaiting') }]),
  ];
  return (
    <section aria-labelledby="keep-true">
      <h2 class="govuk-heading-m" id="keep-true">
        {t('listing.keepTrue')}
      </h2>
      <Ways ways={ways} />
    </section>
  );
}

function Parts({ data }: { data: ManagePageData }) {
  const { t } = useLanguage();
  const { venue, journey, counts, hasTerms } = data;
  const path = venuePath(venue);
  const there = [
    t('listing.rooms', { count: counts.rooms }),
    t('listing.facts', { count: counts.facts }),
    t('listing.photos', { count: counts.photos }),
    t(hasTerms ? 'listing.terms' : 'listing.noTerms'),
  ];
  return (
    <section aria-labelledby="parts">
      <h2 class="govuk-heading-m" id="parts">
        {t('listing.allParts')}
      </h2>
      <p class="mh-quiet">
        {there.map((each, at) => (
          <Fragment key={each}>
            {at > 0 && ' · '}
            {each}
          </Fragment>
        ))}
      </p>
      <StepList journey={journey} path={path} />
      <Resume journey={journey} path={path} />
    </section>
  );
}

function More({ data }: { data: ManagePageData }) {
  const { t } = useLanguage();
  const { venue, holder, isSteward, enquiries } = data;
  const path = venuePath(venue);
  const ways = [
    ...(holder && !(isSteward && enquiries > 0) ? [{ to: '/enquiries', label: t('enquiry.listTitle') }] : []),
    { to: `${path}/manage/history`, label: t('listing.changes') },
    { to: `${path}/manage/print`, label: t('listing.print') },
    ...(holder
      ? [{ to: managePath(holder), label: t('organisation.manageTitle', { organisation: holder.name }) }]
      : []),
    ...(isSteward && holder
      ? [{ to: `${path}/manage/handover`, label: t('organisation.handoverTitle') }]
      : []),
  ];
  return (
    <section aria-labelledby="more">
      <h2 class="govuk-heading-m" id="more">
        {t('listing.more')}
      </h2>
      <Ways ways={ways} />
    </section>
  );
}

/** Of a draft, what is missing comes first; of a place that is shown, keeping it true. */
export function ManagePage({ data }: { data: ManagePageData }) {
  const { t, href } = useLanguage();
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href('/account')}>
        {t('account.yourPlaces')}
      </a>
      <div class="mh-desk mh-managing">
        {data.done && <Done>{t('listing.done_saved')}</Done>}
        <h1 class="govuk-heading-l">{t('listing.title', { venue: data.venue.name })}</h1>
        <Waiting data={data} />
        <Shown data={data} />
        {data.status === 'draft' && <Parts data={data} />}
        <KeepTrue data={data} />
        {data.status !== 'draft' && <Parts data={data} />}
        <More data={data} />
      </div>
    </Layout>
  );
}
