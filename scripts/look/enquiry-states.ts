/** Enquiries: the letters of a plan, a draft, and what the two groups see of what was sent. */
import { sends } from './other-states.ts';
import type { State } from './state.ts';

const fault = '.govuk-error-summary';
const enquiry = (
  name: string,
  which: 'draft' | 'asked' | 'answered',
  as: 'priya' | 'amara',
  more: Partial<State> = {},
): State => ({
  name: `enquiry-${name}`,
  page: '/enquiries/:id',
  path: ({ desk }) => desk.letters[which],
  as,
  sees: 'main h1',
  ...more,
});
const letters = {
  page: '/plan/:id/letters',
  path: ({ desk }: { desk: { plans: { again: string } } }) => `${desk.plans.again}/letters`,
  as: 'priya',
} as const;

export const enquiryStates: State[] = [
  { name: 'letters', ...letters, sees: '#drafts' },
  {
    name: 'letters-fault',
    ...letters,
    reach: sends({}, '[name=do][value=send]'),
    mayFail: /letters/,
    sees: fault,
  },
  {
    name: 'letters-fill-fault',
    ...letters,
    reach: async (page) => {
      // Open by itself where a draft says not yet what for.
      const closed = page.locator('main details:not([open]):has([value=fill]) > summary');
      if (await closed.count()) await closed.click();
      await sends({}, '[name=do][value=fill]')(page);
    },
    mayFail: /letters/,
    sees: '#service-error',
  },
  {
    name: 'letters-new',
    ...letters,
    path: ({ desk }) => `${desk.plans.mclp}/letters`,
    sees: '[name=do][value=make]',
  },
  enquiry('draft', 'draft', 'priya', { sees: '#service' }),
  enquiry('draft-fault', 'draft', 'priya', {
    reach: sends({ sessionsPerWeek: 'many', words: '' }, '[name=do][value=save]'),
    mayFail: /enquiries/,
    sees: fault,
  }),
  enquiry('asked', 'asked', 'priya', { sees: '#said' }),
  enquiry('asked-holder', 'asked', 'amara', { sees: '#you-answer' }),
  enquiry('asked-holder-fault', 'asked', 'amara', {
    reach: sends({ answerWords: 'Come and see.' }, '[name=do][value=answer]'),
    mayFail: /enquiries/,
    sees: fault,
  }),
  enquiry('answered', 'answered', 'priya', { sees: '#answer' }),
  { name: 'enquiries', page: '/enquiries', path: () => '/enquiries', as: 'amara', sees: '#received' },
  { name: 'enquiries-asked', page: '/enquiries', path: () => '/enquiries', as: 'priya', sees: '#asked' },
];
