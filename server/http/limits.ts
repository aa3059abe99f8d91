/** How long a request may take, and what is written down about it. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { busy } from '../problem.ts';
import { type ProblemPage, sendProblem } from './errors.ts';

/** A request that has not been answered in time is told so; its work is stopped by the statement timeout. */
export const timeLimit =
  (milliseconds: number, page: ProblemPage): RequestHandler =>
  (request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) sendProblem(busy(10), request, response, page);
    }, milliseconds);
    response.on('close', () => clearTimeout(timer));
    next();
  };

const goodId = /^[\w.-]{8,64}$/;

/** One line a request: id, method, route, status, time. No address, no query, no header: they may say who asked what. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const given = request.headers['x-request-id'];
    const id = typeof given === 'string' && goodId.test(given) ? given : randomUUID();
    response.locals.requestId = id;
    response.setHeader('X-Request-Id', id);
    const started = process.hrtime.bigint();
    response.on('close', () => {
      const line = {
        request: id,
        method: request.method,
        route: response.locals.route ?? 'none',
        status: response.writableFinished ? response.statusCode : 0,
        ms: Number(process.hrtime.bigint() - started) / 1e6,
      };
      log[response.statusCode >= 500 ? 'error' : 'info'](line, 'request');
    });
    next();
  };
