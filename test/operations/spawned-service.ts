/** The whole service in a process of its own, started as a person starts it, and killed afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { program } from '../support/program.ts';

const repository = resolve(import.meta.dirname, '../..');
const living = new Set<ChildProcess>();

export interface Service {
  url: string;
  process: ChildProcess;
  /** Everything it has printed so far. */
  lines: string[];
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Nothing of the caller's environment but what a program needs to run. */
const bare = { PATH: process.env.PATH ?? '', TMPDIR: process.env.TMPDIR ?? '/tmp' };

export function spawnService(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [...program('server/main.ts'), ...args], {
    cwd: repository,
    env: { ...bare, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  const lines: string[] = [];
  const outputs = [child.stdout, child.stderr].map((stream) => createInterface({ input: stream }));
  for (const output of outputs) output.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    living.delete(child);
    return { code, signal };
  });
  return { process: child, lines, outputs, ended };
}

/** Starts it and waits until it says that it is ready. */
export async function startService(
  env: Record<string, string>,
): Promise<Service & { ended: Promise<Ended> }> {
  const { process: child, lines, outputs, ended } = spawnService(env);
  const url = await new Promise<string>((done, fail) => {
    for (const output of outputs)
      output.on('line', (line) => {
        const found = /Moothall is ready: (http:\/\/localhost:\d+)/.exec(line)?.[1];
        if (found) done(found);
      });
    ended.then(() => fail(new Error(`the service ended instead of starting:\n${lines.join('\n')}`)));
  });
  return { url: url.replace('localhost', '127.0.0.1'), process: child, lines, ended };
}

/** For afterEach: nothing that a failed test started may outlive it. */
export async function killServices(): Promise<void> {
  await Promise.all(
    [...living].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }),
  );
}
