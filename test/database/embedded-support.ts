/** Starts small Moothalls in processes of their own, and takes everything away again after each test. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const repository = resolve(import.meta.dirname, '../..');
export const isRoot = process.getuid?.() === 0;

/** A user without rights, as the password file of every Unix knows one. */
export const nobody = { uid: 65534, gid: 65534 };

/** Whether tests may mount things, in a mount namespace that ends with the process. */
export const mayMount =
  isRoot && spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** Whether an ordinary user gets as far as this repository; root's home folder lets nobody else in. */
const isEnterable =
  !isRoot || spawnSync('test', ['-r', join(repository, 'package.json')], nobodyHere()).status === 0;

/** Whether root can run the repository as somebody else: where it lies, or by showing it in a folder of theirs. */
export const mayBecomeOther = isEnterable || mayMount;

function nobodyHere() {
  return { uid: nobody.uid, gid: nobody.gid, cwd: '/' };
}

/** Says which case is left out and why, so that a green run is not misread. */
export function leaveOut(test: Mocha.Context, why: string): never {
  console.log(`      left out: ${why}`);
  return test.skip();
}

export interface Report {
  url: string;
  adopted: boolean;
  milliseconds: number;
  lines: string[];
  error?: string;
  name?: string;
  rows?: Record<string, unknown>[];
  stopped?: boolean;
}

export class Moothall {
  readonly process: ChildProcess;
  private readonly reports: AsyncIterator<string>;

  constructor(dataDir: string, options: Options = {}) {
    const { settings = {}, copies = '/tmp' } = options;
    const { root, inside, identity } = whereAndWho(options);
    const child = join(root, 'test/database/embedded-child.ts');
    const [command = '', ...args] = [
      ...inside,
      process.execPath,
      '--import',
      join(root, 'node_modules/tsx/dist/loader.mjs'),
      child,
      dataDir,
      JSON.stringify(settings),
    ];
    this.process = spawn(command, args, {
      ...identity,
      cwd: '/',
      detached: true,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', TMPDIR: copies },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.process.stdin?.on('error', () => undefined);
    if (!this.process.stdout) throw new Error('no output to read');
    this.reports = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    living.push(this);
  }

  /** The next thing it says. */
  async says(): Promise<Report> {
    const { value, done } = await this.reports.next();
    if (done) throw new Error('the process ended without a word');
    return JSON.parse(value);
  }

  async asks(sql: string): Promise<Record<string, unknown>[]> {
    this.process.stdin?.write(`${sql}\n`);
    return (await this.says()).rows ?? [];
  }

  async stops(): Promise<void> {
    this.process.stdin?.write('stop\n');
    if (!(await this.says()).stopped) throw new Error('it did not stop');
    await this.ended();
  }

  async ended(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    await new Promise((resolve) => this.process.once('exit', resolve));
  }

  async killed(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended();
  }
}

interface Options {
  uid?: number;
  gid?: number;
  root?: string;
  settings?: Record<string, string>;
  /** Command that the process is started through. */
  inside?: string[];
  /** Where it may put what everybody must be able to enter. */
  copies?: string;
}

/** For another user, a repository in a closed folder is shown to the process in an open one. */
function whereAndWho({ root = repository, inside = [], uid, gid }: Options) {
  if (uid === undefined || isEnterable) return { root, inside, identity: { uid, gid } };
  const shown = temporaryFolder(0o755);
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return {
    root: shown,
    inside: [...mounting(`mount --bind ${repository} ${shown}`), ...become],
    identity: {},
  };
}

const living: Moothall[] = [];
const folders: string[] = [];

/** A folder directly under /tmp: a longer name would be another case (sockets). */
export function temporaryFolder(mode = 0o700): string {
  const folder = mkdtempSync('/tmp/moothall-test-');
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

let template: string | undefined;

/** A data folder with a database in it: made once, then copied, because making takes most of a test's time. */
export async function dataFolder(): Promise<string> {
  if (!template) {
    const made = mkdtempSync('/tmp/moothall-test-template-');
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    const { moothall } = await start(made);
    await moothall.stops();
    template = made;
  }
  const folder = temporaryFolder();
  cpSync(template, folder, { recursive: true });
  chmodSync(join(folder, 'postgres'), 0o700);
  return folder;
}

/** Server processes that stand in this folder or below. */
export function serversBelow(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`) &&
          readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
        );
      } catch {
        return false;
      }
    });
}

export const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

export async function tidy(): Promise<void> {
  for (const moothall of living.splice(0)) await moothall.killed();
  for (const folder of folders.splice(0)) {
    for (const pid of serversBelow(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

const oneSentence = /^[A-Z/][^\n]{20,300}\.( [A-Z][^\n]+\.)?$/;

/** Starts and expects a running database. */
export async function start(...given: ConstructorParameters<typeof Moothall>) {
  const moothall = new Moothall(...given);
  const report = await moothall.says();
  assert.equal(report.error, undefined);
  return { moothall, report };
}

/** Starts and expects a refusal in words for people. */
export async function refusal(...given: ConstructorParameters<typeof Moothall>): Promise<string> {
  const moothall = new Moothall(...given);
  const { error = '', name } = await moothall.says();
  assert.equal(name, 'EmbeddedDatabaseError');
  assert.match(error, oneSentence);
  await moothall.ended();
  return error;
}

export const count = async (moothall: Moothall) =>
  (await moothall.asks('select count(*)::int from kept'))[0]?.count;

/** Starts through a shell that first changes its own view of the mounts; the rest of the computer keeps its own. */
export const mounting = (script: string) => ['unshare', '--mount', 'sh', '-ec', `${script}; exec "$@"`, 'sh'];
