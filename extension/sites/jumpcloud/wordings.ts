import type { Sayings } from '../../page/find/types.ts';

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

/** What JumpCloud says of a test or an activation; toasts of all kinds, so neighbours of the known wording count. */
const OUTCOME = {
  succeeded: anyOf(
    /succe(ss|ed)|verified|passed|connection (is )?(ok|valid|established|works)|is now active/,
    /(has been|was) (activated|tested|established)|(?<!could not be )turned on|(is|has been|was) (now )?enabled/,
    /reussi|avec succes|verifie|(a|ont) ete (teste|active|valide|etabli)/,
    /erfolgreich|bestanden|wurden? (getestet|gepruft|uberpruft|verifiziert|bestatigt|aktiviert|hergestellt)/,
    /exito|superad|correcta|verificad|(se ha|ha sido) (comprobad|probad|activad|establecid)o/,
    /成功|正常です|(検証|確認|有効化?)(が完了|され|に)?(しました|ました)/,
  ),
  failed: anyOf(
    /problem|fail|error|unable|could not|couldn.t|cannot|can.t|invalid|incorrect|refused|denied|unauthori[sz]ed|unsuccessful/,
    /(\bnot|n.t|without|\bno)( yet| be| been| a)? (succe(ss|ed)|verified|passed|reached|found|valid|correct)/,
    /went wrong|timed out|time-?out|unavailable|unexpected/,
    /probleme|inattendu|indisponible|echec|erreur|impossible|invalide|n.(a|ont) pas|sans succes|\bpas (ete )?(reussi|verifie|valide|correct)/,
    /schiefgelaufen|uberschreitung|fehler|fehlgeschlagen|schlug fehl|ungultig|konnten? nicht|(nicht|ohne) (erfolg|verifiziert|gepruft|bestatigt|korrekt)/,
    /salio mal|inesperad|problema|fallo|invalid|no se (ha|han|pudo|pudieron)|sin exito|no (es|fue|ha sido|esta|tuvo) (valid|correct|verificad|exito)/,
    /問題|失敗|エラー|ませんでした|できません|ありません|無効な|不正/,
  ),
};

/** What is said of a connection test. */
export const TESTED: Sayings = {
  ...OUTCOME,
  about: /connect|\btest|verif|connexion|verbindung|pruf|conexion|comproba|prueba|接続|検証/,
};

/** What is said of an activation. */
export const ACTIVATED: Sayings = {
  ...OUTCOME,
  about: /activat|(integration|provisioning|scim)\b.* (turned on|enabled)|activer|activee?\b|aktivier|activa[rd]|有効/,
};

/** What is said of Save; that something is still to be saved is no answer to it. */
export const SAVED: Sayings = {
  succeeded: anyOf(
    /(?<!\b(to|must|not|never|will) be |\bnot been |\b(not|never|be|last|un) ?)(saved|updated)|success/,
    /(?<!\b(non|pas|etre) (encore |ete )?)enregistre(e|es|s)?\b|avec succes/,
    /(?<!\b(nicht|noch nicht) )(?<!un)gespeichert(?! werden)|erfolgreich/,
    /(?<!\b(no|sin|ser) )guardad|con exito/,
    /保存(され|し)ました/,
  ),
  failed: OUTCOME.failed,
  about: /\bsav(e|ed|ing)\b|updated|enregistr|speicher|guarda|保存/,
};
