/** Tells those who look after places that suggestions wait: at most once a day, each of them once for all places. */
import type { Knex } from 'knex';
import { queueLetter } from '../mail/repository.ts';
import { stopLink } from '../reminders/link.ts';
import { isReader } from '../reminders/readers.ts';
import type { CorrectionLetters } from './letters.ts';

/** In one turn; the others come in the next. */
const MOST = 500;

interface Told {
  id: number;
  email: string;
  locale: string | null;
}

/** Who has something new waiting, and was not written to today; held until the end, and passed over by other nodes. */
const WAITING = `
  select p.id, p.email, p.locale from person p
  where p.reminders and p.unreachable_since is null
    and coalesce(p.corrections_told_at, '-infinity') < :now::timestamptz - interval '1 day'
    and exists (select from member m join venue v on v.organisation_id = m.organisation_id
      join correction c on c.venue_id = v.id
      where m.person_id = p.id and c.state = 'waiting' and v.status <> 'withdrawn'
        and c.made_at > coalesce(p.corrections_told_at, '-infinity') and ${isReader})
  order by p.id limit :most for update skip locked`;

const PLACES = `
  select v.id, v.slug, v.name, count(*)::int as waiting from member m
  join person p on p.id = m.person_id
  join venue v on v.organisation_id = m.organisation_id join correction c on c.venue_id = v.id
  where m.person_id = :person and c.state = 'waiting' and v.status <> 'withdrawn' and ${isReader}
  group by v.id order by v.name, v.id`;

/** Answers how many letters were written. */
export async function tellOfCorrections(
  db: Knex,
  { letters, publicUrl, now = new Date() }: { letters: CorrectionLetters; publicUrl: string; now?: Date },
): Promise<number> {
  return db.transaction(async (transaction) => {
    const { rows: people }: { rows: Told[] } = await transaction.raw(WAITING, { now, most: MOST });
    for (const { id, email, locale } of people) {
      const { rows: places } = await transaction.raw(PLACES, { person: id });
      const { path, headers } = await stopLink(transaction, { personId: id, publicUrl });
      const letter = letters.waiting({ places, stop: path }, locale ?? undefined);
      await queueLetter(transaction, { to: email, ...letter, headers });
      await transaction('person').where({ id }).update({ corrections_told_at: now });
    }
    return people.length;
  });
}
