/** The runner: takes plans that wait, works each out in a thread of its own, until stopped. */
import type { Worker } from 'node:worker_threads';
import type { Knex } from 'knex';
import { Problem } from '../problem.ts';
import type { TravelPlace } from '../travel/in-force.ts';
import { claimNext, fail, finish, giveBack, type Job, keepClaim } from './queue.ts';
import type { Progress } from './schema.ts';
import { startThread } from './thread.ts';
import type { Worked } from './work.ts';
import { workOf } from './work-of.ts';
import type { FromWorker } from './worker.ts';

/** Milliseconds between two looks for work, and between two words of how far a plan is. */
const INTERVAL = 1000;
/** Megabytes of objects that one plan may take. */
const MEMORY = 2048;

const sentences = {
  pairs: 'Too many pairs of an area and a candidate are within reach. Say less travel, or fewer candidates.',
  measuring:
    'Measuring the ways on the network of streets took longer than a plan may. Say less travel, or fewer candidates.',
  network:
    'The network of streets could not be asked how long ways are. Ask for straight lines, or try again later; it has been recorded.',
  memory: 'It needs more memory than a plan is given. Ask it of fewer candidates or areas.',
  broken: 'Something went wrong while it was worked out. This is our fault, not yours; it has been recorded.',
};

export interface PlanRunner {
  /** Stops, and gives back what it was working on. */
  stop(): Promise<void>;
}

interface Running {
  done: Promise<void>;
  stop(): void;
}

const kept = ({ sites, areas: _kept, ...worked }: Worked, { candidates }: Job) => ({
  ...worked,
  sites: sites.flatMap(({ site, ...part }) => {
    const candidate = candidates[site];
    return candidate ? [{ id: candidate.id, included: candidate.included, ...part }] : [];
  }),
});

type Ended =
  | { worked: Worked }
  | { fault: keyof typeof sentences; said?: string }
  | { error: unknown }
  | 'stopped';

/** `worker` until it has an answer, or is ended. */
function endOf(worker: Worker, heard: (progress: Progress) => void): Promise<Ended> {
  return new Promise((resolve) => {
    worker.on('message', (message: FromWorker) => {
      if ('progress' in message) heard(message.progress);
      else resolve(message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { fault: 'memory' } : { error }),
    );
    worker.on('exit', () => resolve('stopped'));
  });
}

function begin(
  db: Knex,
  job: Job,
  { report, place }: { report: (error: unknown) => void; place: TravelPlace | undefined },
): Running {
  const stopping = new AbortController();
  const work = async () => {
    let worker: Worker | undefined;
    let progress: Progress | undefined;
    let isOurs = true;
    let beating: Promise<void> = Promise.resolve();
    const beat = async () => {
      const told = progress;
      progress = undefined;
      isOurs = await keepClaim(db, job, told);
      if (!isOurs) await worker?.terminate();
    };
    // From the first moment on: reading a layer takes a while too, and nobody is to take the plan over meanwhile.
    const timer = setInterval(() => {
      beating = beating.then(beat).catch(report);
    }, INTERVAL);
    const end = () => void worker?.terminate();
    stopping.signal.addEventListener('abort', end, { once: true });
    let isFirst = true;
    let ended: Ended = 'stopped';
    try {
      const numbers = await workOf(db, job, place);
      if (isOurs && !stopping.signal.aborted) {
        worker = startThread(numbers, MEMORY);
        ended = await endOf(worker, (better) => {
          progress = better;
          // The first answer is worth telling at once.
          if (isFirst && better.objective !== undefined) {
            isFirst = false;
            beating = beating.then(beat).catch(report);
          }
        });
      }
    } finally {
      clearInterval(timer);
      await beating;
      await worker?.terminate();
    }
    if (!isOurs) return;
    if (ended === 'stopped') {
      if (stopping.signal.aborted) await giveBack(db, job);
      else await fail(db, job, sentences.broken);
    } else if ('worked' in ended) await finish(db, job, kept(ended.worked, job), ended.worked.areas);
    else {
      if ('error' in ended) report(ended.error);
      else if (ended.said !== undefined) report(new Error(ended.said));
      await fail(db, job, sentences['fault' in ended ? ended.fault : 'broken']);
    }
  };
  const done = work().catch(async (error) => {
    report(error);
    // What can be said to a person is why it fails; else it is taken up again when its claim is old.
    if (error instanceof Problem && error.status < 500) await fail(db, job, error.message).catch(report);
  });
  return { done, stop: () => stopping.abort() };
}

/**
 * `workers`: how many plans this node works on at once, each on a processor of its own. `place`: where there may be a
 * network of streets.
 */
export function startPlanRunner(
  db: Knex,
  report: (error: unknown) => void,
  { workers = 1, place }: { workers?: number; place?: TravelPlace } = {},
): PlanRunner {
  const running = new Set<Running>();
  let stopped = false;
  const look = async () => {
    try {
      while (!stopped && running.size < workers) {
        const job = await claimNext(db);
        if (!job) return;
        const begun = begin(db, job, { report, place });
        running.add(begun);
        void begun.done.then(() => running.delete(begun));
        if (stopped) begun.stop();
      }
    } catch (error) {
      report(error);
    }
  };
  let turn: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn.then(look);
  }, INTERVAL);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turn;
      for (const each of running) each.stop();
      await Promise.all([...running].map(({ done }) => done));
    },
  };
}
