/** Up to four places side by side, in a table that reads with the eye, by ear and on a phone. Only links, no script. */
import { CompareTable } from '../components/compare-table.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { comparePath, mostCompared, shortlistPath } from '../logic/shortlist.ts';
import type { Asked, ComparePageData } from './data.ts';

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
          <CompareTable data={data} />
        </>
      )}
      {venues.length >= mostCompared && data.asked.over === 0 && (
        <p class="govuk-body">{t('compare.most')}</p>
      )}
      <p class="mh-actions">
        {venues.length < mostCompared && (
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
