import { normalizeEntry, normalizeSystem } from '../../record/index.ts';
import type { ObjectCheck } from './check.ts';

/** A code set does not exclude every entry that it includes: it would find nothing. */
export const emptyCodeSets: ObjectCheck = {
  name: 'empty-code-sets',
  severity: 'error',
  scope: 'object',
  find({ include, exclude, system }, path) {
    if (!Array.isArray(include) || !Array.isArray(exclude) || typeof system !== 'string') return [];
    const own = normalizeSystem(system);
    const normalized = (entry: unknown): unknown =>
      typeof entry === 'string' ? normalizeEntry(own, entry) : entry;
    const excluded = new Set(exclude.map(normalized));
    return include.length > 0 && include.every((entry) => excluded.has(normalized(entry)))
      ? [{ path: [...path, 'exclude'], code: 'never-true', details: {} }]
      : [];
  },
};
