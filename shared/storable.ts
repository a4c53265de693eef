const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether every store can keep the text faithfully: without NUL and halves of surrogate pairs. No id is another one. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}
