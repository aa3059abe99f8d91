/** The post: sends what waits, over SMTP, until stopped. Without SMTP nothing leaves: the demo shows its outbox. */
import type { Knex } from 'knex';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { sendNext } from './repository.ts';

const INTERVAL = 1_000;

export interface Post {
  /** Sends all that waits now. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** `report` hears of what could not be sent: the mail server's words, without the letter. */
export function startPost(
  db: Knex,
  { smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  report: (error: unknown) => void,
): Post {
  if (!smtpUrl) return { flush: async () => {}, stop: async () => {} };
  const transport = createTransport(smtpUrl, { from: mailFrom });
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  const send = async () => {
    try {
      while (
        !stopped &&
        (await sendNext(db, async (letter) => void (await transport.sendMail({ ...letter })), report))
      );
    } catch (error) {
      report(error);
    }
  };
  const flush = () => {
    turn = turn.then(send);
    return turn;
  };
  const timer = setInterval(() => void flush(), INTERVAL);
  timer.unref();
  return {
    flush,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await turn;
      transport.close();
    },
  };
}
