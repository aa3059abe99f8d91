/** On the page of styles: the parts of a listing, in the order of its steps. */
import { accessFacts } from '../../server/vocabulary.ts';
import { useLanguage } from '../language/context.tsx';
import type { FormState } from '../logic/form.ts';
import {
  asked,
  askedKeys,
  draft,
  evidencePhotos,
  photoVenue,
  published,
  room,
  roomLines,
  samplePath,
  week,
} from '../logic/style-samples-listing.ts';
import { HoursFields } from './listing/hours-fields.tsx';
import { GoOn, Journey, StepList } from './listing/journey.tsx';
import { PrecisionFields } from './listing/precision-fields.tsx';
import { Questions } from './listing/questions.tsx';
import { RoomFields } from './listing/room-fields.tsx';
import { RoomList } from './listing/room-list.tsx';
import { PhotoFields } from './photo-fields.tsx';
import { Part } from './style-parts.tsx';

const always = () => true;

export function StyleListing() {
  const { t } = useLanguage();
  const wrong = t('style.wrong');
  const precise: FormState = { values: { precision: 'approximate' }, faults: [] };
  return (
    <>
      <Part name="steps">
        <div class="mh-desk">
          <Journey journey={draft} path={samplePath} current="rooms" />
          <Journey journey={published} path={samplePath} current="hours" />
          <StepList journey={draft} path={samplePath} current="rooms" />
          <GoOn journey={draft} path={samplePath} current="rooms" isDone />
        </div>
      </Part>
      <Part name="roomForms">
        <div class="mh-desk">
          <RoomList rooms={roomLines} path={`${samplePath}/edit/rooms`} />
          <RoomFields form={room(wrong)} others={roomLines} isOpen={always} />
        </div>
      </Part>
      <Part name="questions">
        <div class="mh-desk">
          <Questions
            form={asked(wrong)}
            entries={accessFacts.filter(({ key }) => askedKeys.includes(key))}
            photos={evidencePhotos(t('style.pictureAlt'))}
            isOpen={always}
          />
        </div>
      </Part>
      <Part name="week">
        <div class="mh-desk">
          <HoursFields form={week(t('style.wrongHours'))} isOpen={(name) => name !== 'note'} />
        </div>
      </Part>
      <Part name="exactness">
        <div class="mh-desk">
          <PrecisionFields form={precise} isSteward />
          <PrecisionFields form={precise} isSteward={false} />
        </div>
      </Part>
      <Part name="photoForm">
        <div class="mh-desk">
          <PhotoFields
            form={{ values: { alt: t('style.pictureAlt'), factKey: 'step_free_entrance' }, faults: [] }}
            venue={photoVenue}
            now={{ caption: t('style.sample') }}
          />
        </div>
      </Part>
    </>
  );
}
