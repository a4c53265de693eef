import type { BrowserContext, Page } from 'playwright-core';

/** Where a page's script came upon a key: in its own Token Key field, or anywhere else. */
export type Heard = { where: string };

/**
 * Has every page of JumpCloud's look-alike listen as a hostile one would: to every event, to every change of the
 * document and of our shadow root, through patched prototypes, by fetch, and by reading every field and text again and again.
 */
export async function hear(context: BrowserContext): Promise<void> {
  await context.addInitScript(listen);
}

/** What the page's script has heard so far. */
export function heard(page: Page): Promise<Heard[]> {
  return page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
}

function listen(): void {
  if (!location.host.endsWith('jumpcloud.com')) return;
  const found: Heard[] = [];
  Object.assign(window, { heard: found });
  const KEY = /dpk_[A-Za-z0-9]{40}/;
  const isToken = (target: unknown): boolean => target instanceof HTMLInputElement && target.type === 'password';
  const note = (text: unknown, where: string, target: unknown = null): void => {
    if (typeof text === 'string' && KEY.test(text)) found.push({ where: isToken(target) ? 'the token field' : where });
  };
  const patch = (owner: object, name: string): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      ...own,
      set(this: unknown, value: unknown) {
        note(value, `set ${name}`, this);
        own?.set?.call(this, value);
      },
    });
  };
  patch(HTMLInputElement.prototype, 'value');
  patch(HTMLTextAreaElement.prototype, 'value');
  patch(Node.prototype, 'textContent');
  patch(Element.prototype, 'innerHTML');
  const wrap = (owner: object, name: string): void => {
    const own = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      for (const one of given) note(typeof one === 'string' ? one : JSON.stringify(one), name);
      return own.apply(this, given);
    });
  };
  for (const name of ['fetch', 'postMessage']) wrap(window, name);
  for (const name of ['addEventListener', 'dispatchEvent']) wrap(EventTarget.prototype, name);
  wrap(Element.prototype, 'attachShadow');
  for (const key of Object.keys(window).filter((name) => name.startsWith('on'))) {
    window.addEventListener(
      key.slice(2),
      (event) => {
        note((event as InputEvent).data, `an ${event.type} event`, event.composedPath()[0]);
        if (event.target instanceof HTMLInputElement) note(event.target.value, `a ${event.type} event`, event.target);
      },
      true,
    );
  }
  const readAll = (root: Document | ShadowRoot): void => {
    note(root instanceof Document ? root.documentElement.textContent : root.textContent, 'a text');
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) note(value, `the attribute ${name}`, element);
      if ('value' in element) note(element.value, 'a field', element);
      if (element.shadowRoot) readAll(element.shadowRoot);
    }
  };
  new MutationObserver(() => readAll(document)).observe(document, { subtree: true, childList: true, attributes: true });
  setInterval(() => readAll(document), 50);
}
