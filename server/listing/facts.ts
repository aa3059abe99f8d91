/** What can be seen of a place, or of one of its rooms: an answer and a note to each question. */
import type { NewFact, NewVenue } from '../venues/schema.ts';
import type { FactEntry } from '../vocabulary.ts';
import { type Step, type StepFault, textIn } from './step.ts';

const MOST_NOTE = 500;

const factsOf = (venue: NewVenue, spaceId?: number): readonly NewFact[] =>
  (spaceId === undefined ? venue.facts : venue.spaces?.find(({ id }) => id === spaceId)?.facts) ?? [];

/**
 * An answer that stays as it was keeps its evidence; a new one is told, or visited where it was `seen`, today. “I don't
 * know” takes the fact away.
 */
export const factsStep = (entries: readonly FactEntry[], spaceId?: number): Step => ({
  fields: (venue) => {
    const known = factsOf(venue, spaceId);
    return Object.fromEntries(
      entries.flatMap(({ key }) => {
        const fact = known.find((each) => each.key === key);
        return [
          [`fact_${key}`, fact ? String(fact.value) : ''],
          [`note_${key}`, fact?.note ?? ''],
        ];
      }),
    );
  },
  read: (values, { venue, today }) => {
    const faults: StepFault[] = [];
    const known = factsOf(venue, spaceId);
    const facts = known.filter(({ key }) => !entries.some((entry) => entry.key === key));
    const method = textIn(values, 'seen') === 'yes' ? 'visited' : 'told';
    for (const { key, value: kind, grade, unit } of entries) {
      const said = textIn(values, `fact_${key}`);
      const note = textIn(values, `note_${key}`);
      if (note.length > MOST_NOTE) faults.push({ field: `note_${key}`, name: 'long', most: MOST_NOTE });
      if (said === '') {
        if (note !== '') faults.push({ field: `note_${key}`, name: 'note' });
        continue;
      }
      const isNumber = /^\d{1,6}(\.\d{1,2})?$/.test(said);
      if (kind === 'number' ? !isNumber : !['yes', 'no', 'partial'].includes(said)) {
        faults.push({ field: `fact_${key}`, name: grade ? 'grade' : (unit ?? 'number') });
        continue;
      }
      const value = kind === 'number' ? Number(said) : (said as NewFact['value']);
      const old = known.find((each) => each.key === key);
      const stays = old?.value === value && (old.note ?? '') === note;
      facts.push(stays ? old : { key, value, ...(note && { note }), method, observedOn: today });
    }
    if (spaceId === undefined) return { change: { facts }, faults };
    const spaces = venue.spaces?.map((space) => (space.id === spaceId ? { ...space, facts } : space));
    return { change: { spaces }, faults };
  },
});
