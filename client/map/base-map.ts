/** A Leaflet map of ours: tiles that may fail, a calm backdrop, no motion where none is wanted. */
import { control, type Map as LeafletMap, map as leafletMap, type MapOptions, tileLayer } from 'leaflet';
import '../styles/map.scss';
import type { Language } from '../language/language.ts';
import type { Settings } from '../pages/data.ts';

export interface BaseMap {
  map: LeafletMap;
  /** Move the map without it counting as the reader's move. */
  quietly: (move: () => void) => void;
  /** Is it the reader who moves the map just now? */
  byReader: () => boolean;
  remove: () => void;
}

/** So many tiles must fail, with none arriving, before the reader is told; a small map may need fewer in all. */
const patience = 4;

export function createBaseMap(
  { t }: Language,
  container: HTMLElement,
  settings: Settings,
  onTiles: (ok: boolean) => void,
  options: MapOptions = {},
): BaseMap {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = leafletMap(container, {
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    maxZoom: 19,
    attributionControl: false,
    zoomControl: false,
    ...options,
  });
  if (still) {
    const panBy = map.panBy.bind(map);
    map.panBy = (offset, pan) => panBy(offset, { ...pan, animate: false });
  }
  // The map itself takes the focus, for its keys; say what it is and which they are.
  container.setAttribute('role', 'group');
  container.setAttribute('aria-label', t('map.keys'));
  // Circles say what the names of their markers say too.
  map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true');
  control.attribution({ prefix: '<a href="https://leafletjs.com/">Leaflet</a>' }).addTo(map);
  control.zoom({ zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(map);
  control.scale({ imperial: true }).addTo(map);

  let failed = 0;
  let arrived = 0;
  tileLayer(settings.tileUrl, {
    attribution: settings.tileAttribution,
    maxZoom: 19,
    // Tile servers ask to know which site their tiles are shown on.
    referrerPolicy: 'strict-origin-when-cross-origin',
  })
    .on('tileload', () => {
      arrived += 1;
      if (arrived === 1) onTiles(true);
    })
    .on('tileerror', () => {
      failed += 1;
      if (failed === patience && arrived === 0) onTiles(false);
    })
    .on('load', () => {
      if (failed > 0 && arrived === 0) onTiles(false);
    })
    .addTo(map);

  let quiet = false;
  const quietly = (move: () => void) => {
    quiet = true;
    move();
    quiet = false;
  };
  const resized = new ResizeObserver(() => quietly(() => map.invalidateSize({ animate: false })));
  resized.observe(container);
  return {
    map,
    quietly,
    byReader: () => !quiet,
    remove: () => {
      resized.disconnect();
      map.remove();
    },
  };
}
