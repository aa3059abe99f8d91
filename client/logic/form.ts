/** A form as its page was given it: what is typed, and what is wrong with it, by the names of its fields. */

export interface FormFault {
  /** The name of the field; absent when it is about the form as a whole. */
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
