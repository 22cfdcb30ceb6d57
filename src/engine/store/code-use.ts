import { recordTypes, type CodeMatcher, type RecordType } from '../../record/index.ts';
import { finish, type Steps } from '../steps.ts';
import type { Clinic } from './clinic.ts';
import type { Segment } from './segment.ts';

/** How often one code stands in a clinic's records of one type. Counts alone: nobody can be told from them. */
export interface CodeUse {
  readonly type: RecordType;
  /** The system's one name. */
  readonly system: string;
  /** As it is compared. */
  readonly code: string;
  /** What a record of it is called, where one says so. */
  readonly text?: string;
  readonly records: number;
  /** Patients with at least one such record. */
  readonly patients: number;
  /** Those of them who are among the chosen; none where nobody was chosen. */
  readonly chosen: number;
}

export interface CodeUseOptions {
  /** Default: all. */
  readonly types?: readonly RecordType[];
  /** Ids of patients of whom it is told how many have each code: a population's members. */
  readonly chosen?: readonly string[];
}

/** Counts the records and patients of each code in a clinic, by type. Records without a code are left out. */
export function codeUse(clinic: Clinic, options: CodeUseOptions = {}): readonly CodeUse[] {
  return finish(codeUseInSteps(clinic, options));
}

/** As `codeUse`, a type of a few thousand patients at a time. */
export function* codeUseInSteps(
  clinic: Clinic,
  { types = recordTypes, chosen = [] }: CodeUseOptions = {},
): Steps<readonly CodeUse[]> {
  const isChosen = flagsOf(clinic, chosen);
  const counts = new Map<RecordType, Map<number, Counted>>();
  for (const type of types) counts.set(type, new Map());
  for (const [index, segment] of clinic.segments.entries())
    for (const [type, byCode] of counts) {
      yield;
      countIn(segment, type, clinic.goneFrom(index), isChosen.get(segment), byCode);
    }
  const { codes, details } = clinic.dictionary;
  return [...counts].flatMap(([type, byCode]) =>
    [...byCode].flatMap(([number, { detail, ...counted }]): readonly CodeUse[] => {
      const { system, code } = codes[number]!;
      const { text } = details[detail]!;
      if (code === '') return [];
      return [{ type, system, code, ...(text === undefined ? {} : { text }), ...counted }];
    }),
  );
}

interface Counted {
  records: number;
  patients: number;
  chosen: number;
  /** One of the records' details: what it is called. */
  detail: number;
}

/** By segment: 1 for whoever is chosen. */
function flagsOf(clinic: Clinic, ids: readonly string[]): ReadonlyMap<Segment, Uint8Array> {
  const flags = new Map<Segment, Uint8Array>();
  for (const id of ids) {
    const ref = clinic.refOf(id);
    if (!ref) continue;
    let own = flags.get(ref.segment);
    if (!own) flags.set(ref.segment, (own = new Uint8Array(ref.segment.size)));
    own[ref.patient] = 1;
  }
  return flags;
}

/** The rows of a code are in the order of the patients: each is counted when the next one begins. */
function countIn(
  segment: Segment,
  type: RecordType,
  gone: ReadonlySet<number>,
  isChosen: Uint8Array | undefined,
  byCode: Map<number, Counted>,
): void {
  const { detail, postings } = segment.types[type];
  const { codes, start, rows, patients } = postings;
  for (const [place, code] of codes.entries()) {
    const [first, end] = [start[place]!, start[place + 1]!];
    let counted = byCode.get(code);
    let last = -1;
    for (let at = first; at < end; at++) {
      const patient = patients[at]!;
      if (gone.size > 0 && gone.has(patient)) continue;
      if (!counted) {
        counted = { records: 0, patients: 0, chosen: 0, detail: detail[rows[at]!]! };
        byCode.set(code, counted);
      }
      counted.records++;
      if (patient === last) continue;
      last = patient;
      counted.patients++;
      if (isChosen?.[patient] === 1) counted.chosen++;
    }
  }
}

/** Counts the patients who have a record of some types with a code that matches, each once. */
export function patientsWithCodes(
  clinic: Clinic,
  types: readonly RecordType[],
  matches: CodeMatcher,
): number {
  const isMatch = clinic.dictionary.codes.map(({ system, code }) => matches(system, code));
  let count = 0;
  for (const [index, segment] of clinic.segments.entries()) {
    const gone = clinic.goneFrom(index);
    const found = new Set<number>();
    for (const type of types) {
      const { codes, start, patients } = segment.types[type].postings;
      for (const [place, code] of codes.entries())
        if (isMatch[code])
          for (let at = start[place]!; at < start[place + 1]!; at++) {
            const patient = patients[at]!;
            if (!gone.has(patient)) found.add(patient);
          }
    }
    count += found.size;
  }
  return count;
}
