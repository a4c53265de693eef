/** A function whose answer for an object is made once and kept for as long as the object lives. */
export function kept<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known.value;
    const value = make(key);
    answers.set(key, { value });
    return value;
  };
}
