/** The service as it is run, in a process of its own, and load on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';

export interface Process {
  url: string;
  pid: number;
  /** Seconds from start to ready. */
  started: number;
  /** Megabytes that the process holds now. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a script and waits for a line that says where it listens. */
export async function run(script: string, env: NodeJS.ProcessEnv): Promise<Process> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '..', script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env, PORT: '0' },
  });
  const url = await listening(child, script);
  const started = (performance.now() - began) / 1000;
  return {
    url,
    pid: child.pid ?? 0,
    started,
    memory: () => residentMegabytes(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Everything that is said is read and let go, as a collector of logs would. */
function listening(child: ChildProcess, script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('stdout is a pipe');
    const lines = createInterface(child.stdout);
    lines.on('line', (line) => {
      const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
      if (!url) return;
      lines.close();
      child.stdout?.resume();
      resolve(url.replace('localhost', '127.0.0.1'));
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
  });
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

export const CLIENTS = 16;

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers by status. */
  statuses: Record<string, number>;
}

export interface Question {
  path: string;
  headers?: Record<string, string>;
}

/** What is sent with every question; the same when ETags are learnt and when they are used. */
export const headers = { accept: 'application/json', 'accept-encoding': 'identity' };

/** Asks the questions in turn from 16 connections for so many seconds. */
export async function load(url: string, questions: Question[], seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CLIENTS,
    duration: seconds,
    requests: questions.map((each) => ({ path: each.path, headers: { ...headers, ...each.headers } })),
  });
  if (result.errors > 0) throw new Error(`${result.errors} requests to ${url} failed`);
  const counted = Object.entries(result.statusCodeStats ?? {});
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    statuses: Object.fromEntries(counted.map(([status, { count = 0 }]) => [status, count])),
  };
}
