import { defineConfig } from 'vite';

/** The browser’s part. The server reads the manifest to know the hashed names (`server/pages/assets.ts`). */
export default defineConfig({
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
      input: { main: 'client/main.tsx', styles: 'client/styles/main.scss' },
    },
  },
});
