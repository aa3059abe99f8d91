/** How often letters may be made and sent. */
export const draftLimits = [{ name: 'enquiry-draft', tries: 60, seconds: 3600, by: 'visitor' as const }];
export const sendLimits = [{ name: 'enquiry-send', tries: 60, seconds: 86_400, by: 'visitor' as const }];
/** That one press sends together. */
export const MOST_TOGETHER = 20;
