/** Leaves for tests: as counted, and as a clinic protects them. */
import {
  defaultProtection,
  figuresOf,
  protectLeaves,
  type Figures,
} from '../../../src/report/protection/index.ts';
import { exactly } from '../../../src/report/statistics/shares.ts';

/** Numbers that nobody has protected. */
export function counted(numerator: number, rest: number, unknown = 0): Figures {
  return { numerator: exactly(numerator), rest: exactly(rest), unknown: exactly(unknown) };
}

/** Numbers as their protected leaves allow them. */
export function protectedLeaves(numerator: number, rest: number, unknown = 0): Figures {
  const leaves = protectLeaves({ numerator, rest, unknown }, defaultProtection);
  return figuresOf(leaves, defaultProtection);
}
