/** Reports of made-up clinics, protected as a clinic protects its own. */
import { defaultProtection, protect, protectLeaves } from '../../src/report/protection/index.ts';
import { reportFormat, type ClinicReport, type Leaves } from '../../src/report/types.ts';

export const definition = 'a1'.repeat(32);

/** What a clinic has counted, by indicator and date. */
export type Counted = readonly (readonly [numerator: number, rest: number, unknown: number])[];

function leavesOf([numerator, rest, unknown]: Counted[number]): Leaves {
  return protectLeaves({ numerator, rest, unknown }, defaultProtection);
}

/** A report of as many dates as there are counts, the same of each indicator. */
export function reportOf(
  id: string,
  counted: Counted,
  more: Partial<ClinicReport> = {},
  ids: readonly string[] = ['hba1c'],
): ClinicReport {
  return {
    format: reportFormat,
    level: 'clinic',
    clinic: { id, name: `Klinik ${id}` },
    profile: { id: 'dk.type2', version: '1.0.0', definition },
    protection: defaultProtection,
    dates: counted.map((_, at) => dateOf(at)),
    madeAt: '2026-11-29T13:00:00+01:00',
    engine: '0.1.0',
    coverage: [],
    indicators: ids.map((each) => ({ id: each, values: counted.map(leavesOf) })),
    undecided: counted.map(() => protect(0, defaultProtection)),
    ...more,
  };
}

/** The last day of a quarter, from 2017 on. */
export function dateOf(quarter: number): string {
  const days = ['03-31', '06-30', '09-30', '12-31'];
  return `${2017 + Math.floor(quarter / 4)}-${days[quarter % 4]}`;
}

/** A document with one place changed (JSON Pointer; `-` is the end of a list); undefined takes it out. */
export function withChanged(document: unknown, path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  const at = keys.reduce((inner, key) => (inner as Record<string, unknown>)[key], copy);
  if (Array.isArray(at) && last === '-') at.push(value);
  else if (value === undefined) delete (at as Record<string, unknown>)[last];
  else (at as Record<string, unknown>)[last] = value;
  return copy;
}
