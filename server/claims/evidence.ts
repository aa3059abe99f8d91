/**
 * Is somebody's email address at the place's own published domain? Then no more needs to be said. Hosts where anybody
 * can have an address or a page prove nothing.
 */
import type { Contact } from '../venues/schema.ts';

/** Where anybody gets an address. A whole family is named by its first part. */
const freeMail = new Set(
  'gmail googlemail outlook hotmail live msn yahoo ymail rocketmail icloud me mac aol gmx web protonmail proton pm tutanota tuta zoho mail fastmail yandex hey btinternet btopenworld talktalk sky virginmedia ntlworld blueyonder tiscali plusnet o2 freeserve btconnect orange wanadoo waitrose tesco supanet lineone onetel madasafish fsmail hushmail duck mailbox mailinator qq 163 rediffmail'.split(
    ' ',
  ),
);

/** Where anybody gets a page. */
const sharedHosts = [
  'facebook.com',
  'fb.com',
  'instagram.com',
  'twitter.com',
  'x.com',
  'linkedin.com',
  'youtube.com',
  'linktr.ee',
  'google.com',
  'goo.gl',
  'page.link',
  'blogspot.com',
  'blogspot.co.uk',
  'wordpress.com',
  'wixsite.com',
  'wix.com',
  'weebly.com',
  'squarespace.com',
  'webs.com',
  'btck.co.uk',
  'github.io',
  'gitlab.io',
  'netlify.app',
  'vercel.app',
  'azurewebsites.net',
  'herokuapp.com',
  'tumblr.com',
  'medium.com',
  'eventbrite.com',
  'eventbrite.co.uk',
  'hallmaster.co.uk',
  'achurchnearyou.com',
  'wikipedia.org',
];

const isUnder = (host: string, parent: string) => host === parent || host.endsWith(`.${parent}`);

const provesNothing = (host: string) =>
  !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ||
  /^[\d.]+$/.test(host) ||
  // A registry's own names, such as org.uk.
  /^(co|com|org|net|gov|ac|sch|nhs|me|ltd|plc)\.[a-z]{2}$/.test(host) ||
  freeMail.has(host.split('.')[0] ?? '') ||
  sharedHosts.some((shared) => isUnder(host, shared));

const mailHost = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

function webHost(value: string): string {
  const url = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** The address is at a host that the place publishes, or at a part of that host. */
export function isOwnAddress(email: string, contacts: Contact[]): boolean {
  const own = mailHost(email);
  if (provesNothing(own)) return false;
  return contacts
    .filter((each) => each.public)
    .map(({ kind, value }) => (kind === 'website' ? webHost(value) : kind === 'email' ? mailHost(value) : ''))
    .some((host) => !provesNothing(host) && isUnder(own, host));
}
