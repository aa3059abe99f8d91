/** Beside the facts: where it is, when it is open, how to reach the group. */
import type { Venue } from '../../server/venues/schema.ts';
import { addressLines, contactLink } from '../logic/place.ts';
import type { HoursData, Settings } from '../pages/data.ts';
import { words } from '../words.ts';
import { PlaceMap } from './place-map.tsx';

function Place({ venue, settings }: { venue: Venue; settings: Settings }) {
  const { precision } = venue.location;
  const lines = addressLines(venue.address);
  return (
    <section aria-labelledby="visit" class="mh-panel">
      <h2 id="visit" class="mh-panel__title">
        Where it is
      </h2>
      {lines.length > 0 && (
        <address class="mh-address">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      {precision === 'approximate' && <p class="mh-panel__note">{words.placeApproximate}</p>}
      {precision === 'hidden' && <p class="mh-panel__note">{words.placeHidden}</p>}
      {precision !== 'hidden' && <PlaceMap venue={venue} settings={settings} />}
    </section>
  );
}

function Hours({ venue, hours }: { venue: Venue; hours?: HoursData }) {
  return (
    <section aria-labelledby="hours" class="mh-panel">
      <h2 id="hours" class="mh-panel__title">
        Hours
      </h2>
      {hours ? (
        <>
          <p class={hours.open ? 'mh-hours__today mh-hours__today--open' : 'mh-hours__today'}>
            {hours.today}
          </p>
          <table class="mh-hours">
            <caption class="govuk-visually-hidden">Hours in a usual week</caption>
            <tbody>
              {hours.week.map((day) => (
                <tr key={day.label}>
                  <th scope="row">{day.label}</th>
                  <td>{day.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {venue.openingHours?.note && <p class="mh-panel__note">{venue.openingHours.note}</p>}
        </>
      ) : (
        <p class="mh-panel__note">The hours are not known yet. Ask the group when you can come.</p>
      )}
    </section>
  );
}

const contactNames = { email: 'E-mail', phone: 'Phone', website: 'Website', social: 'Social media' } as const;

function Contacts({ venue }: { venue: Venue }) {
  const contacts = venue.contacts.filter((each) => each.public);
  return (
    <section aria-labelledby="contact" class="mh-panel">
      <h2 id="contact" class="mh-panel__title">
        How to reach the group
      </h2>
      {contacts.length === 0 ? (
        <p class="mh-panel__note">The group has not made any contact details public.</p>
      ) : (
        <dl class="mh-contacts">
          {contacts.map((contact) => {
            const href = contactLink(contact);
            return (
              <div key={`${contact.kind}-${contact.value}`}>
                <dt>
                  {contactNames[contact.kind]}
                  {contact.name && `, ${contact.name}`}
                </dt>
                <dd>{href ? <a href={href}>{contact.value}</a> : contact.value}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}

interface Props {
  venue: Venue;
  hours?: HoursData;
  settings: Settings;
}

export function VenueAside({ venue, hours, settings }: Props) {
  return (
    <div class="mh-venue__aside">
      <Place venue={venue} settings={settings} />
      <Hours venue={venue} hours={hours} />
      <Contacts venue={venue} />
    </div>
  );
}
