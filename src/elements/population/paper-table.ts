/** The columns of a printed list: which share one, and how wide they are. */
import { paperText, paperWidths, rowsAPage, type PaperWidths } from './paper-columns.ts';
import {
  identity,
  isSilent,
  notesColumn,
  notesWidth,
  othersColumn,
  ownColumn,
  statusColumn,
  whoColumn,
  type PaperTableProps,
  type Planned,
  type PrintedColumn,
  type Row,
} from './paper-planned.ts';

export interface PaperTable {
  readonly columns: readonly PrintedColumn[];
  /** Places of those that share one. */
  readonly shared: readonly number[];
}

/**
 * A box to tick with the status, who it is, why first, the other columns, notes with room for more. Columns that say
 * the least share one: as few as leave room for enough patients on a page.
 */
export function paperTable(props: PaperTableProps): PaperTable {
  const { columns, shown } = props;
  const who = shown.filter((at) => identity.has(columns[at]!.kind));
  const rest = shown.filter((at) => !identity.has(columns[at]!.kind));
  const status = rest.find((at) => columns[at]!.kind === 'status');
  const note = rest.find((at) => columns[at]!.kind === 'note');
  const places = rest.filter((at) => at !== status && at !== note);
  const sample = sampled(props.rows);
  const silent = silentFirst(places, props, sample);
  /** With so many columns in one. */
  const folded = (shared: readonly number[]): readonly Planned[] => [
    statusColumn(status, props),
    ...(who.length > 0 ? [whoColumn(who, props)] : []),
    ...places.filter((at) => !shared.includes(at)).map((at) => ownColumn(at, props)),
    ...(shared.length > 0 ? [othersColumn(shared, props)] : []),
    notesColumn(note, props),
  ];
  /** As they stand in the list. */
  const shared = (count: number) => silent.slice(0, count).sort((a, b) => a - b);
  let best: Laid | undefined;
  for (const count of foldings(silent.length)) {
    const planned = folded(shared(count));
    for (const wholeHead of [true, false]) {
      const found = laid(planned, sample, wholeHead);
      if (found && (!best || heightOf(found) < heightOf(best)))
        best = { ...found, shared: shared(count) };
      if (best && heightOf(best) <= (wholeHead ? mostWithWholeHeads : mostLines))
        return printed(best);
    }
  }
  const all = shared(silent.length);
  return printed(best ?? { ...crowded(folded(all)), shared: all });
}

/** A table with the widths of its columns. */
interface Laid extends PaperWidths {
  readonly planned: readonly Planned[];
  readonly shared: readonly number[];
}

/** In lines a row: in the mean, and not much more on the first page, where the gravest stand. */
function heightOf({ lines, firstLines }: PaperWidths): number {
  return Math.max(lines, firstLines - moreOnFirst);
}

/** How many columns share one, from the fewest: one alone would only be longer. */
function foldings(count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, at) => at).filter((at) => at !== 1);
}

function laid(
  planned: readonly Planned[],
  sample: readonly Row[],
  wholeHead: boolean,
): Omit<Laid, 'shared'> | undefined {
  const measured = planned.map(({ head, words, least = 0 }) =>
    paperText(head, sample.map(words), { wholeHead, least }),
  );
  const widths = paperWidths(measured, room - planned.length * gap);
  return widths && { ...widths, planned };
}

/** Where not even that has room, words are broken. */
function crowded(planned: readonly Planned[]): Omit<Laid, 'shared'> {
  return {
    planned,
    lines: Infinity,
    firstLines: Infinity,
    widths: planned.map(({ least = notesWidth }) => least),
  };
}

function printed({ planned, widths, shared }: Laid): PaperTable {
  const whole = widths.reduce((sum, width) => sum + width + gap, 0);
  const columns = planned.map(({ kind, head, cells }, at) => ({
    ...{ kind, head, cells },
    share: Math.round(((widths[at]! + gap) / whole) * 1000) / 10,
  }));
  return { columns, shared };
}

/**
 * The columns that may share one: first those of which the fewest rows say anything, of equals the last. Why first
 * stands by itself.
 */
function silentFirst(
  places: readonly number[],
  { columns }: PaperTableProps,
  sample: readonly Row[],
): readonly number[] {
  const said = new Map(
    places.map((at) => [at, sample.filter((row) => !isSilent(row[at]!)).length]),
  );
  return places
    .filter((at) => columns[at]!.kind !== 'reasons')
    .toReversed()
    .sort((a, b) => said.get(a)! - said.get(b)!);
}

/** The widths are in em of 8 points: A4 on its side, without its margins. */
const room = 100;
/** What a cell has around its text. */
const gap = 0.67;
/** Rows of so many lines in the mean leave room for 22 patients on a page. */
const mostLines = 2.55;
/** Heads of one line each are worth a little. */
const mostWithWholeHeads = 2.45;
/** The first page may have rows of so many lines more. */
const moreOnFirst = 0.3;
/** Of so many rows the widths are worked out. */
const mostSampled = 150;

function sampled(rows: readonly Row[]): readonly Row[] {
  const step = Math.ceil(rows.length / mostSampled);
  // The first are all among them.
  return step <= 1 ? rows : rows.filter((_, at) => at < rowsAPage || at % step === 0);
}
