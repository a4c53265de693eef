/**
 * What is made once for each key and looked up from then on.
 * @param most how many are kept; of more, the one that was made first goes.
 */
export function createKnown<Value>(most: number) {
  const known = new Map<string | object, Value>();
  return (key: string | object, make: () => Value): Value => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const made = make();
    known.set(key, made);
    const [oldest] = known.size > most ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return made;
  };
}
