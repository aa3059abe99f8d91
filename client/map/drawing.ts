/** Drawing an area: corners by pointer, or under a cross in the middle of the map by keyboard. */
import { circleMarker, type Map as LeafletMap, type LeafletMouseEvent, layerGroup, polyline } from 'leaflet';
import type { Language } from '../language/language.ts';
import type { LonLat } from '../logic/boxes.ts';
import { type DrawFault, faultOfArea, faultOfCorner, formatPolygon, mostCorners } from '../logic/drawing.ts';

export interface DrawingEvents {
  /** How many corners there are; and in words, with why the last wish could not be met. */
  onChange: (corners: number, note: string) => void;
  /** As the address has it. */
  onDone: (polygon: string) => void;
  onCancel: (note: string) => void;
}

export interface Drawing {
  start: () => void;
  placeInMiddle: () => void;
  undo: () => void;
  finish: () => void;
  cancel: () => void;
}

/** Pixels: a click so near to a corner means that corner. */
const reach = 14;

export function createDrawing(language: Language, map: LeafletMap, events: DrawingEvents): Drawing {
  const { t } = language;
  const container = map.getContainer();
  map.createPane('drawing').setAttribute('aria-hidden', 'true');
  const cross = document.createElement('div');
  cross.className = 'mh-cross';
  cross.setAttribute('aria-hidden', 'true');
  const layers = layerGroup();
  const common = { pane: 'drawing', interactive: false };
  let corners: LonLat[] = [];
  let active = false;

  function paint() {
    layers.clearLayers();
    const line = corners.map(({ lon, lat }): [number, number] => [lat, lon]);
    const [first] = line;
    const last = line.at(-1);
    polyline(line, { ...common, className: 'mh-draw' }).addTo(layers);
    if (first && last && line.length > 2)
      polyline([last, first], { ...common, className: 'mh-draw mh-draw--close' }).addTo(layers);
    for (const at of line)
      circleMarker(at, { ...common, radius: 6, className: 'mh-draw-corner' }).addTo(layers);
  }

  function tell(fault?: DrawFault) {
    const count = corners.length;
    const why = fault && t(fault, { count: mostCorners });
    events.onChange(count, [why, t('map.drawCorners', { count })].filter(Boolean).join(' '));
  }

  function place(corner: LonLat) {
    const fault = faultOfCorner(corners, corner);
    if (!fault) corners = [...corners, corner];
    paint();
    tell(fault);
  }

  const near = (corner: LonLat | undefined, at: LeafletMouseEvent['containerPoint']) =>
    corner && map.latLngToContainerPoint([corner.lat, corner.lon]).distanceTo(at) < reach;

  function onClick({ latlng, containerPoint }: LeafletMouseEvent) {
    if (corners.length > 2 && near(corners[0], containerPoint)) return finish();
    // The second half of a double click.
    if (near(corners.at(-1), containerPoint)) return;
    const { lng, lat } = latlng.wrap();
    place({ lon: lng, lat });
  }

  function placeInMiddle() {
    const { lng, lat } = map.getCenter().wrap();
    place({ lon: lng, lat });
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') cancel();
    else if (event.target !== container) return;
    else if (event.key === 'Enter' || event.key === ' ') placeInMiddle();
    else if (event.key === 'Backspace') undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function start() {
    if (active) return;
    active = true;
    corners = [];
    map.closePopup();
    map.doubleClickZoom.disable();
    container.classList.add('mh-map--drawing');
    container.setAttribute('aria-label', t('map.drawMap'));
    // What is on the map waits, and is in nobody's way.
    for (const name of ['markerPane', 'areas']) map.getPane(name)?.setAttribute('inert', '');
    container.append(cross);
    layers.addTo(map);
    map.on('click', onClick);
    container.addEventListener('keydown', onKey, true);
    container.focus({ preventScroll: true });
    tell();
  }

  function stop() {
    active = false;
    map.doubleClickZoom.enable();
    container.classList.remove('mh-map--drawing');
    container.setAttribute('aria-label', t('map.keys'));
    for (const name of ['markerPane', 'areas']) map.getPane(name)?.removeAttribute('inert');
    cross.remove();
    layers.clearLayers().remove();
    map.off('click', onClick);
    container.removeEventListener('keydown', onKey, true);
    container.focus({ preventScroll: true });
  }

  function undo() {
    corners = corners.slice(0, -1);
    paint();
    tell();
  }

  function finish() {
    const fault = faultOfArea(corners);
    if (fault) return tell(fault);
    stop();
    events.onDone(formatPolygon(corners));
  }

  function cancel() {
    if (!active) return;
    stop();
    events.onCancel(t('map.drawStopped'));
  }

  return { start, placeInMiddle, undo, finish, cancel };
}
