import { hasRanges, normalizeCode, normalizeSystem, parseCodeEntry } from '../../record/index.ts';
import { codesMeant, looksLikeCodes } from '../../record/code-shapes.ts';
import type { Violation } from '../issues.ts';
import type { ObjectCheck } from './check.ts';

/** A code of another form than its system's finds nothing, or what was not meant: the author is asked. */
export const codeShapes: ObjectCheck = {
  name: 'code-shapes',
  severity: 'warning',
  scope: 'object',
  find({ system: given, include, exclude }, path) {
    if (typeof given !== 'string') return [];
    const system = normalizeSystem(given);
    return (['include', 'exclude'] as const).flatMap((key) => {
      const entries: unknown = key === 'include' ? include : exclude;
      if (!Array.isArray(entries)) return [];
      return entries.flatMap((entry: unknown, index): readonly Violation[] => {
        const details = typeof entry === 'string' ? faultIn(entry, system) : undefined;
        return details ? [{ path: [...path, key, index], code: 'code-shape', details }] : [];
      });
    });
  },
};

/** What is told of an entry that does not look like its system's. What can match nothing at all is an error of its own. */
function faultIn(entry: string, system: string): Violation['details'] | undefined {
  const parsed = parseCodeEntry(system, entry);
  if (!parsed) return undefined;
  const codes = 'code' in parsed ? [parsed.code] : [parsed.from, parsed.to];
  const wrong = codes.filter((code) => !looksLikeCodes(system, normalizeCode(system, code)));
  const [first] = wrong;
  if (first === undefined) return undefined;
  const meant = codesMeant(system, first);
  const inRange = (code: string) =>
    hasRanges(system) && codes.length > 1
      ? codes.map((each) => (each === first ? code : each)).join('-')
      : code;
  const suggestions = wrong.length === 1 ? meant.map(inRange) : [];
  return { system, code: first, ...(suggestions.length > 0 ? { suggestions } : {}) };
}
