import type { Context } from './context.ts';
import type { Child } from './ui.ts';

/** What a button of the application page looks like and does. */
export interface ButtonSpec {
  /** As it reads on screen; the modern console holds it in lower case and leaves the capitals to CSS. */
  readonly label: string;
  readonly kind?: 'primary' | 'plain' | 'danger';
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button: native in the classic console, inside an open shadow root in the modern one. */
export function buttonView({ h, model }: Context, spec: ButtonSpec): Child {
  const { label, kind = 'plain', disabled = false, onClick } = spec;
  if (model.snapshot.form === 'modern') {
    return h('jc-button', {
      label: label.toLowerCase(),
      kind,
      ...(disabled ? { off: '' } : {}),
      onClick: () => disabled || onClick(),
    });
  }
  return h('button', { type: 'button', class: `button ${kind}`, disabled, onClick }, label);
}

/** A status badge: text in the classic console, inside an open shadow root in the modern one. */
export function badgeView({ h, model }: Context, text: string): Child {
  if (model.snapshot.form === 'modern') return h('jc-badge', { text });
  return h('span', { class: text.endsWith('Inactive') ? 'pill' : 'pill on' }, text);
}

/** A collapsible card. */
export function panelView(
  { h }: Context,
  title: string,
  open: boolean,
  toggle: () => void,
  ...content: readonly Child[]
): Child {
  return h(
    'section',
    { class: 'panel' },
    h(
      'h2',
      { class: 'panel-title' },
      h(
        'button',
        { type: 'button', class: 'panel-toggle', 'aria-expanded': open, onClick: toggle },
        h('span', { class: open ? 'chevron open' : 'chevron', 'aria-hidden': 'true' }),
        title,
      ),
    ),
    open ? h('div', { class: 'panel-body' }, ...content) : null,
  );
}

/** One of the SCIM form's three fields. */
export interface FieldSpec {
  readonly field: 'baseUrl' | 'tokenKey' | 'testEmail';
  readonly caption: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/**
 * A text field. The classic console ties a label to it; in the modern one the input has no name, id, placeholder or label,
 * and its caption is a sibling node (read off the 2026 console).
 */
export function fieldView({ h, model, actions }: Context, spec: FieldSpec): Child {
  const { field, caption, hint, placeholder, disabled = false } = spec;
  const input = {
    type: field === 'tokenKey' ? 'password' : 'text',
    value: model.draft[field],
    disabled,
    autocomplete: 'off',
    'data-test-id': 'Input__input',
    onText: (value: string) => actions.fill(field, value),
  };
  const below = hint === undefined ? null : h('div', { class: 'hint' }, hint);
  if (model.snapshot.form === 'modern') {
    const eye = field === 'tokenKey' ? h('span', { class: 'eye', 'aria-hidden': 'true' }) : null;
    return h(
      'div',
      { class: 'row' },
      h('div', { class: 'row-caption' }, `${caption} *`),
      h('div', { class: 'row-control' }, h('input', input), eye),
      below,
    );
  }
  const id = `scim-${field}`;
  return h(
    'div',
    { class: 'field' },
    h('label', { class: 'caption', for: id }, caption, h('span', { class: 'required' }, '*')),
    h('input', { ...input, id, name: field, ...(placeholder === undefined ? {} : { placeholder }) }),
    below,
  );
}

/** A checkbox with its label around it. */
export function checkView(
  { h }: Context,
  label: string,
  checked: boolean,
  onCheck: (checked: boolean) => void,
  disabled = false,
): Child {
  return h(
    'label',
    { class: 'check' },
    h('input', { type: 'checkbox', checked, disabled, onCheck }),
    h('span', null, label),
  );
}

/** Whether everything that Test Connection needs was typed. */
export function isComplete({ model }: Context): boolean {
  const { baseUrl, tokenKey, testEmail } = model.draft;
  return baseUrl !== '' && tokenKey !== '' && (model.snapshot.form === 'catalog' || testEmail !== '') && !model.busy;
}

export const emailHint = 'Provide a new, unused email address.';

const manageGroups = 'Enable management of User Groups and Group Membership in this application.';
const groupsLater =
  'Group management will be available after a successful connection test and the application supports this functionality.';

/** Group management, which a passed test unlocks, ticked. */
export function groupChoice(context: Context): Child {
  const { h, model, actions } = context;
  if (!model.passed && !model.snapshot.integration.active) return h('p', { class: 'note' }, groupsLater);
  return checkView(context, manageGroups, model.draft.groupManagement, (groupManagement) =>
    actions.choose({ groupManagement }),
  );
}
