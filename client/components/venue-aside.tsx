/** Beside the facts: where it is, when it is open, how to reach the group. */
import type { OpenState, Venue } from '../../server/venues/schema.ts';
import { Rich, useLanguage } from '../language/context.tsx';
import { ageSentence, valueSentence } from '../logic/facts.ts';
import { addressLines, arrivingFacts, contactLink, wayLinks } from '../logic/place.ts';
import type { TermsView } from '../logic/terms.ts';
import type { Settings } from '../pages/data.ts';
import { HoursPanel } from './hours-panel.tsx';
import { PlaceMap } from './place-map.tsx';
import { TermsSaid } from './terms-said.tsx';
import { useWhoToAsk } from './who-to-ask.ts';

function Reach({ venue }: { venue: Venue }) {
  const language = useLanguage();
  const { t } = language;
  const who = useWhoToAsk();
  const facts = arrivingFacts(venue);
  const links = wayLinks(venue);
  if (facts.length === 0 && !links) return null;
  return (
    <>
      <h3 class="mh-panel__part">{t('venue.reach')}</h3>
      <ul class="mh-reach">
        {facts.map((fact) => (
          <li key={fact.key}>
            {valueSentence(language, fact.key, fact.value, who)}{' '}
            <span class="mh-quiet">({ageSentence(language, fact)})</span>
          </li>
        ))}
        {links && (
          <>
            <li class="mh-reach__link">
              <a href={links.walk}>{t('venue.walk')}</a>
            </li>
            <li class="mh-reach__link">
              <a href={links.app}>{t('venue.mapApp')}</a>
            </li>
          </>
        )}
      </ul>
    </>
  );
}

function Place({ venue, settings }: { venue: Venue; settings: Settings }) {
  const { t } = useLanguage();
  const who = useWhoToAsk();
  const { precision } = venue.location;
  const lines = addressLines(venue.address);
  return (
    <section aria-labelledby="visit" class="mh-panel">
      <h2 id="visit" class="mh-panel__title">
        {t('venue.where')}
      </h2>
      {lines.length > 0 && (
        <address class="mh-address">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      {precision === 'approximate' && <p class="mh-panel__note">{t('venue.approximate')}</p>}
      {precision === 'hidden' && <p class="mh-panel__note">{t('venue.hidden', { who })}</p>}
      {precision !== 'hidden' && <PlaceMap venue={venue} settings={settings} />}
      <Reach venue={venue} />
    </section>
  );
}

function Terms({ terms, services }: { terms?: TermsView; services?: string }) {
  const { t } = useLanguage();
  const who = useWhoToAsk();
  return (
    <section aria-labelledby="terms" class="mh-panel">
      <h2 id="terms" class="mh-panel__title">
        {t('venue.terms')}
      </h2>
      {terms ? <TermsSaid terms={terms} /> : <p class="mh-panel__text">{t('venue.termsText', { who })}</p>}
      {services && <p class="mh-panel__text">{services}</p>}
    </section>
  );
}

/** No end of the way: what else can be done to ask. */
function NoContacts({ venue }: { venue: Venue }) {
  const { t, href } = useLanguage();
  if (!venue.organisation) return <p class="mh-panel__note">{t('venue.contactUnheld')}</p>;
  const canCallIn = venue.location.precision === 'exact' && venue.openingHours !== undefined;
  return (
    <>
      <p class="mh-panel__note">
        {t('venue.contactNone')}
        {canCallIn && ` ${t('venue.contactVisit')}`}
      </p>
      {venue.services?.consent !== 'declined' && (
        <p class="mh-panel__note">
          <Rich
            text={t('venue.contactPlan')}
            tags={{ a: (children) => <a href={href('/plan/new')}>{children}</a> }}
          />
        </p>
      )}
    </>
  );
}

function Contacts({ venue }: { venue: Venue }) {
  const { t } = useLanguage();
  const contacts = venue.contacts.filter((each) => each.public);
  return (
    <section aria-labelledby="contact" class="mh-panel">
      <h2 id="contact" class="mh-panel__title">
        {t(venue.organisation ? 'venue.contact' : 'venue.jumpContact')}
      </h2>
      {venue.organisation && (
        <p class="mh-panel__text">{t('venue.heldBy', { holder: venue.organisation.name })}</p>
      )}
      {contacts.length === 0 ? (
        <NoContacts venue={venue} />
      ) : (
        <dl class="mh-contacts">
          {contacts.map((contact) => {
            const href = contactLink(contact);
            return (
              <div key={`${contact.kind}-${contact.value}`}>
                <dt>
                  {contact.name
                    ? t('venue.contactNamed', { kind: t(`venue.${contact.kind}`), person: contact.name })
                    : t(`venue.${contact.kind}`)}
                </dt>
                <dd>
                  <bdi>{href ? <a href={href}>{contact.value}</a> : contact.value}</bdi>
                </dd>
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
  open?: OpenState;
  terms?: TermsView;
  services?: string;
  settings: Settings;
}

export function VenueAside({ venue, open, terms, services, settings }: Props) {
  return (
    <div class="mh-venue__aside">
      <HoursPanel id="hours" hours={venue.openingHours} open={open} today={settings.today} />
      <Terms terms={terms} services={services} />
      <Contacts venue={venue} />
      <Place venue={venue} settings={settings} />
    </div>
  );
}
