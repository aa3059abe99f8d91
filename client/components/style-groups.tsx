/** On the page of styles: the pages of groups, what is in dispute, and numbers that were sent. */
import { useLanguage } from '../language/context.tsx';
import { emptyForm } from '../logic/form.ts';
import {
  contest,
  firstAreas,
  keys,
  members,
  merger,
  notices,
  totals,
} from '../logic/style-samples-groups.ts';
import type { Settings } from '../pages/data.ts';
import { Head } from '../pages/demand-file.tsx';
import { NoticeShown } from '../pages/notice.tsx';
import { Keys } from '../pages/organisation-keys.tsx';
import { Invitations, Members } from '../pages/organisation-members.tsx';
import { ContestWords } from './contests.tsx';
import { DemandTotals } from './demand-totals.tsx';
import { MergerShown } from './merger.tsx';
import { Part } from './style-parts.tsx';

export function StyleGroups({ settings }: { settings: Settings }) {
  const { t } = useLanguage();
  const data = {
    ...members,
    page: 'organisationMembers',
    isSteward: true,
    isLater: false,
    form: emptyForm,
    settings,
  } as const;
  return (
    <>
      <Part name="group">
        <div class="mh-desk">
          <Members data={data} action="#group" />
          <Invitations data={data} action="#group" />
          <h3 class="govuk-heading-s">{t('organisation.keysTitle')}</h3>
          <Keys keys={keys} action="#group" />
        </div>
      </Part>
      <Part name="disputes">
        <div class="mh-desk">
          <MergerShown merger={merger} />
          <ContestWords contest={contest} />
          {notices.map((notice) => (
            <NoticeShown key={notice.reason} notice={notice} />
          ))}
        </div>
      </Part>
      <Part name="demandNumbers">
        <Head preview={{ totals, head: firstAreas }} />
        <DemandTotals totals={totals} title={t('demand.totalsTitle')} />
      </Part>
    </>
  );
}
