/** The plane that search works in: Web Mercator metres (EPSG:3857) from WGS 84 degrees in lon, lat order. */

/** Equatorial radius of WGS 84 in metres, the radius of Web Mercator's sphere. */
const MERCATOR_RADIUS = 6_378_137;
/** Mean radius of the Earth in metres (IUGG), for great-circle distances. */
const EARTH_RADIUS = 6_371_008.8;
/** Half the side of the square world in Mercator metres. */
export const HALF_WORLD = Math.PI * MERCATOR_RADIUS;

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Latitudes beyond this have no place on the square map. */
export const MERCATOR_LATITUDE = 85.05;

export function toMercator(lon: number, lat: number): { x: number; y: number } {
  const held = Math.max(-MERCATOR_LATITUDE, Math.min(MERCATOR_LATITUDE, lat));
  return {
    x: MERCATOR_RADIUS * radians(lon),
    y: MERCATOR_RADIUS * Math.log(Math.tan(Math.PI / 4 + radians(held) / 2)),
  };
}

export function fromMercator(x: number, y: number): { lon: number; lat: number } {
  return {
    lon: degrees(x / MERCATOR_RADIUS),
    lat: degrees(2 * Math.atan(Math.exp(y / MERCATOR_RADIUS)) - Math.PI / 2),
  };
}

/** A box in degrees as Mercator metres. */
export function boxToMercator({ west, south, east, north }: Box): Box {
  const [low, high] = [toMercator(west, south), toMercator(east, north)];
  return { west: low.x, south: low.y, east: high.x, north: high.y };
}

export function boxFromMercator({ west, south, east, north }: Box): Box {
  const [low, high] = [fromMercator(west, south), fromMercator(east, north)];
  return { west: low.lon, south: low.lat, east: high.lon, north: high.lat };
}

/** Metres between two places, by the haversine formula (R. W. Sinnott, Sky & Telescope, 1984). */
export function greatCircle(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const [a, b] = [radians(lat1), radians(lat2)];
  const h =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin((radians(lon2) - radians(lon1)) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** PostgreSQL literals of the built-in geometric types. */
export const pointText = ({ x, y }: { x: number; y: number }) => `(${x},${y})`;
export const boxText = ({ west, south, east, north }: Box) => `(${east},${north}),(${west},${south})`;
