/** Why a row stands where it stands by priority, in words. */
import { formatLength } from '../describe/index.ts';
import { describeMissing, describePriority, describeUndecided } from '../describe/list.ts';
import type { RecordItem } from '../../profile/index.ts';
import type { ListData } from './data.ts';
import type { PriorityRule } from './types.ts';

/** What each rule that is on finds in a row; nothing where no rule finds anything. */
export function describePriorityOf(
  data: ListData,
  index: number,
  rules: readonly PriorityRule[],
): readonly string[] {
  return rules.flatMap(({ by, on }) => {
    if (!on) return [];
    if (by === 'missing-control') return missingControls(data, index);
    const count = by === 'age' ? data.row(index).age : data.counts.of(by).byRow[index];
    return count === undefined || (count === 0 && by !== 'age')
      ? []
      : [describePriority(by, count, data.language)];
  });
}

/** The controls that a patient misses, in words: `uden årskontrol i 17 mdr.`. */
export function missingControls(data: ListData, index: number): readonly string[] {
  return data.flags.controls
    .filter(({ truths }) => truths[index] === 2)
    .map(({ item }) => describeMissingOf(data, index, item));
}

/** The controls that a patient misses, then those of which nobody can say. */
export function describeControls(data: ListData, index: number): readonly string[] {
  return [
    ...missingControls(data, index),
    ...data.flags.controls
      .filter(({ truths }) => truths[index] === 1)
      .map(({ title }) => describeUndecided(title, data.language)),
  ];
}

function describeMissingOf(data: ListData, index: number, item: RecordItem): string {
  const { language, population } = data;
  const [latest] = population.cell(data.idAt(index), item.id).records;
  const length =
    latest && 'at' in latest
      ? // Of one that is known to its month or year, the time that has gone for certain.
        formatLength(latest.atLatest ?? latest.at, population.asOf, language)
      : undefined;
  return describeMissing(item, length, language);
}
