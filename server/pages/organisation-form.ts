/** What the members' pages of an organisation have in common: whose they are, and how they are sent. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import type { OrganisationName } from '../../client/pages/data.ts';
import type { Context, Reply } from '../http/route.ts';
import type { OrganisationSubject } from '../organisations/policy.ts';
import { aboutOrganisation } from '../organisations/repository.ts';
import { notFound, Problem } from '../problem.ts';
import { idOfSlug } from '../venues/slug.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';

export const OfOrganisation = Type.Object({ slug: Type.String({ maxLength: 200 }) });
export const Form = Type.Object({}, { additionalProperties: true });
export const DoneQuery = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });

export const aboutOrganisationSlug = ({
  db,
  params,
}: {
  db: Knex;
  params: { slug: string };
}): Promise<OrganisationSubject> => aboutOrganisation({ db, params: { id: idOfSlug(params.slug) ?? 0 } });

export type Here = Pick<
  Context<typeof OfOrganisation, undefined, undefined, OrganisationSubject>,
  'db' | 'config' | 'request' | 'visitor' | 'subject'
>;

/** What every page about it is headed with. Throws Problem 404. */
export async function organisationName(
  db: Knex,
  id: number,
): Promise<OrganisationName & { version: number }> {
  const row = await db('organisation')
    .where({ id })
    .whereNull('dissolved_at')
    .first('id', 'slug', 'name', 'version');
  if (!row) throw notFound('organisation');
  return row;
}

export const pathOf = ({ slug, id }: OrganisationName): string => `/organisations/${slug}-${id}`;

/** Sends a page that only whoever is signed in may see, under its title. */
export function ownPage(
  context: Pick<Here, 'config' | 'request'>,
  assets: Assets,
  data: Parameters<typeof privatePage>[2],
  { title, path, status = 200 }: { title: string; path: string; status?: number },
): Reply {
  const { t } = languageOf(localeOf(context.request));
  return privatePage(assets, context, data, {
    title: t('organisation.pageTitle', { organisation: title, name: t('common.name') }),
    description: title,
    path,
    status,
  });
}

/** Could somebody else have been first? Then the page is shown again, and says so. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Problem
    ? [404, 409, 410].includes(error.status)
    : ['23505', '23514'].includes((error as { code?: string } | undefined)?.code ?? '');
