import type { JsonObject } from '../../json/values.ts';
import type { Path } from '../../json/paths.ts';
import {
  hasRanges,
  isHierarchical,
  normalizeCode,
  normalizeSystem,
  parseCodeEntry,
} from '../../record/index.ts';
import { isBefore, normalize } from '../../record/normalize.ts';
import type { Violation } from '../issues.ts';
import type { ObjectCheck } from './check.ts';

/** Every entry of a code set is a code of its system, or a range where the system has them: another matches nothing (R2). */
export const codeEntries: ObjectCheck = {
  name: 'code-entries',
  severity: 'error',
  scope: 'object',
  find(object, path) {
    const { system: given } = object;
    if (typeof given !== 'string' || !('include' in object)) return [];
    const system = normalizeSystem(given);
    if (system === '') return [{ path: [...path, 'system'], code: 'empty', details: {} }];
    return [
      ...faultsIn(object, 'include', system, path),
      ...faultsIn(object, 'exclude', system, path),
    ];
  },
};

function faultsIn(
  object: JsonObject,
  key: 'include' | 'exclude',
  system: string,
  path: Path,
): readonly Violation[] {
  const entries: unknown = object[key];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, index): readonly Violation[] => {
    if (typeof entry !== 'string') return [];
    const several = isHierarchical(system) ? severalCodes(entry) : undefined;
    if (!several && parseCodeEntry(system, entry)) return [];
    return [{ path: [...path, key, index], ...faultOf(entry, system, several) }];
  });
}

function faultOf(
  entry: string,
  system: string,
  several: readonly string[] | undefined,
): Pick<Violation, 'code' | 'details'> {
  if (several) return { code: 'code-entry', details: { suggestions: several } };
  const parts = hasRanges(system) ? normalize(entry).split('-') : [];
  const [from = '', to = ''] = parts;
  if (parts.length === 2 && [from, to].every((part) => isCode(part, system))) {
    const isTurned = from.length === to.length && isBefore(to, from);
    return { code: 'code-range', details: isTurned ? { suggestions: [`${to}-${from}`] } : {} };
  }
  const listed = normalize(entry)
    .split(',')
    .map((part) => part.replaceAll('*', ''));
  const codes = listed.filter((part) => isCode(part, system));
  return { code: 'code-entry', details: codes.length > 0 ? { suggestions: codes } : {} };
}

function isCode(text: string, system: string): boolean {
  return parseCodeEntry(system, normalizeCode(system, text)) !== undefined;
}

/** `P70 P71`: parts of one shape, letters and digits in the same places, are codes each; `N05 A` is one with a space in it. */
function severalCodes(entry: string): readonly string[] | undefined {
  const parts = entry.trim().split(/\s+/u);
  const shapes = new Set(parts.map((part) => part.replace(/\p{L}/gu, 'A').replace(/\d/g, '0')));
  const [shape = ''] = shapes;
  const letter = shape.indexOf('A');
  const isCodeLike = letter >= 0 && shape.lastIndexOf('0') > letter;
  return parts.length > 1 && shapes.size === 1 && isCodeLike ? parts : undefined;
}
