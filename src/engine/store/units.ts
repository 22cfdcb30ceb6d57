import {
  anyCodeMatcher,
  isKnownUnit,
  normalizeUnit,
  unitReader,
  type CodeSelection,
} from '../../record/index.ts';
import type { Clinic } from './clinic.ts';

/** The results of a clinic whose number is in one unit. */
export interface UnitContents {
  /** As written. */
  readonly unit: string;
  readonly results: number;
  /** The most results first. */
  readonly codes: readonly UnitCode[];
  readonly patientIds: readonly string[];
}

/** How many of the results in a unit are of one code. */
export interface UnitCode {
  readonly system: string;
  readonly code: string;
  /** What a result of it is called, where one says so. */
  readonly text: string | undefined;
  readonly results: number;
}

/**
 * Counts a clinic's results by unit and code, the most results first. Textual results have no number to be told in a
 * unit and are left out, as are those without a unit.
 *
 * @param isWanted Which units to count.
 */
export function resultsByUnit(
  clinic: Clinic,
  isWanted: (unit: string) => boolean,
): readonly UnitContents[] {
  const { dictionary } = clinic;
  const wanted = wantedDetails(dictionary.details, isWanted);
  if (!wanted.includes(1)) return [];
  const units = new Map<string, UnitCount>();
  eachResult(clinic, (code, detail, id) => {
    if (wanted[detail] === 0) return;
    const { unit = '', text } = dictionary.details[detail]!;
    let count = units.get(unit);
    if (!count) units.set(unit, (count = { results: 0, codes: new Map(), patientIds: new Set() }));
    const ofCode = count.codes.get(code) ?? { results: 0, text };
    count.results++;
    count.codes.set(code, { results: ofCode.results + 1, text: ofCode.text ?? text });
    count.patientIds.add(id);
  });
  return [...units]
    .map(([unit, { results, codes, patientIds }]) => ({
      unit,
      results,
      codes: [...codes]
        .map(([number, ofCode]) => ({ ...dictionary.codes[number]!, ...ofCode }))
        .sort((a, b) => b.results - a.results),
      patientIds: [...patientIds],
    }))
    .sort((a, b) => b.results - a.results);
}

/** Goes through the results of those who are in the clinic, by their numbers of code and detail in the dictionary. */
function eachResult(
  clinic: Clinic,
  visit: (code: number, detail: number, patientId: string) => void,
): void {
  clinic.segments.forEach((segment, index) => {
    const gone = clinic.goneFrom(index);
    const { start, code, detail } = segment.types.result;
    for (let patient = 0; patient < segment.size; patient++) {
      if (gone.has(patient)) continue;
      const { id } = segment.patients[patient]!;
      for (let row = start[patient]!; row < start[patient + 1]!; row++)
        visit(code[row]!, detail[row]!, id);
    }
  });
}

interface UnitCount {
  results: number;
  /** By number in the dictionary. */
  readonly codes: Map<number, { readonly results: number; readonly text: string | undefined }>;
  readonly patientIds: Set<string>;
}

/** By number of a detail: 1 where it is of a number in a wanted unit. Few units are written in many details. */
function wantedDetails(
  details: Clinic['dictionary']['details'],
  isWanted: (unit: string) => boolean,
): Uint8Array {
  const asked = new Map<string, boolean>();
  return Uint8Array.from(details, ({ unit, value }) => {
    if (unit === undefined || value !== undefined) return 0;
    let answer = asked.get(unit);
    if (answer === undefined) asked.set(unit, (answer = isWanted(unit)));
    return answer ? 1 : 0;
  });
}

/** Results of one code in a unit that does not convert to the one that a profile asks in (R14). */
export interface OtherUnit extends Omit<UnitCode, 'results'> {
  /** As written. */
  readonly found: string;
  /** As the profile writes it. */
  readonly expected: string;
  readonly results: number;
  /** All results of the code whose value is a number. */
  readonly of: number;
  readonly patientIds: readonly string[];
}

interface OtherCount {
  results: number;
  readonly code: number;
  readonly found: string;
  readonly expected: string;
  text: string | undefined;
  readonly patientIds: Set<string>;
}

/**
 * Counts the results that a profile cannot hold against its numbers because they are of another kind of unit, the most
 * first. Those without a unit are taken to be in the profile's, and units that no table has are told by `resultsByUnit`.
 *
 * @param comparisons As `comparisonsOf` answers them.
 */
export function resultsInOtherUnits(
  clinic: Clinic,
  comparisons: readonly {
    readonly codes?: readonly CodeSelection[];
    readonly unit: string;
  }[],
): readonly OtherUnit[] {
  const { dictionary } = clinic;
  const expectedOf = unitsAskedByCode(dictionary, comparisons);
  if (expectedOf.size === 0) return [];
  const othersOf = readerOfOthers();
  const all = new Map<number, number>();
  const counts = new Map<string, OtherCount>();
  eachResult(clinic, (code, detail, id) => {
    const expected = expectedOf.get(code);
    if (!expected) return;
    const { unit: found, text, value } = dictionary.details[detail]!;
    if (value !== undefined) return;
    all.set(code, (all.get(code) ?? 0) + 1);
    if (found === undefined) return;
    for (const each of othersOf(found, expected)) {
      const key = `${code} ${JSON.stringify([found, each])}`;
      let count = counts.get(key);
      if (!count) {
        count = { ...{ results: 0, code, found, expected: each, text }, patientIds: new Set() };
        counts.set(key, count);
      }
      count.results++;
      count.text ??= text;
      count.patientIds.add(id);
    }
  });
  return [...counts.values()]
    .map(({ code, patientIds, ...count }) => ({
      ...dictionary.codes[code]!,
      ...count,
      of: all.get(code)!,
      patientIds: [...patientIds],
    }))
    .sort((a, b) => b.results - a.results);
}

/** By number of a code: the units in which results of it are asked. */
function unitsAskedByCode(
  { codes }: Clinic['dictionary'],
  comparisons: Parameters<typeof resultsInOtherUnits>[1],
): ReadonlyMap<number, readonly string[]> {
  const asked = comparisons.map(({ codes: sets, unit }) => ({
    matches: sets ? anyCodeMatcher(sets) : () => true,
    unit,
  }));
  const units = new Map<number, readonly string[]>();
  codes.forEach(({ system, code }, number) => {
    const own = asked.flatMap(({ matches, unit }) => (matches(system, code) ? [unit] : []));
    if (own.length > 0) units.set(number, [...new Set(own)]);
  });
  return units;
}

/** Answers which of some units a unit does not convert to; each pair is read once. */
function readerOfOthers(): (found: string, expected: readonly string[]) => readonly string[] {
  const known = new Map<readonly string[], Map<string, readonly string[]>>();
  return (found, expected) => {
    let byFound = known.get(expected);
    if (!byFound) known.set(expected, (byFound = new Map<string, readonly string[]>()));
    let others = byFound.get(found);
    if (!others) {
      const isTold = normalizeUnit(found) === '' || !isKnownUnit(found);
      others = isTold ? [] : expected.filter((unit) => unitReader(unit)(found) === undefined);
      byFound.set(found, others);
    }
    return others;
  };
}
