/** How long a request may take, and what is written down about it. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { busy } from '../problem.ts';
import { type ProblemPage, sendProblem } from './errors.ts';

/** What a file may take on its way over a slow line, in milliseconds. */
export const UPLOAD_TIME = 300_000;

/**
 * A request that has not been answered in time is told so; its work is stopped by the statement timeout. A route that
 * takes a file says how long that may take, and that it has come.
 */
export const timeLimit =
  (milliseconds: number, page: ProblemPage): RequestHandler =>
  (request, response, next) => {
    const late = () => {
      if (response.headersSent) return;
      // Whoever is still sending is not listened to any longer.
      if (!request.complete) response.setHeader('Connection', 'close');
      sendProblem(busy(10), request, response, page);
    };
    let timer = setTimeout(late, milliseconds);
    response.locals.giveTime = (more = milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(late, more);
    };
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
