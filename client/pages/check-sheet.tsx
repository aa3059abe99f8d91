/** The sheet of a check, to take along on paper: A4, a box for each answer, and what is stated now. */
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import type { CheckPart, Question } from '../logic/check.ts';
import { venuePath } from '../logic/rooms.ts';
import type { CheckSheetPageData } from './data.ts';

const Box = () => <span class="mh-box" />;

function Row({ question }: { question: Question }) {
  const { t } = useLanguage();
  const { label, unit, stated } = question;
  return (
    <tr>
      <th scope="row">
        {label}
        {/* On a phone the column of what is stated has no room of its own. */}
        {stated && <span class="mh-sheet__below">{stated.dated}</span>}
      </th>
      <td class="mh-sheet__now">{stated?.dated ?? ''}</td>
      {unit ? (
        <td colSpan={3} class="mh-sheet__number">
          <span class="mh-blank" /> {t(`check.in_${unit}`)}
        </td>
      ) : (
        <>
          <td>
            <Box />
          </td>
          <td>
            <Box />
          </td>
          <td>
            <Box />
          </td>
        </>
      )}
      <td>
        <Box />
      </td>
    </tr>
  );
}

function Who({ day, isAgain = false }: { day?: string; isAgain?: boolean }) {
  const { t } = useLanguage();
  return (
    <div class={isAgain ? 'mh-sheet__who mh-sheet__paper' : 'mh-sheet__who'}>
      <p>
        {t('check.date')} <span class="mh-blank" />
      </p>
      <p>
        {t('check.names')} <span class="mh-blank" /> <span class="mh-blank" />
      </p>
      {day && <p>{t('check.printedOn', { day })}</p>}
    </div>
  );
}

/** Each but the first begins a sheet of its own, which may be apart from the others when it is typed in. */
function Part({ part, data, isFirst }: { part: CheckPart; data: CheckSheetPageData; isFirst: boolean }) {
  const { t } = useLanguage();
  return (
    <section class="mh-sheet__part">
      <h2 class="govuk-heading-m" dir="auto">
        {!isFirst && <span class="mh-sheet__paper">{t('check.placeOf', { venue: data.venue.name })} </span>}
        {part.title}
      </h2>
      {!isFirst && <Who day={data.day} isAgain />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a narrow screen, by keyboard too */}
      <section class="mh-table-frame" aria-label={part.title} tabIndex={0}>
        <table class="mh-sheet__table">
          <thead>
            <tr>
              <th scope="col">{t('check.question')}</th>
              <th scope="col" class="mh-sheet__now">
                {t('check.now')}
              </th>
              <th scope="col">{t('listing.yes')}</th>
              <th scope="col">{t('listing.no')}</th>
              <th scope="col">{t('listing.partly')}</th>
              <th scope="col">{t('check.notLooked')}</th>
            </tr>
          </thead>
          {part.topics.map(({ key, title, questions }) => (
            <tbody key={key}>
              <tr class="mh-sheet__topic">
                <th colSpan={6} scope="rowgroup">
                  {title}
                </th>
              </tr>
              {questions.map((question) => (
                <Row key={question.field} question={question} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <p class="mh-sheet__notes">{t('check.notes')}</p>
    </section>
  );
}

export function CheckSheetPage({ data }: { data: CheckSheetPageData }) {
  const { t, href } = useLanguage();
  const { venue, parts, settings } = data;
  const path = venuePath(venue);
  return (
    <Layout settings={settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}/check`)}>
        {t('check.title', { venue: venue.name })}
      </a>
      <div class="mh-desk mh-sheet">
        <h1 class="govuk-heading-l">{t('check.sheet', { venue: venue.name })}</h1>
        <p class="govuk-body mh-sheet__screen">{t('check.printNow')}</p>
        <Who day={data.day} />
        <p class="govuk-body">
          {t('check.sheetHow')}{' '}
          <span class="mh-sheet__address" dir="ltr">
            {settings.publicUrl.replace(/^https?:\/\//, '')}
            {href(`${path}/check`)}
          </span>
        </p>
        {parts.map((part, at) => (
          <Part key={part.name} part={part} data={data} isFirst={at === 0} />
        ))}
      </div>
    </Layout>
  );
}
