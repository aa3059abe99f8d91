/** What the tools of the map do to the search, and what they say of it. Every result is an address. */
import { useState } from 'preact/hooks';
import { useLanguage } from '../language/context.tsx';
import { formatDistance } from '../language/format.ts';
import {
  contains,
  formatPoint,
  type LonLat,
  parsePoint,
  readIn,
  searchPlace,
  walkRadius,
  whereKey,
} from '../logic/boxes.ts';
import { first, type Query } from '../logic/query.ts';
import type { SearchMap, SearchMapEvents } from '../map/search-map.ts';
import type { Search } from './use-search.ts';

/** Where a person stands goes into an address that may be passed on: to about ten metres. */
const coarse = 4;

export interface MapTools {
  /** Corners so far; nothing when nobody draws. */
  corners: number | undefined;
  areas: boolean;
  busy: boolean;
  /** To be said, and read. */
  note: string;
  locate: () => void;
  walk: () => void;
  toggleAreas: () => void;
  draw: () => void;
  events: Pick<SearchMapEvents, 'drawing' | 'onWalk' | 'onArea' | 'onOutlined'>;
}

/** `map` and `search` as they are when they are asked, not as they were when the map was made. */
export function useMapTools(map: () => SearchMap | null, search: () => Search): MapTools {
  const language = useLanguage();
  const { t } = language;
  const [corners, setCorners] = useState<number>();
  const [areas, setAreas] = useState(false);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<{ words: string; where?: string }>({ words: '' });
  const say = (words: string) => setNote({ words });
  // What is said of a place is gone with it, whatever leads away from it: a chip, other words, the way back.
  const isThere = note.where === undefined || note.where === whereKey(search().asked);

  function goTo(place: Query, words = '') {
    const now = search();
    const next = searchPlace(now.draft, place, readIn(now));
    setNote({ words, where: whereKey(next) });
    now.go(next);
  }

  function locate() {
    const { geolocation } = navigator;
    if (!geolocation) return say(t('map.locateUnavailable'));
    setBusy(true);
    say(t('map.locating'));
    geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false);
        const { radius } = search().query;
        const near = formatPoint({ lon: coords.longitude, lat: coords.latitude }, coarse);
        goTo({ near: [near], ...(radius && { radius }) }, t('map.located'));
      },
      ({ code, PERMISSION_DENIED }) => {
        setBusy(false);
        say(t(code === PERMISSION_DENIED ? 'map.locateRefused' : 'map.locateUnavailable'));
      },
      { timeout: 15_000, maximumAge: 60_000 },
    );
  }

  function walkFrom(from: LonLat) {
    const words = t('map.walkNote', { distance: formatDistance(language, walkRadius) });
    goTo({ near: [formatPoint(from)], radius: [String(walkRadius)] }, words);
  }

  /** From the point that is asked for, where it is in view; else from the middle of the map. */
  function walk() {
    const shown = map();
    if (!shown) return;
    const near = parsePoint(first(search().query, 'near'));
    walkFrom(near && contains(shown.view(), [near.lon, near.lat]) ? near : shown.middle());
  }

  return {
    corners,
    areas,
    busy,
    note: isThere ? note.words : '',
    locate,
    walk,
    toggleAreas() {
      setAreas(!areas);
      say('');
      map()?.showAreas(!areas);
    },
    draw() {
      setAreas(false);
      map()?.showAreas(false);
      map()?.drawing.start();
    },
    events: {
      onWalk: walkFrom,
      onArea: (id) => goTo({ within: [id] }),
      onOutlined: say,
      drawing: {
        onChange(count, words) {
          setCorners(count);
          say(words);
        },
        onDone(polygon) {
          setCorners(undefined);
          goTo({ polygon: [polygon] });
        },
        onCancel(words) {
          setCorners(undefined);
          say(words);
        },
      },
    },
  };
}
