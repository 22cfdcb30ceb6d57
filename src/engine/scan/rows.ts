/** Which rows a selection means: its codes and source as tables over the dictionary, made once. */
import { dayOf, openEnd, openStart, type Day } from '../../record/days.ts';
import {
  earliestBeginning,
  isCancellable,
  isUncoded,
  latestDate,
  normalizeSource,
  type CalendarDate,
  type Rejection,
} from '../../record/index.ts';
import { mayShareDay } from '../reference/context.ts';
import { fieldJudge, type AskedFields } from '../reference/fields.ts';
import type { Code, Detail, Dictionary, Segment, TypeColumns } from '../store/index.ts';
import type { Selection } from '../query/nodes.ts';
import type { Span } from '../types.ts';
import { codeTable, type CodeTable } from './codes.ts';
import type { Days, EvaluationContext } from './evaluation-context.ts';
import { detailTable } from './details.ts';
import { daysFor, spanFor, type PlacedWindow } from './windows.ts';
import { KeptTables, Table } from './table.ts';
import { no, unknown, yes } from './truth-vector.ts';

/** @param isSure Whether code, fields and window are right whatever is not known: else they only may be (R3a, R4a, R10a). */
type Visit = (row: number, patient: number, isSure: boolean) => void;

/** The rows of a selection, in any segment. */
export class Rows {
  readonly #codes: CodeTable | undefined;
  readonly #systems: Table<Code> | undefined;
  readonly #details: Table<Detail> | undefined;
  readonly #today: Day;

  constructor(
    readonly selection: Selection,
    { dictionary, asOf, today }: EvaluationContext,
  ) {
    const { type, codes, systems, fields } = selection;
    this.#today = today;
    if (codes) this.#codes = codeTable(codes, dictionary);
    // R15: of a system whatever its codes; what has none could be any of them.
    else if (systems) this.#systems = systemTable(systems, dictionary);
    // R5: what is cancelled counts for nothing.
    if (fields || isCancellable(type)) this.#details = fieldTable(fields, dictionary, asOf);
  }

