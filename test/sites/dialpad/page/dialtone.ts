import { h } from 'vue';
import type { VNode, VNodeChild } from 'vue';

// The markup that Dialtone's Vue 3 components emit (repository dialpad/dialtone, packages/dialtone-vue3, 3.157).

function inputOf(event: Event): HTMLInputElement {
  return event.currentTarget as HTMLInputElement;
}

/** dt-button. */
export function dtButton(
  label: string,
  onClick: () => void,
  props: { kind?: 'primary' | 'outlined' | 'clear' | 'danger'; disabled?: boolean; type?: 'submit' } = {},
): VNode {
  const { kind = 'outlined', disabled = false, type = 'button' } = props;
  return h(
    'button',
    { type, disabled, class: ['base-button__button', 'd-btn', `d-btn--${kind}`], 'data-qa': 'dt-button', onClick },
    h('span', { class: 'd-btn__label', 'data-qa': 'dt-button-label' }, label),
  );
}

/** dt-input: the label wraps the control, and the description stands inside the same label. */
export function dtInput(
  label: string,
  value: string,
  onInput: (value: string) => void,
  props: { description?: string; type?: string; placeholder?: string; readonly?: boolean } = {},
): VNode {
  const { description, type = 'text', placeholder, readonly = false } = props;
  return h(
    'div',
    { class: 'd-input__root', 'data-qa': 'dt-input' },
    h('label', { class: 'base-input__label', 'data-qa': 'dt-input-label-wrapper' }, [
      h('div', { class: 'd-label', 'data-qa': 'dt-input-label' }, label),
      description === undefined
        ? null
        : h('div', { class: 'd-description', 'data-qa': 'dt-input-description' }, description),
      h('div', { class: 'd-input__wrapper' }, [
        h('input', {
          class: 'd-input',
          type,
          value,
          readonly,
          placeholder,
          autocomplete: 'off',
          'data-qa': 'dt-input-input',
          onInput: (event: Event) => onInput(inputOf(event).value),
        }),
      ]),
    ]),
  );
}

/** dt-checkbox. */
export function dtCheckbox(label: string, checked: boolean, onChange: (checked: boolean) => void): VNode {
  return h('label', { class: 'd-checkbox-label' }, [
    h('div', { class: 'd-checkbox-group' }, [
      h('input', {
        type: 'checkbox',
        class: 'd-checkbox',
        checked,
        onChange: (event: Event) => onChange(inputOf(event).checked),
      }),
    ]),
    h('div', { class: 'd-checkbox__copy', 'data-qa': 'checkbox-label' }, label),
  ]);
}

/** dt-select-menu: a native select. */
export function dtSelect(
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  onChange: (value: string) => void,
): VNode {
  return h('label', { class: 'd-select-label' }, [
    h('div', { class: 'd-label', 'data-qa': 'dt-select-label' }, label),
    h(
      'select',
      { class: 'd-select', 'data-qa': 'dt-select', value, onChange: (event: Event) => onChange(inputOf(event).value) },
      options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)),
    ),
  ]);
}

/** dt-toggle: a button with role switch. */
export function dtToggle(label: string, on: boolean, onToggle: () => void): VNode {
  return h('div', { class: 'd-toggle-wrapper', 'data-qa': 'toggle-wrapper' }, [
    h('button', {
      type: 'button',
      role: 'switch',
      'aria-checked': String(on),
      'aria-label': label,
      class: ['d-toggle', { on }],
      'data-qa': 'toggle-input',
      onClick: onToggle,
    }),
    h('span', { class: 'd-toggle__label' }, label),
  ]);
}

/** dt-modal. */
export function dtModal(title: string, copy: VNodeChild, footer: VNodeChild, onClose: () => void): VNode {
  return h('div', { class: 'd-modal', 'data-qa': 'dt-modal' }, [
    h('div', { class: 'd-modal__dialog', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'modal-title' }, [
      h('h2', { id: 'modal-title', class: 'd-modal__header', 'data-qa': 'dt-modal-title' }, title),
      h('div', { class: 'd-modal__content', 'data-qa': 'dt-modal-copy' }, [copy]),
      h('footer', { class: 'd-modal__footer' }, [footer]),
      h('button', { type: 'button', class: 'd-modal__close', 'aria-label': 'Close', onClick: onClose }, '×'),
    ]),
  ]);
}

/** dt-notice. */
export function dtNotice(kind: 'info' | 'success' | 'error' | 'warning', title: string, message: VNodeChild): VNode {
  return h(
    'aside',
    { class: ['d-notice', `d-notice--${kind}`], 'data-qa': 'notice', role: kind === 'error' ? 'alert' : 'status' },
    [
      h('p', { class: 'd-notice__title', 'data-qa': 'notice-content-title' }, title),
      h('div', { class: 'd-notice__message', 'data-qa': 'notice-content-message' }, [message]),
    ],
  );
}

/** dt-toast. */
export function dtToast(message: string): VNode {
  return h('div', { class: 'd-toast', role: 'status', 'aria-live': 'polite', 'data-qa': 'dt-toast' }, message);
}
