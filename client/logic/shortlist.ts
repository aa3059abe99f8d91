/** Addresses that carry a list of places. */

const idsOf = (ids: readonly number[]) => (ids.length > 0 ? `?ids=${ids.join(',')}` : '');

export const shortlistPath = (ids: readonly number[]): string => `/shortlist${idsOf(ids)}`;

/** As many as a shortlist holds. */
export const mostListed = 30;

export const mostCompared = 4;
export const comparePath = (ids: readonly number[]): string => `/compare${idsOf(ids.slice(0, mostCompared))}`;

/** A letter that is already begun: lines become line ends as mail wants them. */
export const mailPath = (subject: string, body: string, to = ''): string =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
