import { valueAt, type Path } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { parseCpr } from '../../record/index.ts';
import type { DocumentCheck } from './check.ts';

/** A test patient is nobody: no field that says who somebody is, and no text with a number that is a CPR number. */
export const testPersons: DocumentCheck = {
  name: 'test-persons',
  severity: 'error',
  scope: 'document',
  find(document) {
    const tests = valueAt(document, ['about', 'tests']);
    if (!Array.isArray(tests)) return [];
    return tests
      .flatMap((test: unknown, index) => placesOfPersons(test, ['about', 'tests', index]))
      .map((path) => ({ path, code: 'test-person', details: {} }));
  },
};

const personal: ReadonlySet<string> = new Set(['cpr', 'name', 'address', 'phone']);

function placesOfPersons(test: unknown, path: Path): readonly Path[] {
  const patient = valueAt(test, ['patient']);
  const fields = isObject(patient) ? Object.keys(patient).filter((key) => personal.has(key)) : [];
  return [
    ...fields.map((key) => [...path, 'patient', key]),
    ...textsIn(test, path)
      .filter(({ text }) => hasCpr(text))
      .map((each) => each.path)
      .filter((each) => each.length < 5 || !personal.has(String(each[4]))),
  ];
}

interface LocatedText {
  readonly text: string;
  readonly path: Path;
}

function textsIn(value: unknown, path: Path): readonly LocatedText[] {
  if (typeof value === 'string' || typeof value === 'number')
    return [{ text: String(value), path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function hasCpr(text: string): boolean {
  return (text.match(/(?<!\d)\d{6}[-\s]?\d{4}(?!\d)/g) ?? []).some(
    (number) => parseCpr(number).kind === 'cpr',
  );
}
