/** The rooms that there are, in their order, with what can be done with each. The buttons are of the form around them. */
import { useLanguage } from '../../language/context.tsx';
import type { RoomLine } from '../../pages/data.ts';

function RoomRow({
  room,
  path,
  isFirst,
  isLast,
}: {
  room: RoomLine;
  path: string;
  isFirst: boolean;
  isLast: boolean;
}) {
  const { t, href } = useLanguage();
  const { id, name, people, facts } = room;
  /** Which room an action is about, for whoever hears only the action. */
  const of = (action: string) => (
    <>
      <span aria-hidden="true">{action}</span>
      <span class="govuk-visually-hidden">{t('listing.which', { action, room: name })}</span>
    </>
  );
  const button = (act: string, label: string) => (
    <button type="submit" class="mh-button mh-button--quiet" name="do" value={`${act}-${id}`}>
      {of(label)}
    </button>
  );
  return (
    <li class="mh-room-row" id={`room-${id}`}>
      <p class="mh-room-row__name">
        <bdi>{name}</bdi>
        <span class="mh-quiet">
          {people === undefined ? t('listing.noPeople') : t('listing.upTo', { count: people })}
          {facts > 0 && ` · ${t('listing.roomFacts', { count: facts })}`}
        </span>
      </p>
      <ul class="mh-room-row__parts">
        {(['', '/access', '/facilities', '/hours'] as const).map((part) => (
          <li key={part}>
            <a class="govuk-link" href={href(`${path}/${id}${part}`)}>
              {of(t(part === '' ? 'listing.changeRoom' : `listing.room_${part.slice(1) as 'access'}`))}
            </a>
          </li>
        ))}
      </ul>
      <div class="mh-room-row__acts">
        {button('copy', t('listing.copy'))}
        {!isFirst && button('up', t('listing.up'))}
        {!isLast && button('down', t('listing.down'))}
        {button('remove', t('listing.remove'))}
      </div>
    </li>
  );
}

export function RoomList({ rooms, path }: { rooms: readonly RoomLine[]; path: string }) {
  const { t } = useLanguage();
  if (rooms.length === 0) return null;
  return (
    <ol class="mh-room-rows" aria-label={t('listing.roomList')}>
      {rooms.map((room, n) => (
        <RoomRow key={room.id} room={room} path={path} isFirst={n === 0} isLast={n === rooms.length - 1} />
      ))}
    </ol>
  );
}
