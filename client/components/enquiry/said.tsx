/** What was asked of a group, and what it answered: one letter, one answer. */
import type { ComponentChildren } from 'preact';
import type { Enquiry } from '../../../server/enquiries/schema.ts';
import { useLanguage } from '../../language/context.tsx';
import { formatDay } from '../../language/format.ts';
import type { TermsView } from '../../logic/terms.ts';
import { TermsSaid } from '../terms-said.tsx';

function Part({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** A letter does not go without it; the field that says it in all drafts stands above them. */
function NotSaid() {
  const { t } = useLanguage();
  return (
    <>
      <strong class="mh-letter__missing">{t('enquiry.serviceMissing')}</strong>{' '}
      <a class="govuk-link mh-tap mh-off-paper" href="#service">
        {t('enquiry.serviceSay')}
      </a>
    </>
  );
}

/** What it asks, in its parts. */
export function Asks({ enquiry, isOurs }: { enquiry: Enquiry; isOurs: boolean }) {
  const { t } = useLanguage();
  const { service, sessionsPerWeek, words, note } = enquiry;
  return (
    <dl class="mh-correct__said mh-letter">
      <Part label={t('enquiry.what')}>{service ?? <NotSaid />}</Part>
      <Part label={t('enquiry.often')}>
        {sessionsPerWeek === undefined
          ? t('enquiry.oftenOpen')
          : t('enquiry.perWeek', { count: sessionsPerWeek })}
      </Part>
      <Part label={t('enquiry.why')}>
        <span class="mh-own-lines">{words}</span>
      </Part>
      {note !== undefined && (
        <Part label={t(isOurs ? 'enquiry.note' : 'enquiry.ownWord')}>
          <span class="mh-own-lines">{note}</span>
        </Part>
      )}
    </dl>
  );
}

interface Beside {
  terms: TermsView | undefined;
  /** Whose they are, where there are several. */
  of?: string;
  open?: boolean;
}

/** The terms beside what is asked; folded, for they may be long. */
export function TermsBeside({ terms, of, open = false }: Beside) {
  const { t } = useLanguage();
  if (!terms) return <p class="govuk-body">{t('enquiry.noTerms')}</p>;
  return (
    <details class="mh-asking__more mh-on-paper" open={open}>
      <summary>
        {t('enquiry.termsTitle', { version: terms.version })}
        {of && <span class="govuk-visually-hidden">: {of}</span>}
      </summary>
      <TermsSaid terms={terms} />
    </details>
  );
}

/** What was sent, with whom to ask for and the terms that were accepted. */
export function Sent({
  enquiry,
  terms,
  side,
}: {
  enquiry: Enquiry;
  terms: TermsView | undefined;
  side: 'asker' | 'holder';
}) {
  const language = useLanguage();
  const { t } = language;
  const { contact, terms: versions, sentAt = '' } = enquiry;
  return (
    <article class="mh-panel" aria-labelledby="said">
      <h2 class="mh-panel__title" id="said">
        {t('enquiry.said')}
      </h2>
      <p class="mh-quiet">{formatDay(language, sentAt.slice(0, 10))}</p>
      <Asks enquiry={enquiry} isOurs={side === 'asker'} />
      <dl class="mh-correct__said mh-letter">
        {contact !== undefined && <Part label={t('enquiry.askFor')}>{contact}</Part>}
        <Part label={t('enquiry.terms')}>
          {versions.accepted === undefined
            ? t('enquiry.acceptedNone')
            : t('enquiry.accepted', { version: versions.accepted })}
        </Part>
      </dl>
      {terms && <TermsBeside terms={terms} />}
    </article>
  );
}

export function Answered({ enquiry }: { enquiry: Enquiry }) {
  const language = useLanguage();
  const { t } = language;
  const { answer } = enquiry;
  if (!answer) return null;
  return (
    <article class="mh-panel" aria-labelledby="answer">
      <h2 class="mh-panel__title" id="answer">
        {t('enquiry.answerTitle')}
      </h2>
      <p class="mh-quiet">{formatDay(language, answer.at.slice(0, 10))}</p>
      <p class="mh-panel__text">
        <strong>{t(`enquiry.answer_${answer.answer}`)}</strong>
      </p>
      {answer.words !== undefined && (
        <blockquote class="mh-said mh-own-lines" dir="auto">
          {answer.words}
        </blockquote>
      )}
    </article>
  );
}

/** What those who asked do with an answer, and the way back to the plan that it belongs to. */
export function NextStep({ enquiry: { answer, plan } }: { enquiry: Enquiry }) {
  const { t, href } = useLanguage();
  if (!answer) return null;
  return (
    <>
      <p class="govuk-body">{t(`enquiry.next_${answer.answer}`)}</p>
      {plan && (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link mh-tap" href={href(`/plan/${plan.id}/letters`)}>
              {t('enquiry.toOtherLetters')}
            </a>
          </li>
          <li>
            <a class="govuk-link mh-tap" href={href(`/plan/${plan.id}`)} dir="auto">
              {t('enquiry.toPlan', { plan: plan.name })}
            </a>
          </li>
        </ul>
      )}
    </>
  );
}

/** What is no longer as it was. */
export function Since({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useLanguage();
  return (
    <>
      {enquiry.since.map((each) => (
        <p class="govuk-inset-text" key={each}>
          {t(`enquiry.since_${each}`)}
        </p>
      ))}
    </>
  );
}
