/** Ages as they are asked: completed years, or a period of a young child's life. */
import { readPeriodParts, type PeriodUnit } from './periods.ts';

/** `years`: completed years, a number; else a period of one unit. */
export type AgeUnit = 'years' | PeriodUnit;

export interface AgeParts {
  readonly unit: AgeUnit;
  readonly number: string;
}

/** Reads `5`, `"P5M"`; undefined for a period of several units. A text that is no period is a number under way. */
export function readAge(value: unknown): AgeParts | undefined {
  if (typeof value === 'number') return { unit: 'years', number: String(value) };
  if (typeof value !== 'string') return undefined;
  if (!value.startsWith('P')) return { unit: 'years', number: value };
  const parts = readPeriodParts(value);
  const [part, ...others] = parts ?? [];
  return part && others.length === 0 ? part : undefined;
}

/** Writes an age; undefined where there is no number of years. */
export function writeAge({ unit, number }: AgeParts): number | string | undefined {
  if (unit !== 'years') return `P${number}${unit}`;
  if (number === '') return undefined;
  return /^\d{1,15}$/.test(number) ? Number(number) : number;
}
