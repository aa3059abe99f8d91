/** Fifty people change one venue at once, over HTTP: nobody’s accepted change is lost, and each is in the history once. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { facts } from '../../server/vocabulary.ts';
import { buildApp, listen } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const EDITORS = 50;

interface HistoryItem {
  version: number;
  edits: { path: string; before?: { value: unknown }; after?: { value: unknown; note?: string } }[];
}

describe('fifty editors of one venue', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let id: number;
  let cookies: string[];

  before(async () => {
    ({ db } = await freshDatabase());
    const us = await addOrganisation(db);
    ({ id } = await addVenue(db, { organisationId: us }));
    cookies = [];
    for (let each = 0; each < EDITORS; each += 1)
      cookies.push(
        (await signIn(db, `editor${each}@hall.example`, { [us]: each % 2 ? 'editor' : 'steward' })).cookie,
      );
    ({ url, close } = await listen(buildApp(db)));
  });
  after(() => close());

  const read = async (cookie: string) => {
    const answer = await fetch(`${url}/api/v1/venues/${id}/record`, { headers: { Cookie: cookie } });
    assert.equal(answer.status, 200);
    return {
      etag: answer.headers.get('etag') ?? '',
      venue: (await answer.json()) as { facts: { key: string }[] },
    };
  };
  const send = (cookie: string, etag: string, change: object) =>
    fetch(`${url}/api/v1/venues/${id}`, {
      method: 'PATCH',
      headers: { Cookie: cookie, 'If-Match': etag, 'Content-Type': 'application/json' },
      body: JSON.stringify(change),
    });
  async function history(): Promise<HistoryItem[]> {
    const items: HistoryItem[] = [];
    let next: number | undefined;
    do {
      const answer = await fetch(
        `${url}/api/v1/venues/${id}/history?limit=100${next === undefined ? '' : `&before=${next}`}`,
      );
      const page = (await answer.json()) as { items: HistoryItem[]; next?: number };
      items.push(...page.items);
      next = page.next;
    } while (next !== undefined);
    return items.reverse();
  }

  it('lose no accepted change, and find each in the history exactly once', async () => {
    const keys = facts
      .filter(({ scope, value }) => scope !== 'space' && value === 'answer')
      .map(({ key }) => key);
    let refused = 0;
    const accepted: { version: number; key: string; note: string }[] = [];
    /** Reads, changes one fact of the list that is replaced whole, and tries again when somebody was first. */
    const edit = async (who: number): Promise<void> => {
      const cookie = cookies[who] ?? '';
      // Ten facts among fifty: many write the same one, and none may bring an old list back.
      const key = keys[who % 10] ?? '';
      const note = `by editor ${who}`;
      for (let tries = 0; tries < 400; tries += 1) {
        const { etag, venue } = await read(cookie);
        const others = venue.facts.filter((each) => each.key !== key);
        const answer = await send(cookie, etag, { facts: [...others, fact(key, 'yes', { note })] });
        const body = (await answer.json()) as { version: number };
        if (answer.status === 200) {
          accepted.push({ version: body.version, key, note });
          return;
        }
        assert.ok([412, 503].includes(answer.status), `answered ${answer.status}`);
        refused += 1;
        // A random while, the longer the more often, as whoever is turned away should; all of them begin at once.
        await pause(Math.random() * 2 ** Math.min(tries, 9));
      }
      assert.fail(`editor ${who} was never let in`);
    };
    await Promise.all(cookies.map((_cookie, who) => edit(who)));
    assert.equal(accepted.length, EDITORS);
    assert.ok(refused > 0, 'nobody was ever in the way of anybody: this proves nothing');

    const items = await history();
    // One change a version, without a gap, and one version an accepted change.
    assert.deepEqual(
      items.map(({ version }) => version),
      [...items.keys()].map((index) => index + 1),
    );
    assert.equal(items.length, EDITORS + 1);
    for (const { version, key, note } of accepted) {
      const mine = items.filter(({ edits }) => edits.some(({ after }) => after?.note === note));
      assert.deepEqual(
        mine.map((each) => [each.version, each.edits.map(({ path }) => path)]),
        [[version, [`/facts/${key}`]]],
        'one change, of one fact: nothing else went with it',
      );
    }
    // What stands now is, of each fact, the last that was accepted.
    const { venue } = await read(cookies[0] ?? '');
    for (const { key, note } of venue.facts as { key: string; note?: string }[]) {
      const last = accepted.filter((each) => each.key === key).sort((a, b) => b.version - a.version)[0];
      assert.equal(note, last?.note);
    }
    assert.equal(venue.facts.length, 10);
  });

  it('who write at the same moment against the same version: one is accepted', async () => {
    const { etag } = await read(cookies[0] ?? '');
    const answers = await Promise.all(
      cookies.map((cookie, who) => send(cookie, etag, { description: `As editor ${who} has it` })),
    );
    const count = (status: number) => answers.filter((each) => each.status === status).length;
    assert.equal(count(200), 1, answers.map(({ status }) => status).join());
    assert.equal(count(200) + count(412) + count(503), EDITORS);
  });

  it('state terms at the same moment: every version is somebody’s, none is written over', async () => {
    const stewards = cookies.filter((_cookie, who) => who % 2 === 0);
    const path = `${url}/api/v1/venues/${id}/terms`;
    const state = async (cookie: string, who: number): Promise<number> => {
      for (;;) {
        const etag = (await fetch(path)).headers.get('etag') ?? '';
        const answer = await fetch(path, {
          method: 'PUT',
          headers: { Cookie: cookie, 'If-Match': etag, 'Content-Type': 'application/json' },
          body: JSON.stringify({ text: `As steward ${who} has it` }),
        });
        if (answer.status === 200) return ((await answer.json()) as { version: number }).version;
        assert.ok([412, 503].includes(answer.status), `answered ${answer.status}`);
      }
    };
    const versions = await Promise.all(stewards.map(state));
    assert.deepEqual(
      [...versions].sort((a, b) => a - b),
      [...stewards.keys()].map((index) => index + 1),
    );
    for (const [who, version] of versions.entries()) {
      const { terms } = (await (await fetch(`${path}/${version}`)).json()) as { terms: { text: string } };
      assert.equal(terms.text, `As steward ${who} has it`);
    }
  });
});
