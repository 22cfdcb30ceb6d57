/** What could not be read, and what looks odd though it could. */
import type { Oddity } from '../../engine/index.ts';
import {
  countRejected,
  dataTypes,
  type DataType,
  type Hint,
  type Rejection,
} from '../../record/index.ts';
import { groupBy } from '../group-by.ts';
import type { HintGroup, RejectionGroup } from './types.ts';

export function groupRejections(entries: readonly Rejection[]): readonly RejectionGroup[] {
  return [...groupBy(entries, ({ type, reason }) => `${type} ${reason}`).values()]
    .map((group) => ({
      type: group[0]!.type,
      reason: group[0]!.reason,
      fields: [...new Set(group.map(({ field }) => field).filter(Boolean))],
      records: countRejected(group),
      patientIds: [...new Set(group.flatMap(({ patientId }) => patientId ?? []))],
      nobody: countRejected(group.filter(({ patientId }) => patientId === undefined)),
    }))
    .sort((a, b) => b.records - a.records);
}

export function groupHints(
  byPatient: ReadonlyMap<string, readonly Hint[]>,
  odd: readonly Oddity[],
): readonly HintGroup[] {
  const groups = new Map<
    Hint['kind'],
    { count: number; readonly types: Set<DataType>; readonly patientIds: Set<string> }
  >();
  const add = ({ kind, type, count }: Hint, ids: readonly string[]) => {
    let group = groups.get(kind);
    if (!group) groups.set(kind, (group = { count: 0, types: new Set(), patientIds: new Set() }));
    group.count += count;
    group.types.add(type);
    for (const id of ids) group.patientIds.add(id);
  };
  for (const [id, hints] of byPatient) for (const hint of hints) add(hint, [id]);
  for (const oddity of odd) add(oddity, oddity.patientIds);
  return [...groups]
    .map(([kind, { count, types, patientIds }]) => ({
      kind,
      types: dataTypes.filter((type) => types.has(type)),
      count,
      patientIds: [...patientIds],
    }))
    .sort((a, b) => b.patientIds.length - a.patientIds.length);
}
