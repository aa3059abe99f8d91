/** /enquiries: what a member's groups were asked, and what they ask. */
import { Type } from '@sinclair/typebox';
import { listEnquiries } from '../enquiries/repository.ts';
import { type Route, route } from '../http/route.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { enquirySaid } from './enquiry-form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';

const Query = Type.Object(
  { side: Type.Optional(Type.String()), before: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) },
  { additionalProperties: true },
);

export const enquiriesPage = (assets: Assets): Route =>
  route({
    method: 'get',
    path: '/enquiries',
    access: signedIn,
    undocumented: true,
    summary: 'The enquiries of your groups',
    query: Query,
    answers: { 200: { description: 'A page' } },
    handler: async (context) => {
      const { db, request, visitor, query } = context;
      const language = languageOf(localeOf(request));
      const organisations = personOfVisit(visitor).memberships.map(({ organisationId }) => organisationId);
      const page = query.before === undefined ? {} : { before: Number(query.before) };
      // One side alone where somebody reads on in it.
      const list = async (side: 'received' | 'asked') => {
        if ((query.side === 'received' || query.side === 'asked') && query.side !== side) return undefined;
        const about = { organisations, side: side === 'asked' ? ('asker' as const) : ('holder' as const) };
        const { items, ...more } = await listEnquiries(db, about, page);
        return { items: items.map((each) => enquirySaid(language, each)), ...more };
      };
      const [received, asked] = [await list('received'), await list('asked')];
      const title = language.t('enquiry.listTitle');
      return privatePage(
        assets,
        context,
        { page: 'enquiries', ...(received && { received }), ...(asked && { asked }) },
        {
          title: language.t('enquiry.pageTitle', { title, name: language.t('common.name') }),
          description: language.t('enquiry.listHow'),
          path: '/enquiries',
        },
      );
    },
  });
