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
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
