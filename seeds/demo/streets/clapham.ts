import type { StreetRow } from '../streets.ts';

/** Clapham and the Brixton fringe: street, postcode, longitude, latitude, neighbourhood, ward. */
export const clapham: readonly StreetRow[] = [
  ['Clapham High Street', 'SW4 7UL', -0.1345, 51.4633, 'Clapham', 'Clapham Town'],
  ['Old Town', 'SW4 0JY', -0.1425, 51.4637, 'Clapham', 'Clapham Town'],
  ['The Chase', 'SW4 0NP', -0.1468, 51.4655, 'Clapham', 'Clapham Town'],
  ['Clapham Manor Street', 'SW4 6DZ', -0.137, 51.465, 'Clapham', 'Clapham Town'],
  ['Abbeville Road', 'SW4 9NJ', -0.1402, 51.4555, 'Clapham', 'Clapham Common & Abbeville'],
  ['Clapham Park Road', 'SW4 7DE', -0.1335, 51.4612, 'Clapham', 'Clapham East'],
  ['Park Hill', 'SW4 9NS', -0.1338, 51.459, 'Clapham', 'Clapham East'],
  ['Bedford Road', 'SW4 7HJ', -0.1293, 51.4615, 'Clapham', 'Clapham East'],
  ["King's Avenue", 'SW4 8BX', -0.1318, 51.453, 'Clapham Park', 'Clapham Park'],
  ['Clarence Avenue', 'SW4 8LQ', -0.1335, 51.452, 'Clapham Park', 'Clapham Park'],
  ['Poynders Road', 'SW4 8NR', -0.1372, 51.4497, 'Clapham Park', 'Clapham Common & Abbeville'],
  ['Larkhall Lane', 'SW4 6SP', -0.13, 51.4688, 'Clapham', 'Clapham Town'],
  ['Elms Road', 'SW4 9ET', -0.1425, 51.457, 'Clapham', 'Clapham Common & Abbeville'],
  ['Lyham Road', 'SW2 5QA', -0.1282, 51.455, 'Brixton', 'Brixton Acre Lane'],
  ['Acre Lane', 'SW2 5SG', -0.122, 51.461, 'Brixton', 'Brixton Acre Lane'],
  ['Solon Road', 'SW2 5UZ', -0.1243, 51.4599, 'Brixton', 'Brixton Acre Lane'],
  ['Landor Road', 'SW9 9PH', -0.125, 51.466, 'Stockwell', 'Clapham East'],
  ['Ferndale Road', 'SW9 8BD', -0.1215, 51.464, 'Brixton', 'Brixton North'],
  ['Brixton Hill', 'SW2 1QR', -0.1207, 51.4535, 'Brixton', 'Brixton Acre Lane'],
  ['Brixton Water Lane', 'SW2 1PE', -0.1175, 51.4562, 'Brixton', 'Brixton Rush Common'],
  ['Effra Road', 'SW2 1BZ', -0.114, 51.458, 'Brixton', 'Brixton Rush Common'],
  ['New Park Road', 'SW2 4DU', -0.126, 51.4482, 'Brixton', 'Clapham Park'],
  ['Blenheim Gardens', 'SW2 5DB', -0.1222, 51.4535, 'Brixton', 'Brixton Acre Lane'],
  ['Stockwell Green', 'SW9 9HS', -0.119, 51.4684, 'Stockwell', 'Brixton North'],
];
