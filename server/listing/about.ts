/** What a place is called, also in other languages, what kind of place it is, and what it is like in plain words. */
import type { NewVenue } from '../venues/schema.ts';
import { findKind } from '../vocabulary.ts';
import { rowsIn, type Step, type StepFault, textIn, tooLong } from './step.ts';

const MOST = { name: 160, description: 5000 };
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export const aboutStep: Step = {
  fields: ({ name, kind, description = '', names = {} }: NewVenue) => ({
    name,
    kind,
    description,
    names: Object.entries(names).flat(),
  }),
  tidy: (typed) => ({ ...typed, names: rowsIn(typed, 'names', 2, [0, 1]).flat() }),
  read: (values) => {
    const faults: StepFault[] = tooLong(values, MOST);
    const name = textIn(values, 'name');
    if (name === '') faults.push({ field: 'name', name: 'name' });
    const kind = textIn(values, 'kind');
    if (!findKind(kind)) faults.push({ field: 'kind', name: 'kind' });
    const rows = rowsIn(values, 'names', 2, [0, 1]);
    rows.forEach(([language = '', said = ''], row) => {
      const isTwice = rows.findIndex(([other]) => other === language) !== row;
      if (!tag.test(language) || isTwice) faults.push({ field: `names_${row}`, name: 'names' });
      else if (said === '' || said.length > MOST.name)
        faults.push({ field: `names_${row}-name`, name: 'names' });
    });
    return {
      change: {
        name,
        kind,
        description: textIn(values, 'description'),
        names: Object.fromEntries(rows),
      },
      faults,
    };
  },
};
