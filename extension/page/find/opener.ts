import type { Layout } from './layout.ts';
import { composedParent } from './composed.ts';
import { isDestructive } from './destructive.ts';
import { ownText } from './naming.ts';
import type { Scan, Seen } from './scan.ts';
import { spansIn, within } from './spans.ts';
import { compileNames } from './names.ts';

/** What a button says that opens the entry that it stands in; its label may add the entry's name. */
const OPENS = compileNames({
  words: [
    ...['Open', 'View', 'Manage', 'Details', 'Configure', 'Edit', 'Ouvrir', 'Voir', 'Gérer', 'Détails', 'Configurer'],
    ...['Modifier', 'Öffnen', 'Ansehen', 'Anzeigen', 'Verwalten', 'Konfigurieren', 'Bearbeiten', 'Abrir', 'Ver'],
    ...['Gestionar', 'Administrar', 'Detalles', 'Configurar', 'Editar'],
  ],
  exact: ['開く', '表示', '詳細', '管理', '設定', '編集'],
  not: ['website', 'docs', 'documentation', 'guide', 'help', 'logs', 'users', 'metadata'],
});

/** How far up an entry is looked for. */
const MOST_LEVELS = 5;

/**
 * What opens the entry of a list that a text names: the text itself where it can be pressed, else the one button of its
 * entry that says so.
 */
export function openerOf(text: Seen, scan: Scan, layout: Layout): Seen {
  if (scan.pressables.some((made) => within(made, text)) || layout.looksPressable(text.element)) return text;
  let up = composedParent(text.element);
  for (let level = 0; up && level < MOST_LEVELS; level++, up = composedParent(up)) {
    const entry = scan.spans.get(up);
    const buttons = entry ? [...spansIn(scan.pressables, entry)] : [];
    if (entry && within(entry, text) && buttons.length > 0) {
      const [opener, other] = buttons.filter((button) => isOpener(button, scan));
      return opener && !other && layout.isVisible(opener.element) ? opener : text;
    }
  }
  return text;
}

function isOpener(button: Seen, scan: Scan): boolean {
  const name = ownText(button, scan);
  if (OPENS.match(name) === null || OPENS.rulesOut(name) || isDestructive(name)) return false;
  return !button.concealed && !button.element.matches('a[target=_blank]');
}
