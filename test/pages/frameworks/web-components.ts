/** A field whose input and caption live in a shadow root, as Circuit's and Material's web components have them. */
class Field extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    const caption = document.createElement('div');
    caption.textContent = this.getAttribute('caption');
    const input = document.createElement('input');
    input.type = this.getAttribute('type') ?? 'text';
    root.append(caption, input);
    input.addEventListener('input', () => write(this.getAttribute('caption') ?? '', input.value));
  }
}

class Press extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.append(document.createElement('slot'));
    root.append(button);
  }
}

function write(name: string, value: string): void {
  const output = document.querySelector(`[data-state="${name}"]`);
  if (output) output.textContent = value;
}

customElements.define('x-field', Field);
customElements.define('x-press', Press);
const app = document.querySelector('#app');
if (app) {
  app.innerHTML = `
    <section role="tabpanel"><h2>Configuration Settings</h2>
    <x-field caption="Base URL"></x-field><x-field caption="Token Key" type="password"></x-field>
    <label><input type="checkbox" checked id="groups"> Enable Group Management</label>
    <x-press id="test">test connection</x-press></section>
    <output data-state="Base URL"></output><output data-state="Token Key"></output>
    <output data-state="groups">true</output><output data-state="presses">0</output>`;
  app
    .querySelector('#groups')
    ?.addEventListener('change', (event) => write('groups', String((event.target as HTMLInputElement).checked)));
  // Heard outside the shadow root: only a composed event comes this far.
  app.querySelector('#test')?.addEventListener('click', () => write('presses', '1'));
}
