/** Where the page of a step is, and what it is headed with. */
import type { Language } from '../language/language.ts';
import type { EditPageData } from '../pages/data.ts';

type Shown = Pick<EditPageData, 'step' | 'topic' | 'room' | 'gone' | 'roomPart'>;

/** Where its form is sent, below the address of the venue. */
export const editPath = ({ step, topic, room, gone, roomPart }: Shown): string =>
  ['/edit', step, topic ?? room?.id ?? gone, roomPart].filter((part) => part !== undefined).join('/');

/** What the page is headed with: the step, or its heading, or the room. */
export function editTitle({ t, word }: Language, { step, topic, room, roomPart }: Shown): string {
  if (room && roomPart) return t('listing.ofRoom', { room: room.name, part: t(`listing.room_${roomPart}`) });
  if (room) return room.name;
  return topic ? (word('topics', topic, 'label') ?? topic) : t(`listing.step_${step}`);
}
