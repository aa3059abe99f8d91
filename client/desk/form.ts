/** One form of a desk page: keeps what is typed, puts it back, and sends it until it has arrived. */
import {
  arrivalOf,
  countAnswers,
  type Entry,
  goesByItself,
  type Kept,
  keptHere,
  sameFields,
  sendKey,
} from '../logic/kept.ts';
import type { Desk } from './desk.ts';
import {
  changedNames,
  dropUnseen,
  entriesOf,
  firstOf,
  formName,
  hasFiles,
  hiddenOf,
  namesOf,
  pressedBy,
  putBack,
} from './fields.ts';
import { createNotice } from './notice.ts';
import { type Answer, sendForm } from './send.ts';
import * as store from './store.ts';

const SOON = 200;
/** Seconds until it is tried again, for where no browser says that the line is back. */
const PAUSES = [5, 10, 20, 40, 60];
/** After so long without an answer, it is said that it is on its way. */
const SLOW = 1000;

const newNonce = () => crypto.getRandomValues(new Uint32Array(3)).join('-');

/** `coming` is what was sent when the page with this form came back, and `later` what was typed after that. */
export function wakeForm(
  form: HTMLFormElement,
  desk: Desk,
  coming?: Kept,
  later: readonly Entry[] = [],
): void {
  const { say } = desk;
  const name = formName(form);
  const id = [desk.person, desk.place, name, desk.tab].join(' | ');
  const first = firstOf(form);
  const names = namesOf(form);
  const counted = form.dataset.count;
  const top = createNotice('top', (element) => form.prepend(element));
  const foot = createNotice('foot', (element) => form.append(element));

  let record: Kept | undefined;
  /** Nothing is kept where the browser does not let us. */
  let isKept = true;
  let isSending = false;
  let tries = 0;
  /** Until what is typed is written, and until what was sent is sent again. */
  let writing: ReturnType<typeof setTimeout> | undefined;
  let trying: ReturnType<typeof setTimeout> | undefined;
  const still = () => {
    clearTimeout(writing);
    clearTimeout(trying);
    writing = undefined;
  };

  const fresh = (): Kept => ({
    id,
    person: desk.person,
    place: desk.place,
    form: name,
    action: form.action,
    href: location.pathname + location.search,
    title: document.querySelector('h1')?.textContent?.trim() ?? document.title,
    fields: first,
    names,
    state: 'typing',
    nonce: newNonce(),
    at: Date.now(),
  });

  async function keep(change: Partial<Kept>): Promise<void> {
    record = { ...(record ?? fresh()), ...change, names, at: Date.now() };
    isKept = !desk.isSecret && (await store.put(record));
  }

  async function forget(): Promise<void> {
    still();
    const { from } = record ?? {};
    record = undefined;
    // What the other tab has typed since is its own.
    const isSame = from && (await store.all()).find((each) => each.id === from.id)?.at === from.at;
    await store.remove([id, ...(isSame ? [from.id] : [])]);
  }

  /** What people see of it: without the hidden fields, which tell only what the form was made from. */
  const seen = (fields: readonly Entry[]): Entry[] => {
    const hidden = hiddenOf(form);
    return fields.filter(([field]) => !hidden.has(field));
  };
  const isTyped = () => coming !== undefined || !sameFields(seen(entriesOf(form)), seen(first));

  const count = () => (counted ? countAnswers(entriesOf(form), counted) : 0);
  const waitingText = (text: string) =>
    count() > 0 ? `${say('keep.answersWaiting', { count: count() })}. ${text}` : text;

  async function typed(): Promise<void> {
    still();
    // The answer to what was sent settles what the form shows; this is for a tab that does not live to hear it.
    if (isSending) return keep({ fields: entriesOf(form), state: 'typing' });
    const wasWaiting = record?.state === 'waiting';
    if (isTyped()) await keep({ fields: entriesOf(form), state: 'typing' });
    else if (record) await forget();
    if (wasWaiting) foot.say(say('keep.changed'), [again]);
    else if (counted) foot.say(count() > 0 && isKept ? say('keep.answersKept', { count: count() }) : '');
  }
  /** What was typed last may not be written yet. */
  const now = () => (writing !== undefined && !isSending ? typed() : Promise.resolve());

  const again = { label: say('keep.sendAgain'), act: () => void send('tap') };
  const startAfresh = {
    label: say('keep.afresh'),
    act: () => {
      dropUnseen(form);
      putBack(form, first, names);
      coming = undefined;
      void forget();
      top.clear();
      foot.clear();
      (form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') ?? form).focus();
    },
  };

  function noLine(): void {
    foot.say(waitingText(say(isKept ? 'keep.noLine' : 'keep.noLineHere')), [again]);
    const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 60;
    tries += 1;
    trying = setTimeout(() => void send('self'), pause * 1000);
  }

  function signedOut(to: string, how: 'tap' | 'self'): void {
    if (how === 'tap') desk.leave(to);
    else foot.say(say('keep.signedOut'), [{ label: say('keep.signIn'), act: { href: to } }]);
  }

  async function arrived(
    { status, location, html = '' }: Answer,
    how: 'tap' | 'self',
    sent: readonly Entry[],
  ): Promise<void> {
    const arrival = arrivalOf(status);
    const changed = changedNames(sent, entriesOf(form));
    if (arrival === 'noLine') return changed.size > 0 ? foot.say(say('keep.changed'), [again]) : noLine();
    if (arrival === 'signedOut') return signedOut(location ?? '/sign-in', how);
    if (arrival === 'taken') {
      // Typed while it was on its way, in a form about something that is there now as before.
      const isLeft =
        changed.size > 0 && (counted !== undefined || first.some(([field]) => field === 'version'));
      if (isLeft) await keep({ fields: entriesOf(form), state: 'typing', nonce: newNonce() });
      else await forget();
      await desk.taken(form);
      return desk.leave(location ?? form.action);
    }
    const before = record;
    const isPage = status < 400 || desk.isSecret;
    const typedSince = entriesOf(form).filter(([field]) => changed.has(field));
    const shown =
      before && (arrival === 'again' || isPage)
        ? await desk.show(html, before, !isPage, typedSince)
        : undefined;
    if (shown === 'page' && isPage) {
      await forget();
      await desk.taken(form);
    }
    if (shown) return;
    await keep({ state: 'typing' });
    const reason = new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent;
    foot.say(say('keep.refused', { reason: reason ?? String(status) }), [again]);
  }

  async function send(how: 'tap' | 'self', pressed?: Partial<Kept>): Promise<void> {
    if (isSending || !form.isConnected) return;
    still();
    isSending = true;
    const files = hasFiles(form);
    await keep({ fields: entriesOf(form), state: 'waiting', ...pressed });
    if (!record) {
      isSending = false;
      return;
    }
    const sent = entriesOf(form);
    const body = new FormData(form);
    if (record.button) body.append(...record.button);
    const words = new URLSearchParams(
      [...body].flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
    );
    const slow = setTimeout(() => foot.say(say('keep.sending')), SLOW);
    const answer = await sendForm({
      action: record.action,
      body: files || form.enctype === 'multipart/form-data' ? body : words,
      key: sendKey(record),
      isKept,
    });
    clearTimeout(slow);
    isSending = false;
    await arrived(answer, how, sent);
  }

  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || form.method !== 'post') return;
    const { submitter } = event;
    if (submitter instanceof HTMLButtonElement && submitter.formMethod === 'get') {
      // It only asks for the same form with something else in it: what is typed goes along in the address.
      void forget();
      return;
    }
    event.preventDefault();
    if (!desk.mayLeave(form)) return;
    if (record) delete record.button;
    void send('tap', pressedBy(form, submitter));
  });
  form.addEventListener('input', () => {
    clearTimeout(writing);
    writing = setTimeout(() => void typed(), SOON);
  });
  form.addEventListener('change', () => void typed());
  const { signal } = desk;
  addEventListener('pagehide', () => void now(), { signal });
  document.addEventListener('visibilitychange', () => void now(), { signal });
  addEventListener('online', () => record?.state === 'waiting' && void send('self'), { signal });
  const unload = (event: Event) => {
    // Only where something would truly be lost: what is kept comes back.
    const isLost = hasFiles(form) || (!isKept && !desk.isSecret && isTyped());
    if (isLost && !desk.isLeaving()) event.preventDefault();
  };
  addEventListener('beforeunload', unload, { signal });

  const found = coming ?? (desk.isSecret ? undefined : keptHere(desk.kept(), { ...fresh(), id }));
  // What was typed before the script was there is the newest.
  const typedBefore = changedNames(first, entriesOf(form));
  if (!found) {
    if (typedBefore.size > 0) void typed();
    return;
  }
  if (coming) {
    record = { ...coming, id };
    putBack(form, later, [...new Set(later.map(([field]) => field))]);
    void keep({ fields: entriesOf(form), state: 'typing' });
    return;
  }
  record = {
    ...found,
    id,
    action: form.action,
    ...(found.id !== id && { from: { id: found.id, at: found.at } }),
  };
  // The server has it all: it was saved, though nobody heard so; or it comes back from signing in.
  if (sameFields(seen(found.fields), seen(first)) && !new URLSearchParams(location.search).has('kept')) {
    void forget();
    return;
  }
  const isOlder = first.some(
    ([field, value]) => field === 'version' && !found.fields.some(([f, v]) => f === field && v === value),
  );
  putBack(
    form,
    found.fields.filter(([field]) => !typedBefore.has(field)),
    found.names.filter((field) => !typedBefore.has(field)),
  );
  top.say(say(isOlder ? 'keep.stillOlder' : 'keep.still'), [startAfresh]);
  if (counted) foot.say(say('keep.answersKept', { count: count() }));
  if (typedBefore.size > 0) void typed();
  else if (goesByItself(found, Date.now())) void send('self');
  else void store.put(record);
}