  /** Calls back for every row that has, or may have, code, source and window right: code by code, ascending within each. */
  each(segment: Segment, window: PlacedWindow, visit: Visit): void {
    if (!this.#codes) {
      this.eachByPatient(segment, window, visit);
      return;
    }
    if (window.from > window.to) return;
    const { postings } = segment.types[this.selection.type];
    for (const code of this.#codes.meant) {
      const ref = refOf(postings.codes, code);
      if (ref >= 0) this.#eachOf(segment, ref, window, true, visit);
    }
    if (!this.#maybeWithoutCode) return;
    for (const without of this.#codes.unread) {
      const ref = refOf(postings.codes, without);
      if (ref >= 0) this.#eachOf(segment, ref, window, false, visit);
    }
  }

  /** The rows of one code, by its place in the postings. */
  #eachOf(
    segment: Segment,
    ref: number,
    window: PlacedWindow,
    isMeant: boolean,
    visit: Visit,
  ): void {
    const { from, to, own } = window;
    const details = this.#details?.numbers;
    const columns = segment.types[this.selection.type];
    const { postings, isWhole, from: firsts, to: lasts, detail } = columns;
    const { rows, patients } = postings;
    const end = postings.start[ref + 1]!;
    // Where all days are known, code by code says it all.
    const isSure = isMeant && isWhole;
    const flagOf = (row: number) => (details === undefined ? meant : details[detail[row]!]!);
    for (let at = postings.start[ref]!; at < end; at++) {
      const row = rows[at]!;
      if (firsts[row]! > to || lasts[row]! < from) continue;
      const flag = flagOf(row);
      if (flag === 0) continue;
      const patient = patients[at]!;
      if (own && (firsts[row]! > own.last[patient]! || lasts[row]! < own.first[patient]!)) continue;
      visit(
        row,
        patient,
        flag === meant &&
          (isSure || (isMeant && isSurelyIn(columns, row, daysFor(window, patient), this.#today))),
      );
    }
  }

  /** As `each`, patient by patient: for many codes, and where a patient's rows are wanted together. */
  eachByPatient(segment: Segment, window: PlacedWindow, visit: Visit): void {
    if (window.from > window.to) return;
    const { own } = window;
    const columns = segment.types[this.selection.type];
    const details = this.#details?.numbers;
    const codes = this.#flags;
    const { start, code, detail, from: firsts, to: lasts, isWhole } = columns;
    const mayLackCode = this.#maybeWithoutCode;
    for (let patient = 0; patient < segment.size; patient++) {
      const end = start[patient + 1]!;
      const from = own ? own.first[patient]! : window.from;
      const to = own ? own.last[patient]! : window.to;
      for (let row = start[patient]!; row < end; row++) {
        // Of what is asked by patient, most is in another time.
        if (firsts[row]! > to || lasts[row]! < from) continue;
        const flag = codes === undefined ? meant : codes[code[row]!]!;
        if (flag === 0 || (flag === unread && !mayLackCode)) continue;
        const detailFlag = details === undefined ? meant : details[detail[row]!]!;
        if (detailFlag === 0) continue;
        visit(
          row,
          patient,
          flag === meant &&
            detailFlag === meant &&
            (isWhole || isSurelyIn(columns, row, { from, to }, this.#today)),
        );
      }
    }
  }

  /** The rows of one patient with code and fields right that are in the window, or may be; ascending. */
  of(columns: TypeColumns, patient: number, days: Days = always): number[] {
    return this.#ofPatient(columns, patient, days, true);
  }

  /** R3a, R10a: those of one patient without a code or a field that is asked, each of which could have it; ascending. */
  uncertainOf(columns: TypeColumns, patient: number, days: Days = always): number[] {
    return this.#maybeWithoutCode || this.selection.fields
      ? this.#ofPatient(columns, patient, days, false)
      : [];
  }

  #ofPatient(
    columns: TypeColumns,
    patient: number,
    { from, to }: Days,
    isMeant: boolean,
  ): number[] {
    const codes = this.#flags;
    const details = this.#details?.numbers;
    const rows: number[] = [];
    if (from > to) return rows;
    for (let row = columns.start[patient]!; row < columns.start[patient + 1]!; row++) {
      if (columns.from[row]! > to || columns.to[row]! < from) continue;
      const ofCode = codes === undefined ? meant : codes[columns.code[row]!]!;
      const ofDetail = details === undefined ? meant : details[columns.detail[row]!]!;
      if (ofCode === 0 || ofDetail === 0) continue;
      if ((ofCode === meant && ofDetail === meant) === isMeant) rows.push(row);
    }
    return rows;
  }

  /** R4a: whether a row that may be in the window is, on whichever of its days. */
  isSurelyIn(columns: TypeColumns, row: number, days: Days): boolean {
    return columns.isWhole || isSurelyIn(columns, row, days, this.#today);
  }

  /** Whether a row begins in the window: yes, no, or unknown. */
  beginsIn(columns: TypeColumns, row: number, { from, to }: Days): number {
    const [first, latest] = [columns.from[row]!, this.latestOf(columns, row)];
    const last = Math.min(latest, columns.to[row]!);
    if (first > to || last < from) return no;
    return first >= from && last <= to ? yes : unknown;
  }

  /** The last day that a row may begin on, or be of. */
  latestOf(columns: TypeColumns, row: number): Day {
    return latestOf(columns, row, this.#today);
  }

  /** By patient: 1 where some row has, or may have, code, source and window right. */
  owners(segment: Segment, window = always): Uint8Array {
    const owners = new Uint8Array(segment.size);
    this.each(segment, window, (_, patient) => {
      owners[patient] = 1;
    });
    return owners;
  }

  /** The patients of whom it is not known to the day, or to the code, which records are meant, or some were set aside. */
  doubtful(segment: Segment): ReadonlySet<number> {
    const doubtful = new Set<number>();
    this.eachRejection(segment, undefined, (patient) => doubtful.add(patient));
    const columns = segment.types[this.selection.type];
    if (!columns.isWhole || this.#isWithoutCodeIn(columns) || this.selection.fields)
      this.each(segment, always, (row, patient, isSure) => {
        if (!isSure || !isKnownToTheDay(columns, row)) doubtful.add(patient);
      });
    return doubtful;
  }

  /**
   * R3: the patients with records set aside that might have answered, and those records.
   * @param window Those that may have had a day in it; undefined: all.
   */
  eachRejection(
    segment: Segment,
    window: PlacedWindow | undefined,
    visit: (patient: number, entries: readonly Rejection[]) => void,
  ): void {
    for (const patient of segment.rejected.keys()) {
      const span = window && spanFor(window, patient);
      if (window && !span) continue;
      const own = this.rejectedOf(segment, patient, span);
      if (own.length > 0) visit(patient, own);
    }
  }

  /** R3: the records of one patient that were set aside and might have answered. */
  rejectedOf(segment: Segment, patient: number, window: Span | undefined): readonly Rejection[] {
    const entries = segment.rejected.get(patient) ?? [];
    return entries.filter(
      (entry) => this.#mightAnswer(entry) && (!window || mayShareDay(entry, window)),
    );
  }

  #mightAnswer({ type, system, code, source, status }: Rejection): boolean {
    const asked = this.selection;
    if (type !== asked.type || status === 'cancelled') return false;
    const isOther = (texts: readonly string[] | undefined, own: string | undefined) =>
      texts !== undefined && own !== undefined && !texts.includes(normalizeSource(own));
    if (isOther(asked.fields?.source, source) || isOther(asked.fields?.status, status))
      return false;
    if (system === undefined || !asked.systems) return true;
    if (code === undefined || !this.#codes) return asked.systems.includes(system);
    return this.#codes.matches(system, code);
  }

  #isWithoutCodeIn({ postings }: TypeColumns): boolean {
    const flags = this.#flags;
    return this.#maybeWithoutCode && postings.codes.some((code) => flags?.[code] === unread);
  }

  /** By code: `meant`, `unread` or neither; undefined where every row of the type is meant. */
  get #flags(): Int32Array | undefined {
    return this.#codes?.flags ?? this.#systems?.numbers;
  }

  /** R3a, R10a: records of some types may come without a code. */
  get #maybeWithoutCode(): boolean {
    const { type } = this.selection;
    return isUncoded(type);
  }
}

const systemTables = new KeptTables<Table<Code>>(50);

/** Tells of codes whether they are of one of the systems. */
function systemTable(systems: readonly string[], dictionary: Dictionary): Table<Code> {
  return systemTables.of(
    dictionary,
    JSON.stringify(systems),
    () =>
      new Table(dictionary.codes, ({ system, code }) =>
        systems.includes(system) ? (code === '' ? unread : meant) : 0,
      ),
  );
}

/** Tells of details whether they have the fields that are asked, and count at all (R5). */
function fieldTable(
  fields: AskedFields | undefined,
  dictionary: Dictionary,
  asOf: CalendarDate,
): Table<Detail> {
  // A window alone counts from the day that is asked.
  const question = ['fields', fields, fields?.maintained && asOf];
  return detailTable(question, dictionary, () => {
    const judge = fields && fieldJudge(fields, { asOf });
    return (detail) => {
      if (detail.status === 'cancelled') return 0;
      const truth = judge ? judge(detail).truth : 'yes';
      return truth === 'yes' ? meant : truth === 'no' ? 0 : unread;
    };
  });
}

/** Of a code: it is one of those meant; or there is none. Of further fields: they are right; or one is missing. */
const meant = 1;
const unread = 2;

const always: PlacedWindow = { from: openStart, to: openEnd, span: {} };
const firstBeginning = dayOf(earliestBeginning);
const lastDay = dayOf(latestDate);

function isSurelyIn(columns: TypeColumns, row: number, { from, to }: Days, today: Day): boolean {
  const [first, last] = [columns.from[row]!, columns.to[row]!];
  const ends = Math.max(columns.toEarliest[row]!, first);
  return Math.min(latestOf(columns, row, today), last) <= to && ends >= from;
}

function latestOf({ from, fromLatest }: TypeColumns, row: number, today: Day): Day {
  const [first, latest] = [from[row]!, fromLatest[row]!];
  // What began on a day that is not known at all had begun by today.
  return first === firstBeginning && latest === lastDay ? Math.max(today, first) : latest;
}

/** Whether it is known of a row on which day it begins, and ends. */
export function isKnownToTheDay(columns: TypeColumns, row: number): boolean {
  return (
    columns.fromLatest[row] === columns.from[row] && columns.toEarliest[row] === columns.to[row]
  );
}

/** Where a number stands in ascending ones; −1 when it does not. */
function refOf(ascending: Uint32Array, number: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle]!;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
