/** A walk through a page with the Tab key, and what is met at each stop. */
import type { CDPSession, Page } from 'playwright-core';

export interface Stop {
  what: string;
  name: string;
  /** Does it look different while it has the focus? */
  visible: boolean;
  /** Has it an outline, as is needed where colours are forced? */
  outlined: boolean;
  /** Is any of it in view, and not under something else? */
  inView: boolean;
}

const longest = 250;

const sessions = new WeakMap<Page, Promise<CDPSession>>();
function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** As assistive technology is given it. */
async function nameOfFocus(page: Page): Promise<string> {
  const session = await sessionOf(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return String(nodes[0]?.name?.value ?? '')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .trim();
}

/** One press of Tab, and what has the focus then; undefined when the focus has left the page. */
async function step(page: Page, key: string): Promise<Stop | undefined> {
  await page.keyboard.press(key);
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const looks: string[] = [];
    for (const focused of [true, false]) {
      if (!focused) element.blur();
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } =
        getComputedStyle(element);
      const outline =
        outlineStyle === 'none' || outlineWidth === '0px'
          ? 'none'
          : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      looks.push([outline, boxShadow, backgroundColor].join(' | '));
    }
    element.focus({ preventScroll: true });
    const boxes = [...element.getClientRects()];
    const inView = boxes.some((box) => {
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top !== null && (element.contains(top) || top.contains(element));
    });
    const { tagName, id, className } = element;
    return {
      what: `${tagName.toLowerCase()}${id && `#${id}`}${className && `.${className.split(' ').join('.')}`}`,
      visible: looks[0] !== looks[1],
      outlined: !looks[0]?.startsWith('none'),
      inView,
    };
  });
  if (!found) return undefined;
  return { ...found, name: await nameOfFocus(page) };
}

/** From where the focus is to the end of the page, or to the stop that is looked for. */
export async function walk(page: Page, until?: (stop: Stop) => boolean, key = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < longest) {
    const stop = await step(page, key);
    if (!stop) return stops;
    stops.push(stop);
    if (until?.(stop)) return stops;
  }
  throw new Error(`No end after ${longest} stops, the last at ${stops.at(-1)?.what}`);
}

/** What is wrong with the stops, one line each. */
export const unfit = (stops: readonly Stop[]): string[] =>
  stops.flatMap(({ what, name, visible, inView }) => [
    ...(name ? [] : [`${what} has no name`]),
    ...(visible ? [] : [`${what} “${name}” looks the same with the focus`]),
    ...(inView ? [] : [`${what} “${name}” is out of view`]),
  ]);
