/** What is wrong with a document, by the field that shows the place. */
import type { DraftState } from '../../authoring/editing/index.ts';
import { isObject } from '../../json/values.ts';
import type { ProfileError } from '../../profile/index.ts';
import { fits } from './fields/fits.ts';
import type { Kind, Part } from './fields/kinds.ts';
import { partFor } from './fields/parts.ts';
import { placeOf } from './fields/reach.ts';
import { isRule, keysOfError } from './fields/rules.ts';

/** One error at a field. */
export interface Fault {
  readonly error: ProfileError;
  /** Of a list with a line each: which, from 1. */
  readonly line: number | undefined;
  /** Of a rule about several keys, and of a key that is missing: the fields around, by whose labels they are told. */
  readonly fields: Part | undefined;
}

const known = new WeakMap<DraftState['errors'], ReadonlyMap<string, readonly Fault[]>>();

/** The errors of a draft by JSON Pointer of the field that shows each. What a rule says of an object stands at a field of it. */
export function faultsOf({
  document,
  errors,
}: Pick<DraftState, 'document' | 'errors'>): ReadonlyMap<string, readonly Fault[]> {
  let faults = known.get(errors);
  if (!faults) known.set(errors, (faults = sorted(document, errors)));
  return faults;
}

function sorted(document: unknown, errors: readonly ProfileError[]) {
  const faults = new Map<string, Fault[]>();
  for (const error of errors) {
    const { field, kind, value } = placeOf(document, error.path);
    const [key] = isObject(value) ? keysOfError(error.code, value) : [];
    const at = key === undefined ? field : `${field}/${key}`;
    const rest = error.path.slice(field.length);
    const isOfLine = kind?.kind === 'lines' && fits(kind, value) && /^\/\d+$/.test(rest);
    const fault = {
      error,
      line: isOfLine ? Number(rest.slice(1)) + 1 : undefined,
      fields: fieldsTold(error.code, kind, value),
    };
    faults.set(at, [...(faults.get(at) ?? []), fault]);
  }
  return faults;
}

function fieldsTold(code: string, kind: Kind | undefined, value: unknown): Part | undefined {
  if (code === 'missing') return [];
  if (!isRule(code)) return undefined;
  return kind?.kind === 'group' ? partFor(kind.part, value) : [];
}
