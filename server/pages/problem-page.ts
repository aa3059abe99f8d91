import type { Request } from 'express';
import { failureText } from '../../client/logic/failure.ts';
import type { Config } from '../config.ts';
import type { Problem } from '../problem.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

/** The page of a failure, for a person with a browser. */
export const problemPage =
  (config: Config, assets: Assets) =>
  (problem: Problem, request: Request): string => {
    const language = languageOf(localeOf(request));
    const { title } = failureText(language, problem.status);
    return renderPage(
      {
        page: 'error',
        status: problem.status,
        detail: problem.message,
        settings: settingsOf(config, request),
      },
      assets,
      {
        title: language.t('error.pageTitle', { title }),
        description: title,
        path: request.path,
      },
    );
  };
