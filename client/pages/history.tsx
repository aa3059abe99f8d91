/** What changed about a place, when and by whom: for everybody, and for its members with a way back. */
import { Done } from '../components/form.tsx';
import { HistoryLines } from '../components/history-lines.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { venuePath } from '../logic/rooms.ts';
import type { HistoryEntryView, HistoryPageData } from './data.ts';

function Entry({ entry }: { entry: HistoryEntryView }) {
  const { t, href } = useLanguage();
  const { version, when, who, undid, credit, lines, more, undo } = entry;
  return (
    <li class="mh-history__entry" id={`change-${version}`}>
      <h2 class="mh-history__head">
        <time dateTime={entry.at}>{when}</time> <span dir="auto">{who}</span>
      </h2>
      {undid && <p class="mh-quiet">{undid}</p>}
      {credit && (
        <p class="mh-quiet" dir="auto">
          {credit}
        </p>
      )}
      {lines.length > 0 ? <HistoryLines lines={lines} /> : <p class="mh-quiet">{t('history.notPublic')}</p>}
      {more.length > 0 && (
        <details class="mh-history__more">
          <summary>{t('history.more', { count: more.length })}</summary>
          <HistoryLines lines={more} />
        </details>
      )}
      {undo && (
        <a class="mh-button mh-button--quiet" href={href(undo)}>
          <span aria-hidden="true">{t('history.undo')}</span>
          <span class="govuk-visually-hidden">{t('history.undoWhich', { when, who })}</span>
        </a>
      )}
    </li>
  );
}

export function HistoryPage({ data }: { data: HistoryPageData }) {
  const { t, href } = useLanguage();
  const { venue, entries, terms, older, isForMembers, done, merger } = data;
  const path = venuePath(venue);
  return (
    <Layout settings={data.settings} {...(data.isForMembers && { current: '/account' as const })}>
      <a class="govuk-back-link" href={href(isForMembers ? `${path}/manage` : path)}>
        <span dir="auto">{venue.name}</span>
      </a>
      <div class="mh-desk">
        {done && (
          <Done>
            <p class="mh-done__text">{done.text}</p>
            {done.back && (
              <form method="post" action={href(done.back.path)}>
                <input type="hidden" name="against" value={done.back.against} />
                <button type="submit" class="mh-button mh-button--quiet">
                  {t('history.putBack')}
                </button>
              </form>
            )}
          </Done>
        )}
        <h1 class="govuk-heading-l">{t('history.title', { venue: venue.name })}</h1>
        <p class="govuk-body">{t(isForMembers ? 'history.howMembers' : 'history.how')}</p>
        {!isForMembers && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(`${path}/manage/history`)}>
              {t('history.forMembers')}
            </a>
          </p>
        )}
        {merger && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(merger)}>
              {t('operator.mergerTitle')}
            </a>
          </p>
        )}
        <ol class="govuk-list mh-history" reversed>
          {entries.map((entry) => (
            <Entry key={entry.version} entry={entry} />
          ))}
        </ol>
        {older && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(older)} rel="next">
              {t('history.older')}
            </a>
          </p>
        )}
        {terms.length > 0 && (
          <section aria-labelledby="terms">
            <h2 class="govuk-heading-m" id="terms">
              {t('history.terms')}
            </h2>
            <ul class="govuk-list">
              {terms.map(({ version, label, again }) => (
                <li key={version}>
                  <a class="govuk-link" href={href(`${path}/terms/${version}`)}>
                    {label}
                  </a>{' '}
                  {again && (
                    <a class="govuk-link" href={href(again)}>
                      <span aria-hidden="true">{t('history.termsAgain')}</span>
                      <span class="govuk-visually-hidden">{t('history.termsAgainWhich', { version })}</span>
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  );
}
