/** How often letters may be made and sent. */
import { bodyText } from '../people/limits.ts';

const drafts = { name: 'enquiry-draft', tries: 60, seconds: 3600, by: 'visitor' as const };
const sending = { name: 'enquiry-send', tries: 60, seconds: 86_400, by: 'visitor' as const };
export const draftLimits = [drafts];
export const sendLimits = [sending];

/** Of a page on which one does several things; counted together with the same in programs. */
const pressed = (what: string) => (request: { body?: unknown }) => bodyText(request.body, 'do') === what;
export const pageLimits = [
  { ...drafts, when: pressed('make') },
  { ...sending, when: pressed('send') },
];

/** That one press sends together. */
export const MOST_TOGETHER = 20;
