/** The script of the pages on which people work: nothing typed is lost. Without it, the pages are the forms they are. */
import type { Locale } from '../language/locales.ts';
import { type Entry, isOver, type Kept, NOBODY, placeOf } from '../logic/kept.ts';
import { dropAllCopies, dropReader, keepCopy, settleReader } from './copies.ts';
import type { Desk } from './desk.ts';
import { formName } from './fields.ts';
import { wakeForm } from './form.ts';
import { createNotice } from './notice.ts';
import { sendOthers } from './others.ts';
import * as store from './store.ts';
import { loadWords } from './words.ts';

/** What the server says of the page, in its element `desk`. */
interface About {
  locale: Locale;
  page: string;
  /** Who reads it, as a name that says nothing; absent when nobody is signed in. */
  reader?: string;
}

/** A name for this tab, which stays when it is loaded again. */
function tabName(): string {
  const made = String(crypto.getRandomValues(new Uint32Array(1))[0]);
  try {
    const name = sessionStorage.getItem('moothall.tab') ?? made;
    sessionStorage.setItem('moothall.tab', name);
    return name;
  } catch {
    return made;
  }
}

/** What the page has to say first; what is wrong with a form, for one. */
const toBeRead = () => document.querySelector<HTMLElement>('[data-focus]');

/** Where the address leads comes before what is done, but after what is wrong. */
function readFirst(): void {
  const first = toBeRead();
  if (location.hash === '') first?.focus();
  else if (first?.matches('.govuk-error-summary')) {
    // The browser may be on its way to where the address leads, and takes the focus from all else when it is there.
    first.id = 'problem';
    location.replace('#problem');
  }
}

/** Who deletes their account leaves no more behind than who signs out. */
const isSignOut = (form: HTMLFormElement) => /\/(?:sign-out|account\/delete)$/.test(form.action);
/** Their addresses are secrets, and some of them sign somebody in. */
const secretPages = ['signIn', 'invitation', 'confirmEmail'];

async function start({ locale, page, reader }: About): Promise<void> {
  // Of a page that the browser itself loaded nothing is announced. Who is somewhere on it already stays there.
  if (document.activeElement === document.body) readFirst();
  const say = await loadWords(locale);
  const tab = tabName();
  // Who is not signed in cannot be told from the next person at the same screen: what they type is this tab’s alone.
  const person = reader ?? `${NOBODY}${tab}`;
  const everything = await store.all();
  await store.remove(everything.filter((each) => isOver(each, Date.now())).map(({ id }) => id));
  const ownOf = (all: readonly Kept[]) =>
    all.filter((each) => each.person === person && !isOver(each, Date.now()));
  let own = ownOf(everything);
  let isLeaving = false;
  let here = new AbortController();

  const desk: Desk = {
    person,
    place: placeOf(location.pathname, location.search),
    tab,
    say,
    isSecret: secretPages.includes(page),
    kept: () => own,
    isLeaving: () => isLeaving,
    get signal() {
      return here.signal;
    },
    async show(html, kept, isForm, later) {
      const came = new DOMParser().parseFromString(html, 'text/html');
      const app = came.getElementById('app');
      const isSame = [...(app?.querySelectorAll('form') ?? [])].some((each) => formName(each) === kept.form);
      if (!app || (isForm && !isSame)) return undefined;
      // What was typed in the other forms of the page since it came.
      own = ownOf(await store.all());
      here.abort();
      here = new AbortController();
      document.getElementById('app')?.replaceWith(document.adoptNode(app));
      document.title = came.title;
      wakeAll(kept, later);
      document.dispatchEvent(new Event('moothall:page'));
      scrollTo(0, 0);
      const asked = document.getElementById(new URL(kept.action).hash.slice(1));
      if (!toBeRead()) asked?.scrollIntoView();
      (toBeRead() ?? asked ?? document.getElementById('main'))?.focus();
      return isSame ? 'form' : 'page';
    },
    leave(to) {
      isLeaving = true;
      const next = new URL(to, location.href);
      const isHere = next.pathname + next.search === location.pathname + location.search;
      location.assign(next);
      // An address that differs in its last part only is a jump to the browser, and not a page.
      if (isHere && next.hash !== '') location.reload();
    },
    mayLeave(form) {
      if (!isSignOut(form)) return true;
      const others = own.filter((each) => each.place !== desk.place || each.form !== formName(form));
      return others.length === 0 || confirm(say('keep.signOut', { count: others.length }));
    },
    async taken(form) {
      if (isSignOut(form)) {
        await store.remove((await store.all()).filter((each) => each.person === person).map(({ id }) => id));
        await dropAllCopies();
      } else if (secretPages.includes(page)) await dropReader();
    },
  };
  const wakeAll = (coming?: Kept, later?: readonly Entry[]) => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
      if (coming && formName(form) === coming.form) wakeForm(form, desk, coming, later);
      else wakeForm(form, desk);
    }
  };

  if (reader) await settleReader(reader);
  wakeAll();
  if (document.documentElement.dataset.copy !== undefined)
    createNotice('top', (element) => document.querySelector('h1')?.after(element)).say(say('keep.copy'));
  else if (reader && document.querySelector('form[data-offline]')) void keepCopy(reader);
  const isHere = ({ place, form }: Kept) =>
    place === desk.place && [...document.forms].some((each) => formName(each) === form);
  if (reader)
    await sendOthers(
      own.filter((each) => each.state === 'waiting' && !isHere(each)),
      say,
    );
}

const about = document.getElementById('desk')?.textContent;
if (about) await start(JSON.parse(about) as About);
