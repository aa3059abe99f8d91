/** Ends a task: a slow phone answers its user between what was done and what is next. */
export const nextStep = (): Promise<void> => new Promise((next) => setTimeout(next));
