import { evidenceOf, type Cell, type PatientOutcome, type Population } from '../engine/index.ts';
import { textIn, type InformationItem, type Language, type Profile } from '../profile/index.ts';
import { completedYears, type DataType, type Patient } from '../record/index.ts';
import { viewCell, type CellView } from './cells.ts';
import type { ListTab, Sort } from './list/types.ts';
import { doubtsIn, markerLevels, recordsIn, viewMarkers, type MarkerView } from './markers.ts';
import { describeDoubts, describeRecord } from './words/index.ts';

/** The header that stands over columns that belong together. */
export type ColumnGroup = DataType | 'attention';

/** A column of the list: the fixed ones, and one per information item of the profile. */
export interface Column {
  readonly id: string;
  readonly group: ColumnGroup;
  readonly kind: 'cpr' | 'name' | 'age' | 'markers' | 'why' | 'item';
  /** `kind: "item"` only. */
  readonly item?: InformationItem;
  /** Width in CSS pixels at normal density. */
  readonly width: number;
}

/** One patient in the list. What is drawn is computed when first asked for, and kept. */
export interface Row {
  readonly id: string;
  readonly patient: Patient;
  /** Completed years on the date of evaluation. */
  readonly age: number | undefined;
  readonly outcome: PatientOutcome;
  readonly markers: readonly MarkerView[];
  /** Why the patient is here, or what is missing to decide it. */
  readonly why: Why;
  cell(itemId: string): CellView;
  /** Everything in the row that quick search looks through, lower case. */
  readonly searchText: string;
}

export interface Why {
  /** A few words for the cell. */
  readonly short: string;
  /** One sentence per ground. */
  readonly lines: readonly string[];
}

/** Compares two texts in the reader's alphabet. */
export type CompareText = (a: string, b: string) => number;

/** The list opens with those who need attention most. */
export const defaultSort: Sort = { columnId: 'markers', descending: true };

/** The columns of a profile: who, what needs attention, why here, then its items by data type. */
export function columnsOf(profile: Profile, tab: ListTab): readonly Column[] {
  const fixed: readonly Column[] = [
    { id: 'cpr', group: 'patient', kind: 'cpr', width: 118 },
    { id: 'name', group: 'patient', kind: 'name', width: 176 },
    { id: 'age', group: 'patient', kind: 'age', width: 68 },
  ];
  const markers: Column = { id: 'markers', group: 'attention', kind: 'markers', width: 270 };
  const why: Column = {
    id: 'why',
    group: 'attention',
    kind: 'why',
    width: tab === 'members' ? 170 : 460,
  };
  const items = profile.information
    .filter((item) => !(item.type === 'patient' && shownAlready.has(item.field)))
    .map((item): Column => ({
      id: `item:${item.id}`,
      group: item.type,
      kind: 'item',
      item,
      width: narrowest,
    }));
  const inGroup = (group: DataType) => items.filter((column) => column.group === group);
  // Markers are asked of members only (R22): the undecided have none to show.
  const attention = tab === 'members' ? [markers, why] : [why];
  const rest = items.filter((column) => column.group !== 'patient');
  const groups = [...new Set(rest.map((column) => column.group))] as DataType[];
  return [...fixed, ...inGroup('patient'), ...attention, ...groups.flatMap(inGroup)];
}

const shownAlready: ReadonlySet<string> = new Set(['cpr', 'name', 'age', 'sex']);

/** Narrowest and widest of a column that is fitted to its texts, in CSS pixels. */
const narrowest = 84;
const widest = 250;
/** About one character of the base font, and what a cell adds around its text. */
const characterWidth = 7.2;
const cellPadding = 24;

/**
 * Item columns as wide as their heads and most of their texts need, so that what matters fits in view.
 * The longest tenth of the texts may be cut: they are whole in the tooltip and the cockpit.
 */
export function fitColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  titleOf: (column: Column) => string,
): readonly Column[] {
  return columns.map((column) => {
    const { item } = column;
    if (!item) return column;
    const lengths = rows.map((row) => cellLength(row.cell(item.id))).sort((a, b) => a - b);
    const most = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
    const head = titleOf(column).length + 1;
    const content =
      item.type === 'result' && item.show === 'trend' ? most + sparklineCharacters : most;
    const width = Math.max(Math.min(head, 16), content) * characterWidth + cellPadding;
    return { ...column, width: Math.round(Math.min(maximumOf(item), Math.max(narrowest, width))) };
  });
}

