import { copyText } from '../../overlay/copy.ts';

export type KeyCopy = { copy(key: string): Promise<boolean>; clear(): Promise<void> };

/** Puts the key into the clipboard at the admin's wish, and takes it out again unless something else was copied since. */
export function createKeyCopy(document: Document): KeyCopy {
  let copied: string | null = null;
  return {
    async copy(key) {
      const isCopied = await copyText(key, document);
      copied = isCopied ? key : null;
      return isCopied;
    },
    async clear() {
      const clipboard = document.defaultView?.navigator.clipboard;
      // Where the clipboard may not be read, it is cleared: better an emptied clipboard than a key in it.
      const now = await clipboard?.readText().catch(() => copied);
      if (now === copied) await clipboard?.writeText('').catch(() => undefined);
      copied = null;
    },
  };
}
