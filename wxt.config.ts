import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The admin consoles that the assistant works on; it has no access to any other page. */
const ADMIN_ORIGINS = [
  'https://dialpad.com/*',
  'https://sandbox.dialpad.com/*',
  'https://console.jumpcloud.com/*',
  'https://console.eu.jumpcloud.com/*',
];

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    // Every admin page loads the content script. It only opens a port and hears one message, which both browsers do
    // alike, so it goes without the polyfill that the module above puts in the place of `wxt/browser`.
    'vite:build:extendConfig': (entrypoints, { resolve }) => {
      if (!resolve || entrypoints.some(({ type }) => type !== 'content-script')) return;
      const kept = Object.entries(resolve.alias ?? {}).filter(([name]) => name !== 'wxt/browser');
      resolve.alias = Object.fromEntries(kept);
    },
  },
  webExt: { disabled: true },
  // What a reviewer needs to build the very same package, and nothing else: no server, no tests.
  zip: {
    excludeSources: ['**'],
    includeSources: [
      'extension/**',
      'shared/**',
      'wxt.config.ts',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ],
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage'],
    host_permissions: ADMIN_ORIGINS,
    action: { default_title: '__MSG_extName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'jumpcloud-setup@dialpad.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
