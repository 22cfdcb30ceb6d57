import { mapInSteps, type Steps } from '../../../engine/index.ts';
import type { ListData } from '../data.ts';
import type { Value } from '../rows/sort.ts';
import type { RowStatus } from '../types.ts';
import { FieldIndex } from './field.ts';
import { none, unknown } from './types.ts';

/**
 * A column of what the round says of each patient: some patients a step, each asked once.
 *
 * @param absent The state of a row of which it says nothing.
 */
export function* memberIndexInSteps(
  data: ListData,
  absent: number,
  read: (said: RowStatus | undefined) => Value | undefined,
): Steps<FieldIndex> {
  const values = yield* mapInSteps(data.ids, (_, row) => read(data.statusAt(row)));
  return new FieldIndex(values, absent, data.compareText);
}

/** What a row without a value is: as long as the round is not here, nobody knows. */
export function unknownAsRound({ round }: ListData): number {
  return round?.isUnknown ? unknown : none;
}
