import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = new URL('.', import.meta.url).pathname;

/**
 * Builds the console into `.output/console`. Everything is a file of its own with a hashed name: the Content-Security-Policy
 * has no `unsafe-inline`, so nothing may be inlined, and hashed names may be cached for good.
 */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [preact()],
  build: {
    outDir: `${here}../../.output/console`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
