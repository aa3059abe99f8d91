/** On what somebody signs in, as they would call it. */
import Bowser from 'bowser';
import type { Request } from 'express';

/** As the database has it. */
const LONGEST = 80;

/**
 * The browser and the system by name, such as “Firefox, Android”, from the header User-Agent; undefined when it names
 * neither. No version and no model: it is for a person to know their phone again, not for us to know them.
 */
export function deviceOf({ headers }: Pick<Request, 'headers'>): string | undefined {
  const agent = headers['user-agent'];
  if (!agent) return undefined;
  const { browser, os } = Bowser.parse(agent);
  const names = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return names.join(', ').slice(0, LONGEST) || undefined;
}
