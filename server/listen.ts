/** Listening, and stopping without dropping anyone who is being answered. */
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { type Config, ConfigError } from './config.ts';

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

/** On SIGINT or SIGTERM: no new connections, requests in flight finish, then `close`. A second signal does not wait. */
export function stopOnSignal(
  server: Server,
  { shutdownTimeout }: Pick<Config, 'shutdownTimeout'>,
  log: Logger,
  close: () => Promise<void>,
): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) {
      server.closeAllConnections();
      return;
    }
    stopping = true;
    log.info(`${signal}: finishing the requests in flight`);
    const force = setTimeout(() => server.closeAllConnections(), shutdownTimeout);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    clearTimeout(force);
    try {
      await close();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'the database did not stop cleanly');
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
}
