/** The members' page of an organisation: its places, what is offered, and the way to each part that they look after. */
import { managePath, OrganisationFrame, organisationPath, Press } from '../components/organisation-frame.tsx';
import { PlaceStatus } from '../components/place-status.tsx';
import { useLanguage } from '../language/context.tsx';
import { formatDay } from '../language/format.ts';
import { venuePath } from '../logic/rooms.ts';
import type { OrganisationManagePageData } from './data.ts';

function Offers({ data }: { data: OrganisationManagePageData }) {
  const language = useLanguage();
  const { t, href } = language;
  const { organisation, incoming, outgoing } = data;
  const action = href(managePath(organisation));
  const until = (at: string) => formatDay(language, at.slice(0, 10));
  return (
    <>
      {incoming.length > 0 && (
        <section aria-labelledby="offers" class="mh-panel">
          <h2 class="mh-panel__title" id="offers">
            {t('organisation.offers')}
          </h2>
          <p class="govuk-body">{t('organisation.offerHow')}</p>
          <ul class="govuk-list mh-desk-list">
            {incoming.map(({ id, venue, from, expiresAt }) => (
              <li key={id}>
                <span>
                  <strong dir="auto">{venue.name}</strong>
                  <br />
                  {t('organisation.offeredBy', { organisation: from.name, day: until(expiresAt) })}
                </span>
                <span class="mh-presses">
                  <Press
                    action={action}
                    values={{ do: 'accept', offer: id }}
                    label={t('organisation.accept')}
                    about={venue.name}
                    strong
                  />
                  <Press
                    action={action}
                    values={{ do: 'decline', offer: id }}
                    label={t('organisation.decline')}
                    about={venue.name}
                  />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {outgoing.length > 0 && (
        <section aria-labelledby="offered">
          <h2 class="govuk-heading-m" id="offered">
            {t('organisation.offered')}
          </h2>
          <ul class="govuk-list mh-desk-list">
            {outgoing.map(({ id, venue, to, expiresAt }) => (
              <li key={id}>
                <span>
                  <strong dir="auto">{venue.name}</strong>
                  <br />
                  {t('organisation.offeredTo', { organisation: to.name, day: until(expiresAt) })}
                </span>
                <Press
                  action={action}
                  values={{ do: 'back', offer: id }}
                  label={t('organisation.takeBack')}
                  about={venue.name}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function OrganisationManagePage({ data }: { data: OrganisationManagePageData }) {
  const { t, href } = useLanguage();
  const { organisation, isSteward, places, done } = data;
  const path = managePath(organisation);
  const ways = [
    { to: organisationPath(organisation), label: t('organisation.toPublic') },
    ...(isSteward ? [{ to: `${path}/about`, label: t('organisation.toAbout') }] : []),
    { to: `${path}/members`, label: t('organisation.toMembers') },
    ...(isSteward ? [{ to: `${path}/keys`, label: t('organisation.toKeys') }] : []),
    { to: `${path}/record`, label: t('organisation.toRecord') },
    ...(isSteward ? [{ to: `${path}/dissolve`, label: t('organisation.toDissolve') }] : []),
  ];
  return (
    <OrganisationFrame
      settings={data.settings}
      title={t('organisation.manageTitle', { organisation: organisation.name })}
      form={data.form}
      done={done && t(`organisation.done_${done}`)}
    >
      <p class="govuk-body">{t(isSteward ? 'organisation.youSteward' : 'organisation.youEdit')}</p>
      <Offers data={data} />
      <h2 class="govuk-heading-m">{t('organisation.ownPlaces')}</h2>
      {places.length === 0 && <p class="govuk-body">{t('organisation.noPlaces')}</p>}
      <ul class="govuk-list mh-desk-list">
        {places.map((place) => (
          <li key={place.id}>
            <a class="govuk-link" href={href(`${venuePath(place)}/manage`)} dir="auto">
              {place.name}
            </a>
            <PlaceStatus place={place} />
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="mh-button mh-button--quiet" href={href('/list')}>
          {t('account.listPlace')}
        </a>
      </p>
      <h2 class="govuk-heading-m">{t('organisation.parts')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {ways.map(({ to, label }) => (
          <li key={to}>
            <a class="govuk-link mh-tap" href={href(to)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </OrganisationFrame>
  );
}
