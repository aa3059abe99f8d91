/** Valhalla on this machine: a process for each run, with the bounds of that run. */
import { fork } from 'node:child_process';
import { basename, extname, join } from 'node:path';
import { TravelFault, toldFault } from './fault.ts';
import { type BuiltNetwork, packageFolder, travelFolder } from './folders.ts';
import type { Bounds, Engine, Session } from './network-engine.ts';
import type { Answer, Question, Start } from './valhalla-messages.ts';
import { answeringSettings } from './valhalla-settings.ts';

/** Beside this file, by the ending that this file has: the source, or what was built of it. */
const program = join(import.meta.dirname, `valhalla-process${extname(import.meta.filename)}`);
/** Of what the engine said last, so much is repeated. */
const LAST_WORDS = 500;

export function localEngine(dataDir: string, network: BuiltNetwork): Engine {
  return {
    source: { engine: 'valhalla', version: network.version, extract: `sha256:${network.digest}` },
    open: (bounds) => openSession(dataDir, network, bounds),
  };
}

function openSession(dataDir: string, network: BuiltNetwork, bounds: Bounds): Session {
  const child = fork(program, [], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (fault: Error) => void }>();
  let over: TravelFault | undefined;
  let said = '';
  let asked = 0;
  const end = (why: string) => {
    over ??= new TravelFault(why);
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
  };
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part.toString()).slice(-LAST_WORDS);
  });
  child.on('error', (error) => end(`Valhalla cannot be started: ${error.message}`));
  child.on('close', (code, signal) =>
    end(`Valhalla ended while it was asked (${signal ?? `status ${code}`}). ${said}`.trim()),
  );
  child.on('message', (answer: Answer) => {
    const who = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('fault' in answer) who?.reject(toldFault('Valhalla cannot answer:', answer.fault));
    else who?.resolve(JSON.parse(answer.answer));
  });
  const start: Start = {
    package: packageFolder(dataDir),
    settings: answeringSettings(join(travelFolder(dataDir), basename(network.tiles)), bounds),
  };
  child.send(start);
  return {
    ask: (action, query) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over);
        asked += 1;
        waiting.set(asked, { resolve, reject });
        const question: Question = { id: asked, action, query };
        child.send(question, (error) => error && end(`Valhalla cannot be asked: ${error.message}`));
      }),
    close: () => {
      end('Valhalla was ended.');
      child.kill('SIGKILL');
    },
  };
}
