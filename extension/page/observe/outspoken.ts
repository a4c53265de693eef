/**
 * Wordings that are an outcome wherever they stand, by the console's language: they tell of what was done, as a hint or a
 * badge would not. Texts are compared without accents (`find/text.ts`).
 */
const WORDINGS: Record<string, readonly RegExp[]> = {
  en: [
    /there was a problem|something went wrong|an error occurred|successfully|failed to/,
    /(test|connection|activation|verification|request)( has| was)? (failed|succeeded|successful|unsuccessful|passed|verified)/,
    /(unable|not able) to (connect|verify|activate|reach|test|save)/,
    /(could not|couldn.t|cannot) (connect|verify|activate|reach|test|save|be )/,
    /(has|have) been (verified|tested|activated|saved|established)/,
  ],
  fr: [
    /reussi|echec|probleme/,
    /(a|ont) ete (verifie|teste|active|enregistre|valide|etabli)/,
    /n.(a|ont) pas pu etre (verifie|teste|active|enregistre|valide|etabli)/,
    /impossible d(e |.)(verifier|tester|activer|enregistrer|joindre|atteindre|etablir|se connecter)/,
  ],
  de: [
    /erfolgreich|fehlgeschlagen|schlug fehl|es gab ein problem/,
    /wurden? (getestet|gepruft|uberpruft|verifiziert|bestatigt|aktiviert|gespeichert|hergestellt)/,
    /konnten? nicht (getestet|gepruft|uberpruft|verifiziert|bestatigt|aktiviert|gespeichert|hergestellt|erreicht) werden/,
  ],
  es: [
    /con exito|hubo un problema/,
    /(se ha|se han|ha sido|han sido) (verificad|comprobad|probad|activad|guardad|establecid)o/,
    /(verificad|comprobad|probad|activad|guardad)[oa]s? correctamente/,
    /no se (ha podido|han podido|pudo|pudieron) (verificar|comprobar|probar|activar|guardar|conectar|establecer)/,
  ],
  ja: [
    /問題が発生|失敗しました|成功しました|(検証|確認|有効化?|保存)(が完了|され|に)?(しました|ました)|できませんでした/,
  ],
};

const ALL = Object.values(WORDINGS).flat();

/** Whether a text of the page, as it is compared, tells of an outcome by its wording alone. */
export function isOutspoken(text: string): boolean {
  return ALL.some((wording) => wording.test(text));
}
