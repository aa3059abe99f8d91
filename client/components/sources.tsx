/** Where a listing comes from, under which licence, and when it was last changed. */
import type { Venue } from '../../server/venues/schema.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';

type Provenance = Venue['provenance'][number];

function Source({ each }: { each: Provenance }) {
  const language = useLanguage();
  const text = language.t('venue.source', {
    name: each.name,
    day: formatDay(language, each.lastSeen),
    vanished: each.vanished ? 'yes' : 'no',
    licence: each.licence,
    attribution: each.attribution,
  });
  const link = each.url && /^https?:/.test(each.url) ? each.url : undefined;
  return (
    <li>
      <Rich text={text} tags={{ a: (name) => (link ? <a href={link}>{name}</a> : <span>{name}</span>) }} />
    </li>
  );
}

export function Sources({ venue }: { venue: Pick<Venue, 'id' | 'slug' | 'provenance' | 'updatedAt'> }) {
  const { provenance, updatedAt } = venue;
  const language = useLanguage();
  const { t, href } = language;
  return (
    <section aria-labelledby="sources" class="mh-sources">
      <h2 id="sources" class="mh-sources__title">
        {t('venue.sources')}
      </h2>
      <p>
        {t('venue.changed', { day: formatDay(language, updatedAt) })}{' '}
        <a href={href(`${venuePath(venue)}/history`)}>{t('venue.allChanges')}</a>
      </p>
      {provenance.length === 0 ? (
        <p>{t('venue.sourceNone')}</p>
      ) : (
        <ul>
          {provenance.map((each) => (
            <Source key={`${each.source}-${each.sourceId ?? ''}`} each={each} />
          ))}
        </ul>
      )}
    </section>
  );
}
