import {
  emptyCell,
  type CellView,
  type Column,
  type ListView,
  type PopulationList,
  type RowSection,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Texts } from './ui.ts';
import type { GridRows, GroupHead } from '../grid/types.ts';

export interface RowsProps {
  readonly list: PopulationList;
  /** Row indexes, in the order shown. */
  readonly visibleRows: Uint32Array;
  /** The groups that they stand in, in their order. */
  readonly sections: readonly RowSection[] | undefined;
  /** Ids of the groups that are closed: their rows are not shown. */
  readonly closed: ReadonlySet<string>;
  readonly columns: readonly Column[];
  readonly view: ListView;
  readonly texts: Texts;
}

/** A group on screen: its head, and below it its rows, where it is open. */
interface Part {
  readonly section: RowSection;
  readonly isOpen: boolean;
  /** Place of its head on screen. */
  readonly head: number;
  /** How many patients are shown before it. */
  readonly before: number;
}

/** The list's rows by their place on screen: the cells are the model's own, the same objects each time. */
export class ListRows implements GridRows {
  readonly count: number;
  /** How many patients are shown: heads of groups are none, and the rows of closed ones are not shown. */
  readonly patients: number;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #parts: readonly Part[] | undefined;

  constructor(private readonly props: RowsProps) {
    const { sections, closed, visibleRows } = props;
    let [head, before] = [0, 0];
    this.#parts = sections?.map((section) => {
      const part = { section, isOpen: !closed.has(section.id), head, before };
      head += 1 + (part.isOpen ? section.count : 0);
      before += part.isOpen ? section.count : 0;
      return part;
    });
    this.count = sections ? head : visibleRows.length;
    this.patients = sections ? before : visibleRows.length;
    this.#columns = new Map(props.columns.map((column) => [column.id, column]));
  }

  idAt(index: number): string {
    const part = this.#partAt(index);
    return part?.head === index ? idOf(part.section) : this.props.list.idAt(this.#row(index, part));
  }

  indexOf(id: string): number {
    const { list, visibleRows } = this.props;
    if (id.startsWith(headMark))
      return this.#parts?.find(({ section }) => idOf(section) === id)?.head ?? -1;
    const row = list.indexOf(id);
    const at = row < 0 ? -1 : list.positionsIn(visibleRows)[row]!;
    if (at < 0 || !this.#parts) return at;
    const part = lastWhere(this.#parts, ({ section }) => section.from <= at);
    return part?.isOpen ? part.head + 1 + at - part.section.from : -1;
  }

  /** The place of a patient among those that are shown, counted from nought; -1 where it is not shown. */
  placeOf(id: string): number {
    const index = this.indexOf(id);
    const part = index < 0 ? undefined : this.#partAt(index);
    return part ? part.before + index - part.head - 1 : index;
  }

  /** Those whom the search and the filters leave, in their order: in closed groups too. */
  get everybody() {
    const { list, visibleRows } = this.props;
    const idAt = (place: number) => list.idAt(visibleRows[place]!);
    return { count: visibleRows.length, idAt };
  }

  /** Whether a search and the filters leave a patient, and the group that it stands in is closed. */
  isInClosedGroup(id: string): boolean {
    return this.#parts !== undefined && this.indexOf(id) < 0 && this.isLeft(id);
  }

  /** Whether the search and the filters leave a patient, be it that its group is closed. */
  isLeft(id: string): boolean {
    const { list, visibleRows } = this.props;
    const row = list.indexOf(id);
    return row >= 0 && list.positionsIn(visibleRows)[row]! >= 0;
  }

  headAt(index: number): GroupHead | undefined {
    const part = this.#partAt(index);
    if (part?.head !== index) return undefined;
    const { section, isOpen } = part;
    const count = formatCount(section.count, this.props.list.language);
    return { id: section.id, title: section.title, grave: section.grave, count, isOpen };
  }

  headsBefore(index: number): number {
    return this.#parts ? countWhile(this.#parts, ({ head }) => head < index) : 0;
  }

  nameAt(index: number): string {
    const { list, texts } = this.props;
    const part = this.#partAt(index);
    if (part?.head === index) return part.section.title;
    return list.patientAt(this.#row(index, part)).name || texts.patient.noName;
  }

  toneAt(index: number): 'done' | 'dead' | undefined {
    const { list } = this.props;
    const part = this.#partAt(index);
    if (part?.head === index) return undefined;
    const row = this.#row(index, part);
    if (list.patientAt(row).deceased) return 'dead';
    const status = list.statusAt(row)?.status;
    return status === 'reviewed' || status === 'exempt' ? 'done' : undefined;
  }

  cell(index: number, columnId: string): CellView {
    const { list, view } = this.props;
    const part = this.#partAt(index);
    const column = part?.head === index ? undefined : this.#columns.get(columnId);
    return column ? list.cell(this.#row(index, part), column, view.priority) : emptyCell;
  }

  #partAt(index: number): Part | undefined {
    return this.#parts && lastWhere(this.#parts, ({ head }) => head <= index);
  }

  #row(index: number, part: Part | undefined): number {
    const at = part ? part.section.from + index - part.head - 1 : index;
    return this.props.visibleRows[at] ?? 0;
  }
}

/** No patient's id begins with it. */
const headMark = '\u0000';

function idOf({ id }: RowSection): string {
  return headMark + id;
}

/** The last of which something is so, where it is so of all before it. */
function lastWhere<Of>(all: readonly Of[], isSo: (each: Of) => boolean): Of | undefined {
  return all[countWhile(all, isSo) - 1];
}

/** Of how many something is so, where it is so of all before the last of them. */
function countWhile<Of>(all: readonly Of[], isSo: (each: Of) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(all[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
