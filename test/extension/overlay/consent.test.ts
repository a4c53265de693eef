import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConsent, type Consent } from '../../../extension/overlay/consent.ts';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import { createLayer, HOST_STYLE, type Layer } from '../../../extension/overlay/layer.ts';

let layer: Layer;
let consent: Consent;
let uncoveredFor: number | null;
let isIntact: boolean;
let button: HTMLButtonElement;
let over: Element | null = null;

beforeEach(() => {
  layer = createLayer(document, '');
  button = document.createElement('button');
  const region = document.createElement('div');
  region.setAttribute('role', 'region');
  region.append(button);
  layer.root.append(region);
  over = null;
  uncoveredFor = null;
  isIntact = true;
  consent = createConsent({
    host: layer.host,
    root: layer.root,
    style: HOST_STYLE,
    sighting: { uncoveredFor: () => uncoveredFor, watch: () => undefined, stop: () => undefined },
    isIntact: () => isIntact,
  });
  // Nothing is laid out here, so what lies at a point is said by the test.
  vi.spyOn(document, 'elementFromPoint').mockImplementation(() => over ?? layer.host);
  layer.root.elementFromPoint = () => button;
});

afterEach(() => {
  consent.stop();
  layer.remove();
  document.body.innerHTML = '';
  document.documentElement.removeAttribute('style');
  vi.restoreAllMocks();
});

function click(action: PanelAction = 'confirm', event: { isTrusted?: boolean; detail?: number } = {}): boolean {
  const made = { isTrusted: true, detail: 1, currentTarget: button, ...event };
  return consent.judge(made as unknown as MouseEvent, action) === 'genuine';
}

describe('a click that agrees to a step', () => {
  it('counts when a person made it on the button that they saw', () => {
    expect(click()).toBe(true);
  });

  it('does not count when the page made it', () => {
    expect(click('confirm', { isTrusted: false })).toBe(false);
  });

  it('does not count when it is the second of a double click', () => {
    expect(click('confirm', { detail: 2 })).toBe(false);
    expect(click('perform', { detail: 2 })).toBe(true);
  });

  it('does not count when the browser says that something lay over the card a moment ago', () => {
    uncoveredFor = 0;
    expect(click('perform')).toBe(false);
    uncoveredFor = 100;
    expect(click()).toBe(false);
    uncoveredFor = 1000;
    expect(click()).toBe(true);
  });

  it('is told a moment later when the browser has not looked since the card was drawn', async () => {
    uncoveredFor = 0;
    const event = { isTrusted: true, detail: 1, currentTarget: button } as unknown as MouseEvent;
    expect(consent.judge(event, 'perform')).toBe('unsure');
    expect(consent.judge(event, 'confirm')).toBe('lured');
    const told = consent.isSeenSoon();
    uncoveredFor = 10;
    expect(await told).toBe(true);
    uncoveredFor = 0;
    expect(await consent.isSeenSoon()).toBe(false);
  });

  it('does not count when the page changed what we drew', () => {
    isIntact = false;
    expect(click()).toBe(false);
    expect(click('perform')).toBe(false);
    expect(click('collapse')).toBe(true);
  });

  it('does not count when the page moved or faded our element', () => {
    layer.host.setAttribute('style', `${HOST_STYLE} opacity: 0;`);
    expect(click()).toBe(false);
    expect(click('perform')).toBe(false);
  });

  it.each([
    'opacity: 0',
    'opacity: 0.5',
    'visibility: hidden',
    'filter: opacity(0)',
    'clip-path: inset(50%)',
    'transform: scale(0.1)',
  ])('does not count when the whole page has %s', (style) => {
    document.documentElement.setAttribute('style', style);
    expect(click()).toBe(false);
  });

  it('does not count when something of the page lies over the button', () => {
    over = document.body;
    expect(click()).toBe(false);
  });
});

describe('our layer over the page', () => {
  it('gets its style back when the page changed it, and loses what the page gave it', async () => {
    layer.host.setAttribute('style', 'opacity: 0');
    layer.host.setAttribute('inert', '');
    await expect.poll(() => layer.host.getAttribute('style')).toBe(HOST_STYLE);
    expect(layer.host.hasAttribute('inert')).toBe(false);
  });

  it('is put back when the page throws it out', async () => {
    layer.host.remove();
    await expect.poll(() => layer.host.isConnected).toBe(true);
  });

  it('does not fight for ever with a page that throws it out each time', async () => {
    const fight = new MutationObserver(() => layer.host.remove());
    fight.observe(document.documentElement, { childList: true });
    layer.host.remove();
    await expect.poll(() => layer.host.isConnected).toBe(false);
    fight.disconnect();
  });

  it('keeps its clicks and keys from the page’s own listeners', () => {
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    for (const name of ['click', 'keydown', 'pointerdown']) document.addEventListener(name, listen);
    for (const name of ['click', 'keydown', 'pointerdown']) {
      button.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    }
    expect(heard).toEqual([]);
    for (const name of ['click', 'keydown', 'pointerdown']) document.removeEventListener(name, listen);
  });

  it('leaves nothing behind when it is removed', () => {
    layer.remove();
    expect(document.querySelector('setup-assistant')).toBeNull();
  });
});
