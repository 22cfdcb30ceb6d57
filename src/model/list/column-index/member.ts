import { eachInSteps, mapInSteps, type Steps } from '../../../engine/index.ts';
import type { ListData } from '../data.ts';
import type { Value } from '../rows/sort.ts';
import type { RowStatus } from '../types.ts';
import { FieldIndex } from './field.ts';
import { FlagIndex, type Flag } from './flag.ts';
import { maybe, none, unknown, valued, yes } from './types.ts';

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

/** What a flag stands for, and what it is called. */
interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * A column of which of several things the round says of each patient, if any: some patients a step, each asked once. Of
 * whom nobody knows, it may be any.
 *
 * @param read The thing or things, by their ids.
 * @param inOrder What there is, in the order that it is sorted by; asked when all patients are read.
 */
export function* memberFlagsInSteps(
  data: ListData,
  read: (said: RowStatus) => string | readonly string[] | undefined,
  inOrder: () => Iterable<Named>,
): Steps<FlagIndex> {
  const truths = new Map<string, Uint8Array>();
  const doubtful: number[] = [];
  const states = new Uint8Array(data.size).fill(none);
  yield* eachInSteps(data.ids, (_, row) => {
    const said = data.statusAt(row);
    if (said?.isUnknown) {
      doubtful.push(row);
      states[row] = unknown;
      return;
    }
    const found = said ? read(said) : undefined;
    for (const id of typeof found === 'string' ? [found] : (found ?? [])) {
      let own = truths.get(id);
      if (!own) truths.set(id, (own = new Uint8Array(data.size)));
      own[row] = yes;
      states[row] = valued;
    }
  });
  const flags: Flag[] = [];
  for (const { id, title } of inOrder()) {
    const own = truths.get(id) ?? new Uint8Array(data.size);
    for (const row of doubtful) own[row] = maybe;
    flags.push({ id, title, weight: flags.length + 1, truths: own });
    yield;
  }
  return new MemberFlagIndex(flags, data.size, states);
}

class MemberFlagIndex extends FlagIndex {
  /** Whoever searches for a name looks for a patient. */
  override find(): void {}
}
