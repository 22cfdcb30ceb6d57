import { dataTypes, readCoverage, readDate } from '../record/index.ts';
import type { LocalText } from '../profile/types.ts';
import type { ClinicDescription, ClinicSource } from './types.ts';

export interface CheckedDescription {
  readonly description: ClinicDescription;
  /**
   * JSON Pointers to the parts that could not be used. They name places that the contract knows, never a
   * key or a value of the adapter's own.
   */
  readonly unusable: readonly string[];
}

/**
 * Keeps what can be used of a description. What cannot be read never counts in favour: coverage is not
 * available, so that what depends on it becomes unknown instead of no; a permission is not given.
 * `null` is taken as absent.
 *
 * @returns undefined when it is no description at all.
 */
export function readDescription(answer: unknown): CheckedDescription | undefined {
  if (!isObject(answer)) return undefined;
  const unusable: string[] = [];
  const { name, patients, coverage, user } = answer;
  if (typeof name !== 'string') unusable.push('/name');
  noteCoverage(coverage, unusable);
  const counted = typeof patients === 'number' && Number.isInteger(patients) && patients >= 0;
  if (!counted && isGiven(patients)) unusable.push('/patients');
  if (isGiven(user) && typeof user !== 'string') unusable.push('/user');
  const may = readMay(answer.may, unusable);
  return {
    unusable,
    description: {
      name: typeof name === 'string' ? name : '',
      coverage: readCoverage(coverage),
      ...(counted ? { patients } : {}),
      sources: readSources(answer.sources, unusable),
      ...(may ? { may } : {}),
      ...(typeof user === 'string' ? { user } : {}),
    },
  };
}

function noteCoverage(coverage: unknown, unusable: string[]): void {
  if (!isObject(coverage)) {
    unusable.push('/coverage');
    return;
  }
  // A misspelt type would otherwise pass for one that was not mentioned.
  if (Object.keys(coverage).some((key) => !(dataTypes as readonly string[]).includes(key)))
    unusable.push('/coverage');
  for (const type of dataTypes) {
    const entry = coverage[type];
    if (!isGiven(entry)) continue;
    const path = `/coverage/${type}`;
    if (!isObject(entry)) {
      unusable.push(path);
      continue;
    }
    const { available, from, source, updated } = entry;
    if (typeof available !== 'boolean') unusable.push(`${path}/available`);
    if (isGiven(from) && !(typeof from === 'string' && readDate(from)))
      unusable.push(`${path}/from`);
    if (isGiven(source) && typeof source !== 'string') unusable.push(`${path}/source`);
    if (isGiven(updated) && typeof updated !== 'string') unusable.push(`${path}/updated`);
  }
}

function readSources(sources: unknown, unusable: string[]): readonly ClinicSource[] {
  if (!isGiven(sources)) return [];
  if (!Array.isArray(sources)) {
    unusable.push('/sources');
    return [];
  }
  return sources.flatMap((entry: unknown, index) => {
    const source = readSource(entry);
    if (!source) unusable.push(`/sources/${index}`);
    return source ?? [];
  });
}

function readSource(entry: unknown): ClinicSource | undefined {
  if (!isObject(entry)) return undefined;
  const { id, title, types, gives, available, updated } = entry;
  const name = readText(title);
  const given = readText(gives);
  if (typeof id !== 'string' || !name) return undefined;
  if (!Array.isArray(types) || typeof available !== 'boolean') return undefined;
  return {
    id,
    title: name,
    types: dataTypes.filter((type) => types.includes(type)),
    ...(given ? { gives: given } : {}),
    available,
    ...(typeof updated === 'string' ? { updated } : {}),
  };
}

function readText(text: unknown): LocalText | undefined {
  if (!isObject(text) || typeof text.da !== 'string') return undefined;
  const { da, en } = text;
  return { da, ...(typeof en === 'string' ? { en } : {}) };
}

const permissions = ['openJournal', 'print', 'export'] as const;

function readMay(may: unknown, unusable: string[]): ClinicDescription['may'] {
  if (!isGiven(may)) return undefined;
  if (!isObject(may)) {
    unusable.push('/may');
    return { openJournal: false, print: false, export: false };
  }
  const entries = permissions.flatMap((permission) => {
    const given = may[permission];
    if (!isGiven(given)) return [];
    if (typeof given !== 'boolean') unusable.push(`/may/${permission}`);
    return [[permission, given === true] as const];
  });
  return Object.fromEntries(entries);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
