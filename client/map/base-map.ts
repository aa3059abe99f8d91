/** A Leaflet map of ours: tiles that may fail, a calm backdrop, no motion where none is wanted. */
import {
  type Control,
  control,
  type Map as LeafletMap,
  map as leafletMap,
  type MapOptions,
  tileLayer,
} from 'leaflet';
import '../styles/map.scss';
import type { Language } from '../language/language.ts';
import { tileCredit } from '../logic/attribution.ts';
import type { Settings } from '../pages/data.ts';
import { createBackdrop } from './backdrop.ts';

/** Where its pictures come from. */
export type Tiles = Pick<Settings, 'tileUrl' | 'tileAttribution'>;

export interface BaseMap {
  map: LeafletMap;
  /** Move the map without it counting as the reader's move. */
  quietly: (move: () => void) => void;
  /** Is it the reader who moves the map just now? */
  byReader: () => boolean;
  /** Pixels that the line of credits takes at the foot. */
  foot: () => number;
  remove: () => void;
}

/** So many tiles must fail, with none arriving, before the reader is told; a small map may need fewer in all. */
const patience = 4;
/** Milliseconds. */
const patienceTime = 2_500;

export function createBaseMap(
  { t, href }: Language,
  container: HTMLElement,
  settings: Tiles,
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
    trackResize: false, // it is watched below, so that a phone that is turned has not moved the map
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
  const credit: Control.Attribution = control.attribution({
    prefix: `<a href="https://leafletjs.com/">Leaflet</a> | <a href="${href('/about')}#sources">${t('map.sources')}</a>`,
  });
  credit.addTo(map);
  const backdrop = createBackdrop(map, credit);
  control.zoom({ zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') }).addTo(map);
  control.scale({ imperial: true, position: 'topright' }).addTo(map);

  let failed = 0;
  let arrived = 0;
  // Whoever waits long for the pictures looks at our own map meanwhile.
  const waiting = setTimeout(() => {
    if (arrived === 0) backdrop.show();
  }, patienceTime);
  const without = () => {
    backdrop.show();
    onTiles(false);
  };
  // A server with sharper pictures for fine screens has {r} in its address, which Leaflet fills in.
  tileLayer(settings.tileUrl, {
    attribution: tileCredit(settings),
    maxZoom: 19,
    // Tile servers ask to know which site their tiles are shown on.
    referrerPolicy: 'strict-origin-when-cross-origin',
  })
    .on('tileload', () => {
      arrived += 1;
      if (arrived > 1) return;
      backdrop.hide();
      onTiles(true);
    })
    .on('tileerror', () => {
      failed += 1;
      if (failed === patience && arrived === 0) without();
    })
    .on('load', () => {
      if (failed > 0 && arrived === 0) without();
    })
    .addTo(map);

  let quiet = false;
  // A map that makes room for what opens on it has not been moved by anyone.
  let making = false;
  map.on('autopanstart', () => {
    making = true;
    map.once('moveend', () =>
      setTimeout(() => {
        making = false;
      }),
    );
  });
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
    byReader: () => !quiet && !making,
    foot: () => credit.getContainer()?.offsetHeight ?? 0,
    remove: () => {
      clearTimeout(waiting);
      resized.disconnect();
      map.remove();
    },
  };
}
