import type { Violation } from '../issues.ts';
import { valueAt } from '../../json/paths.ts';
import type { DocumentCheck } from './check.ts';

/** An id is used once in each of the lists. */
export const duplicateIds: DocumentCheck = {
  name: 'duplicate-ids',
  severity: 'error',
  scope: 'document',
  find(document) {
    const lists = ['information', 'markers', 'indicators', 'messages'];
    return lists.flatMap((list) => duplicatesIn(document, list));
  },
};

function duplicatesIn(document: unknown, list: string): readonly Violation[] {
  const entries = valueAt(document, [list]);
  if (!Array.isArray(entries)) return [];
  const firstIndex = new Map<string, number>();
  return entries.flatMap((entry: unknown, index) => {
    const id = valueAt(entry, ['id']);
    if (typeof id !== 'string') return [];
    const first = firstIndex.get(id);
    if (first === undefined) {
      firstIndex.set(id, index);
      return [];
    }
    const details = { id, first: `/${list}/${first}` };
    return [{ path: [list, index, 'id'], code: 'duplicate-id', details }];
  });
}
