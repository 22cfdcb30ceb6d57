/** Freezes a JSON value and everything in it. */
export function deepFreeze<Value>(value: Value): Value {
  // Text, number, boolean and null count as frozen.
  if (!Object.isFrozen(value)) {
    Object.values(value as object).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
