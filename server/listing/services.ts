/** Whether the place may be proposed for regular services, and how often in a week at most. */
import type { NewVenue } from '../venues/schema.ts';
import { serviceConsents } from '../vocabulary.ts';
import { listIn, type Step, textIn, wholeIn } from './step.ts';

const MOST = 100;

const said = ({ services }: NewVenue): [string, string] => [
  services?.consent ?? 'ask_first',
  services?.sessionsPerWeek === undefined ? '' : String(services.sessionsPerWeek),
];

/** The word and its number are one field, so that of two people's answers one is chosen whole. */
export const servicesStep: Step = {
  fields: (venue) => ({ services: said(venue) }),
  tidy: ({ sessions, ...typed }) => {
    const [consent = '', kept = ''] = listIn(typed, 'services');
    return {
      ...typed,
      services: [consent, sessions === undefined ? kept : textIn({ sessions }, 'sessions')],
    };
  },
  read: (values, { venue }) => {
    const [typed = '', sessions = ''] = listIn(values, 'services');
    const consent = serviceConsents.find((each) => each === typed) ?? 'ask_first';
    if (consent !== 'agreed') {
      // What was agreed before may stand in the field still; what is typed anew is not dropped in silence.
      const isLeft = sessions === '' || sessions === said(venue)[1];
      const faults = isLeft ? [] : [{ field: 'sessions', name: 'sessionsOnly' as const }];
      return { change: { services: { consent } }, faults };
    }
    const sessionsPerWeek = wholeIn(sessions, 1, MOST);
    const isNone = sessionsPerWeek === undefined;
    return {
      change: { services: { consent, ...(!isNone && { sessionsPerWeek }) } },
      faults: isNone && sessions !== '' ? [{ field: 'sessions', name: 'sessions', most: MOST }] : [],
    };
  },
};
