import {
  emptyCell,
  type CellView,
  type Column,
  type ListView,
  type PopulationList,
} from '../../model/index.ts';
import type { Texts } from './ui.ts';
import type { GridRows } from '../grid/types.ts';

export interface RowsProps {
  readonly list: PopulationList;
  /** Row indexes, in the order shown. */
  readonly visibleRows: Uint32Array;
  readonly columns: readonly Column[];
  readonly view: ListView;
  readonly texts: Texts;
}

/** The list's rows by their place on screen: the cells are the model's own, the same objects each time. */
export class ListRows implements GridRows {
  readonly count: number;
  readonly #columns: ReadonlyMap<string, Column>;

  constructor(private readonly props: RowsProps) {
    this.count = props.visibleRows.length;
    this.#columns = new Map(props.columns.map((column) => [column.id, column]));
  }

  idAt(index: number): string {
    return this.props.list.idAt(this.#row(index));
  }

  indexOf(id: string): number {
    const { list, visibleRows } = this.props;
    const row = list.indexOf(id);
    return row < 0 ? -1 : list.positionsIn(visibleRows)[row]!;
  }

  nameAt(index: number): string {
    const { list, texts } = this.props;
    return list.patientAt(this.#row(index)).name || texts.patient.noName;
  }

  toneAt(index: number): 'done' | 'dead' | undefined {
    const { list } = this.props;
    const row = this.#row(index);
    if (list.patientAt(row).deceased) return 'dead';
    const status = list.statusAt(row)?.status;
    return status === 'reviewed' || status === 'exempt' ? 'done' : undefined;
  }

  cell(index: number, columnId: string): CellView {
    const { list, view } = this.props;
    const column = this.#columns.get(columnId);
    return column ? list.cell(this.#row(index), column, view.priority) : emptyCell;
  }

  #row(index: number): number {
    return this.props.visibleRows[index] ?? 0;
  }
}
