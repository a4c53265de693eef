import { normalise, phrasePattern } from './text.ts';
import type { Control } from './types.ts';

/** What takes something away, in the consoles' languages. */
const DESTRUCTIVE = phrasePattern(
  [
    ...[
      'delete',
      'remove',
      'deactivate',
      'revoke',
      'disconnect',
      'destroy',
      'discard',
      'uninstall',
      'disable',
      'reset',
    ],
    ...['erase', 'unlink', 'unbind', 'terminate', 'suspend', 'turn off', 'switch off', 'clear', 'wipe', 'regenerate'],
    ...['supprimer', 'désactiver', 'révoquer', 'effacer', 'retirer', 'réinitialiser', 'déconnecter', 'dissocier'],
    ...['löschen', 'entfernen', 'deaktivieren', 'widerrufen', 'zurücksetzen', 'trennen', 'verwerfen', 'ausschalten'],
    ...['eliminar', 'desactivar', 'revocar', 'borrar', 'quitar', 'restablecer', 'desconectar', 'deshabilitar'],
  ].map(normalise),
);

/** Japanese puts no blank between words. */
const DESTRUCTIVE_JA = /削除|無効|取り消|リセット|解除|切断|破棄|停止/;

/** Whether a name is that of something that takes away: such a control is never pressed by the assistant. */
export function isDestructive(name: string): boolean {
  const normalised = normalise(name);
  return DESTRUCTIVE_JA.test(normalised) || (DESTRUCTIVE?.test(normalised) ?? false);
}

/** Whether that name keeps an element from being the control: only what is never pressed may take something away. */
export function isForbidden(control: Control, name: string): boolean {
  return control.kind !== 'field' && !control.destructive && isDestructive(name);
}
