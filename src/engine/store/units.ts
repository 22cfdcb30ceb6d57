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
  const { segments, dictionary } = clinic;
  const wanted = wantedDetails(dictionary.details, isWanted);
  if (!wanted.includes(1)) return [];
  const units = new Map<string, UnitCount>();
  segments.forEach((segment, index) => {
    const gone = clinic.goneFrom(index);
    const { start, code, detail } = segment.types.result;
    for (let patient = 0; patient < segment.size; patient++) {
      if (gone.has(patient)) continue;
      for (let row = start[patient]!; row < start[patient + 1]!; row++) {
        if (wanted[detail[row]!] === 0) continue;
        const { unit = '', text } = dictionary.details[detail[row]!]!;
        let count = units.get(unit);
        if (!count)
          units.set(unit, (count = { results: 0, codes: new Map(), patientIds: new Set() }));
        const ofCode = count.codes.get(code[row]!) ?? { results: 0, text };
        count.results++;
        count.codes.set(code[row]!, { results: ofCode.results + 1, text: ofCode.text ?? text });
        count.patientIds.add(segment.patients[patient]!.id);
      }
    }
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
