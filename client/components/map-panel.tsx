/**
 * The place of the map on the search page. The map itself is another file, fetched when its place first comes into
 * view. The list says everything the map says.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../api.ts';
import { useLanguage } from '../language/context.tsx';
import { withMap } from '../language/load.ts';
import { boxAsked, boxOf, pointAsked, readIn, searchHere, whereKey } from '../logic/boxes.ts';
import { fitOf } from '../logic/map-state.ts';
import { searchPath, without } from '../logic/query.ts';
import type { SearchMap } from '../map/search-map.ts';
import type { Settings } from '../pages/data.ts';
import { nextStep } from '../state/next-step.ts';
import type { Pointed } from '../state/pointed.ts';
import { useMapTools } from '../state/use-map-tools.ts';
import type { Search } from '../state/use-search.ts';
import { whenSeen } from '../state/when-seen.ts';
import { MapTools } from './map-tools.tsx';

interface Props {
  search: Search;
  settings: Settings;
  pointed: Pointed;
}

type State = 'waiting' | 'ready' | 'unavailable';

export function MapPanel({ search, settings, pointed }: Props) {
  const language = useLanguage();
  const { t, href } = language;
  const { query, asked, list, problem, busy, go, live } = search;
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<SearchMap | null>(null);
  const shownWhere = useRef<string>(undefined);
  const [state, setState] = useState<State>('waiting');
  const [tiles, setTiles] = useState(true);
  const [failed, setFailed] = useState(false);
  const [moved, setMoved] = useState<Box | null>(null);
  // The map is made once, and asks for the search as it is by then.
  const latest = useRef(search);
  latest.current = search;
  const tools = useMapTools(
    () => map.current,
    () => latest.current,
  );

  const fit = fitOf(query, list.understood);
  useEffect(() => {
    let gone = false;
    const element = container.current;
    if (!element) return;
    const stop = whenSeen(element, async () => {
      try {
        const [{ createSearchMap }, spoken] = await Promise.all([
          import('../map/search-map.ts'),
          withMap(language),
        ]);
        await nextStep();
        if (gone) return;
        map.current = createSearchMap(spoken, element, settings, {
          ...tools.events,
          onActive: pointed.point,
          onMoved: setMoved,
          onTiles: setTiles,
          onFailed: setFailed,
        });
        setState('ready');
      } catch {
        if (!gone) setState('unavailable');
      }
    });
    return () => {
      gone = true;
      stop();
      map.current?.remove();
    };
  }, []);

  useEffect(() => {
    // Where there is no room for the map, as beside the list on a phone, it waits until it is shown.
    if (state !== 'ready' || !container.current?.clientWidth) return;
    const where = whereKey(query);
    // A question with a fault in it would be refused here too.
    if (!problem?.errors) map.current?.setQuery(query, fit);
    if (shownWhere.current !== where) {
      shownWhere.current = where;
      setMoved(null);
      map.current?.show(boxAsked(query) ?? boxOf([...list.items, ...pointAsked(query)]));
    }
  }, [state, query, list, problem]);

  // After the question has been given to the map, which then waits for its own answer.
  useEffect(() => map.current?.wait(busy), [state, busy]);

  useEffect(
    () =>
      pointed.listen((at) => {
        const { items } = latest.current.list;
        map.current?.highlight(at, items.find(({ id }) => id === at)?.location);
      }),
    [],
  );

  const gone = state === 'unavailable';
  return (
    <section class={gone ? 'mh-map mh-map--gone' : 'mh-map'} aria-label={t('map.name')}>
      <a class="govuk-skip-link mh-map__skip" href="#after-map">
        {t('map.skip')}
      </a>
      <div class="mh-map__frame">
        {tools.corners !== undefined
          ? map.current?.drawTools(tools.corners)
          : !gone && <MapTools tools={tools} ready={state === 'ready'} />}
        <div class="mh-map__body">
          {/* Leaflet owns what is inside, and knows no direction but one. */}
          <div ref={container} class="mh-map__canvas" dir="ltr" />
          {state !== 'ready' && (
            <p class="mh-map__note">
              {t(gone ? 'map.unavailable' : live ? 'map.loading' : 'map.needsScript')}
            </p>
          )}
          {gone && (
            <p class="mh-map__ways">
              {/* A browser keeps in mind that a module did not come, for as long as it stays on the page. */}
              <button
                type="button"
                class="mh-button mh-button--quiet"
                onClick={() => globalThis.location.reload()}
              >
                {t('search.tryAgain')}
              </button>
              <a
                class="mh-button mh-button--quiet mh-results__toggle"
                href={href(searchPath(without(asked, 'view')))}
              >
                {t('search.showList')}
              </a>
            </p>
          )}
          {moved && tools.corners === undefined && (
            <button
              type="button"
              class="mh-button mh-map__here"
              onClick={() => {
                setMoved(null);
                // Whatever is typed or chosen by now is asked too, whether or not it was answered.
                const next = searchHere(search.draft, moved, readIn(search));
                shownWhere.current = whereKey(next);
                go(next);
                // The button is gone once it has been used; whoever pressed it stays on the map.
                container.current?.focus({ preventScroll: true });
              }}
            >
              {t('map.searchHere')}
            </button>
          )}
        </div>
        <p class="mh-map__told" role="status">
          {tools.note}
        </p>
        <p class="mh-map__status" role="status">
          {[!tiles && t('map.tilesFailed'), failed && t('map.failed')].filter(Boolean).join(' ')}
        </p>
      </div>
      {state === 'ready' && map.current?.keyFor(fit)}
      <div id="after-map" tabIndex={-1} />
    </section>
  );
}
