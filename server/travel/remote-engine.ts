/** A server of Valhalla (`VALHALLA_URL`), asked by HTTP. Its own limits hold how far it searches. */
import { setTimeout as pause } from 'node:timers/promises';
import { TravelFault, toldFault } from './fault.ts';
import type { Action, Engine, Session } from './network-engine.ts';

/** Milliseconds an answer may take. */
const PATIENCE = 60_000;
/** Milliseconds before it is tried again, and again. */
const PAUSES = [200, 1000];

/** Asks the server what it is. Throws a TravelFault when it does not answer as Valhalla does. */
export async function remoteEngine(url: string): Promise<Engine> {
  const status = await request(`${url}/status`, {});
  const { version, tileset_last_modified: made } = status as Record<string, unknown>;
  if (typeof version !== 'string' || typeof made !== 'number')
    throw new TravelFault('What answers at VALHALLA_URL is not a server of Valhalla with tiles.');
  return {
    source: {
      engine: 'valhalla',
      version,
      extract: `tiles of ${new Date(made * 1000).toISOString()}`,
    },
    open: () => openSession(url),
  };
}

function openSession(url: string): Session {
  const closing = new AbortController();
  return {
    ask: (action, query) => request(`${url}/${action}`, query, closing.signal),
    close: () => closing.abort(),
  };
}

async function request(
  address: `${string}/${Action | 'status'}`,
  query: object,
  closed?: AbortSignal,
): Promise<unknown> {
  for (const wait of [...PAUSES, undefined]) {
    const answer = await post(address, query, closed);
    if (!('fault' in answer)) return answer.body;
    if (closed?.aborted || !answer.again || wait === undefined) throw answer.fault;
    await pause(wait);
  }
  throw new TravelFault('The server of Valhalla does not answer.');
}

type Posted = { body: unknown } | { fault: TravelFault; again: boolean };

async function post(address: string, query: object, closed?: AbortSignal): Promise<Posted> {
  const late = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
      redirect: 'error',
      signal: closed ? AbortSignal.any([late, closed]) : late,
    });
    if (response.ok) return { body: await response.json() };
    const said: unknown = await response.json().catch(() => undefined);
    const why = said && typeof said === 'object' && 'error' in said ? String(said.error) : '';
    return {
      fault: toldFault(`The server of Valhalla cannot answer (${response.status}).`, why),
      again: response.status >= 500 || response.status === 429,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { fault: new TravelFault(`The server of Valhalla does not answer: ${why}`), again: true };
  }
}
