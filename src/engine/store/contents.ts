import { looksLikeCode } from '../../record/code-shapes.ts';
import { recordTypes, type RecordType } from '../../record/index.ts';
import type { Clinic } from './clinic.ts';

/** What a clinic has of one record type. */
export interface TypeContents {
  /** Records that could be read. */
  readonly records: number;
  /** How many of them are in each code system, by its one name. */
  readonly systems: ReadonlyMap<string, number>;
  /** Systems of which no code looks like one: they are the type's default, and the codes are another system's. */
  readonly unlike: ReadonlySet<string>;
  /** Whether any patient brought the list, be it an empty one. */
  readonly isSupplied: boolean;
}

/** Counts a clinic's records by type and code system. It is read off the columns: each code is looked at once. */
export function contentsOf(clinic: Clinic): Readonly<Record<RecordType, TypeContents>> {
  const { segments, dictionary } = clinic;
  const contents = recordTypes.map((type): [RecordType, TypeContents] => {
    const systems = new Map<string, number>();
    const like = new Set<string>();
    let isSupplied = false;
    segments.forEach((segment, index) => {
      const gone = clinic.goneFrom(index);
      isSupplied ||= segment.classes.some(({ supplied }) => supplied.has(type));
      const { codes, start, patients } = segment.types[type].postings;
      codes.forEach((code, place) => {
        let count = start[place + 1]! - start[place]!;
        if (gone.size > 0)
          for (let row = start[place]!; row < start[place + 1]!; row++)
            if (gone.has(patients[row]!)) count--;
        if (count === 0) return;
        const { system, code: text } = dictionary.codes[code]!;
        systems.set(system, (systems.get(system) ?? 0) + count);
        if (!like.has(system) && looksLikeCode(system, text)) like.add(system);
      });
    });
    const records = [...systems.values()].reduce((sum, count) => sum + count, 0);
    const unlike = new Set([...systems.keys()].filter((system) => !like.has(system)));
    return [type, { records, systems, unlike, isSupplied }];
  });
  return Object.fromEntries(contents) as Record<RecordType, TypeContents>;
}
