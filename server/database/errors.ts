/** PostgreSQL's SQLSTATE, translated in one place. Constraints decide; this file says it in words. */
import { busy, conflict, full, invalidInput, type Problem } from '../problem.ts';

interface DatabaseFault {
  code: string;
  constraint?: string;
}

const sentences: Record<string, string> = {
  identifier_of_one_venue:
    'Another venue already has this identifier. It may be the same building, listed twice.',
  opening_period_venue_id_coalesce_weekday_int4range_excl: 'Two opening periods on the same day overlap.',
  space_venue_id_name_key: 'Two spaces in one venue cannot have the same name.',
  capacity_check: 'The legal maximum cannot be lower than the comfortable number.',
  photo_venue_id_space_id_fkey: 'This venue has no such space.',
  member_last_steward: 'An organisation keeps a steward. Make somebody else a steward first.',
  venue_holder_is_there: 'This organisation is dissolved, and can hold nothing.',
  handover_venue_id_key: 'This place is offered to another group already. Take that offer back first.',
  plan_demand:
    'Plans were worked out from this layer, so it stays. Delete those plans first; if others made them, you can stop showing it to the public.',
  organisation_slug_key: 'An organisation already has this short name.',
};

const isFault = (error: unknown): error is DatabaseFault =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/** The Problem that a database error means to a person, or undefined when it is our own fault. */
export function databaseProblem(error: unknown): Problem | undefined {
  if (error instanceof Error && error.name === 'KnexTimeoutError') return busy(2, error);
  // What pg says, without a code, when the server goes away under a statement.
  if (error instanceof Error && error.message.startsWith('Connection terminated')) return busy(5, error);
  if (!isFault(error)) return undefined;
  const said = error.constraint ? sentences[error.constraint] : undefined;
  // A check, but of what else is there, not of what was sent.
  if (error.constraint === 'member_last_steward') return conflict(said ?? error.constraint, error);
  switch (error.code) {
    case '23505': // unique_violation
    case '23P01': // exclusion_violation
      return conflict(said ?? 'This is already there.', error);
    case '23503': // foreign_key_violation
      return conflict(said ?? 'This refers to something that is not there.', error);
    case '23514': // check_violation
    case '22001': // string_data_right_truncation
    case '22003': // numeric_value_out_of_range
    case '22P05': // untranslatable_character, such as a NUL
    case '22021': // character_not_in_repertoire
      return invalidInput([{ detail: said ?? 'One of the values is outside what the register can keep.' }]);
    case '40001': // serialization_failure
    case '40P01': // deadlock_detected
    case '55P03': // lock_not_available
    case '53300': // too_many_connections
    case '57014': // query_canceled, by statement_timeout
    case '57P01': // admin_shutdown
    case '57P03': // cannot_connect_now
    case '08006': // connection_failure
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOENT': // the embedded server's socket is gone
      return busy(5, error);
    case '53100': // disk_full
      return full(error);
    default:
      return undefined;
  }
}

/**
 * Does the database refuse a value, whatever statement it came in? A data exception (class 22) or a limit (class 54).
 * To a request that may be our own fault; to a record of a file it is the record's.
 */
export const refusesValue = (error: unknown): boolean => isFault(error) && /^(22|54)/.test(error.code);

/** Data exceptions and what our own triggers raise name the value in their very message. */
const namesValues = /^(22|P0)/;

/**
 * What a log may keep of an error: which statement, which rule, where; never the values, which may be somebody's
 * name or number. PostgreSQL puts them into `detail`, `where` and some messages.
 */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'Something was thrown that is no error.' };
  if (!isFault(error)) return { type: error.name, message: error.message, stack: error.stack };
  const { code, constraint, message, stack = '' } = error;
  const statement = message.split(' - ').slice(0, -1).join(' - ');
  return {
    type: error.name,
    code,
    ...(constraint && { constraint }),
    message: namesValues.test(code) ? statement : message,
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
