/** On the page of styles: what is on the map. Its styles are loaded there; its script is not, so this is HTML of the same looks. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language/context.tsx';
import { type Look, lookOf, nameOf, popupLines, popupName } from '../logic/map-looks.ts';
import { venuePath } from '../logic/rooms.ts';
import type { SpotVenue } from '../logic/spots.ts';
import { opened, shapes, spots } from '../logic/style-samples-map.ts';
import { MapSign } from './map-sign.tsx';
import { Part } from './style-parts.tsx';

function Sign({ look, name, state }: { look: Look; name: string; state?: 'active' | 'focus' }) {
  const { className, height } = look;
  const shown = state === 'active' ? 'mh-pin--active' : state === 'focus' ? 'mh-style__focus' : '';
  return (
    // As Leaflet makes them.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      class={`mh-style__sign mh-style__sign--${height} ${className} ${shown}`}
      role="button"
      tabIndex={0}
      aria-label={name}
    >
      <MapSign look={look} />
    </div>
  );
}

function Popup({ name, children }: { name?: string; children: ComponentChildren }) {
  const { t, dir } = useLanguage();
  return (
    <div class="leaflet-popup mh-style__popup">
      <div class="leaflet-popup-content-wrapper">
        <div class="leaflet-popup-content">
          {/* biome-ignore lint/a11y/useSemanticElements: as client/map/popups.ts makes it */}
          <div class="mh-popup" role="group" aria-label={name} dir={dir}>
            {children}
          </div>
        </div>
      </div>
      <div class="leaflet-popup-tip-container" aria-hidden="true">
        <div class="leaflet-popup-tip" />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as Leaflet makes it */}
      {/* biome-ignore lint/a11y/useAnchorContent: its name is its label */}
      <a class="leaflet-popup-close-button" role="button" aria-label={t('map.close')} href="#popups">
        <span aria-hidden="true">×</span>
      </a>
    </div>
  );
}

function Venues({ venues, fit }: (typeof opened)[number]) {
  const language = useLanguage();
  const { t, href } = language;
  const about = venues.some((venue: SpotVenue) => venue.approximate);
  return (
    <Popup name={popupName(language, venues)}>
      <ul>
        {venues.map((venue) => (
          <li key={venue.id}>
            <a class="mh-popup__name" href={href(venuePath(venue))}>
              {venue.name}
            </a>
            {popupLines(language, venue, fit).map((line) => (
              <span class="mh-popup__line" key={line}>
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {about && <p>{t('search.placeApproximate')}</p>}
      <button type="button" class="mh-popup__button">
        {t('map.walkFrom')}
      </button>
    </Popup>
  );
}

export function StyleMap() {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <Part name="mapSigns">
        <ul class="mh-style__grid mh-map__canvas mh-style__canvas">
          {spots.map(({ spot, fit, state }) => {
            const name = nameOf(language, spot, fit);
            return (
              <li key={`${name} ${state}`}>
                <Sign look={lookOf(language, spot, fit)} name={name} state={state} />
                <span>
                  {name}
                  {state && ` (${t(state === 'active' ? 'style.stateActive' : 'style.stateFocus')})`}
                </span>
              </li>
            );
          })}
        </ul>
        <ul class="mh-style__grid mh-map__canvas mh-style__canvas">
          {shapes.map(({ name, parts }) => (
            <li key={name}>
              <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true" focusable="false">
                {parts.map(([className, path]) => (
                  <path key={className} class={className} d={path} />
                ))}
              </svg>
              {t(`style.${name}`)}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="popups">
        <div class="mh-map__canvas leaflet-container mh-style__canvas mh-style__popups">
          {opened.map((each) => (
            <Venues key={each.venues[0]?.id} {...each} />
          ))}
          <Popup>
            <button type="button" class="mh-popup__button">
              {t('map.searchIn', {
                area: t('search.area', { name: 'Tooting Bec', kind: t('map.kind_ward') }),
              })}
            </button>
          </Popup>
        </div>
      </Part>
    </>
  );
}
