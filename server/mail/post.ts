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

/** Milliseconds that a mail server is waited for: to be there, to greet, to say the next word. */
const PATIENCE = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '30000' };

/** The address of the mail server, with how long it is waited for, unless that is said there. */
function patiently(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(PATIENCE))
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  return url.href;
}

/** What a log may keep of a letter that did not leave: the mail server's own words name whom it was for. */
export function postFault(error: unknown): Error {
  const { code, command, responseCode } = (error ?? {}) as Record<string, unknown>;
  const said = [code, command, responseCode].filter((each) => /^[\w ]{1,20}$/.test(String(each ?? '')));
  return new Error(
    `The mail server did not take a letter (${said.join(', ') || 'for no reason that it told'}).`,
  );
}

/** `report` hears of what could not be sent, but not to whom. */
export function startPost(
  db: Knex,
  { smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  report: (error: unknown) => void,
): Post {
  if (!smtpUrl) return { flush: async () => {}, stop: async () => {} };
  const transport = createTransport(patiently(smtpUrl), { from: mailFrom });
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();
  const send = async () => {
    try {
      while (
        !stopped &&
        (await sendNext(
          db,
          async (letter) => void (await transport.sendMail({ ...letter })),
          (error) => report(postFault(error)),
        ))
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
