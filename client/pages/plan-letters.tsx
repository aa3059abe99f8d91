/** The letters of a plan: drafts to look at and send, one by one or together; those sent; and the places without one. */
import { Tick } from '../components/enquiry/draft.tsx';
import { Asks, TermsBeside } from '../components/enquiry/said.tsx';
import { Done, ErrorSummary, FieldFault, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { stateWords } from '../logic/enquiry.ts';
import { faultOf, typedValue, typedValues } from '../logic/form.ts';
import type { PlanLettersPageData, SiteLetter } from './data.ts';

type Page = { data: PlanLettersPageData };

function Name({ site }: { site: SiteLetter }) {
  const { t, href } = useLanguage();
  const { id, name, slug } = site.venue;
  if (name === undefined) return <>{t('enquiry.goneName')}</>;
  return (
    <a class="govuk-link" href={href(`/venues/${slug}-${id}`)} dir="auto">
      {name}
    </a>
  );
}

function Make({ data }: Page) {
  const { t, href } = useLanguage();
  if (data.toWrite === 0) return null;
  const unwritten = data.sites.filter(({ enquiry, silence }) => !enquiry && !silence);
  return (
    <form method="post" action={href(`/plan/${data.plan.id}/letters`)}>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {unwritten.map((site) => (
          <li key={site.venue.id}>
            <Name site={site} />
          </li>
        ))}
      </ul>
      <button type="submit" name="do" value="make" class="mh-button">
        {t('enquiry.make', { count: data.toWrite })}
      </button>
    </form>
  );
}

const firstToSend = (sites: SiteLetter[]) =>
  sites.find(({ enquiry, silence }) => enquiry?.state === 'draft' && !silence);

function Draft({ data, site, isFirst }: Page & { site: SiteLetter; isFirst: boolean }) {
  const { t, href } = useLanguage();
  const { enquiry, terms } = site;
  const { form, maySend } = data;
  if (!enquiry) return null;
  const { id, version } = enquiry;
  const about = (text: string) => (site.venue.name ? `${text}: ${site.venue.name}` : text);
  return (
    <li class="mh-panel">
      <h3 class="mh-panel__title">
        <Name site={site} />
      </h3>
      {enquiry.holder && <p dir="auto">{t('enquiry.toGroup', { holder: enquiry.holder.name })}</p>}
      {site.silence && <p class="govuk-inset-text">{t(`enquiry.silence_${site.silence}`)}</p>}
      <Asks enquiry={enquiry} isOurs />
      <p class="govuk-body mh-off-paper">
        <a class="govuk-link mh-tap" href={href(`/enquiries/${id}`)}>
          {t('enquiry.change')}
          <span class="govuk-visually-hidden">: {site.venue.name}</span>
        </a>
      </p>
      <TermsBeside terms={terms} of={site.venue.name} />
      {maySend && !site.silence && (
        <div class="mh-off-paper">
          <input type="hidden" name={`version-${id}`} value={version} />
          {terms && (
            <Tick
              id={`accept-${id}`}
              name={`accept-${id}`}
              value={terms.version}
              label={about(t('enquiry.accept'))}
              checked={typedValue(form, `accept-${id}`) === String(terms.version)}
              fault={faultOf(form, `accept-${id}`)}
            />
          )}
          <Tick
            id={`send-${id}`}
            name="send"
            value={id}
            label={about(t('enquiry.sendThis'))}
            checked={typedValues(form, 'send').includes(String(id))}
            fault={faultOf(form, `send-${id}`) ?? (isFirst ? faultOf(form, 'send') : undefined)}
          />
        </div>
      )}
    </li>
  );
}

/** So that nobody types the same in each of them. */
function Fill({ data, isOpen }: Page & { isOpen: boolean }) {
  const { t, href } = useLanguage();
  return (
    <details class="mh-asking__more mh-off-paper" open={isOpen}>
      <summary>{t('enquiry.fillTitle')}</summary>
      <form method="post" action={href(`/plan/${data.plan.id}/letters`)} novalidate>
        <p class="govuk-body">{t('enquiry.fillHow')}</p>
        <TextInput
          form={data.form}
          name="service"
          label={t('enquiry.service')}
          hint={t('enquiry.serviceHint')}
          maxLength={200}
          dir="auto"
        />
        <TextInput
          form={data.form}
          name="sessionsPerWeek"
          label={t('enquiry.sessions')}
          hint={t('enquiry.sessionsHint')}
          inputMode="numeric"
          chars={3}
        />
        <button type="submit" name="do" value="fill" class="mh-button mh-button--quiet">
          {t('enquiry.fill')}
        </button>
      </form>
    </details>
  );
}

function Drafts({ data, sites }: Page & { sites: SiteLetter[] }) {
  const { t, href } = useLanguage();
  if (sites.length === 0) return null;
  const { form } = data;
  const first = firstToSend(sites);
  const isUnsaid = sites.some(({ enquiry }) => enquiry?.service === undefined);
  const isWrong = form.faults.some(({ field }) => field === 'service' || field === 'sessionsPerWeek');
  return (
    <section aria-labelledby="drafts">
      <h2 class="govuk-heading-m" id="drafts">
        {t('enquiry.draftsTitle')}
      </h2>
      <p class="govuk-body">{t('enquiry.draftsHow')}</p>
      <Fill data={data} isOpen={isUnsaid || isWrong} />
      <form method="post" action={href(`/plan/${data.plan.id}/letters`)} novalidate>
        <ul class="govuk-list mh-letters">
          {sites.map((site) => (
            <Draft key={site.venue.id} data={data} site={site} isFirst={site === first} />
          ))}
        </ul>
        {data.maySend && (
          <>
            <FieldFault id="send" sentence={faultOf(form, 'send')} />
            <button
              type="submit"
              name="do"
              value="send"
              class="mh-button"
              aria-describedby={faultOf(form, 'send') ? 'send-error' : undefined}
            >
              {t('enquiry.sendTicked')}
            </button>
          </>
        )}
      </form>
    </section>
  );
}

/** What was sent, and why there is no letter: a line each. */
function Others({ title, id, sites }: { title: string; id: string; sites: SiteLetter[] }) {
  const language = useLanguage();
  const { t, href } = language;
  if (sites.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <ul class="govuk-list mh-desk-list">
        {sites.map((site) => (
          <li key={site.venue.id}>
            {site.enquiry ? (
              <a class="govuk-link mh-tap" href={href(`/enquiries/${site.enquiry.id}`)} dir="auto">
                {site.enquiry.venue.name ?? t('enquiry.goneName')}
              </a>
            ) : (
              <Name site={site} />
            )}
            {site.enquiry ? (
              <span class="mh-quiet">{stateWords(language, site.enquiry)}</span>
            ) : (
              site.silence && <span>{t(`enquiry.silence_${site.silence}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PlanLettersPage({ data }: Page) {
  const { t, href } = useLanguage();
  const { plan, sites, form, done, next } = data;
  const of = (test: (site: SiteLetter) => boolean) => sites.filter(test);
  return (
    <Layout settings={data.settings} current="/plan">
      <a class="govuk-back-link" href={href(`/plan/${plan.id}`)}>
        <span dir="auto">{plan.name}</span>
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} ids={{ send: `send-${firstToSend(sites)?.enquiry?.id}` }} />
        {done && <Done>{t(`enquiry.done_${done}`)}</Done>}
        <h1 class="govuk-heading-l">{t('enquiry.lettersTitle')}</h1>
        <p class="govuk-body">{t('enquiry.lettersHow')}</p>
        <Make data={data} />
        <Drafts data={data} sites={of(({ enquiry }) => enquiry?.state === 'draft')} />
        <Others
          id="sent"
          title={t('enquiry.sentTitle')}
          sites={of(({ enquiry }) => enquiry !== undefined && enquiry.state !== 'draft')}
        />
        <Others
          id="silent"
          title={t('enquiry.silentTitle')}
          sites={of(({ enquiry, silence }) => !enquiry && silence !== undefined)}
        />
        {next !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link mh-tap" href={href(`/plan/${plan.id}/letters?after=${next}`)}>
              {t('enquiry.next')}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
