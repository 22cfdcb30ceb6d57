/** What is changed in the test patients of a document, as steps of a patch. */
import { listAt, valueOf } from '../../authoring/editing/places.ts';
import type { PatchStep } from '../../authoring/index.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import {
  isSpan,
  listNames,
  recordTypes,
  type CalendarDate,
  type RecordType,
} from '../../record/index.ts';

/** Where the test patients stand. */
export const testsPlace = '/about/tests';

/** The test patients of a document, as they are written. */
export function testsIn(document: JsonObject): readonly JsonObject[] {
  return (listAt(document, testsPlace) ?? []).map((each) => (isObject(each) ? each : {}));
}

/** Adds test patients behind those that there are. */
export function addTests(document: JsonObject, tests: readonly unknown[]): readonly PatchStep[] {
  const { about } = document;
  if (!isObject(about)) return [{ op: 'add', path: '/about', value: { tests } }];
  if (!Array.isArray(about['tests'])) return [{ op: 'add', path: testsPlace, value: tests }];
  return tests.map((value): PatchStep => ({ op: 'add', path: `${testsPlace}/-`, value }));
}

export function emptyTest(on: CalendarDate, title: string): JsonObject {
  return { title: { da: title }, on, patient: { age: 50 }, expect: { population: 'yes' } };
}

/** A test with a value at keys within it; undefined takes it away, with objects that are empty without it. */
export function withValue(
  test: JsonObject,
  [key, ...rest]: readonly string[],
  value: unknown,
): JsonObject {
  if (key === undefined) return test;
  const { [key]: before, ...others } = test;
  const inner = isObject(before) ? before : {};
  const after = rest.length > 0 ? withValue(inner, rest, value) : value;
  const isGone = after === undefined || (rest.length > 1 && isEmpty(after));
  if (isGone) return others;
  return key in test
    ? Object.fromEntries(
        Object.entries(test).map(([name, each]) => [name, name === key ? after : each]),
      )
    : { ...test, [key]: after };
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** A record of a test, with where it stands. */
export interface PlacedRecord {
  readonly type: RecordType;
  readonly index: number;
  readonly record: JsonObject;
}

/** The records of a test, list by list; a code alone is a record with that code. */
export function recordsIn(test: JsonObject): readonly PlacedRecord[] {
  return recordTypes.flatMap((type) => {
    const list = test[listNames[type]];
    return Array.isArray(list)
      ? list.map((each: unknown, index) => ({
          ...{ type, index },
          record: isObject(each) ? each : typeof each === 'string' ? { code: each } : {},
        }))
      : [];
  });
}

/** A record as it begins: some time ago, or of an appointment in a week. */
export function emptyRecord(type: RecordType): JsonObject {
  if (isSpan(type)) return { code: '', from: '-P1Y' };
  return { code: '', at: type === 'appointment' ? '+P1W' : '-P1M' };
}

export function withRecord(
  test: JsonObject,
  { type, index }: Pick<PlacedRecord, 'type' | 'index'>,
  record: JsonObject | undefined,
): JsonObject {
  const name = listNames[type];
  const list = [...((test[name] ?? []) as readonly unknown[])];
  if (record === undefined) list.splice(index, 1);
  else list[index] = record;
  return withValue(test, [name], list.length > 0 ? list : undefined);
}

/** Puts a test in the place of one. */
export function replaceTest(index: number, test: JsonObject): readonly PatchStep[] {
  return [{ op: 'replace', path: `${testsPlace}/${index}`, value: test }];
}

export function removeTest(document: JsonObject, index: number): readonly PatchStep[] {
  const isLast = testsIn(document).length === 1;
  const isAlone = isLast && Object.keys(valueOf(document, '/about') as object).length === 1;
  return [
    { op: 'remove', path: isAlone ? '/about' : isLast ? testsPlace : `${testsPlace}/${index}` },
  ];
}

/** A number as it is written in Danish, or the text. */
export function valueWritten(text: string): number | string | undefined {
  const given = text.trim();
  if (given === '') return undefined;
  const number = Number(given.replace(',', '.'));
  return Number.isFinite(number) ? number : given;
}

export function writtenValue(value: unknown): string {
  return typeof value === 'number'
    ? String(value).replace('.', ',')
    : typeof value === 'string'
      ? value
      : '';
}
