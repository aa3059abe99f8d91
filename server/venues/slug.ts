/** The id at the end of a venue's address. The words before it are for people and may change with the name. */

/** Reads `{slug}-{id}`, or `{id}` alone; undefined when there is no id. */
export function idOfSlug(text: string): number | undefined {
  const found = /(?:^|-)(\d{1,10})$/.exec(text)?.[1];
  const id = found === undefined ? Number.NaN : Number(found);
  return id >= 1 && id <= 2147483647 ? id : undefined;
}
