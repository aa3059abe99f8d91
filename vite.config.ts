import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { locales } from './client/language/locales.ts';
import { parts } from './client/language/messages.ts';
import { messagesModule } from './server/pages/messages.ts';
import { vocabularyModule } from './server/pages/outline.ts';

/** `virtual:messages/cy/venue` is what a part of the pages says in a language: its message files, compiled to functions. */
const messages = (): Plugin => ({
  name: 'messages',
  resolveId: (id) => (id.startsWith('virtual:messages/') ? `\0${id}` : undefined),
  load(id) {
    const [, language, name] = /^\0virtual:messages\/(\w+)\/(\w+)$/.exec(id) ?? [];
    const locale = locales.find((each) => each === language);
    const part = parts.find((each) => each === name);
    return locale && part && messagesModule(locale, part);
  },
});

/** What the vocabulary says is in the messages already; the browser gets the rest of it. */
const vocabulary = (): Plugin => ({
  name: 'vocabulary',
  load(id) {
    const [, name] = /\/server\/vocabulary\/([\w-]+)\.ts$/.exec(id) ?? [];
    return name && vocabularyModule(name);
  },
});

/** The browser’s part. The server reads the manifest to know the hashed names (`server/pages/assets.ts`). */
export default defineConfig({
  plugins: [messages(), vocabulary(), compression({ algorithms: ['gzip', 'brotliCompress'] })],
  publicDir: 'client/public',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } } },
  build: {
    outDir: 'dist/public',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome107', 'edge107', 'firefox104', 'safari16'],
    modulePreload: { polyfill: false },
    // Images and fonts stay files: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What more than one page needs travels as one file: fewer journeys, and smaller than its parts.
      output: {
        // A worker is asked for by its name again and again, so it keeps it, and stands at the root to serve pages anywhere.
        entryFileNames: ({ name }) => (name === 'check-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            // What fetches a module later and what writes a number are in every script: by themselves they are little, and
            // bring nothing else along.
            { name: 'later', test: /preload-helper|client.language.numbers/, priority: 1 },
            {
              name: 'shared',
              minShareCount: 2,
              test: /node_modules.preact|client.(?!map|pages|desk|offline|state.fold|logic.map-looks)|server/,
            },
          ],
        },
      },
      input: {
        main: 'client/main.tsx',
        pin: 'client/state/set-pin.ts',
        'plan-pages': 'client/state/plan-pages.ts',
        'desk-script': 'client/desk/main.ts',
        'check-worker': 'client/offline/check-worker.ts',
        styles: 'client/styles/main.scss',
        desk: 'client/styles/desk.scss',
        plan: 'client/styles/plan.scss',
      },
    },
  },
});
