/** A page for whoever is signed in: in no cache, in no search engine. */
import type { Request } from 'express';
import type { PageData } from '../../client/pages.ts';
import type { Config } from '../config.ts';
import type { Reply } from '../http/route.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, type PageExtra, renderPage } from './render.ts';

type WithoutSettings<D> = D extends unknown ? Omit<D, 'settings'> : never;

export function privatePage(
  assets: Assets,
  { config, request }: { config: Config; request: Request },
  data: WithoutSettings<PageData>,
  { status = 200, ...extra }: Omit<PageExtra, 'isPrivate'> & { status?: number },
): Reply {
  const whole = { ...data, settings: settingsOf(config, request) } as PageData;
  return html(renderPage(whole, assets, { ...extra, isPrivate: true }), {
    status,
    headers: { 'Cache-Control': 'private, no-store' },
  });
}
