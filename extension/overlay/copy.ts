import type { PanelWords } from '../../shared/texts/panel-words.ts';
import type { Remark } from '../../shared/ui/panel.tsx';

/**
 * Copies a text: by the clipboard, else by a selected field, as pages on http or without focus need it.
 * @returns whether it is in the clipboard for certain.
 */
export async function copyText(text: string, document: Document): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, document);
  }
}

function copyBySelection(text: string, document: Document): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('style', 'position: fixed; opacity: 0;');
  document.body.append(field);
  field.select();
  // The only way left where the clipboard is closed to the page; the type library calls it deprecated.
  const copy: unknown = Reflect.get(document, 'execCommand');
  const copied = typeof copy === 'function' && copy.call(document, 'copy') === true;
  field.remove();
  return copied;
}

/** What is said of a try to copy. */
export function copyRemark(isCopied: boolean, remarks: Pick<PanelWords['remarks'], 'copied' | 'copyByHand'>): Remark {
  return isCopied ? { text: remarks.copied, tone: 'good' } : { text: remarks.copyByHand, tone: 'bad' };
}
