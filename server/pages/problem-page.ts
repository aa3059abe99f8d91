import type { Request } from 'express';
import { failureText } from '../../client/logic/failure.ts';
import type { Config } from '../config.ts';
import { isNotYours, type Problem } from '../problem.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

/** The page of a failure, for a person with a browser. */
export const problemPage =
  (config: Config, assets: Assets) =>
  (problem: Problem, request: Request): string => {
    const language = languageOf(localeOf(request));
    const settings = settingsOf(config, request);
    const failure = {
      status: problem.status,
      ...(!isNotYours(problem) && { detail: problem.message }),
    };
    const { title } = failureText(language, failure, settings.path);
    return renderPage(
      {
        page: 'error',
        ...failure,
        settings,
      },
      assets,
      {
        title: language.t('error.pageTitle', { title }),
        description: title,
        path: request.path,
      },
    );
  };
