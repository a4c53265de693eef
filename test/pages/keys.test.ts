import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';
import { useReader } from './read-page.ts';

const KEY = 'dpk_0123456789012345678901234567890123456789';

/** How a list of keys shows the one that was just made, in the cell beside its name. */
const CELLS: Record<string, string> = {
  'with a sign for Copy in it': `<span class="text">${KEY}<div role="button" tabindex="0" aria-label="Copy">⧉</div></span>`,
  'in a small table of caption and value': `<table><tr><td>API Key</td><td><span>${KEY}</span><button>Copy</button></td></tr></table>`,
};

describe('a key in its entry of the list, under the name that the assistant gave', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  async function take(cell: string, keyName: string | null): Promise<string | null> {
    const entry = (name: string, value: string): string =>
      `<tr><td>${name}</td><td>${value}</td><td><button>Edit</button><button>Delete</button></td></tr>`;
    const html = `<!doctype html><nav><a>Authentication</a><a>API Keys</a></nav><main><h1>API Keys</h1><button>Add key</button>
      <table>${entry('Zapier', '••••x9Qz')}${entry('JumpCloud SCIM', cell)}</table></main>`;
    const page = await open(browser, 'https://dialpad.com/settings/api-keys', html, probe);
    const { secret } = await page.evaluate((name) => {
      const { probe: assistant } = window;
      assistant.context.memory.keyName = name;
      const command = { do: 'perform', step: 'dialpad.save-key', value: null } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    }, keyName);
    await page.close();
    return secret;
  }

  it.each(Object.entries(CELLS))('is taken %s', async (_, cell) => {
    expect(await take(cell, 'JumpCloud SCIM')).toBe(KEY);
  });

  it.each(Object.entries(CELLS))('is left alone under another name %s', async (_, cell) => {
    expect(await take(cell, 'Another')).toBe(null);
  });
});

describe('a value in the window that answers a new key', () => {
  const read = useReader();

  async function taken(shown: string): Promise<string | undefined> {
    const html = `<!doctype html><nav><a>Authentication</a><a>API Keys</a></nav><main><h1>API Keys</h1>
      <button>Add key</button></main>${shown}`;
    const expected = { url: 'https://dialpad.com/settings', place: null, targets: { 'dialpad.save-key': '' } };
    return (await read({ name: '', html, expected })).targets['dialpad.save-key'];
  }

  const window = (title: string, body: string): string =>
    `<div role="dialog" aria-label="${title}"><h2>${title}</h2>${body}</div>`;
  const HIDDEN = '<p>Value</p><span>••••••••••••</span> <button data-t="show">Show value</button>';

  it.each([
    [
      'its ID beside the hidden key',
      window('API key created', `<p>Key ID</p><code>kid_9f8a7b6c5d4e3f2a1b0c</code><button>Copy</button>${HIDDEN}`),
    ],
    [
      'the number of the request',
      `${window('API key created', HIDDEN)}<div role="status">Key saved. Request <code>req-9f8a7b6c5d4e3f2a1b0c</code></div>`,
    ],
    [
      'what has no name beside the hidden key',
      window('API key created', `<code>kid_9f8a7b6c5d4e3f2a1b0c</code><button>Copy</button>${HIDDEN}`),
    ],
  ])('is not taken for the key: %s, which is shown first', async (_, shown) => {
    expect(await taken(shown)).toBe('show');
  });

  it('is taken where an ID stands above it', async () => {
    const body =
      '<p>Key ID</p><code>kid_9f8a7b6c5d4e3f2a1b0c</code><p>Secret</p><code data-t="key">sk_9f8a7b6c5d4e3f2a1b0cAAAA</code><button>Copy</button>';
    expect(await taken(window('API key created', body))).toBe('key');
  });

  it('is taken once it was shown, by a button that keeps its name', async () => {
    const body = '<p>Value</p><code data-t="key">9f8a7b6c5d4e3f2a1b0cAAAA</code> <button>Show value</button>';
    expect(await taken(window('API key created', body))).toBe('key');
  });

  it.each([
    ['App created', '<p>Client ID</p><code>9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4cXX</code><button>Copy</button>'],
    ['App created', '<label>Client ID <input readonly value="9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4cXX"></label>'],
    ['Your public key', '<code>MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA12</code><button>Copy</button>'],
  ])('is not taken for the key in a window called "%s"', async (title, body) => {
    expect(await taken(window(title, body))).toBe('none');
  });
});
