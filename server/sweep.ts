/**
 * What is done every hour, by any node and safe on many at once: takes out what is over (sessions, old requests, kept
 * forms, old answers, counts), and writes the letters that are due.
 */
import type { Knex } from 'knex';
import type { CorrectionLetters } from './corrections/letters.ts';
import { sweepCorrections } from './corrections/repository.ts';
import { tellOfCorrections } from './corrections/tell.ts';
import { sweepDemandFiles } from './demand/files.ts';
import { sweepHandovers } from './organisations/handover.ts';
import { sweepInvitations } from './organisations/invitations.ts';
import { sweepEmailChanges } from './people/change-email.ts';
import { sweepKeptForms } from './people/kept-form.ts';
import { sweepPeople } from './people/repository.ts';
import type { ReminderLetter } from './reminders/letters.ts';
import { sendReminders, sweepReminders } from './reminders/send.ts';

const INTERVAL = 3_600_000;

/** The first turn comes soon: a service that is started anew every day writes its letters too. */
const FIRST = 60_000;

/** What letters say; absent where no letters leave. */
export interface SweepLetters {
  publicUrl: string;
  reminder: ReminderLetter;
  corrections: CorrectionLetters;
}

/** Does each part by itself: what fails once an hour must not keep everybody's letters back. Throws what failed first. */
export async function sweep(db: Knex, letters?: SweepLetters): Promise<void> {
  const parts: (() => Promise<unknown>)[] = [
    () => sweepPeople(db),
    () => sweepEmailChanges(db),
    () => sweepInvitations(db),
    () => sweepHandovers(db),
    () => sweepKeptForms(db),
    () => sweepDemandFiles(db),
    // Longer than a walk with no signal, and a night.
    () => db('sent_once').whereRaw(`sent_at < now() - interval '3 days'`).delete(),
    () => sweepReminders(db),
    () => sweepCorrections(db),
    () => db('rate_limit').where('expire', '<', Date.now()).delete(),
  ];
  if (letters) {
    const { publicUrl, reminder, corrections } = letters;
    parts.push(
      () => sendReminders(db, { letter: reminder, publicUrl }),
      () => tellOfCorrections(db, { letters: corrections, publicUrl }),
    );
  }
  const failures: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

export function startSweeping(
  db: Knex,
  letters: SweepLetters | undefined,
  report: (error: unknown) => void,
): { stop(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  const go = () => {
    turn = turn.then(() => sweep(db, letters).catch(report));
  };
  const first = setTimeout(go, FIRST);
  const timer = setInterval(go, INTERVAL);
  first.unref();
  timer.unref();
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(timer);
      await turn;
    },
  };
}
