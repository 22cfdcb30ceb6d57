/** Places in what an adapter supplied: where something is at fault, or looks odd. */
import { plainText } from '../json/plain-text.ts';
import { isObject, type JsonObject } from '../json/values.ts';
import { looksLikeNumber } from '../record/number-texts.ts';
import { looksShifted } from '../record/check/dates.ts';
import { listNames, type Hint, type Rejection } from '../record/index.ts';
import { longestText } from '../record/limits.ts';

const separator = '\u0001';

/** A code and its system as one key. */
export function codeKey(system: string, code: string): string {
  return `${system}${separator}${code}`;
}

/** What stands at a path; undefined where there is nothing, or it throws. */
export function valueAt(given: unknown, path: readonly string[]): unknown {
  try {
    return path.reduce<unknown>(
      (value, name) =>
        isObject(value) || Array.isArray(value) ? (value as JsonObject)[name] : undefined,
      given,
    );
  } catch {
    return undefined;
  }
}

/** What `codeKey` has made one of. */
export function codeOf(key: string): readonly [system: string, code: string] {
  const [system = '', code = ''] = key.split(separator);
  return [system, code];
}

/** Which fields of a record look odd, by kind. */
export const oddFields: Readonly<
  Partial<Record<Hint['kind'], (field: string, value: unknown) => boolean>>
> = {
  'shifted-date': (_, value) => typeof value === 'string' && looksShifted(value),
  'number-as-text': (field, value) =>
    field === 'value' && typeof value === 'string' && looksLikeNumber(value),
  'hidden-characters': (_, value) => typeof value === 'string' && plainText(value) !== value,
  'cut-text': (_, value) => typeof value === 'string' && value.length > longestText,
  'death-at-epoch': (field) => field === 'deceased',
};

/** What stands in a place that was rejected; undefined where it throws. */
export function suppliedAt(supplied: unknown, { type, index, field }: Rejection): unknown {
  try {
    if (!isObject(supplied)) return undefined;
    if (field.startsWith('coverage.')) {
      const { coverage } = supplied;
      return isObject(coverage) ? coverage[field.slice('coverage.'.length)] : coverage;
    }
    if (type === 'patient') return isObject(supplied.patient) ? supplied.patient[field] : undefined;
    const list: unknown = supplied[listNames[type]];
    if (index === undefined) return list;
    const entry: unknown = Array.isArray(list) ? list[index] : undefined;
    return field !== '' && isObject(entry) ? entry[field] : entry;
  } catch {
    return undefined;
  }
}
