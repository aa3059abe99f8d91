/** What goes along when a place goes from one group to another, and what stays behind. */
import assert from 'node:assert/strict';
import { releaseVenue } from '../../server/claims/claim.ts';
import { currentTerms } from '../../server/terms/repository.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue, fact, holder } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
const here = { 'Sec-Fetch-Site': 'same-origin' };
const WORDS = 'We have run this hall since 1962.';

describe('a place that goes on to another group', () => {
  const service = useService();

  async function twoGroups() {
    const us = await addOrganisation(service.db, { name: 'Us' });
    const them = await addOrganisation(service.db, { name: 'Them' });
    const ours = await signIn(service.db, 'ours@us.example', { [us]: 'steward' });
    const theirs = await signIn(service.db, 'theirs@them.example', { [them]: 'steward' });
    return { us, them, ours, theirs };
  }

  it('leaves private contacts behind, in whatever way it goes', async () => {
    const { us, them, theirs } = await twoGroups();
    const { id } = await addVenue(service.db, {
      organisationId: us,
      contacts: [
        { kind: 'phone', value: '020 7946 0111', public: false },
        { kind: 'phone', value: '020 7946 0222', public: true },
      ],
      facts: [fact('lift', 'yes')],
    });
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ ...token, 'If-Match': '*' })
      .send({ organisationId: them })
      .expect(200);
    for (const each of ['record', 'export']) {
      const { text } = await service.request
        .get(`/api/v1/venues/${id}/${each}`)
        .set('Cookie', theirs.cookie)
        .expect(200);
      assert.ok(text.includes('7946 0222') && !text.includes('7946 0111'), each);
    }
  });

  it('does not tell the next group which person of the one before stated the terms', async () => {
    const { us, them, ours } = await twoGroups();
    await service.db('person').where({ id: ours.id }).update({ name: 'Ottoline' });
    const { id } = await addVenue(service.db, { organisationId: us });
    await service.request
      .put(`/api/v1/venues/${id}/terms`)
      .set({ ...here, Cookie: ours.cookie, 'If-Match': '"0"' })
      .send({ text: 'No shoes, please.' })
      .expect(200);
    assert.equal((await currentTerms(service.db, id)).person, 'Ottoline');
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ ...token, 'If-Match': '*' })
      .send({ organisationId: them })
      .expect(200);
    assert.equal((await currentTerms(service.db, id)).person, undefined);
  });

  it('is not changed or given up by those who held it when they were let in, and no longer do', async () => {
    const { us, them } = await twoGroups();
    const { id } = await addVenue(service.db, { organisationId: us });
    await saveVenue(service.db, holder, id, { organisationId: them });
    const late = { status: 412 };
    await assert.rejects(releaseVenue(service.db, holder, { venueId: id, holderId: us }), late);
    await assert.rejects(saveVenue(service.db, holder, id, { description: 'Ours' }, { heldBy: us }), late);
    await assert.rejects(saveVenue(service.db, holder, id, { description: 'Ours' }, { heldBy: null }), late);
    await saveVenue(service.db, holder, id, { description: 'Theirs' }, { heldBy: them });
  });

  it('is not claimed while an operator hides it', async () => {
    const { them, theirs } = await twoGroups();
    const { id } = await addVenue(service.db, { description: 'Ask for Ottoline on 020 7946 0333' });
    await service.request
      .post(`/api/v1/operator/venues/${id}/hide`)
      .set(token)
      .send({ reason: 'It names a person who asked not to be.' })
      .expect(204);
    const claim = () =>
      service.request
        .post(`/api/v1/venues/${id}/claims`)
        .set({ ...here, Cookie: theirs.cookie })
        .send({ organisationId: them, declaration: WORDS, maySpeak: true });
    await claim().expect(404);
    await service.request.post(`/api/v1/operator/venues/${id}/restore`).set(token).expect(204);
    await claim().expect(201);
  });

  it('takes no domain for its own that a group before wrote there', async () => {
    const { us, ours } = await twoGroups();
    const { id } = await addVenue(service.db);
    const as = { ...here, Cookie: ours.cookie };
    const claim = (more: object = {}) =>
      service.request
        .post(`/api/v1/venues/${id}/claims`)
        .set(as)
        .send({ organisationId: us, ...more });
    await claim().expect(400);
    await claim({ declaration: WORDS, maySpeak: true }).expect(201);
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ ...as, 'If-Match': '*' })
      .send({ contacts: [{ kind: 'website', value: 'https://us.example', public: true }] })
      .expect(200);
    await service.request.post(`/api/v1/venues/${id}/release`).set(as).expect(204);
    await claim().expect(400);
    await claim({ declaration: WORDS, maySpeak: true }).expect(201);
    const { body } = await service.request.get(`/api/v1/venues/${id}/claims`);
    assert.deepEqual(
      body.items.map(({ evidence }: { evidence: string }) => evidence),
      ['declaration', 'declaration'],
    );
  });
});
