import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

/** A browser without a network: every address answers with what the test gives it. */
export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
  });
}

/** Compiles Svelte's components, as its own bundler plugin does. */
const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { generate: 'client', css: 'injected', filename: id }).js : null,
};

/** Bundles a module for the page, as one classic script. */
export async function bundle(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [svelte],
    resolve: { conditions: ['browser', 'module', 'import', 'default'] },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(path, import.meta.url)), formats: ['iife'], name: 'bundled' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((result) => ('output' in result ? result.output : []))
    .find((file) => file.type === 'chunk');
  if (code?.type !== 'chunk') throw new Error(`Nothing came of bundling ${path}.`);
  return code.code;
}

/** A page that shows that HTML at that address, with the probe in it. */
export async function open(browser: Browser, url: string, html: string, probe: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(url);
  await page.evaluate(probe);
  return page;
}
