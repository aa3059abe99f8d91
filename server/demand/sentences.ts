/** What is wrong with a row of a file, or with an expression, in a sentence a person can act on. */
import type { ExpressionFault } from './expression.ts';

export type RowCode =
  | 'unreadable'
  | 'noId'
  | 'longId'
  | 'longName'
  | 'sameId'
  | 'noPlace'
  | 'notDegrees'
  | 'nowhere'
  | 'notNumber';

export interface Fault {
  row: number;
  code: RowCode;
  column?: string;
  value?: string;
  /** The row that it clashes with. */
  other?: number;
}

const rows: Record<RowCode, (fault: Fault) => string> = {
  unreadable: ({ value }) => `it cannot be read: ${value}.`,
  noId: ({ column }) => `it has no id: “${column}” is empty.`,
  longId: ({ column }) => `its id in “${column}” is longer than 120 characters.`,
  longName: ({ column }) => `its name in “${column}” is longer than 200 characters.`,
  sameId: ({ value, other }) => `its id “${value}” stands in row ${other} already.`,
  noPlace: () => 'it has no place: neither coordinates nor a geometry.',
  notDegrees: ({ value }) =>
    `its place, ${value}, is not in degrees: the file may be in another coordinate system.`,
  nowhere: () => 'its place is 0, 0, where nothing is.',
  notNumber: ({ column, value }) => `“${value}” in “${column}” is not a number.`,
};

/** The same of rows that are named apart. */
export const reasonOf = (fault: Fault): string => rows[fault.code](fault).replace(/\.$/, '');

export const rowSentence = (fault: Fault): string => `Row ${fault.row}: ${rows[fault.code](fault)}`;

/** What is wrong with an expression, and where. */
export function expressionSentence({ code, at, said }: ExpressionFault, columns: readonly string[]): string {
  const where = `At character ${at}: `;
  switch (code) {
    case 'empty':
      return 'Say how much an area counts, such as “population”.';
    case 'long':
      return `This is longer than ${said} characters.`;
    case 'end':
      return `${where}it ends where a number or a column should come.`;
    case 'sign':
    case 'value':
      return `${where}“${said}” cannot stand here.`;
    case 'close':
      return `${where}“${said}” is missing.`;
    case 'column':
      return `${where}there is no column “${said}”. There are: ${columns.join(', ')}.`;
    case 'called':
      return `${where}“${said}” cannot be asked; only min, max and if can.`;
    case 'arguments':
      return `${where}“if” takes three parts: what must hold, the number then, and the number else.`;
    case 'zero':
      return `${where}this divides by zero.`;
    case 'huge':
      return `${where}this number is too large.`;
    case 'negative':
      return 'This comes to less than zero. Nobody counts less than not at all: use max(0, …) if that is meant.';
  }
}
