import { columnHeader } from './captions.ts';
import { namesOfField } from './naming.ts';
import type { Scan } from './scan.ts';
import { firstAfter, leavesIn } from './spans.ts';
import { SOURCE } from './weights.ts';

/** What stands before a value that is none to be kept secret, or another's: a number, a public key, a client's. */
const OTHER_VALUE =
  /\b(id|ids|identifier|uuid|guid|public|fingerprint|request|reference|trace|prefix|checksum|hash|version|client|webhook|signing|ssh|certificate|url|endpoint)\b|\b(identifiant|publique|requete|demande|empreinte|prefixe|kennung|offentlicher?|anfrage|fingerabdruck|prafix|identificador|publica|solicitud|huella|prefijo)\b|公開|リクエスト|識別子|クライアント|接頭辞|指紋/;

/** More words than this are no caption but a sentence. */
const MOST_WORDS = 5;

/** Whether what a shown value is called, or what stands right before it, tells that it is not the key. */
export function isOtherValue(element: Element, scan: Scan): boolean {
  return captionsOfValue(element, scan).some((caption) => {
    // What was said before it is another matter: "Key saved. Request".
    const own = caption.slice(caption.search(/[^.!?]*$/)).trim();
    return own.split(' ').length <= MOST_WORDS && OTHER_VALUE.test(own);
  });
}

/** Whether a value is what stands right before a button that shows values: then it is what that showed. */
export function isShownBy(button: Element, element: Element, scan: Scan): boolean {
  const [own, value] = [scan.spans.get(button), scan.spans.get(element)];
  if (!own || !value || value.end >= own.start) return false;
  return leavesIn(scan.leaves, { start: value.end, end: own.start - 1 }).every((leaf) => leaf.pressable);
}

function captionsOfValue(element: Element, scan: Scan): string[] {
  const field = scan.fields.find((one) => one.element === element);
  if (field) {
    return namesOfField(field, scan).flatMap(({ text, trust }) => (trust >= SOURCE.captionBefore ? [text] : []));
  }
  const start = scan.spans.get(element)?.start ?? 0;
  const before = scan.leaves.slice(0, firstAfter(scan.leaves, start - 1));
  const nearest = before.findLast((leaf) => !leaf.concealed && !leaf.pressable && leaf.text !== '');
  return [...(nearest ? [nearest.text] : []), ...columnHeader(element).map(({ text }) => text)];
}
