/** A state of a page: where it is, how it is reached, and by what one knows that it was. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Person, World } from './world.ts';

export const widths = [390, 768, 1280] as const;
export type Width = (typeof widths)[number];

export interface State {
  /** Of the pictures: kebab-case, the page first. */
  name: string;
  /** The page as the router knows it, such as `/venues/:slug`; `error` for what answers in the place of a page. */
  page: string;
  /** Of its address; that of the service whose database is gone begins with http. */
  path: (world: World, width: Width) => string | Promise<string>;
  /** Who is signed in. */
  as?: Person;
  /** What the server answers at first; 200 unless told otherwise. */
  status?: number;
  options?: BrowserContextOptions;
  /** Before the address is opened. */
  prepare?: (page: Page, world: World) => Promise<unknown>;
  /** From the opened address to the state. */
  reach?: (page: Page, world: World, width: Width) => Promise<unknown>;
  /** Must be in view of whoever looks: without it, no picture is taken. */
  sees: string | ((page: Page) => Locator);
  /** Map pictures that do not come; a plain stand-in otherwise, as nothing is asked of anybody else. */
  withoutTiles?: boolean;
  /** Answers of these addresses may fail: it is what the state is about. */
  mayFail?: RegExp;
}

/** The page is narrower than what the list and the map need beside each other. */
export const isNarrow = (width: Width): boolean => width < 1024;
