/** All ways to divide a denominator, and settings of the protection. */
import { defaultProtection, type Protection } from '../../../src/report/index.ts';

export const defaultSettings = defaultProtection;

/** Settings that the proof holds for. */
export const settings: readonly Protection[] = [
  defaultProtection,
  { ...defaultProtection, threshold: 3, base: 3 },
  { ...defaultProtection, threshold: 10, base: 5 },
  { ...defaultProtection, threshold: 6, base: 3 },
];

/** All ways to put a number of patients into leaves. */
export function* divisions(size: number, leaves: number): Generator<number[]> {
  if (leaves === 1) {
    yield [size];
    return;
  }
  for (let first = 0; first <= size; first += 1)
    for (const others of divisions(size - first, leaves - 1)) yield [first, ...others];
}
