import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSidePanel, type SidePanel } from '../../../extension/entrypoints/sidepanel/side-panel.tsx';
import type { FromPanel } from '../../../extension/platform/protocol.ts';
import { keepFocus } from '../../../shared/ui/keep-focus.ts';
import type { Flow } from '../../../shared/setup/steps.ts';
import { JUMPCLOUD_TAB, walkerAt } from '../guide/kit.ts';

let root: HTMLElement;
let panel: SidePanel;
const sent: FromPanel[] = [];

beforeEach(async () => {
  root = document.createElement('main');
  document.body.append(root);
  sent.length = 0;
  panel = createSidePanel({
    document,
    locale: 'en-US',
    render: (content) => render(content, root),
    send: (message) => sent.push(message),
    askForAccess: () => Promise.resolve(true),
  });
  await act(() => panel.draw());
});
afterEach(() => {
  render(null, root);
  root.remove();
});

async function connect(connection: 'none' | 'connected' | 'expired', flow: Flow = 'setup') {
  const view = connection === 'none' ? null : walkerAt('jumpcloud.token-key', { flow }).view(JUMPCLOUD_TAB);
  await act(() => panel.receive({ type: 'state', state: { connection, host: 'acme.example', view, locale: 'en' } }));
}

function field(label: string): HTMLInputElement {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = found && root.querySelector<HTMLInputElement>(`#${found.htmlFor}`);
  if (!input) throw new Error(`There is no field ${label}.`);
  return input;
}

async function type(label: string, value: string) {
  await act(() => {
    field(label).value = value;
    field(label).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(name: string) {
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent === name);
  if (!button) throw new Error(`There is no button ${name}.`);
  await act(() => button.click());
}

describe('the side panel', () => {
  it('says what is read and sent before anything is, and connects by the link', async () => {
    await connect('none');
    expect(document.documentElement.dataset['connection']).toBe('none');
    expect(root.textContent).toContain('What the assistant reads and sends');
    await type('Setup link', 'https://acme.example/setup/abc');
    await press('Connect');
    expect(sent).toEqual([{ type: 'connect', link: 'https://acme.example/setup/abc' }]);
    await connect('connected');
    expect(document.documentElement.dataset['connection']).toBe('connected');
    expect(root.querySelectorAll('[role=region]')).toHaveLength(1);
  });

  it('is called what it leads through', async () => {
    await connect('connected');
    expect(root.querySelector('h1')?.textContent).toBe('JumpCloud setup for Dialpad');
    await connect('connected', 'replace-key');
    expect(root.querySelector('h1')?.textContent).toBe('Replace the key');
  });

  it('says why a link did not work', async () => {
    await connect('none');
    await act(() => panel.receive({ type: 'answer', answer: 'link-refused' }));
    const alert = root.querySelector('[role=alert]');
    expect(alert?.textContent).toContain('not valid any more, or it was cut off when it was copied');
    expect(field('Setup link').getAttribute('aria-describedby')).toContain(alert?.id);
  });

  it('says what is needed and how long it takes before it asks for anything', async () => {
    await connect('none');
    expect(root.textContent).toContain('Before you begin');
    expect(root.textContent).toContain('about ten minutes');
    expect(root.textContent).toContain('Admin rights in both Dialpad and JumpCloud.');
  });

  it('keeps the keyboard at Connect while it connects, and leads it to the step then', async () => {
    const end = keepFocus(root);
    await connect('none');
    await type('Setup link', 'https://acme.example/setup/abc');
    const button = [...root.querySelectorAll('button')].find((one) => one.textContent === 'Connect');
    button?.focus();
    await press('Connect');
    await press('Connecting…');
    expect(sent).toHaveLength(1);
    expect(button?.disabled).toBe(false);
    expect(document.activeElement).toBe(button);
    await connect('connected');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(root.querySelector('h2')?.textContent));
    end();
  });

  it('takes a key by a password field and empties it at once', async () => {
    await connect('connected');
    expect(field('API key').type).toBe('password');
    await type('API key', 'dpk_secret');
    await press('Use this key');
    expect(sent).toEqual([{ type: 'use-key', key: 'dpk_secret' }]);
    expect(field('API key').value).toBe('');
    await act(() => panel.receive({ type: 'answer', answer: 'key-damaged' }));
    expect(root.textContent).toContain('cut off or mistyped');
  });

  it('asks for no key once everything is done', async () => {
    await connect('connected');
    const finished = {
      ...walkerAt('jumpcloud.token-key').view(JUMPCLOUD_TAB),
      status: 'finished',
      heldKey: null,
    } as const;
    const state = { connection: 'connected', host: 'acme.example', view: finished, locale: 'en' } as const;
    await act(() => panel.receive({ type: 'state', state }));
    expect(root.textContent).not.toContain('Use this key');
    expect(root.textContent).toContain('Help from support');
  });

  it('offers the link field again when the session expired, beside the step', async () => {
    await connect('expired');
    expect(field('Setup link')).toBeDefined();
    expect(root.querySelector('[role=region]')).not.toBeNull();
  });

  it('forgets only when asked twice', async () => {
    await connect('connected');
    await press('Forget everything');
    expect(sent).toEqual([]);
    await press('Really forget the connection and the key?');
    expect(sent).toEqual([{ type: 'forget' }]);
  });

  it('asks for access where the browser withholds it', async () => {
    await connect('none');
    await act(() => panel.noteAccess(false));
    await press('Grant access');
    expect(root.textContent).not.toContain('Grant access');
  });
});
