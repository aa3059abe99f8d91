/** Find a place: the page at the root of the site. */
import type { Knex } from 'knex';
import { inWords } from '../../client/logic/problems.ts';
import { readQuery, without, writeQuery } from '../../client/logic/query.ts';
import { searchTitle } from '../../client/logic/titles.ts';
import { type Area, findAreas, listAreas } from '../areas/read.ts';
import { searchOf } from '../http/conditional.ts';
import { everyone, type Route, route } from '../http/route.ts';
import { decodeParameters, parameterValidator } from '../http/validate.ts';
import { invalidInput, Problem } from '../problem.ts';
import { findVenues, listText } from '../venues/find.ts';
import { counts, extras, type VenueList, VenueQuery } from '../venues/schema.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';

const validateQuery = parameterValidator(VenueQuery);

/** As many areas as a list to choose from can have. */
const MOST_AREAS = 100;

/** The areas to choose from, with those that are asked, so that each has its name. */
async function areasFor(db: Knex, asked: string[]): Promise<Area[]> {
  const { items } = await listAreas(db, { limit: MOST_AREAS });
  const missing = asked.filter((id) => !items.some((area) => area.id === id));
  return missing.length > 0 ? [...items, ...(await findAreas(db, missing.slice(0, MOST_AREAS)))] : items;
}

export const searchPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/',
    access: everyone,
    undocumented: true,
    summary: 'The search page',
    answers: {
      200: { description: 'A page' },
      400: { description: 'The page, with what could not be understood' },
    },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, config, request }) => {
      // The same reading of the address as in the browser: blanks of a plain form forgotten, its day and time joined.
      const query = readQuery(new URLSearchParams(searchOf(request)));
      const search = new URLSearchParams(writeQuery(without(query, 'view')));
      const areas = await areasFor(db, query.within ?? []);
      let list: VenueList = { items: [] };
      let problem:
        | { title: string; detail: string; errors?: { parameter?: string; detail: string }[] }
        | undefined;
      try {
        const asked = decodeParameters(VenueQuery, search);
        const faults = validateQuery(asked);
        if (faults.length > 0) throw invalidInput(faults);
        list = JSON.parse(listText(await findVenues(db, { ...asked, include: [...counts, ...extras] })));
      } catch (error) {
        // A question that cannot be asked is shown beside what was typed; everything else is the error page's.
        if (!(error instanceof Problem) || error.status !== 400) throw error;
        problem = { title: error.title, detail: error.message, errors: error.errors };
      }
      const language = languageOf(localeOf(request));
      const page = renderPage(
        {
          page: 'search',
          query,
          list,
          areas,
          settings: settingsOf(config, request),
          ...(problem && { problem }),
        },
        assets,
        {
          title: searchTitle(language, query, problem && inWords(language, problem)),
          description: language.t('search.pageDescription'),
          path: `/${search.size > 0 ? `?${search}` : ''}`,
        },
      );
      return html(page, problem ? { status: 400 } : {});
    },
  });
