/** Who may be asked, and who may know how to reach them. */
import type { Contact, NewVenue } from '../venues/schema.ts';
import { contactKinds } from '../vocabulary.ts';
import { rowsIn, type Step, type StepFault } from './step.ts';

/** kind, value, name, public or private */
export const CONTACT_COLUMNS = 4;
const MOST = { value: 300, name: 120 };

const looksRight: Record<Contact['kind'], RegExp> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^[+\d][\d\s().-]{5,30}$/,
  website: /^https?:\/\/[^\s/]+\.[^\s]+$/i,
  social: /\S/,
};

export const contactsStep: Step = {
  fields: ({ contacts = [] }: NewVenue) => ({
    contacts: contacts.flatMap((each) => [
      each.kind,
      each.value,
      each.name ?? '',
      each.public ? 'public' : 'private',
    ]),
  }),
  tidy: (typed) => ({ ...typed, contacts: rowsIn(typed, 'contacts', CONTACT_COLUMNS, [1, 2]).flat() }),
  read: (values, { venue }) => {
    const faults: StepFault[] = [];
    const contacts = rowsIn(values, 'contacts', CONTACT_COLUMNS, [1, 2]).flatMap((row, n): Contact[] => {
      const [typed = '', value = '', name = '', who] = row;
      const kind = contactKinds.find((each) => each === typed);
      // What another source brought stays, whatever it looks like, until somebody changes it.
      const isKept = venue.contacts?.some((each) => each.kind === kind && each.value === value);
      if (!kind) faults.push({ field: `contacts_${n}`, name: 'contact' });
      else if (value === '' || value.length > MOST.value || !(isKept || looksRight[kind].test(value)))
        faults.push({ field: `contacts_${n}-value`, name: `contact_${kind}` });
      else if (name.length > MOST.name) faults.push({ field: `contacts_${n}-name`, name: 'contact' });
      return kind ? [{ kind, value, ...(name && { name }), public: who === 'public' }] : [];
    });
    if (contacts.length > 20) faults.push({ field: 'contacts_0', name: 'contact' });
    return { change: { contacts }, faults };
  },
};
