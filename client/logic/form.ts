/** A form as its page was given it: what is typed, and what is wrong with it, by the names of its fields. */

export interface FormFault {
  /**
   * The name of the field; of one of many of the same name, in a row of a list, its id, which begins with that of the row and
   * a dash. Absent when it is about the form as a whole.
   */
  field?: string;
  sentence: string;
}

export interface FormState {
  values: Record<string, string | string[] | undefined>;
  faults: FormFault[];
}

export const emptyForm: FormState = { values: {}, faults: [] };

/** What stands in a field that takes one value. */
export function typedValue({ values }: FormState, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** What is chosen in a group of boxes. */
export function typedValues({ values }: FormState, name: string): string[] {
  const value = values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export const faultOf = ({ faults }: FormState, name: string): string | undefined =>
  faults.find((each) => each.field === name)?.sentence;

/** What is wrong in a row: with the row, or with one of its fields. */
export const faultInRow = ({ faults }: FormState, row: string): string | undefined =>
  faults.find(({ field }) => field === row || field?.startsWith(`${row}-`))?.sentence;

/** Whether a field is wrong, and where that is said. */
interface Mark {
  isWrong: boolean;
  saidAt?: string;
}

/** Of a field in a row: it is said at the head of the row. */
export function markInRow({ faults }: FormState, id: string): Mark {
  const isWrong = faults.some(({ field }) => field === id);
  return { isWrong, ...(isWrong && { saidAt: `${id.replace(/-.*$/, '')}-error` }) };
}

/** Of any field: it is said beside it, unless it is in a row. */
export const markOf = (form: FormState, name: string, id: string): Mark =>
  faultOf(form, name) === undefined ? markInRow(form, id) : { isWrong: true, saidAt: `${id}-error` };
