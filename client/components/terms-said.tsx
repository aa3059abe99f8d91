/** House terms, as they are read. All words come with them, so that a page which shows them brings none. */
import type { TermsView } from '../logic/terms.ts';

export function TermsSaid({ terms }: { terms: TermsView }) {
  return (
    <>
      {terms.sentences.length > 0 && (
        <ul class="mh-reach">
          {terms.sentences.map((sentence) => (
            <li key={sentence} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {terms.text && (
        <p class="mh-panel__text mh-own-lines" dir="auto">
          {terms.text}
        </p>
      )}
      {terms.unstated && <p class="mh-panel__note">{terms.unstated}</p>}
      {terms.stated && (
        <p class="mh-panel__note">
          {terms.stated}{' '}
          {terms.older && (
            <a class="govuk-link" href={terms.older.path}>
              {terms.older.label}
            </a>
          )}
        </p>
      )}
    </>
  );
}
