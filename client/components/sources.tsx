/** Where a listing comes from, under which licence, and when it was last changed. */
import type { Venue } from '../../server/venues/schema.ts';
import { formatDay } from '../logic/format.ts';

export function Sources({ provenance, updatedAt }: Pick<Venue, 'provenance' | 'updatedAt'>) {
  return (
    <section aria-labelledby="sources" class="mh-sources">
      <h2 id="sources" class="mh-sources__title">
        Where this comes from
      </h2>
      <p>Last changed on {formatDay(updatedAt)}.</p>
      {provenance.length === 0 && <p>Written in the register itself.</p>}
      <ul>
        {provenance.map((each) => (
          <li key={`${each.source}-${each.sourceId ?? ''}`}>
            {each.url && /^https?:/.test(each.url) ? <a href={each.url}>{each.name}</a> : each.name}, last
            seen there on {formatDay(each.lastSeen)}
            {each.vanished && '; it is no longer in that source'}. Licence: {each.licence}. {each.attribution}
          </li>
        ))}
      </ul>
    </section>
  );
}
