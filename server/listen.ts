/** Listening, and stopping without dropping anyone who is being answered. */
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { type Config, ConfigError } from './config.ts';
import { errorForLog } from './database/errors.ts';

/** Throws ConfigError with a sentence when the port cannot be had. */
export function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken. Stop what uses it, or set PORT to another number.`
          : error.code === 'EACCES'
            ? `Port ${port} may not be used by you. Set PORT to a number over 1023.`
            : `Moothall cannot listen on port ${port}: ${error.message}`;
      reject(new ConfigError(reason));
    });
    server.listen(port, resolve);
  });
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/** While starting there is nobody to answer yet: leave at once, in the way that stops what was started. */
export function leaveOnSignal(): void {
  for (const signal of signals) process.on(signal, () => process.exit(1));
}

/**
 * On SIGINT or SIGTERM: no new connections, streams end, requests in flight finish, then `close`. A second signal does not wait,
 * nor does the first when `shutdownTimeout` is over: what is left is dropped with its statements.
 */
export function stopOnSignal(
  server: Server,
  { shutdownTimeout }: Pick<Config, 'shutdownTimeout'>,
  log: Logger,
  { endStreams, close }: { endStreams: () => void; close: () => Promise<void> },
): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info(`${signal}: finishing the requests in flight`);
    const force = setTimeout(() => {
      log.warn('Some requests took too long to finish and were dropped');
      process.exit(1);
    }, shutdownTimeout);
    // Connections that are kept open for a next request close as soon as the one in flight is answered.
    const tidy = setInterval(() => server.closeIdleConnections(), 50);
    const closed = new Promise((resolve) => server.close(resolve));
    endStreams();
    await closed;
    clearInterval(tidy);
    clearTimeout(force);
    try {
      await close();
      process.exit(0);
    } catch (error) {
      log.error({ error: errorForLog(error) }, 'the database did not stop cleanly');
      process.exit(1);
    }
  };
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, () => void stop(signal));
  }
}
