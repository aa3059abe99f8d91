import type { Request } from 'express';
import type { Config } from '../config.ts';
import type { Problem } from '../problem.ts';
import { settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

/** The page of a failure, for a person with a browser. */
export const problemPage =
  (config: Config, assets: Assets) =>
  (problem: Problem, request: Request): string =>
    renderPage(
      {
        page: 'error',
        status: problem.status,
        title: problem.title,
        detail: problem.message,
        settings: settingsOf(config, request),
      },
      assets,
      {
        title: `${problem.title} – Moothall`,
        description: problem.title,
        path: request.path,
      },
    );
