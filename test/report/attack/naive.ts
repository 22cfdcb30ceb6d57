/** Ways to hide small numbers that protect nothing, for the same attacker to show it. */
import type { Division } from './families.ts';
import { sizeOf } from './families.ts';
import { Knowledge, type Variable } from './knowledge.ts';
import { unknownsOf } from './published.ts';

const threshold = 5;

/** A table of clinics by leaves as it is published: a number, or hidden. */
type Table = readonly (readonly (number | undefined)[])[];

/** Hides what is small, and publishes all else with the margins of the clinics and of the area. */
export function hideSmall(clinics: readonly Division[]): Table {
  return clinics.map((division) =>
    division.map((count) => (count < threshold ? undefined : count)),
  );
}

/**
 * Hides another of each clinic where one alone is hidden, and of each leaf, until none is alone: secondary suppression,
 * where no sum tells it.
 */
export function hideSecond(clinics: readonly Division[]): Table {
  const table = hideSmall(clinics).map((row) => [...row]);
  const isAlone = (cells: readonly (number | undefined)[]) =>
    cells.filter((cell) => cell === undefined).length === 1;
  for (;;) {
    const row = table.find(isAlone);
    const leaf = [0, 1, 2].find((each) => isAlone(table.map((cells) => cells[each])));
    if (row) hideLeast(row);
    else if (leaf !== undefined) {
      const column = table.map((cells) => cells[leaf]);
      hideLeast(column);
      column.forEach((cell, at) => table[at]?.splice(leaf, 1, cell));
    } else return table;
  }
}

function hideLeast(cells: (number | undefined)[]) {
  const told = cells.filter((cell) => cell !== undefined);
  if (told.length > 0) cells[cells.indexOf(Math.min(...told))] = undefined;
}

/**
 * Attacks a table of which the sizes of the clinics and the sums of the area are told.
 *
 * @param insider Place of the clinic whose counts the attacker knows.
 * @returns Of each count of another that was hidden for being small, how many values it can still have.
 */
export function attackTable(
  clinics: readonly Division[],
  table: Table,
  insider?: number,
): readonly number[] {
  const knowledge = new Knowledge();
  const all = clinics.map((division) => {
    const size = knowledge.number(sizeOf(division), sizeOf(division));
    const { numerator, rest, unknown } = unknownsOf(knowledge, size);
    return [numerator, rest, ...unknown];
  });
  const hidden: Variable[] = [];
  clinics.forEach((division, clinic) =>
    division.forEach((count, leaf) => {
      const variable = all[clinic]?.[leaf];
      const cell = table[clinic]?.[leaf];
      if (!variable) return;
      if (cell !== undefined || clinic === insider) knowledge.bound(variable, count);
      // Why it is hidden is not told: it may be for another's sake.
      else if (count < threshold) hidden.push(variable);
    }),
  );
  for (const leaf of [0, 1, 2]) {
    const column = all.flatMap((row) => row[leaf] ?? []);
    const sum = clinics.reduce((total, division) => total + (division[leaf] ?? 0), 0);
    knowledge.sum(column.map((each) => [1, each]), sum); // prettier-ignore
  }
  return possible(knowledge, hidden, threshold);
}

/** How each leaf is rounded on its own. */
export interface Rounding {
  readonly least: (count: number) => number;
  readonly most: (count: number) => number;
}

export const nearest: Rounding = {
  least: (count) => (count < threshold ? 0 : Math.max(threshold, 5 * Math.round(count / 5) - 2)),
  most: (count) => (count < threshold ? threshold - 1 : 5 * Math.round(count / 5) + 2),
};

export const down: Rounding = {
  least: (count) => count - (count % 5),
  most: (count) => count - (count % 5) + 4,
};

/**
 * Attacks indicators of one denominator whose leaves are rounded each on its own.
 *
 * @param knownSize Of the denominator, where it is known exactly.
 * @returns Of each hidden leaf, how many values it can still have.
 */
export function attackRounded(
  divisions: readonly Division[],
  rounding: Rounding,
  knownSize?: number,
) {
  const knowledge = new Knowledge();
  const size = knowledge.number(knownSize, knownSize);
  const hidden: Variable[] = [];
  for (const division of divisions) {
    const { numerator, rest, unknown } = unknownsOf(knowledge, size);
    [numerator, rest, ...unknown].forEach((variable, leaf) => {
      const count = division[leaf] ?? 0;
      knowledge.bound(variable, rounding.least(count), rounding.most(count));
      if (count < threshold) hidden.push(variable);
    });
  }
  return possible(knowledge, hidden, threshold);
}

function possible(knowledge: Knowledge, hidden: readonly Variable[], most: number) {
  const values = Array.from({ length: most }, (_, value) => value);
  if (hidden.length === 0) return [];
  return knowledge
    .impossible(hidden.map((of) => ({ of, values })))
    .map((not) => values.length - not.length);
}
