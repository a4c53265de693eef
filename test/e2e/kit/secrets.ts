import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from './server.ts';
import type { World } from './world.ts';

/** A page that may be looked into, whichever driver leads to it. */
type Lookable = {
  url(): string;
  evaluate<Result>(look: (key: string) => Result, key: string): Promise<Awaited<Result>>;
};

/**
 * Every place, other than a Token Key field and the page of Dialpad that shows it, where a key can be read: the server's
 * output and store, pages (with shadow roots, addresses and page storages), and the extension's storages. Empty when the
 * key is nowhere.
 */
export async function placesOf(key: string, { server, browser }: World): Promise<string[]> {
  const pages = browser.context().pages();
  const inBrowser = await placesInBrowser(key, { pages, sidePanel: browser.sidePanel() });
  return [...(await placesOnServer(key, server)), ...inBrowser];
}

/** The places of a server where a key can be read. */
export async function placesOnServer(key: string, server: ServerProcess): Promise<string[]> {
  const found: string[] = [];
  if (server.output().includes(key)) found.push("the server's output");
  if ((await server.stored()).includes(key)) found.push("the server's store");
  return found;
}

/** The pages, and the extension's storages, in which a key can be read. */
export async function placesInBrowser(
  key: string,
  { pages, sidePanel }: { pages: Lookable[]; sidePanel: Lookable },
): Promise<string[]> {
  const found: string[] = [];
  for (const page of pages.filter((candidate) => candidate.url() !== 'about:blank')) {
    if (await isOnPage(page, key)) found.push(`the page ${page.url()}`);
  }
  return [...found, ...(await sidePanel.evaluate(storagesWith, key))];
}

/** Files of a closed browser's profile (history, storages, caches) that hold the key. */
export async function filesOf(key: string, profile: string): Promise<string[]> {
  const wanted = [Buffer.from(key, 'utf8'), Buffer.from(key, 'utf16le')];
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (wanted.some((bytes) => content.includes(bytes))) found.push(entry.name);
  }
  return found;
}

/** Whether a page holds the key anywhere but where the host's own fields and dialogs show it. */
export function isOnPage(page: Lookable, key: string): Promise<boolean> {
  return page.evaluate(holdsKey, key);
}

/** It runs in the page. */
function holdsKey(secret: string): boolean {
  const texts: string[] = [
    location.href,
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
  ];
  const showsKeys = location.host.endsWith('dialpad.com');
  const collect = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const attribute of element.attributes) texts.push(attribute.value);
      if (element instanceof HTMLInputElement && element.type !== 'password') texts.push(element.value);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
    texts.push(root.textContent ?? '');
  };
  if (showsKeys) {
    for (const host of document.querySelectorAll('*')) {
      if (host.shadowRoot?.querySelector('[data-step]')) collect(host.shadowRoot);
    }
  } else {
    collect(document);
  }
  return texts.some((text) => text.includes(secret));
}

/** The extension's storages that hold the key. It runs in the extension's own page. */
async function storagesWith(secret: string): Promise<string[]> {
  const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, { get(): Promise<unknown> }> } })
    .chrome;
  const held: string[] = [];
  for (const area of ['local', 'session', 'sync']) {
    const content = await storage[area]?.get().catch(() => null);
    if (JSON.stringify(content ?? null).includes(secret)) held.push(`storage.${area}`);
  }
  return held;
}
