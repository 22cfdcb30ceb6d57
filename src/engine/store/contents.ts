import { looksLikeCode } from '../../record/code-shapes.ts';
import { recordTypes, type RecordType } from '../../record/index.ts';
import { finish, type Steps } from '../steps.ts';
import type { Clinic } from './clinic.ts';

/** What a clinic has of one record type. */
export interface TypeContents {
  /** Records that could be read. */
  readonly records: number;
  /** What is in each code system, by its one name. */
  readonly systems: ReadonlyMap<string, SystemContents>;
  /** Whether any patient brought the list, be it an empty one. */
  readonly isSupplied: boolean;
}

/** What a clinic has of one record type in one code system. */
export interface SystemContents {
  readonly records: number;
  /** How many of them have a code that looks like one of the system. */
  readonly alike: number;
  /** How many have a code that does not, and is perhaps another system's. A medicine with a text alone has none. */
  readonly foreign: number;
}

/** Records of one type whose codes do not look like those of the system that they stand in. */
export interface ForeignCodes {
  readonly type: RecordType;
  /** The system's one name. */
  readonly system: string;
  readonly records: number;
  /** Normalised, the most frequent first. */
  readonly codes: readonly string[];
  readonly patientIds: readonly string[];
}

type Contents = Readonly<Record<RecordType, TypeContents>>;

/** By clinic, as long as nobody has come, been replaced, or gone. */
const known = new WeakMap<Clinic, { readonly revision: number; readonly contents: Contents }>();

/** Counts a clinic's records by type and code system, once for all who ask. */
export function contentsOf(clinic: Clinic): Contents {
  return finish(contentsInSteps(clinic));
}

/** As `contentsOf`, a type at a time. */
export function* contentsInSteps(clinic: Clinic): Steps<Contents> {
  const { revision } = clinic;
  const earlier = known.get(clinic);
  if (earlier?.revision === revision) return earlier.contents;
  const contents = yield* countContents(clinic);
  if (clinic.revision === revision) known.set(clinic, { revision, contents });
  return contents;
}

/** Read off the columns: each code is looked at once. */
function* countContents(clinic: Clinic): Steps<Contents> {
  const { codes } = clinic.dictionary;
  const isAlike = lookThrough(clinic);
  const contents: [RecordType, TypeContents][] = [];
  for (const type of recordTypes) {
    yield;
    const systems = new Map<string, { records: number; alike: number; foreign: number }>();
    for (const { code, count } of recordsByCode(clinic, type)) {
      const { system, code: text } = codes[code]!;
      let found = systems.get(system);
      if (!found) systems.set(system, (found = { records: 0, alike: 0, foreign: 0 }));
      found.records += count;
      if (isAlike[code]) found.alike += count;
      else if (text !== '') found.foreign += count;
    }
    const records = [...systems.values()].reduce((sum, found) => sum + found.records, 0);
    const isSupplied = clinic.segments.some(({ classes }) =>
      classes.some(({ supplied }) => supplied.has(type)),
    );
    contents.push([type, { records, systems, isSupplied }]);
  }
  return Object.fromEntries(contents) as Contents;
}

/** Groups the records with a code that does not look like its system's, by type and system, the most records first. */
export function foreignCodes(clinic: Clinic): readonly ForeignCodes[] {
  const { codes } = clinic.dictionary;
  const isAlike = lookThrough(clinic);
  return recordTypes
    .flatMap((type) => {
      const groups = new Map<
        string,
        { readonly counts: Map<number, number>; readonly patientIds: Set<string> }
      >();
      for (const { code, count, patientIds } of recordsByCode(clinic, type)) {
        const { system, code: text } = codes[code]!;
        if (isAlike[code] || text === '') continue;
        let group = groups.get(system);
        if (!group) groups.set(system, (group = { counts: new Map(), patientIds: new Set() }));
        group.counts.set(code, (group.counts.get(code) ?? 0) + count);
        for (const id of patientIds()) group.patientIds.add(id);
      }
      return [...groups].map(([system, { counts, patientIds }]) => ({
        type,
        system,
        records: [...counts.values()].reduce((sum, count) => sum + count, 0),
        codes: [...counts].sort(([, a], [, b]) => b - a).map(([code]) => codes[code]!.code),
        patientIds: [...patientIds],
      }));
    })
    .sort((a, b) => b.records - a.records);
}

/** By number of a code: whether it looks like one of its system. */
function lookThrough({ dictionary }: Clinic): readonly boolean[] {
  return dictionary.codes.map(({ system, code }) => looksLikeCode(system, code));
}

interface CodeCount {
  /** Number in the dictionary. */
  readonly code: number;
  /** Records of it in one segment, without those of patients who are gone from it; at least one. */
  readonly count: number;
  /** The patients who have them, once for each record. */
  readonly patientIds: () => readonly string[];
}

function* recordsByCode(clinic: Clinic, type: RecordType): Generator<CodeCount> {
  for (const [index, segment] of clinic.segments.entries()) {
    const gone = clinic.goneFrom(index);
    const { codes, start, patients } = segment.types[type].postings;
    for (const [place, code] of codes.entries()) {
      const rows = () => patients.subarray(start[place], start[place + 1]);
      const present = () => rows().filter((patient) => !gone.has(patient));
      const count = gone.size > 0 ? present().length : start[place + 1]! - start[place]!;
      if (count === 0) continue;
      const patientIds = () => Array.from(present(), (patient) => segment.patients[patient]!.id);
      yield { code, count, patientIds };
    }
  }
}
