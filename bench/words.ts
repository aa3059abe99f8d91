/** The words that generated names, streets and descriptions are made of: the commonest first in each list. */
import { Chance } from './random.ts';

const words = (text: string) => text.trim().split(/\s+/);

export const saints = words(
  `Mary John Peter Michael James Paul Andrew Thomas George Margaret Luke Mark Nicholas Matthew Stephen Anne Barnabas
   Martin Francis Joseph Augustine Alban Cuthbert Patrick David Catherine Giles Barnabas Chad Oswald Aidan Anselm
   Bartholomew Philip Helen Edmund Leonard Lawrence Swithun Dunstan Benedict Columba Ninian Mungo Botolph Hilda Bede`,
);
export const memorials = words(
  'Memorial Jubilee Victoria Coronation Unity Progress Pioneer Friendship Central Park Riverside Hillside',
);
export const trusts = words(
  'Grove Manor Mill Abbey Castle Bridge Priory Orchard Meadow Spring Station Market',
);

/** Endings of the names of places, and beginnings; together some thousands of believable ones. */
const beginnings = words(
  `Ash Bar Beck Bex Black Brad Brom Buck Burn Cal Chad Char Chel Clap Col Cran Crow Dal Den Dun East Ec El Fair Farn
   Field Ful Gar Glen Grim Had Ham Hand Har Hat Haw Hay Head Hed Hen High Hol Hor Hough Hur Ken Kil Kings Knap Lang
   Leigh Long Mal Mar Mead Mel Mid Mil Mor Nether New Nor North Oak Over Pad Pen Pin Plum Ponte Quin Rad Rams Raven Red
   Ring Rock Rom Row Rush Sand Sed Shef Shir Sil Snow South Stan Stock Stoke Strat Sud Sut Tad Thorn Toot Tor Up Wad
   Wal Wands War Wat Wel West Whit Wick Wil Win Wood Wool Wy Yar York`,
);
const endings = words(
  `ton ham ley ford worth wick bury field ing ington borough stead don combe dale bridge well by thorpe hurst wood gate
   church mouth stone port head hill ness moor shaw`,
);

export const localities: readonly string[] = beginnings.flatMap((start) =>
  endings.map((end) => `${start}${end}`),
);

export const streetNames: readonly string[] = [
  ...words(
    'High Church Station Mill Main Park Victoria Green London School King Queen Manor Chapel West North Grove',
  ),
  ...localities,
];
export const streetKinds = words('Road Street Lane Avenue Close Way Hill Drive Gardens Place Terrace Square');

/** Some thousands of surnames and coined words: the long tail that any real register has. */
export const longTail: readonly string[] = (() => {
  const parts = words(
    'an bel cor dun ev far gal hol in jar kel lom mar nev or pen qua ros sil tam ur ven wes yar zan',
  );
  const chance = new Chance(7, 7);
  return Array.from({ length: 40_000 }, () => {
    const word = Array.from({ length: 2 + chance.below(2) }, () => chance.pick(parts)).join('');
    const end = chance.pick(['', 's', 'er', 'man', 'ton', 'ley', 'son', 'i', 'a', 'wick']);
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}${end}`;
  });
})();

export const sentences: readonly string[] = [
  'A friendly hall in the heart of the neighbourhood, used by groups of every age.',
  'The building was put up by local people and is still run by volunteers.',
  'Lunch club on Tuesdays, toddlers on Wednesdays, dancing on Fridays.',
  'There is a garden at the back and a small car park at the side.',
  'Ask for the key at number twelve; somebody is usually in.',
  'The main room has a wooden floor and good light from both sides.',
  'Suitable for meetings, classes, celebrations, clinics and rehearsals.',
  'We welcome everyone, of every faith and of none.',
  'Regular bookings are by agreement with the committee.',
  'The kitchen was renewed with a grant and is popular for community meals.',
];
export const rooms = words('Main Small Upper Lower Green Garden Committee Meeting Music Quiet Lounge Studio');
