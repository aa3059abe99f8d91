/** How often plans may be asked, watched and taken away. */
export const askLimits = [{ name: 'plan', tries: 60, seconds: 3600, by: 'visitor' as const }];
export const watchLimits = [{ name: 'plan-watch', tries: 60, seconds: 60, by: 'visitor' as const }];
export const bundleLimits = [{ name: 'plan-bundle', tries: 60, seconds: 600, by: 'visitor' as const }];
