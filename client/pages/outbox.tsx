/** The letters of the demo, which go nowhere: anyone may read them here, as nobody real gets any. */
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { isolated } from '../language/format.ts';
import type { OutboxPageData } from './data.ts';

/** Addresses in a letter can be followed. */
function LetterText({ text }: { text: string }) {
  return (
    <p class="mh-letter" dir="auto">
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        index % 2 === 1 ? (
          <a class="govuk-link" href={part} key={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

export function OutboxPage({ data }: { data: OutboxPageData }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Layout settings={data.settings}>
      <div class="mh-desk">
        <h1 class="govuk-heading-l">{t('account.outbox')}</h1>
        <p class="govuk-body">
          {data.letters.length > 0 ? t('account.outboxHow') : t('account.outboxEmpty')}
        </p>
        {data.letters.map(({ id, to, when, subject, text }) => (
          <article class="mh-card" key={id} aria-labelledby={`letter-${id}`}>
            <h2 class="govuk-heading-s" id={`letter-${id}`} dir="auto">
              {subject}
            </h2>
            <p class="govuk-body-s mh-quiet">
              {t('account.letterTo', { email: isolated(language, to), when })}
            </p>
            <LetterText text={text} />
          </article>
        ))}
      </div>
    </Layout>
  );
}
