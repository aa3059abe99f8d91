/** How often one network may report listings: anybody may, without an account. */
export const reportLimits = [{ name: 'report', tries: 10, seconds: 3600, by: 'address' as const }];
