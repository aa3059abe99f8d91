/** The last stop of every failure: a Problem as problem+json, or as a page for a person with a browser. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { databaseProblem, errorForLog } from '../database/errors.ts';
import { invalidInput, notFound, Problem, tooLarge, unexpected, unsupportedMedia } from '../problem.ts';

/** Renders a problem as a page; answers undefined when there is no page for it. */
export type ProblemPage = (problem: Problem, request: Request) => string | undefined;

const wantsPage = (request: Request) =>
  !request.path.startsWith('/api/') && request.accepts(['html', 'json']) === 'html';

export function sendProblem(problem: Problem, request: Request, response: Response, page: ProblemPage): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  response.status(problem.status);
  const html = wantsPage(request) ? page(problem, request) : undefined;
  if (html !== undefined) {
    response.type('html').send(html);
    return;
  }
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.end(
    JSON.stringify({
      type: `/api/docs#problem-${problem.name}`,
      title: problem.title,
      status: problem.status,
      detail: problem.message,
      instance: request.originalUrl,
      ...(problem.errors && { errors: problem.errors }),
    }),
  );
}

export const noSuchPage: RequestHandler = (request) => {
  throw notFound(request.path.startsWith('/api/') ? 'endpoint' : 'page');
};

export function errorHandler(log: Logger, page: ProblemPage): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    if (problem.status >= 500)
      log.error(
        { error: errorForLog(problem.cause ?? error), request: response.locals.requestId },
        problem.title,
      );
    sendProblem(problem, request, response, page);
  };
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = databaseProblem(error);
  if (known) return known;
  if (error instanceof URIError)
    return invalidInput([{ detail: 'The address has a % that is not followed by two hexadecimal digits.' }]);
  if (isParserFault(error)) {
    if (error.type === 'entity.too.large') return tooLarge(`${error.limit ?? ''} bytes`);
    if (error.status === 415) return unsupportedMedia();
    return invalidInput([{ pointer: '#', detail: 'The body is not JSON that can be read.' }]);
  }
  return unexpected(error);
}

/** What express's body parser and its unzipping throw: a status in the 400s. */
const isParserFault = (error: unknown): error is { status: number; type?: string; limit?: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
