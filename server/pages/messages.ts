/** The message files, and what is made of them: functions here, and a module for each language in the browser's build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import type { Locale } from '../../client/language/locales.ts';
import {
  factPages,
  type Message,
  type Messages,
  type Part,
  plainParts,
  serverWords,
  type Values,
  vocabularies,
} from '../../client/language/messages.ts';
import { facts, kinds, layouts, needLabel, profiles, termLists, topics } from '../vocabulary.ts';
import { saidBy } from './said.ts';

/** Messages as they are written, by namespace and key; one step deeper for the vocabulary. */
export interface Strings {
  [key: string]: string | Strings;
}

const folder = join(import.meta.dirname, '..', '..', 'client', 'messages');

const number = (sentence: string) => sentence.replace('{n}', '{n, number}');
const count = (one: string, many: string) => `{n, plural, one {${one}} other {${number(many)}}}`;

/** The vocabulary says itself in English; the files of the other languages have the same shape. */
const englishVocabulary = (): Strings => ({
  facts: Object.fromEntries(
    facts.map((entry) => {
      const { key, label, yes, no, one } = entry;
      return [key, { label, need: needLabel(entry), yes: one ? count(one, yes) : number(yes), no }];
    }),
  ),
  kinds: Object.fromEntries(kinds.map(({ key, label }) => [key, { label }])),
  layouts: Object.fromEntries(layouts.map(({ key, label, sentence }) => [key, { label, sentence }])),
  profiles: Object.fromEntries(profiles.map(({ key, label }) => [key, { label }])),
  terms: Object.fromEntries(
    Object.entries(termLists).flatMap(([list, entries]) =>
      entries.map(({ key, label, sentence }) => [`${list}_${key}`, { label, sentence }]),
    ),
  ),
  topics: Object.fromEntries(topics.map(({ key, label }) => [key, { label }])),
});

/** Everything a language says, as its files have it. */
export function readStrings(locale: Locale): Strings {
  const files = readdirSync(join(folder, locale)).filter((file) => file.endsWith('.json'));
  const read = (file: string) => JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Strings;
  return {
    ...(locale === 'en' ? englishVocabulary() : {}),
    ...Object.fromEntries(files.map((file) => [file.slice(0, -'.json'.length), read(file)])),
  };
}

/** Compiled when it is first said: most messages of most languages are never asked for. */
function compile(format: MessageFormat, strings: Strings): Messages {
  const messages: Messages = {};
  for (const [key, value] of Object.entries(strings)) {
    let said: Message | undefined;
    messages[key] =
      typeof value === 'string'
        ? (values: Values) => {
            said ??= format.compile(value);
            return said(values);
          }
        : compile(format, value);
  }
  return messages;
}

/** Plurals follow the language; its numbers have the digits of British addresses, whatever a version of ICU would take. */
const tagOf = (locale: Locale) => `${locale}-u-nu-latn`;
const formatOf = (locale: Locale) => new MessageFormat(tagOf(locale));

export const readMessages = (locale: Locale): Messages => compile(formatOf(locale), readStrings(locale));

/** Facts by what they are called when they are asked for, and nothing more. */
const needsOnly = (facts: Strings): Strings =>
  Object.fromEntries(
    Object.entries(facts).map(([key, parts]) => [key, { need: (parts as Strings).need ?? '' }]),
  );

/** The source of a module that holds what a part of the browser's side says, compiled. */
export function messagesModule(locale: Locale, part: Part): string {
  const said = saidBy(part);
  const strings = readStrings(locale);
  const pageStrings = Object.entries(strings).flatMap(([name, list]) => {
    if ((vocabularies as readonly string[]).includes(name)) {
      if (plainParts.includes(part) || (serverWords as readonly string[]).includes(name)) return [];
      const all = name !== 'facts' || (factPages as readonly Part[]).includes(part);
      return [[name, all ? list : needsOnly(list as Strings)]];
    }
    const kept = Object.entries(list).filter(([key]) => said(`${name}.${key}`));
    return kept.length > 0 ? [[name, Object.fromEntries(kept)]] : [];
  });
  return moduleOf(locale, Object.fromEntries(pageStrings));
}

function moduleOf(locale: Locale, strings: Strings): string {
  const ourNumbers = 'import { writeNumber } from "/client/language/numbers.ts";\n';
  return (
    ourNumbers +
    compileModule(formatOf(locale), strings)
      // A browser does not read the tables of `Intl` for them.
      .replaceAll(new RegExp(`\\bnumber\\("${tagOf(locale)}", (.*?), 0\\)`, 'g'), 'writeNumber($1)')
      // A number said as any other needs no words of its own.
      .replace(/\b(?:zero|one|two|few|many): ([^{}]*), (?=(?:[^{}]*, )?other: \1 })/g, '')
      // Most messages are one text and need no function.
      .replace(/: \(\) => (?="(?:[^"\\]|\\.)*",?$)/gm, ': ')
  );
}
