const buttonCss = `
  :host { display: inline-block; }
  button { font: 600 14px/20px var(--font); padding: 9px 18px; border-radius: 8px; border: 1px solid #b9c6c7; background: #fff;
    color: #123b40; text-transform: capitalize; cursor: pointer; }
  button.primary { background: #0b7c7a; border-color: #0b7c7a; color: #fff; }
  button.danger { background: #b3261e; border-color: #b3261e; color: #fff; }
  button:disabled { background: #e7edee; border-color: #e7edee; color: #7d8f91; cursor: not-allowed; }
  button:focus-visible { outline: 2px solid #0b7c7a; outline-offset: 2px; }`;

const badgeCss = `
  :host { display: inline-block; }
  span { font: 600 12px/18px var(--font); padding: 2px 10px; border-radius: 999px; background: #e4eaeb; color: #48595b; }
  span.on { background: #d3f0e3; color: #0a5c40; }`;

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** A custom element with one child in its open shadow root, which follows the host's attributes and is never replaced. */
function define<Tag extends 'button' | 'span'>(
  name: string,
  tag: Tag,
  attributes: readonly string[],
  css: string,
  draw: (child: HTMLElementTagNameMap[Tag], host: HTMLElement) => void,
): void {
  const styles = sheet(css);
  class Element extends HTMLElement {
    static readonly observedAttributes = attributes;
    readonly #child = document.createElement(tag);

    connectedCallback(): void {
      if (this.shadowRoot === null) {
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [styles];
        root.append(this.#child);
      }
      draw(this.#child, this);
    }

    attributeChangedCallback(): void {
      draw(this.#child, this);
    }
  }
  customElements.define(name, Element);
}

/** Defines `jc-button` and `jc-badge`: the 2026 console keeps footer buttons and status badges in open shadow roots. */
export function defineElements(): void {
  define('jc-button', 'button', ['label', 'kind', 'off'], buttonCss, (button, host) => {
    button.type = 'button';
    button.className = host.getAttribute('kind') ?? 'plain';
    button.disabled = host.hasAttribute('off');
    button.textContent = host.getAttribute('label');
  });
  define('jc-badge', 'span', ['text'], badgeCss, (badge, host) => {
    const text = host.getAttribute('text') ?? '';
    badge.className = text.endsWith('Inactive') ? '' : 'on';
    badge.textContent = text;
  });
}
