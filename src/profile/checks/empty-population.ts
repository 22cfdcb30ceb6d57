import { valueAt } from '../../json/paths.ts';
import { canonical } from './canonical.ts';
import type { DocumentCheck } from './check.ts';

/** A population does not exclude by the criterion that it includes by: it would have no members. */
export const emptyPopulation: DocumentCheck = {
  name: 'empty-population',
  severity: 'error',
  scope: 'document',
  find(document) {
    const include = valueAt(document, ['population', 'include']);
    const exclude = valueAt(document, ['population', 'exclude']);
    return exclude !== undefined && canonical(include) === canonical(exclude)
      ? [{ path: ['population', 'exclude'], code: 'never-true', details: {} }]
      : [];
  },
};
