/** /still-true/{token} and /quiet/{token}: what the letters of reminders lead to. A page with a button, for people; mail programs look too. */
import { Type } from '@sinclair/typebox';
import { memberSentence } from '../../client/logic/facts.ts';
import type { QuietPageData, RemindedPageData } from '../../client/pages/data.ts';
import { type Context, everyone, type Route, route } from '../http/route.ts';
import { redeemLimits, stopLimits } from '../people/limits.ts';
import { Problem } from '../problem.ts';
import { confirmByLink, isStopLink, lookAtLink, type ReminderVenue, stopByLink } from '../reminders/link.ts';
import { ageOf } from '../venues/public-venue.ts';
import { isoDay } from '../venues/repository.ts';
import { findFact } from '../vocabulary.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

const WithToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
type Here = Pick<Context<typeof WithToken, undefined, undefined>, 'db' | 'config' | 'request' | 'params'>;

const isOver = (error: unknown) => error instanceof Problem && error.status === 410;

export function remindedPages(assets: Assets): Route[] {
  const extra = ({ request }: Here, key: 'reminder.title' | 'reminder.quietTitle', path: string) => {
    const { t } = languageOf(localeOf(request));
    return {
      title: t('reminder.pageTitle', { title: t(key), name: t('common.name') }),
      description: t(key),
      path,
      isPrivate: true,
    };
  };
  /**
   * The address holds a secret, which is nobody else's to know. Not `no-referrer`: a form of such a page comes from no
   * site at all, and an older phone says nothing else by which it could be known for ours.
   */
  const answer = (body: string, status = 200) =>
    html(body, { status, headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } });

  const venueOf = (
    { request }: Here,
    { record, facts }: ReminderVenue,
  ): RemindedPageData['venues'][number] => {
    const language = languageOf(localeOf(request));
    const today = isoDay();
    const { id, slug, name, spaces } = record;
    const lines = facts.flatMap(({ seen, fact }) => {
      const entry = findFact(fact.key);
      const space = spaces.find((each) => each.id === seen.spaceId)?.name;
      const aged = { ...fact, age: ageOf(fact.observedOn, today) };
      return entry ? [memberSentence(language, { fact: aged, entry, ...(space && { space }) })] : [];
    });
    return { id, slug, name, lines };
  };
  const reminded = (
    here: Here,
    more: Pick<RemindedPageData, 'step'> & Partial<Pick<RemindedPageData, 'venues' | 'count'>>,
    status = 200,
  ) => {
    const { config, request, params } = here;
    const { token } = params;
    const data: RemindedPageData = {
      page: 'reminded',
      token,
      venues: [],
      count: 0,
      ...more,
      settings: settingsOf(config, request),
    };
    return answer(renderPage(data, assets, extra(here, 'reminder.title', '/still-true')), status);
  };
  const quiet = (here: Here, step: QuietPageData['step'], status = 200) => {
    const { config, request, params } = here;
    const settings = settingsOf(config, request);
    const data: QuietPageData = { page: 'quiet', step, token: params.token, settings };
    return answer(renderPage(data, assets, extra(here, 'reminder.quietTitle', '/quiet')), status);
  };

  const common = {
    undocumented: true,
    params: WithToken,
    access: everyone,
    limits: redeemLimits,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      path: '/still-true/:token',
      summary: 'What the link of a letter would confirm',
      handler: async (here) => {
        try {
          const venues = await lookAtLink(here.db, here.params.token);
          return reminded(here, { step: 'ask', venues: venues.map((each) => venueOf(here, each)) });
        } catch (error) {
          if (!isOver(error)) throw error;
          return reminded(here, { step: 'over' }, 410);
        }
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/still-true/:token',
      summary: 'Say that all of it is still true',
      handler: async (here) => {
        try {
          return reminded(here, { step: 'done', count: await confirmByLink(here.db, here.params.token) });
        } catch (error) {
          if (!isOver(error)) throw error;
          return reminded(here, { step: 'over' }, 410);
        }
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/quiet/:token',
      limits: stopLimits,
      summary: 'Stop the letters?',
      handler: async (here) =>
        (await isStopLink(here.db, here.params.token)) ? quiet(here, 'ask') : quiet(here, 'over', 410),
    }),
    route({
      ...common,
      method: 'post',
      path: '/quiet/:token',
      limits: stopLimits,
      summary: 'Stop the letters',
      description:
        'By the button of the page, or by a mail program (RFC 8058): whatever the body is, the address says it all, and the answer leads nowhere else.',
      handler: async (here) => {
        try {
          await stopByLink(here.db, here.params.token);
          return quiet(here, 'done');
        } catch (error) {
          if (!isOver(error)) throw error;
          return quiet(here, 'over', 410);
        }
      },
    }),
  ];
}
