/**
 * Valhalla in a process of its own (forked by `local-engine.ts`): other people’s machine code, which can neither hold up
 * the service, nor take it down, nor see its secrets, and which can be ended in the middle of a search.
 */
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import type { Action } from './network-engine.ts';
import type { Answer, Question, Start } from './valhalla-messages.ts';

interface Actor {
  locate(query: string): Promise<string>;
  matrix(query: string): Promise<string>;
  isochrone(query: string): Promise<string>;
}

const tell = (answer: Answer) => process.send?.(answer);
let actor: Actor | undefined;

function ask(action: Action, query: string): Promise<string> {
  if (!actor) throw new Error('Valhalla was asked before it was started.');
  switch (action) {
    case 'locate':
      return actor.locate(query);
    case 'sources_to_targets':
      return actor.matrix(query);
    case 'isochrone':
      return actor.isochrone(query);
  }
}

async function answer(message: Start | Question): Promise<void> {
  if ('package' in message) {
    const load = createRequire(import.meta.url);
    const valhalla = load(message.package) as { Actor: new (settings: string) => Actor };
    actor = new valhalla.Actor(JSON.stringify(message.settings));
    return;
  }
  const { id, action, query } = message;
  try {
    tell({ id, answer: await ask(action, JSON.stringify(query)) });
  } catch (error) {
    tell({ id, fault: error instanceof Error ? error.message : String(error) });
  }
}

// People who look for a room come first.
setPriority(constants.priority.PRIORITY_LOW);
process.on('message', (message: Start | Question) => void answer(message));
process.on('disconnect', () => process.exit());
