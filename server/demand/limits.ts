/** How often files of demand may be sent, and read: each costs seconds of work. */
export const demandFileLimits = [{ name: 'demand-file', tries: 30, seconds: 600, by: 'visitor' as const }];
export const demandReadLimits = [{ name: 'demand-read', tries: 120, seconds: 600, by: 'visitor' as const }];
/** What the work on one file may take, in milliseconds. */
export const WORK_TIME = 120_000;
