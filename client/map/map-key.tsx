/** What the signs of the map mean, for those who look: each sign says it to those who hear. */
import { useState } from 'preact/hooks';
import { MapSign } from '../components/map-sign.tsx';
import { capitalised } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { fitWords, lookOf } from '../logic/map-looks.ts';
import type { Fit } from '../logic/map-state.ts';
import type { Spot } from '../logic/spots.ts';

const one = { id: 0, name: '', slug: '' };
const sample: Spot = {
  key: '',
  lon: 0,
  lat: 0,
  venues: [one],
  count: 1,
  exact: true,
  areas: [],
  approximate: false,
};

interface Props {
  language: Language;
  /** What is known of all that is on the map. */
  fit: Fit;
}

function MapKey({ language, fit }: Props) {
  const { t } = language;
  const [open, setOpen] = useState(false);
  const signs: [Spot, string][] = [
    [sample, fit ? capitalised(language, fitWords(language, fit)) : t('map.keyOne')],
    [{ ...sample, approximate: true }, t('map.keyAbout')],
    [{ ...sample, venues: [one, one] }, t('map.keyShared')],
    [{ ...sample, venues: [], count: 8 }, t('map.keyCrowd')],
  ];
  return (
    <details class="mh-key" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('map.key')}</summary>
      <ul>
        {(open ? signs : []).map(([spot, words]) => {
          const look = lookOf(language, spot, fit);
          const { className, width, height } = look;
          return (
            <li key={words}>
              <span
                class={className}
                style={{ width: `${width}px`, height: `${height}px` }}
                aria-hidden="true"
              >
                <MapSign look={look} />
              </span>
              {words}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

export const mapKey = (language: Language, fit: Fit) => <MapKey language={language} fit={fit} />;
