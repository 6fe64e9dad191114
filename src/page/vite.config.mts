import { defineConfig } from 'vite';

const page = (file: string) => `${import.meta.dirname}/${file}`;

// No framework plugin: Vite reads TSX by itself. The page is Preact's; the playground's files name React in their first line.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Monaco is one module of more than 2 MB; it is fetched after the first paint.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // "use client" in libraries speaks to servers that render; this page is rendered by the browser alone.
      checks: { moduleLevelDirective: false },
      input: {
        page: page('index.html'),
        playground: page('playground/index.html'),
        plain: page('playground/plain.html'),
      },
    },
  },
});
