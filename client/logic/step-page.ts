/** Where the page of a step is, and what it is headed with. */
import type { Language } from '../language/language.ts';
import type { EditPageData } from '../pages/data.ts';

type Shown = Pick<EditPageData, 'step' | 'topic' | 'room' | 'gone' | 'roomPart'>;

/** Where its form is sent, below the address of the venue. */
export const editPath = ({ step, topic, room, gone, roomPart }: Shown): string =>
  ['/edit', step, topic ?? room?.id ?? gone, roomPart].filter((part) => part !== undefined).join('/');

/** What the page is headed with: the step, or its heading, or the room. */
export function editTitle({ t, word }: Language, { step, topic, room, roomPart }: Shown): string {
  // Whole, where there is room for it: it also asks about toilets and light.
  const part = roomPart && t(roomPart === 'access' ? 'listing.step_access' : `listing.room_${roomPart}`);
  if (room && part) return t('listing.ofRoom', { room: room.name, part });
  if (room) return room.name;
  return topic ? (word('topics', topic, 'label') ?? topic) : t(`listing.step_${step}`);
}
