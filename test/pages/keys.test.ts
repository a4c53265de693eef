import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

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
