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

/** What calls something off or does the opposite of it, whatever else its name says: "Skip connection test". */
const CALLS_OFF = phrasePattern(
  [
    ...['cancel', 'skip', 'stop', 'abort', 'hide', 'invalidate', 'ignore', 'dismiss', 'pause', 'postpone'],
    ...['annuler', 'ignorer', 'passer', 'arrêter', 'masquer', 'interrompre', 'invalider', 'abbrechen', 'überspringen'],
    ...['stoppen', 'anhalten', 'ausblenden', 'ignorieren', 'cancelar', 'omitir', 'detener', 'saltar', 'ocultar'],
    ...['invalidar', 'ignorar', 'キャンセル', 'スキップ', '中止', '非表示', '省略'],
  ].map(normalise),
);

/** Whether a name is that of something that takes away: such a control is never pressed by the assistant. */
export function isDestructive(name: string): boolean {
  const normalised = normalise(name);
  return DESTRUCTIVE_JA.test(normalised) || (DESTRUCTIVE?.test(normalised) ?? false);
}

/** Whether that name keeps an element from being the control: only what is never pressed may take something away. */
export function isForbidden(control: Control, name: string): boolean {
  if (control.kind === 'field' || control.destructive) return false;
  return isDestructive(name) || (control.kind === 'press' && (CALLS_OFF?.test(normalise(name)) ?? false));
}
