import assert from 'node:assert/strict';
import { isOwnAddress } from '../../server/claims/evidence.ts';

const site = (value: string, isPublic = true) => [{ kind: 'website' as const, value, public: isPublic }];
const mail = (value: string) => [{ kind: 'email' as const, value, public: true }];

describe('an address at the place’s own domain', () => {
  it('is at the host of its website, or of its public address, or at a part of that', () => {
    assert.ok(isOwnAddress('amara@hall.example', site('https://www.hall.example/about')));
    assert.ok(isOwnAddress('amara@HALL.example', site('hall.example')));
    assert.ok(isOwnAddress('amara@office.hall.example', site('http://hall.example')));
    assert.ok(isOwnAddress('amara@hall.example', mail('info@Hall.example')));
  });

  it('is not at a host that only looks alike, or at the host above', () => {
    for (const [email, value] of [
      ['amara@nothall.example', 'https://hall.example'],
      ['amara@hall.example.org', 'https://hall.example'],
      ['amara@example.org', 'https://hall.example.org'],
      ['amara@org.uk', 'https://org.uk'],
      ['amara@hall.example', 'https://other.example/?hall.example'],
      ['amara@hall.example', 'https://hall.example@other.example/'],
      ['amara@hall.example', 'not an address'],
    ] as const)
      assert.equal(isOwnAddress(email, site(value)), false, `${email} ${value}`);
  });

  it('proves nothing where anybody can have an address or a page', () => {
    for (const host of [
      'gmail.com',
      'outlook.com',
      'yahoo.co.uk',
      'hotmail.fr',
      'btinternet.com',
      'orange.net',
      'mailinator.com',
    ])
      assert.equal(isOwnAddress(`hall@${host}`, mail(`info@${host}`)), false, host);
    for (const host of ['facebook.com', 'sites.google.com', 'hall.wordpress.com', 'hall.wixsite.com'])
      assert.equal(isOwnAddress(`hall@${host}`, site(`https://${host}/hall`)), false, host);
  });

  it('counts only what is published', () => {
    assert.equal(isOwnAddress('amara@hall.example', site('https://hall.example', false)), false);
    assert.equal(
      isOwnAddress('amara@hall.example', [{ kind: 'phone', value: 'hall.example', public: true }]),
      false,
    );
  });
});
