/** A small gazetteer for the demo, made by hand: centres to the nearest hundred metres or so. */

import { streets } from './streets.ts';

export interface DemoPlace {
  name: string;
  area: string;
  kind: 'suburb' | 'town' | 'city' | 'village' | 'station' | 'postcode' | 'other';
  lon: number;
  lat: number;
}

/** `name lon lat`, one a line. */
function list(kind: DemoPlace['kind'], area: string, lines: string): DemoPlace[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.trim().match(/^(.+) (-\d\.\d+) (\d+\.\d+)$/))
    .flatMap((found) =>
      found ? [{ name: String(found[1]), area, kind, lon: Number(found[2]), lat: Number(found[3]) }] : [],
    );
}

const neighbourhoods = [
  ...list(
    'town',
    'Wandsworth',
    `
    Tooting -0.1680 51.4270
    Wandsworth -0.1930 51.4570
    Putney -0.2167 51.4625
    Battersea -0.1700 51.4710
    Balham -0.1510 51.4445`,
  ),
  ...list(
    'suburb',
    'Wandsworth',
    `
    Tooting Bec -0.1590 51.4350
    Upper Tooting -0.1625 51.4345
    Furzedown -0.1510 51.4250
    Summerstown -0.1830 51.4330
    Earlsfield -0.1880 51.4430
    Southfields -0.2065 51.4450
    West Hill -0.2150 51.4490
    East Putney -0.2110 51.4590
    Putney Heath -0.2280 51.4530
    Putney Vale -0.2450 51.4390
    Roehampton -0.2410 51.4500
    Clapham Junction -0.1690 51.4635
    Lavender Hill -0.1600 51.4650
    Nine Elms -0.1380 51.4790
    The Tonsleys -0.1890 51.4590
    Wandsworth Common -0.1720 51.4480
    Northcote -0.1650 51.4560
    Between the Commons -0.1610 51.4560
    Nightingale Triangle -0.1555 51.4485`,
  ),
  ...list(
    'town',
    'Lambeth',
    `
    Clapham -0.1385 51.4620
    Brixton -0.1160 51.4580
    Streatham -0.1310 51.4290`,
  ),
  ...list(
    'suburb',
    'Lambeth',
    `
    Clapham Park -0.1330 51.4540
    Streatham Hill -0.1240 51.4405
    Streatham Vale -0.1390 51.4150
    Streatham Common -0.1270 51.4220
    Stockwell -0.1210 51.4700
    Abbeville Village -0.1400 51.4550`,
  ),
  ...list(
    'town',
    'Merton',
    `
    Wimbledon -0.2060 51.4215
    Mitcham -0.1640 51.4060`,
  ),
  ...list(
    'suburb',
    'Merton',
    `
    Colliers Wood -0.1775 51.4180
    South Wimbledon -0.1930 51.4160
    Merton Park -0.2015 51.4085
    Raynes Park -0.2310 51.4100
    Wimbledon Park -0.1995 51.4365
    West Wimbledon -0.2350 51.4160
    Pollards Hill -0.1360 51.4000
    Morden -0.1945 51.4015
    Longthornton -0.1420 51.4090`,
  ),
  ...list('village', 'Merton', 'Wimbledon Village -0.2175 51.4250'),
  ...list('suburb', 'Croydon', 'Norbury -0.1225 51.4110'),
  ...list(
    'suburb',
    'Kingston upon Thames',
    `
    New Malden -0.2580 51.4030
    Norbiton -0.2870 51.4100
    Kingston Hill -0.2780 51.4170`,
  ),
];

const stations = [
  ...list(
    'station',
    'Wandsworth',
    `
    Tooting Broadway station -0.1680 51.4277
    Tooting Bec station -0.1597 51.4357
    Balham station -0.1525 51.4432
    Wandsworth Town station -0.1882 51.4610
    Wandsworth Common station -0.1635 51.4461
    Clapham Junction station -0.1705 51.4643
    Clapham South station -0.1477 51.4527
    Earlsfield station -0.1877 51.4423
    Southfields station -0.2066 51.4454
    East Putney station -0.2112 51.4587
    Putney station -0.2165 51.4611
    Queenstown Road station -0.1464 51.4751
    Battersea Park station -0.1480 51.4778
    Battersea Power Station station -0.1425 51.4799`,
  ),
  ...list(
    'station',
    'Lambeth',
    `
    Clapham Common station -0.1383 51.4617
    Clapham North station -0.1299 51.4650
    Clapham High Street station -0.1324 51.4655
    Brixton station -0.1147 51.4626
    Stockwell station -0.1230 51.4722
    Streatham station -0.1315 51.4258
    Streatham Hill station -0.1272 51.4382
    Streatham Common station -0.1360 51.4187`,
  ),
  ...list(
    'station',
    'Merton',
    `
    Wimbledon station -0.2063 51.4213
    Wimbledon Park station -0.1992 51.4343
    Wimbledon Chase station -0.2145 51.4096
    Raynes Park station -0.2303 51.4091
    South Wimbledon station -0.1922 51.4154
    Colliers Wood station -0.1778 51.4180
    Haydons Road station -0.1888 51.4254
    Tooting station -0.1612 51.4198
    Mitcham Eastfields station -0.1548 51.4076
    Mitcham Junction station -0.1578 51.3929
    Morden station -0.1948 51.4022`,
  ),
  ...list('station', 'Croydon', 'Norbury station -0.1219 51.4114'),
  ...list(
    'station',
    'Kingston upon Thames',
    `
    New Malden station -0.2557 51.4040
    Norbiton station -0.2841 51.4123`,
  ),
];

