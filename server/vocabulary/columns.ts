/**
 * What the columns of a layer of demand are, as far as their names tell. Whole words tell: there is no rate in “corporate”.
 * Patterns are marked as pure, so that pages without plans do without them.
 */

const measures =
  /decile|quintile|quartile|percent|pct|density|median|imd|(?:^|_)(?:average|code|index|mean|ratio|(?:rank|rate|score|share)s?)(?:_|\d|$)/;
const people = 'population|people|persons|residents|inhabitants';
const counted = /* @__PURE__ */ new RegExp(people);
const year = /(?:^|_)year(?:_|$)/;

/** Does it measure an area, and count nobody? Then its sum says nothing. `mid_year_population` is no year. */
export const isMeasure = (column: string): boolean =>
  measures.test(column) || (year.test(column) && !counted.test(column));

const everybody = /* @__PURE__ */ new RegExp(
  `^(?:(?:total|all|usual|mid|year)_)*(?:${people}|total)(?:_(?:total|all|count|estimate|census|mid|year|(?:mid_?)?\\d{4}))*$`,
);

/** Does it count all of them, and not those of an age or in need? */
export const isEverybody = (column: string): boolean => everybody.test(column);
