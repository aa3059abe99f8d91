/** How often photos may be added: as many as a person with a camera adds, and no more work than that. */
export const photoLimits = [{ name: 'photo', tries: 100, seconds: 600, by: 'visitor' as const }];
