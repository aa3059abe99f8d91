/** Somebody at work on a listing, by the pages that they use. */
import type { Test } from 'supertest';
import { getRecord } from '../../server/venues/read.ts';
import { type TestService, useService } from '../support/app.ts';
import { addVenue, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

export interface Desk {
  service: TestService;
  /** Of the venue that is worked on, and its page. */
  id: number;
  path: string;
  steward: string;
  editor: string;
  see: (step: string, who?: string) => Test;
  send: (step: string, form: object, who?: string) => Test;
  /** What is stored now. */
  venue: () => Promise<Awaited<ReturnType<typeof getRecord>>['venue']>;
  roomId: (name: string) => Promise<number>;
}

/** Registers hooks: each test has a draft with a hall and a snug, and two who work on it. */
export function useDesk(more: Parameters<typeof addVenue>[1] = {}): Desk {
  const service = useService();
  const desk = { service } as Desk;
  beforeEach(async () => {
    const us = await addOrganisation(service.db, { name: 'Quillfeather Friends' });
    ({ cookie: desk.steward } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' }));
    ({ cookie: desk.editor } = await signIn(service.db, 'joe@hall.example', { [us]: 'editor' }));
    await service.db('person').where({ email: 'joe@hall.example' }).update({ name: 'Joe' });
    const { id } = await addVenue(service.db, {
      organisationId: us,
      status: 'draft',
      name: 'Quillfeather Hall',
      spaces: [space('Main hall', { theatre: 80 }), space('Snug', { boardroom: 8 })],
      ...more,
    });
    desk.id = id;
    desk.path = `/venues/quillfeather-hall-${id}`;
  });
  const as = (request: Test, who = desk.steward) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: who });
  desk.see = (step, who) => as(service.request.get(`${desk.path}/${step}`), who);
  desk.send = (step, form, who) =>
    as(service.request.post(`${desk.path}/${step}`), who)
      .type('form')
      .send(form);
  desk.venue = async () => (await getRecord(service.db, desk.id)).venue;
  desk.roomId = async (name) => Number((await desk.venue()).spaces?.find((each) => each.name === name)?.id);
  return desk;
}

/** The fields of the form on a page as they stand: what a browser would send back. */
export function fieldsIn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const form = /<form[^>]*action="[^"]*\/edit\/[^"]*"[\s\S]*<\/form>/.exec(html)?.[0] ?? '';
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value];
  };
  const read = (tag: string, attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1];
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  for (const [tag, , inner = ''] of form.matchAll(
    /<(input)[^>]*>|<(?:select|textarea)[^>]*>([\s\S]*?)<\/(?:select|textarea)>/g,
  )) {
    const name = read(tag, 'name');
    if (!name) continue;
    const isBox = / type="(checkbox|radio)"/.test(tag);
    if (isBox && !/ checked/.test(tag)) continue;
    if (tag.startsWith('<select')) {
      const options = [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((each) => / selected/.test(each)) ?? options[0] ?? '';
      add(name, read(chosen, 'value') ?? '');
    } else add(name, plain(tag.startsWith('<textarea') ? inner : (read(tag, 'value') ?? '')));
  }
  return fields;
}
