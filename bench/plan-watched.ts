/** A plan asked over HTTP and watched by its events, and the memory of the service meanwhile. */
import { readdirSync, readFileSync } from 'node:fs';
import type { London } from './plan-london.ts';

/** Seconds since the question was sent. */
export interface Timed {
  /** Until the question was taken, and until somebody worked on it. */
  asked: number;
  begun: number;
  first: number;
  near: number;
  done: number;
  status: string;
  objective: number;
  candidates: number;
  areas: number;
}

const NEAR = 0.01;

export async function askPlan(url: string, token: string, london: London): Promise<Timed> {
  const authorization = { Authorization: `Bearer ${token}` };
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const asked = await fetch(`${url}/api/v1/plans`, {
    method: 'POST',
    headers: { ...authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      organisationId: london.organisationId,
      name: 'London',
      question: { kind: 'mclp', p: 20, within: 1200 },
      demand: { layer: london.layer, weight: 'population' },
      candidates: { search: {} },
      travel: { detour: 1 },
      seconds: 120,
    }),
  });
  if (asked.status !== 202)
    throw new Error(`The plan was answered with ${asked.status}: ${await asked.text()}`);
  const { id } = (await asked.json()) as { id: number };
  const taken = since();
  const path = `${url}/api/v1/plans/${id}`;
  let [begun, first, near]: (number | undefined)[] = [];
  for await (const { status, progress: { gap } = {} } of eventsOf(`${path}/events`, authorization)) {
    if (status === 'running') begun ??= since();
    if (gap === undefined) continue;
    first ??= since();
    if (gap <= NEAR) near ??= since();
  }
  const done = since();
  const plan = (await (await fetch(path, { headers: authorization })).json()) as {
    candidates: { count: number };
    answer?: { status: string; objective: number; gap: number; demand: { areas: number } };
    fault?: string;
  };
  const { answer } = plan;
  if (!answer) throw new Error(`The plan has no answer. ${plan.fault ?? ''}`);
  await fetch(path, { method: 'DELETE', headers: authorization });
  return {
    asked: taken,
    begun: begun ?? done,
    first: first ?? done,
    near: near ?? (answer.gap <= NEAR ? done : Number.POSITIVE_INFINITY),
    done,
    status: answer.status,
    objective: answer.objective,
    candidates: plan.candidates.count,
    areas: answer.demand.areas,
  };
}

/** What is said of the plan until nothing more comes. */
async function* eventsOf(
  address: string,
  headers: Record<string, string>,
): AsyncGenerator<{ status?: string; progress?: { gap?: number } }> {
  const { body } = await fetch(address, { headers });
  if (!body) return;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body) {
    text += decoder.decode(part, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
}

const fieldOf = (pid: number, field: string): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
};

/** Megabytes that a process and its children hold, the most that was seen; looked at five times a second. */
export function peakMemory(pid: number): { peak(): number; stop(): void } {
  let most = 0;
  const look = () => {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
    const own = processes.filter((each) => each === pid || fieldOf(each, 'PPid') === pid);
    most = Math.max(most, own.reduce((sum, each) => sum + fieldOf(each, 'VmRSS'), 0) / 1024);
  };
  const timer = setInterval(look, 200);
  timer.unref();
  return {
    peak: () => {
      look();
      return most;
    },
    stop: () => clearInterval(timer),
  };
}
