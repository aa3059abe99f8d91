/** A mail server that really listens, and keeps what it is given. */
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  url: string;
  letters: ParsedMail[];
  /** Refuse what comes, as a server does that is out of order. */
  refuse: boolean;
  /** Refuse whomever it is for, as a server does that knows no such address. */
  refuseAddress: boolean;
  close(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const sink = { letters: [] as ParsedMail[], refuse: false, refuseAddress: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      done(sink.refuseAddress ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((letter) => {
        if (sink.refuse) {
          done(Object.assign(new Error('Out of order'), { responseCode: 451 }));
          return;
        }
        sink.letters.push(letter);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