/** The line has its size in pixels, whatever the font; a bold number beside it is wider than its characters. */
const sparklineCharacters = 10;

function cellLength({ parts }: CellView): number {
  return parts.reduce((sum, { text, note }) => sum + text.length + (note ? note.length + 1 : 0), 0);
}

/** An address is there to be looked up, not compared. */
function maximumOf(item: InformationItem): number {
  return item.type === 'patient' ? 150 : widest;
}

/** The rows of one tab, in the clinic's order. */
export function rowsOf(population: Population, tab: ListTab, language: Language): readonly Row[] {
  return population[tab].map((id) => new PopulationRow(population.outcome(id), language));
}

class PopulationRow implements Row {
  readonly #cells = new Map<string, CellView>();
  #markers: readonly MarkerView[] | undefined;
  #why: Why | undefined;
  #searchText: string | undefined;

  constructor(
    readonly outcome: PatientOutcome,
    private readonly language: Language,
  ) {}

  get id(): string {
    return this.patient.id;
  }

  get patient(): Patient {
    return this.outcome.patient.patient;
  }

  get age(): number | undefined {
    const { birthDate } = this.patient;
    return birthDate === undefined ? undefined : completedYears(birthDate, this.outcome.asOf);
  }

  get markers(): readonly MarkerView[] {
    return (this.#markers ??= viewMarkers(this.outcome, this.language));
  }

  get why(): Why {
    return (this.#why ??= whyOf(this.outcome, this.language));
  }

  cell(itemId: string): CellView {
    let view = this.#cells.get(itemId);
    if (!view) {
      const cell = this.outcome.cells.find((each: Cell) => each.item.id === itemId);
      if (!cell) throw new RangeError(`No information item "${itemId}" in the profile.`);
      view = viewCell(cell, this.outcome.patient, this.outcome.asOf, this.language);
      this.#cells.set(itemId, view);
    }
    return view;
  }

  get searchText(): string {
    return (this.#searchText ??= searchTextOf(this));
  }
}

/** Why a patient is in the population, or what is missing to say so. */
export function whyOf(outcome: PatientOutcome, language: Language): Why {
  const { membership, asOf } = outcome;
  if (membership.truth === 'unknown') {
    const lines = [
      ...describeDoubts(membership.doubts, language),
      ...doubtsIn(evidenceOf(membership.include), language),
      ...(membership.exclude ? doubtsIn(evidenceOf(membership.exclude), language) : []),
    ];
    const each = [...new Set(lines)];
    return { short: each.join(' · '), lines: each };
  }
  const records = recordsIn(evidenceOf(membership.include));
  const names = records.map((record) =>
    record.type === 'diagnosis' ? record.code : record.text?.trim() || record.code,
  );
  return {
    short: [...new Set(names)].join(' · '),
    lines: records.map((record) => describeRecord(record, asOf, language)),
  };
}

function searchTextOf(row: Row): string {
  const { patient, outcome } = row;
  const cpr = patient.cpr ?? '';
  const codes = outcome.cells.flatMap((cell) => cell.records.map((record) => record.code));
  return [
    patient.name,
    cpr,
    `${cpr.slice(0, 6)}-${cpr.slice(6)}`,
    patient.address,
    patient.city,
    ...row.markers.map((marker) => `${marker.title} ${marker.short}`),
    row.why.short,
    ...row.why.lines,
    ...codes,
    ...outcome.cells.flatMap((cell) => row.cell(cell.item.id).lines),
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}

/** The rows that hold every word of the query: name, CPR with or without hyphen, code or text. */
export function searchRows(rows: readonly Row[], query: string): readonly Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => words.every((word) => row.searchText.includes(word)));
}

/** The rows in order of one column. Empty cells come last either way, those that cannot be decided before them. */
export function sortRows(
  rows: readonly Row[],
  columns: readonly Column[],
  sort: Sort,
  compareText: CompareText,
): readonly Row[] {
  const column = columns.find((each) => each.id === sort.columnId);
  if (!column) return rows;
  const direction = sort.descending ? -1 : 1;
  const keyed = rows.map((row): { row: Row; key: Key } => ({ row, key: sortKey(row, column) }));
  keyed.sort((a, b) => {
    const rank = emptiness(a.key) - emptiness(b.key);
    if (rank !== 0) return rank;
    const order = compareKeys(a.key, b.key, compareText) * direction;
    return order !== 0 ? order : compareText(a.row.patient.name, b.row.patient.name);
  });
  return keyed.map(({ row }) => row);
}

type SortKey = number | string | undefined;
const undecided: unique symbol = Symbol('undecided');
type Key = SortKey | typeof undecided;

function emptiness(key: Key): number {
  if (key === undefined) return 2;
  return key === undecided ? 1 : 0;
}

function compareKeys(a: Key, b: Key, compareText: CompareText): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  // Numbers before texts, in a column that holds both.
  return typeof a === typeof b ? 0 : typeof a === 'number' ? -1 : 1;
}

function sortKey(row: Row, column: Column): Key {
  switch (column.kind) {
    case 'cpr':
      return row.patient.cpr;
    case 'name':
      return row.patient.name;
    case 'age':
      return row.age;
    case 'markers':
      return urgency(row);
    case 'why':
      return row.why.short;
    case 'item':
      return column.item && itemKey(row, column.item);
  }
}

/**
 * How much a patient's markers ask for: one critical outweighs any number of warnings, one warning any
 * number of notes; age decides between equals. Markers that cannot be decided count as nothing.
 */
function urgency(row: Row): number {
  const counts = markerLevels.map(
    (level) => row.markers.filter((each) => each.truth === 'yes' && each.level === level).length,
  );
  const weight = counts.reduce((sum, count) => sum * 100 + count, 0);
  return weight * 1000 + (row.age ?? 0);
}

function itemKey(row: Row, item: InformationItem): Key {
  const cell = row.outcome.cells.find((each) => each.item.id === item.id);
  if (!cell || cell.state === 'not-asked') return undefined;
  if (cell.state === 'unknown') return undecided;
  if (item.type === 'patient') return cell.field;
  if (item.show === 'count') return cell.records.length;
  const record = cell.records[0];
  if (cell.state === 'none' || !record) return undefined;
  switch (record.type) {
    case 'diagnosis':
      return record.code;
    case 'medication':
      return record.text ?? record.code;
    case 'result':
      return record.value;
    case 'service':
    case 'appointment':
    case 'referral':
      return record.at;
  }
}

/** How many rows carry each marker of the profile, for cards and filters. */
export interface MarkerCount {
  readonly id: string;
  readonly title: string;
  readonly level: MarkerView['level'];
  readonly yes: number;
  readonly unknown: number;
}

export function countMarkers(
  profile: Profile,
  rows: readonly Row[],
  language: Language,
): readonly MarkerCount[] {
  return (profile.markers ?? []).map(({ id, title, level }) => {
    const count = (truth: MarkerView['truth']) =>
      rows.filter((row) => row.markers.some((each) => each.id === id && each.truth === truth))
        .length;
    return {
      id,
      title: textIn(title, language),
      level,
      yes: count('yes'),
      unknown: count('unknown'),
    };
  });
}

/** Ages in tens by sex, youngest group first; patients without age or sex are counted apart. */
export interface AgePyramid {
  readonly bands: readonly {
    readonly from: number;
    readonly female: number;
    readonly male: number;
  }[];
  readonly unknown: number;
}

export function agePyramid(rows: readonly Row[]): AgePyramid {
  const bands = new Map<number, { female: number; male: number }>();
  let unknown = 0;
  for (const { age, patient } of rows) {
    if (age === undefined || !patient.sex) {
      unknown++;
      continue;
    }
    const from = Math.min(90, Math.floor(age / 10) * 10);
    const band = bands.get(from) ?? { female: 0, male: 0 };
    band[patient.sex]++;
    bands.set(from, band);
  }
  const ages = [...bands.keys()];
  const filled = [];
  for (let from = Math.min(...ages); from <= Math.max(...ages); from += 10)
    filled.push({ from, ...(bands.get(from) ?? { female: 0, male: 0 }) });
  return { bands: ages.length > 0 ? filled : [], unknown };
}
