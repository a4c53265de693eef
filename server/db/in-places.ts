/**
 * A statement that says otherwise what it is bound to, from the first place (0) on. Ours have no question mark that means
 * anything else.
 */
export function inPlaces(sql: string, say: (place: number) => string): string {
  let place = 0;
  return sql.replaceAll('?', () => say(place++));
}
