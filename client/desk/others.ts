/** What was typed on other pages, and waits: sent from wherever the person is now. */
import { arrivalOf, bodyOf, goesByItself, type Kept, sendKey } from '../logic/kept.ts';
import { createNotice } from './notice.ts';
import { sendForm } from './send.ts';
import * as store from './store.ts';
import type { Say } from './words.ts';

/** Answers whether it has arrived. */
async function sendKept(kept: Kept): Promise<boolean> {
  const { status } = await sendForm({
    action: kept.action,
    body: bodyOf(kept),
    key: sendKey(kept),
    isKept: true,
  });
  if (arrivalOf(status) !== 'taken') return false;
  // What its own tab has typed since is not sent.
  const isSame = (await store.all()).find(({ id }) => id === kept.id)?.at === kept.at;
  if (isSame) await store.remove([kept.id]);
  return true;
}

export async function sendOthers(kept: readonly Kept[], say: Say): Promise<void> {
  for (const each of kept) {
    const notice = createNotice('top', (element) => document.getElementById('main')?.prepend(element));
    const open = { label: say('keep.open'), act: { href: each.href } };
    const { title } = each;
    if (goesByItself(each, Date.now()) && (await sendKept(each))) notice.say(say('keep.sent', { title }));
    else notice.say(say('keep.elsewhere', { title }), [open]);
  }
}
