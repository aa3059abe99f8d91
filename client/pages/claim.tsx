/** Whose a place is: claiming one that nobody holds, contesting a claim, answering, and giving a place up. */
import { ContestWords } from '../components/contests.tsx';
import { Checkboxes, Done, ErrorSummary, Radios, TextArea, TextInput } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { ClaimLine } from '../components/whose.tsx';
import { useLanguage } from '../language/context.tsx';
import { emptyForm } from '../logic/form.ts';
import { venuePath } from '../logic/rooms.ts';
import type { ClaimPageData } from './data.ts';

interface Part {
  data: ClaimPageData;
  path: string;
}

function Group({ data, mayBeNew }: { data: ClaimPageData; mayBeNew?: boolean }) {
  const { t } = useLanguage();
  const own = data.groups.map(({ id, name }) => ({ value: String(id), label: name }));
  const options = mayBeNew ? [...own, { value: 'new', label: t('claim.newGroup') }] : own;
  return (
    <>
      {own.length > 0 ? (
        <Radios form={data.form} name="organisationId" label={t('claim.forWhich')} options={options} />
      ) : (
        <input type="hidden" name="organisationId" value="new" />
      )}
      {mayBeNew && (
        <TextInput
          form={data.form}
          name="newGroup"
          label={t('claim.newGroupName')}
          hint={own.length > 0 && t('claim.newGroupHint')}
          maxLength={160}
          dir="auto"
        />
      )}
    </>
  );
}

function ClaimForm({ data, path }: Part) {
  const { t } = useLanguage();
  if (data.onlyEmail && !data.byEmail) return <p class="govuk-body">{t('claim.onlyEmail')}</p>;
  return (
    <form method="post" action={path} novalidate>
      <p class="govuk-body">{t('claim.claimHow')}</p>
      {data.byEmail && (
        <p class="govuk-body" dir="auto">
          {t('claim.ownAddress', { email: data.email })}
        </p>
      )}
      <Group data={data} mayBeNew />
      {!data.byEmail && (
        <>
          <TextArea
            form={data.form}
            name="words"
            label={t('claim.declaration')}
            hint={t('claim.declarationHint')}
            maxLength={1000}
          />
          <Checkboxes
            form={data.form}
            name="maySpeak"
            label={t('claim.confirm')}
            options={[{ value: 'yes', label: t('claim.maySpeak') }]}
          />
        </>
      )}
      <button type="submit" name="do" value="claim" class="mh-button">
        {t('claim.claimNow')}
      </button>
    </form>
  );
}

function ContestForm({ data: given, path }: Part) {
  const { t } = useLanguage();
  // What is wrong with an answer is shown beside that answer.
  const data = given.form.values.contest ? { ...given, form: emptyForm } : given;
  return (
    <>
      <h2 class="govuk-heading-m">{t('claim.contest')}</h2>
      {data.groups.length === 0 ? (
        <p class="govuk-body">{t('claim.noGroup')}</p>
      ) : (
        <form method="post" action={path} novalidate>
          <p class="govuk-body">{t('claim.contestHow')}</p>
          <Group data={data} />
          <TextArea
            form={data.form}
            name="words"
            label={t('claim.contestWords')}
            hint={t('claim.declarationHint')}
            maxLength={1000}
          />
          <button type="submit" name="do" value="contest" class="mh-button">
            {t('claim.contestNow')}
          </button>
        </form>
      )}
    </>
  );
}

/** For whoever is of one side of a contest that is open. */
function AnswerForm({ data, path, contestId }: Part & { contestId: number }) {
  const { t } = useLanguage();
  const isOurs = data.ownContests.includes(contestId);
  // More than one contest may be open: each form has fields of its own, and the faults of one show in it alone.
  const id = `words-${contestId}`;
  const mine = data.form.values.contest === String(contestId);
  const form = mine ? data.form : emptyForm;
  return (
    <form method="post" action={path} novalidate>
      <input type="hidden" name="contest" value={contestId} />
      <TextArea
        form={form}
        name="words"
        id={id}
        label={t('claim.more')}
        hint={t('claim.declarationHint')}
        maxLength={1000}
      />
      <div class="mh-desk-actions">
        <button type="submit" name="do" value="say" class="mh-button">
          {t('claim.addMore')}
        </button>
        {isOurs && (
          <button type="submit" name="do" value="takeBack" class="mh-button mh-button--quiet">
            {t('claim.takeBack')}
          </button>
        )}
      </div>
    </form>
  );
}

function GiveUp({ data, path }: Part) {
  const { t } = useLanguage();
  return (
    <form method="post" action={path} novalidate>
      <h2 class="govuk-heading-m">{t('claim.giveUp')}</h2>
      <Checkboxes
        form={data.form}
        name="sure"
        label={t('claim.confirm')}
        hint={t('claim.giveUpHow')}
        options={[{ value: 'yes', label: t('claim.giveUpSure') }]}
      />
      <button type="submit" name="do" value="release" class="mh-button mh-button--quiet">
        {t('claim.giveUp')}
      </button>
    </form>
  );
}

export function ClaimPage({ data }: { data: ClaimPageData }) {
  const { t, href } = useLanguage();
  const { venue, claim, settings } = data;
  const place = venuePath(venue);
  const path = href(`${place}/claim`);
  const mayAnswer = (id: number) => data.isHolder || data.ownContests.includes(id);
  const contest = data.form.values.contest;
  const haveAllContested = data.groups.length === 0 && data.hasContested;
  return (
    <Layout settings={settings}>
      <a class="govuk-back-link" href={href(place)}>
        {t('claim.backToVenue')}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={data.form} ids={contest ? { words: `words-${contest}` } : {}} />
        {data.done && <Done>{t(`claim.done_${data.done}`)}</Done>}
        <h1 class="govuk-heading-l" dir="auto">
          {data.holder || data.done ? venue.name : t('claim.doYouRun')}
        </h1>
        {!data.holder && !data.done && (
          <p class="govuk-body-l" dir="auto">
            {venue.name}
          </p>
        )}
        {data.holder && <p class="govuk-body">{t('claim.heldBy', { holder: data.holder })}</p>}
        {data.isHolder && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(`${place}/manage`)}>
              {t('claim.toManage')}
            </a>
          </p>
        )}
        {claim && (
          <div class="govuk-body">
            <ClaimLine claim={claim} today={settings.today} />
          </div>
        )}
        {claim?.contests.map((each) => (
          <div key={each.id}>
            <ContestWords contest={each} level={2} />
            {each.state === 'open' && mayAnswer(each.id) && (
              <AnswerForm data={data} path={path} contestId={each.id} />
            )}
          </div>
        ))}
        {!data.holder && data.done !== 'released' && <ClaimForm data={data} path={path} />}
        {data.isHolder && <GiveUp data={data} path={path} />}
        {data.holder && !data.isHolder && data.isContestable && !haveAllContested && (
          <ContestForm data={data} path={path} />
        )}
        {data.holder && !data.isHolder && !data.isContestable && (
          <p class="govuk-body">{t('claim.notContestable')}</p>
        )}
      </div>
    </Layout>
  );
}
