import { browser } from 'wxt/browser';

/** A place that keeps JSON values by name. */
export type Store = {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
};

/** Memory of the browser that ends when it closes. Content scripts cannot read it. */
export function sessionStore(): Store {
  return storeOf('session');
}

/** Outlives the browser: only for what opens nothing but the setup session. */
export function localStore(): Store {
  return storeOf('local');
}

/** Keeps content scripts out of the lasting storage, where the browser can (Chromium). */
export async function keepContentScriptsOut(): Promise<void> {
  const area: object = browser.storage.local;
  if (!('setAccessLevel' in area) || typeof area.setAccessLevel !== 'function') return;
  await (area.setAccessLevel as (level: { accessLevel: string }) => Promise<void>)({ accessLevel: 'TRUSTED_CONTEXTS' });
}

function storeOf(area: 'session' | 'local'): Store {
  return {
    get: async (name) => (await browser.storage[area].get(name))[name],
    set: (name, value) => browser.storage[area].set({ [name]: value }),
    remove: (name) => browser.storage[area].remove(name),
  };
}
