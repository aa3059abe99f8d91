/** How often one may claim, contest and add to what is said. */

const DAY = 86_400;

export const claimLimits = [{ name: 'claim', tries: 20, seconds: DAY, by: 'visitor' as const }];
export const wordsLimits = [{ name: 'claim-words', tries: 60, seconds: DAY, by: 'visitor' as const }];
