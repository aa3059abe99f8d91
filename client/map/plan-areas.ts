/** Areas of a plan on a map that moves, shaded as the pictures are: outlines, or dots, which are squares out of reach. */
import {
  CircleMarker,
  type CircleMarkerOptions,
  geoJSON,
  type LatLng,
  type Map as LeafletMap,
  latLng,
  type Path,
  polygon,
  svg,
} from 'leaflet';
import type { PlanFeature } from '../api.ts';
import { type Bands, classCount, classOf } from '../logic/plan-bands.ts';
import type { Moment } from '../logic/plan-drawing.ts';

export interface PlanSpot {
  feature: PlanFeature;
  at: LatLng;
}

/** What Leaflet’s renderer of SVG draws by; its own circles are made so too. */
interface Drawing {
  _point: { x: number; y: number };
  _renderer: { _setPath: (layer: CircleMarker, path: string) => void };
  isSquare: boolean;
}

/** A dot that can be a square: shape says what shade says. */
const Dot = CircleMarker.extend({
  isSquare: false,
  _updatePath(this: CircleMarker & Drawing) {
    const { x, y } = this._point;
    const r = this.getRadius();
    const path = this.isSquare
      ? `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}z`
      : `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
    this._renderer._setPath(this, path);
  },
}) as unknown as new (
  at: LatLng,
  options: CircleMarkerOptions,
) => CircleMarker & Pick<Drawing, 'isSquare'>;

/** The middle of what is drawn: enough to stand a ring on. */
function middleOf({ geometry }: PlanFeature): LatLng {
  if (geometry.type !== 'Point')
    return geoJSON(geometry as never)
      .getBounds()
      .getCenter();
  const [lon = 0, lat = 0] = geometry.coordinates as number[];
  return latLng(lat, lon);
}

/** So many areas are shown small. */
const MANY = 1000;

export interface PlanAreas {
  spots: PlanSpot[];
  show: (moment: Moment) => void;
}

/** `hatch`: the id of the pattern for what is out of reach. `onOpen` answers a click or a tap. */
export function drawAreas(
  map: LeafletMap,
  features: readonly PlanFeature[],
  { bands, hatch, onOpen }: { bands: Bands; hatch: string; onOpen: (spot: PlanSpot) => void },
): PlanAreas {
  const renderer = svg({ padding: 0.5 });
  const last = classCount(bands) - 1;
  const most = Math.max(1, ...features.map(({ properties }) => properties.weight));
  // Pixels: thousands of dots would be one spot.
  const widest = features.length > MANY ? 4 : 8;
  const shapes = features.map((feature) => {
    const spot = { feature, at: middleOf(feature) };
    const { geometry, properties } = feature;
    const rings = (
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    ) as number[][][][];
    const shape: Path | (CircleMarker & Pick<Drawing, 'isSquare'>) =
      geometry.type === 'Point'
        ? new Dot(spot.at, { renderer, radius: widest * (0.4 + 0.6 * Math.sqrt(properties.weight / most)) })
        : polygon(
            rings.map((each) => each.map((ring) => ring.map(([lon = 0, lat = 0]) => latLng(lat, lon)))),
            { renderer },
          );
    shape.on('click', () => onOpen(spot));
    shape.addTo(map);
    return { shape, spot };
  });
  return {
    spots: shapes.map(({ spot }) => spot),
    show(moment) {
      for (const { shape, spot } of shapes) {
        const { properties } = spot.feature;
        const band = classOf(bands, moment === 'before' ? properties.before : properties.travel);
        const isOut = band === last;
        const element = shape.getElement();
        const isDot = shape instanceof Dot;
        const look = isDot ? 'mh-moved__dot ' : '';
        // A shape out of reach is hatched; a dot is a square then.
        const tone = isOut && !isDot ? 'mh-moved__area--out' : `mh-tone-fill--${isOut ? 'none' : band}`;
        element?.setAttribute('class', `leaflet-interactive mh-moved__area ${look}${tone}`);
        if (isDot) {
          shape.isSquare = isOut;
          shape.redraw();
        }
        if (!isOut) shape.bringToFront();
        shape.setStyle({ fillColor: isOut ? `url(#${hatch})` : '', fillOpacity: 1 });
      }
    },
  };
}
