/** The cookie that holds the secret of a session: out of the reach of scripts, and of other sites' forms. */
import { parse, serialize } from 'cookie';
import type { Request } from 'express';
import type { Config } from '../config.ts';
import { SESSION_DAYS } from './repository.ts';

type Where = Pick<Config, 'publicUrl'>;

const sessionCookie = ({ publicUrl }: Where): { name: string; secure: boolean } => {
  const secure = publicUrl.startsWith('https:');
  return { name: secure ? '__Host-moothall' : 'moothall', secure };
};

const header = (config: Where, value: string, maxAge: number) => {
  const { name, secure } = sessionCookie(config);
  return serialize(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
};

export const keepSession = (config: Where, secret: string): string =>
  header(config, secret, SESSION_DAYS * 86_400);

export const dropSession = (config: Where): string => header(config, '', 0);

/** The secret that the browser sent. */
export const sessionOf = (config: Where, request: Request): string | undefined =>
  parse(request.headers.cookie ?? '')[sessionCookie(config).name];
