import { valueAt } from '../../json/paths.ts';
import { numberingOf } from './numbering.ts';
import type { DocumentCheck } from './check.ts';

/** A population does not exclude by the criterion that it includes by: it would have no members. */
export const emptyPopulation: DocumentCheck = {
  name: 'empty-population',
  severity: 'error',
  scope: 'document',
  find(document) {
    const include = valueAt(document, ['population', 'include']);
    const exclude = valueAt(document, ['population', 'exclude']);
    const numbering = numberingOf(document);
    return exclude !== undefined && numbering.numberOf(include) === numbering.numberOf(exclude)
      ? [{ path: ['population', 'exclude'], code: 'never-true', details: {} }]
      : [];
  },
};
