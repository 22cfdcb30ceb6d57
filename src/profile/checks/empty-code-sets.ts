import type { ObjectCheck } from './check.ts';

/** A code set does not exclude every entry that it includes: it would find nothing. */
export const emptyCodeSets: ObjectCheck = {
  name: 'empty-code-sets',
  severity: 'error',
  scope: 'object',
  find({ include, exclude, system }, path) {
    if (!Array.isArray(include) || !Array.isArray(exclude) || typeof system !== 'string') return [];
    const excluded = new Set(exclude.map(normalized));
    return include.length > 0 && include.every((entry) => excluded.has(normalized(entry)))
      ? [{ path: [...path, 'exclude'], code: 'never-true', details: {} }]
      : [];
  },
};

/** Codes are compared without regard to case or surrounding space. */
function normalized(entry: unknown): unknown {
  return typeof entry === 'string' ? entry.trim().toUpperCase() : entry;
}
