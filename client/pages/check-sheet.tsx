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
      <th scope="row">{label}</th>
      <td class="mh-sheet__now">{stated?.sentence ?? ''}</td>
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

function Part({ part }: { part: CheckPart }) {
  const { t } = useLanguage();
  return (
    <section class="mh-sheet__part">
      <h2 class="govuk-heading-m" dir="auto">
        {part.title}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a narrow screen, by keyboard too */}
      <section class="mh-table-frame" aria-label={part.title} tabIndex={0}>
        <table class="mh-sheet__table">
          <thead>
            <tr>
              <th scope="col">{t('check.question')}</th>
              <th scope="col">{t('check.now')}</th>
              <th scope="col">{t('listing.yes')}</th>
              <th scope="col">{t('listing.no')}</th>
              <th scope="col">{t('listing.partly')}</th>
              <th scope="col">{t('check.dontKnow')}</th>
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
        <div class="mh-sheet__who">
          <p>
            {t('check.date')} <span class="mh-blank" />
          </p>
          <p>
            {t('check.names')} <span class="mh-blank" /> <span class="mh-blank" />
          </p>
        </div>
        <p class="govuk-body">
          {t('check.sheetHow')}{' '}
          <span class="mh-sheet__address" dir="ltr">
            {settings.publicUrl.replace(/^https?:\/\//, '')}
            {href(`${path}/check`)}
          </span>
        </p>
        {parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
        <p class="mh-quiet">{t('check.printedOn', { day: data.day })}</p>
      </div>
    </Layout>
  );
}
