/** Outlines of wards and boroughs, on demand: each is a button by pointer and by keyboard. */
import { type GeoJSON, geoJSON, type Map as LeafletMap, type Path, popup, svg } from 'leaflet';
import { fetchOutlines, type OutlineFeature } from '../api.ts';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import { viewOf } from './view.ts';

export interface Outlines {
  show: (on: boolean) => void;
  /** The areas that are searched in now. */
  choose: (ids: readonly string[]) => void;
}

export interface OutlineEvents {
  onArea: (id: string) => void;
  /** How many are outlined, or that they could not be had. */
  onOutlined: (note: string) => void;
}

/** Kinds come with the data: one that is not known is said as it is. */
function kindWord({ t }: Language, kind: string): string {
  const key = `map.kind_${kind}` as MessageKey;
  const said = t(key);
  return said === key ? kind : said;
}

export function createOutlines(language: Language, map: LeafletMap, events: OutlineEvents): Outlines {
  const { t, dir } = language;
  map.createPane('areas');
  const renderer = svg({ pane: 'areas', padding: 0.5 });
  let layer: GeoJSON | undefined;
  let shown = false;
  let chosen: readonly string[] = [];
  let request: AbortController | undefined;

  const titleOf = ({ name, kind }: OutlineFeature['properties']) =>
    t('search.area', { name, kind: kindWord(language, kind) });

  /** By its name: when the map has moved, the outline has been drawn anew. */
  function focusOn(label: string) {
    const same = map.getPane('areas')?.querySelector<SVGElement>(`[aria-label="${CSS.escape(label)}"]`);
    (same ?? map.getContainer()).focus({ preventScroll: true });
  }

  function open(feature: OutlineFeature, path: Path & { getBounds?: GeoJSON['getBounds'] }) {
    const content = document.createElement('div');
    content.className = 'mh-popup';
    content.dir = dir;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'mh-popup__button';
    button.textContent = t('map.searchIn', { area: titleOf(feature.properties) });
    content.append(button);
    const middle = path.getBounds?.().getCenter() ?? map.getCenter();
    const box = popup({ autoPanPaddingTopLeft: [24, 24], autoPanPaddingBottomRight: [24, 24], maxWidth: 260 })
      .setLatLng(middle)
      .setContent(content)
      .openOn(map);
    const label = path.getElement()?.getAttribute('aria-label') ?? '';
    const close = () => {
      map.closePopup(box);
      focusOn(label);
    };
    box
      .getElement()
      ?.querySelector('.leaflet-popup-close-button')
      ?.setAttribute('aria-label', t('map.close'));
    box.getElement()?.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    });
    button.addEventListener('click', () => {
      map.closePopup(box);
      map.getContainer().focus({ preventScroll: true });
      events.onArea(feature.id);
    });
    button.focus({ preventScroll: true });
  }

  function name(feature: OutlineFeature, path: Path) {
    const element = path.getElement();
    if (!element) return;
    const kind = kindWord(language, feature.properties.kind);
    element.setAttribute('role', 'button');
    element.setAttribute('tabindex', '0');
    element.setAttribute('aria-label', t('map.areaName', { name: feature.properties.name, kind }));
    element.classList.toggle('mh-area--chosen', chosen.includes(feature.id));
    element.addEventListener('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== 'Enter' && key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      open(feature, path);
    });
  }

  async function refresh() {
    if (!shown) return;
    request?.abort();
    const controller = new AbortController();
    request = controller;
    try {
      const { features } = await fetchOutlines(viewOf(map), Math.round(map.getZoom()), controller.signal);
      if (controller.signal.aborted) return;
      const focused = document.activeElement?.getAttribute('aria-label');
      const within = layer && map.getPane('areas')?.contains(document.activeElement);
      layer?.remove();
      layer = geoJSON(features, {
        pane: 'areas',
        style: () => ({ renderer, className: 'mh-area' }),
        onEachFeature: (feature, path) => {
          path.bindTooltip(titleOf((feature as OutlineFeature).properties), {
            sticky: true,
            className: 'mh-tip',
          });
          path.on('click', () => open(feature as OutlineFeature, path as Path));
          path.on('add', () => name(feature as OutlineFeature, path as Path));
        },
      } as Parameters<typeof geoJSON>[1]).addTo(map);
      if (within && focused) focusOn(focused);
      const count = features.length;
      events.onOutlined(language.t(count === 0 ? 'map.areasNone' : 'map.areasShown', { count }));
    } catch {
      if (!controller.signal.aborted) events.onOutlined(language.t('map.areasFailed'));
    }
  }

  map.on('moveend', () => void refresh());
  return {
    show(on) {
      shown = on;
      if (on) void refresh();
      else {
        request?.abort();
        layer?.remove();
        layer = undefined;
      }
    },
    choose(ids) {
      chosen = ids;
      if (shown) void refresh();
    },
  };
}