const postcodes = [
  ...list(
    'postcode',
    'Wandsworth',
    `
    SW11 -0.1650 51.4665
    SW11 1 -0.1690 51.4610
    SW11 2 -0.1725 51.4660
    SW11 3 -0.1730 51.4735
    SW11 4 -0.1608 51.4755
    SW11 5 -0.1580 51.4665
    SW11 6 -0.1625 51.4560
    SW12 -0.1490 51.4463
    SW12 0 -0.1440 51.4455
    SW12 8 -0.1555 51.4490
    SW12 9 -0.1500 51.4450
    SW15 -0.2285 51.4570
    SW15 1 -0.2210 51.4655
    SW15 2 -0.2110 51.4600
    SW15 3 -0.2270 51.4510
    SW15 4 -0.2425 51.4490
    SW15 5 -0.2400 51.4570
    SW15 6 -0.2250 51.4605
    SW17 -0.1645 51.4307
    SW17 0 -0.1760 51.4305
    SW17 7 -0.1640 51.4380
    SW17 8 -0.1575 51.4340
    SW17 9 -0.1600 51.4240
    SW18 -0.1914 51.4508
    SW18 1 -0.1930 51.4580
    SW18 2 -0.1835 51.4545
    SW18 3 -0.1805 51.4455
    SW18 4 -0.1910 51.4480
    SW18 5 -0.2028 51.4468
    SW8 -0.1326 51.4765
    SW8 3 -0.1450 51.4700
    SW8 4 -0.1400 51.4750
    SW8 5 -0.1340 51.4800`,
  ),
  ...list(
    'postcode',
    'Merton',
    `
    SW19 -0.2036 51.4239
    SW19 1 -0.1930 51.4185
    SW19 2 -0.1780 51.4175
    SW19 3 -0.2000 51.4115
    SW19 4 -0.2150 51.4205
    SW19 5 -0.2150 51.4300
    SW19 6 -0.2160 51.4445
    SW19 7 -0.2055 51.4245
    SW19 8 -0.1960 51.4300
    SW20 -0.2264 51.4113
    SW20 0 -0.2345 51.4145
    SW20 8 -0.2245 51.4095
    SW20 9 -0.2200 51.4035
    CR4 -0.1594 51.4045
    CR4 1 -0.1395 51.4010
    CR4 2 -0.1570 51.4110
    CR4 3 -0.1705 51.4075
    CR4 4 -0.1625 51.3995`,
  ),
  ...list(
    'postcode',
    'Lambeth',
    `
    SW2 -0.1198 51.4494
    SW2 1 -0.1170 51.4565
    SW2 4 -0.1265 51.4440
    SW2 5 -0.1225 51.4565
    SW4 -0.1366 51.4610
    SW4 0 -0.1435 51.4640
    SW4 6 -0.1335 51.4670
    SW4 7 -0.1325 51.4620
    SW4 8 -0.1345 51.4520
    SW4 9 -0.1400 51.4560
    SW9 -0.1140 51.4693
    SW9 8 -0.1170 51.4635
    SW9 9 -0.1220 51.4680
    SW16 -0.1293 51.4214
    SW16 1 -0.1320 51.4305
    SW16 2 -0.1225 51.4310
    SW16 3 -0.1230 51.4190
    SW16 5 -0.1350 51.4155
    SW16 6 -0.1400 51.4240`,
  ),
  ...list('postcode', 'Croydon', 'SW16 4 -0.1225 51.4095'),
  ...list(
    'postcode',
    'Kingston upon Thames',
    `
    KT1 -0.2980 51.4075
    KT1 3 -0.2860 51.4080
    KT2 -0.2906 51.4186
    KT2 6 -0.2940 51.4125
    KT2 7 -0.2790 51.4180
    KT3 -0.2575 51.3996
    KT3 3 -0.2640 51.4070
    KT3 4 -0.2550 51.4040
    KT3 6 -0.2540 51.3960`,
  ),
];

/** The whole postcodes of the streets that the demo knows, each in the area of its district. */
const doors = [...new Map(streets.map((street) => [street.postcode, street])).values()].map(
  ({ postcode, lon, lat }): DemoPlace => {
    const district = postcodes.find(({ name }) => name === postcode.split(' ')[0]);
    return { name: postcode, area: district?.area ?? 'Wandsworth', kind: 'postcode', lon, lat };
  },
);

export const places: DemoPlace[] = [...neighbourhoods, ...stations, ...postcodes, ...doors];
