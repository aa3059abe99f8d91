/** The steps of a listing, in the order in which a new one goes through them. */
export const editSteps = ['rooms', 'access', 'facilities', 'publish'] as const;
export type EditStep = (typeof editSteps)[number];
