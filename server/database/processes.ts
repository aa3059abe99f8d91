/**
 * Which process a number means. A pid alone is not enough: after a crash the number may belong to somebody else,
 * and in containers small numbers repeat at every start. A pid with its start time names one process for good.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

const hasProc = existsSync('/proc/self/stat');

/** When the process began, in words that only mean something when compared; undefined when there is none. */
export function startOf(pid: number): string | undefined {
  try {
    if (hasProc) return procStart(pid);
    process.kill(pid, 0);
    if (process.platform === 'win32') return 'running';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function procStart(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets and may hold anything, so count from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; in a container without an init process it may stay in the table for ever.
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
}

/** Where our process numbers mean something: another container's pid 7 is not ours. */
export function pidSpace(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

export const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Asks every few milliseconds until the answer is yes; false when the time is up first. */
export async function until(
  answer: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (let pause = 5; !(await answer()); pause = Math.min(pause * 1.5, 100)) {
    if (Date.now() > end) return false;
    await sleep(pause);
  }
  return true;
}
