/** One step of a listing: a part of the record as a form, with where it stands among the others. */
import { questionsOf } from '../../server/vocabulary.ts';
import { Clashes } from '../components/clashes.tsx';
import { Done, ErrorSummary } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { AboutFields } from '../components/listing/about-fields.tsx';
import { ContactFields } from '../components/listing/contact-fields.tsx';
import { HoursFields } from '../components/listing/hours-fields.tsx';
import { Journey } from '../components/listing/journey.tsx';
import { PlaceFields, Same } from '../components/listing/place-fields.tsx';
import { PrecisionFields } from '../components/listing/precision-fields.tsx';
import { PublishPart } from '../components/listing/publish-part.tsx';
import { Questions } from '../components/listing/questions.tsx';
import { RoomFields } from '../components/listing/room-fields.tsx';
import { RoomList } from '../components/listing/room-list.tsx';
import { ServicesFields } from '../components/listing/services-fields.tsx';
import { useLanguage } from '../language/context.tsx';
import { groupOf, stepAfter, stewardSteps, stopAfter, stopPath, topicsOf } from '../logic/listing.ts';
import { venuePath } from '../logic/rooms.ts';
import { editPath, editTitle } from '../logic/step-page.ts';
import type { EditPageData } from './data.ts';

const isFacts = (step: EditPageData['step']) => step === 'access' || step === 'facilities';

function Fields({ data }: { data: EditPageData }) {
  const { t } = useLanguage();
  const { step, topic, room, roomPart, form, rooms, clashes } = data;
  const isOpen = (name: string) => !clashes.some((each) => each.name === name);
  const group = roomPart === 'hours' ? undefined : (roomPart ?? (isFacts(step) ? step : undefined));
  if (group)
    return (
      <Questions
        form={form}
        entries={questionsOf(groupOf[group as 'access'], topic ?? 'room')}
        photos={data.photos}
        isOpen={isOpen}
      />
    );
  if (step === 'hours' || roomPart === 'hours')
    return <HoursFields form={form} osm={data.osm} isOpen={isOpen} />;
  if (step === 'rooms')
    return (
      <>
        {!room && rooms.length > 0 && <h2 class="govuk-heading-m">{t('listing.addRoom')}</h2>}
        <RoomFields
          form={form}
          others={rooms.filter(({ id }) => id !== room?.id)}
          isOpen={isOpen}
          whole={room !== undefined}
        />
      </>
    );
  if (step === 'where')
    return (
      <>
        <PlaceFields form={form} settings={data.settings} isOpen={isOpen} />
        <Same form={form} same={data.same} />
      </>
    );
  if (step === 'about') return <AboutFields form={form} isOpen={isOpen} />;
  if (step === 'contacts') return isOpen('contacts') ? <ContactFields form={form} /> : null;
  if (step === 'precision')
    return isOpen('precision') ? <PrecisionFields form={form} isSteward={data.journey.isSteward} /> : null;
  if (step === 'services')
    return isOpen('services') ? <ServicesFields form={form} isSteward={data.journey.isSteward} /> : null;
  return <PublishPart journey={data.journey} path={venuePath(data.venue)} form={form} />;
}

/** What can be done with what was typed. The first button is the one that Enter presses. */
function Buttons({ data }: { data: EditPageData }) {
  const { t } = useLanguage();
  const { step, topic, room, journey } = data;
  const { isDraft, isSteward } = journey;
  const quiet = (value: string, label: string) => (
    <button type="submit" class="mh-button mh-button--quiet" name="next" value={value}>
      {label}
    </button>
  );
  if (stewardSteps.includes(step) && !isSteward) return null;
  if (step === 'publish')
    return isDraft ? (
      <button type="submit" class="mh-button">
        {t('listing.publish')}
      </button>
    ) : null;
  const goesOn = isDraft && !room;
  const hasMore = topic && topicsOf(step as 'access').at(-1) !== topic;
  return (
    <>
      <button type="submit" class="mh-button">
        {t(goesOn ? 'listing.saveGoOn' : 'listing.save')}
      </button>
      {!isDraft && hasMore && quiet('next', t('listing.saveGoOn'))}
      {step === 'rooms' && !room && quiet('another', t('listing.saveAnother'))}
      {step === 'rooms' && goesOn && isSteward && quiet('publish', t('listing.savePublish'))}
      {goesOn && quiet('later', t('listing.saveLater'))}
    </>
  );
}

/** Nothing but a place and a room has to be said. */
function Skip({ data }: { data: EditPageData }) {
  const { t, href } = useLanguage();
  const { step, topic, room, journey, venue } = data;
  if (!journey.isDraft || room || step === 'publish') return null;
  const next = stopAfter({ step, topic }, journey.isSteward);
  const after = stepAfter({ step }, journey.isSteward);
  const path = venuePath(venue);
  return (
    <p class="mh-skip">
      {next && (
        <a class="govuk-link" href={href(path + stopPath(next))}>
          {t('listing.skip')}
        </a>
      )}
      {topic && after && after.step !== next?.step && (
        <a class="govuk-link" href={href(path + stopPath(after))}>
          {t('listing.skipAll')}
        </a>
      )}
    </p>
  );
}

export function EditPage({ data }: { data: EditPageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { step, topic, room, venue, form, journey, rooms } = data;
  const path = venuePath(venue);
  const parts = topic ? topicsOf(step as 'access') : [];
  return (
    <Layout settings={data.settings} current="/account">
      <a class="govuk-back-link" href={href(`${path}${room ? '/edit/rooms' : '/manage'}`)} dir="auto">
        {room ? t('listing.step_rooms') : venue.name}
      </a>
      <div class="mh-desk">
        <ErrorSummary form={form} />
        {data.done && <Done>{t(`listing.done_${data.done}`)}</Done>}
        {step !== 'publish' && <Journey journey={journey} path={path} current={step} />}
        <h1 class="govuk-heading-l" dir="auto">
          {/* The way back says whose page it is, but not of a room, and not on paper. */}
          <span class={`govuk-caption-l ${room ? '' : 'mh-print-only'}`} dir="auto">
            {venue.name}
          </span>
          {topic && (
            <span class="govuk-caption-l">
              {t('listing.partOf', {
                step: t(`listing.step_${step}`),
                number: parts.indexOf(topic) + 1,
                all: parts.length,
              })}
            </span>
          )}
          {editTitle(language, data)}
        </h1>
        <form method="post" action={href(path + editPath(data))} novalidate>
          <button type="submit" class="mh-default" tabIndex={-1} aria-hidden="true" />
          <input type="hidden" name="version" value={data.version} />
          {data.gone && <input type="hidden" name="again" value="yes" />}
          {step === 'rooms' && !room && <RoomList rooms={rooms} path={`${path}/edit/rooms`} />}
          <Clashes clashes={data.clashes} who={data.who} day={data.day} form={form} />
          <Fields data={data} />
          <div class="mh-desk-actions">
            <Buttons data={data} />
          </div>
        </form>
        <Skip data={data} />
      </div>
    </Layout>
  );
}
