/** What stands at the address of a listing that an operator has hidden: nothing of the listing, but why. */
import type { Request } from 'express';
import type { Config } from '../config.ts';
import type { Reply } from '../http/route.ts';
import type { Notice } from '../operator/schema.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

interface Here {
  id: number;
  config: Config;
  request: Request;
  assets: Assets;
}

export function noticePage(notice: Notice, { id, config, request, assets }: Here): Reply {
  const { t } = languageOf(localeOf(request));
  const page = renderPage({ page: 'notice', notice, settings: settingsOf(config, request) }, assets, {
    title: `${t('operator.noticeTitle')} – ${t('common.name')}`,
    description: t('operator.noticeTitle'),
    path: `/venues/${id}`,
    isUnlisted: true,
  });
  return html(page);
}
