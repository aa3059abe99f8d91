/** Up to four places side by side, in a table that reads with the eye, by ear and on a phone. Only links, no script. */
import { hide } from '../components/hide.tsx';
import { Layout } from '../components/layout.tsx';
import { Rich, useLanguage } from '../language/context.tsx';
import { compareGroups, type Line } from '../logic/compare.ts';
import { venuePath } from '../logic/rooms.ts';
import { comparePath, shortlistPath } from '../logic/shortlist.ts';
import type { Asked, ComparePageData } from './data.ts';

function Cell({ lines }: { lines: readonly Line[] }) {
  return (
    <td>
      {lines.map(({ text, answer, age }) => (
        <p key={text} class={answer ? `mh-compare__line mh-compare__line--${answer}` : 'mh-compare__line'}>
          {text}
          {age && <span class="mh-compare__age"> {age}</span>}
        </p>
      ))}
    </td>
  );
}

function Notices({ asked }: { asked: Asked }) {
  const { t } = useLanguage();
  return (
    <>
      {asked.missing > 0 && <p class="mh-notice">{t('compare.missing', { count: asked.missing })}</p>}
      {asked.over > 0 && <p class="mh-notice">{t('compare.over', { count: asked.over })}</p>}
      {asked.unread && <p class="mh-notice">{t('compare.unread')}</p>}
    </>
  );
}

function Table({ data }: { data: ComparePageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { venues, layout, differences } = data;
  const ids = venues.map(({ id }) => id);
  const groups = compareGroups(language, data);
  const more = `${layout ? `&layout=${layout}` : ''}${differences ? '&only=differences' : ''}`;
  const without = (id: number) => {
    const rest = ids.filter((each) => each !== id);
    return href(comparePath(rest) + (rest.length > 0 ? more : ''));
  };
  return (
    // A wide table on a narrow screen scrolls by itself, and can be reached to scroll it by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="mh-table-frame mh-compare-frame" aria-label={t('compare.title')} tabIndex={0}>
      <table class="mh-compare">
        <caption class="mh-compare__caption">
          <span>{t('compare.caption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.about')}</th>
            {venues.map((venue) => (
              <th scope="col" key={venue.id}>
                <a href={href(venuePath(venue))}>{venue.name}</a>
                <a class="mh-compare__remove" href={without(venue.id)}>
                  <Rich text={t('compare.remove', { venue: venue.name })} tags={{ hide }} />
                </a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr class="mh-compare__group">
              <th scope="rowgroup" colSpan={venues.length + 1}>
                <span>{group.label}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((lines, index) => (
                  <Cell key={venues[index]?.id} lines={lines} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {groups.length === 0 && <p class="govuk-body">{t('compare.same')}</p>}
    </section>
  );
}

export function ComparePage({ data }: { data: ComparePageData }) {
  const { t, href } = useLanguage();
  const { venues, layout, differences } = data;
  const ids = venues.map(({ id }) => id);
  const base = comparePath(ids) + (layout ? `&layout=${layout}` : '');
  return (
    <Layout settings={data.settings} wide>
      <h1 class="govuk-heading-l">{t('compare.title')}</h1>
      <Notices asked={data.asked} />
      {venues.length === 0 ? (
        <p class="govuk-body">{t('compare.none')}</p>
      ) : (
        <>
          {venues.length === 1 && <p class="govuk-body">{t('compare.one')}</p>}
          {venues.length > 1 && (
            <p class="mh-actions">
              <a class="mh-action" href={href(differences ? base : `${base}&only=differences`)}>
                {t(differences ? 'compare.everything' : 'compare.differences')}
              </a>
              <a class="mh-action" href={href(shortlistPath(ids))}>
                {t('compare.keep')}
              </a>
            </p>
          )}
          <Table data={data} />
        </>
      )}
      <p class="mh-actions">
        {venues.length < 4 && (
          <a class="mh-action" href={href('/shortlist')}>
            {t('compare.add')}
          </a>
        )}
        <a class="mh-action" href={href('/')}>
          {t('compare.find')}
        </a>
      </p>
    </Layout>
  );
}
