/** In the place of a listing that is hidden: why, and what its holder says to that; for the holder, the reply. */
import { Done, ErrorSummary, TextArea } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import type { NoticePageData } from './data.ts';

export function NoticeShown({ notice }: Pick<NoticePageData, 'notice'>) {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <p class="govuk-body">{t('operator.noticeSince', { day: formatDay(language, notice.hiddenAt) })}</p>
      <blockquote class="mh-said" dir="auto">
        {notice.reason}
      </blockquote>
      {notice.reply ? (
        <>
          <p class="govuk-body">{t('operator.noticeReply')}</p>
          <blockquote class="mh-said" dir="auto">
            {notice.reply}
          </blockquote>
        </>
      ) : (
        <p class="govuk-body">{t('operator.noticeNoReply')}</p>
      )}
    </>
  );
}

export function NoticePage({ data }: { data: NoticePageData }) {
  const { t, href } = useLanguage();
  const { notice, reply } = data;
  return (
    <Layout settings={data.settings} {...(reply && { current: '/account' })}>
      <a class="govuk-back-link" href={reply ? reply.back : href('/')}>
        {reply ? <span dir="auto">{reply.venue.name}</span> : t('venue.another')}
      </a>
      <div class="mh-desk">
        {reply && <ErrorSummary form={reply.form} />}
        {reply?.isDone && <Done>{t('operator.replyDone')}</Done>}
        <h1 class="govuk-heading-l">{t('operator.noticeTitle')}</h1>
        {reply && (
          <p class="govuk-body-l" dir="auto">
            {reply.venue.name}
          </p>
        )}
        <NoticeShown notice={notice} />
        {reply && (
          <form method="post" action={reply.path} novalidate>
            <TextArea
              form={reply.form}
              name="words"
              label={t('operator.yourReply')}
              hint={t('operator.replyHint')}
              maxLength={1000}
            />
            <button type="submit" class="mh-button">
              {t('operator.replySend')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
