/** How a program of the register is started in a process of its own. */
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/**
 * What Node is given to run `script`, a file of the sources: what was built of it where the run of the tests has seen to
 * that (`BUILT_SERVER`), for it starts in a third of the time; the sources themselves otherwise, which are never old.
 */
export const program = (script: string): string[] =>
  process.env.BUILT_SERVER
    ? [join(repository, 'dist', script.replace(/\.ts$/, '.js'))]
    : ['--import', 'tsx', join(repository, script)];
