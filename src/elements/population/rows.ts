import {
  dayOf,
  formatCpr,
  type CellView,
  type Column,
  type ListView,
  type PopulationList,
  type RoundModel,
} from '../../model/index.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import type { CellContent, GridRows } from '../grid/types.ts';

export interface RowsProps {
  readonly list: PopulationList;
  /** Row indexes, in the order shown. */
  readonly visibleRows: Uint32Array;
  readonly columns: readonly Column[];
  readonly view: ListView;
  /** Absent where the clinic keeps no rounds. */
  readonly round: RoundModel | undefined;
  readonly mayOpen: boolean;
  readonly texts: Texts;
}

const empty: CellContent = { tone: 'empty' };

/** Who is not reviewed yet has an open ring: it asks for nothing by itself. */
const kinds = { new: 'open', 'to-follow-up': 'follow-up', reviewed: 'reviewed', exempt: 'exempt' };

/** The list's rows as the grid draws them. */
export class ListRows implements GridRows {
  readonly count: number;
  readonly #columns: ReadonlyMap<string, Column>;
  #places: Int32Array | undefined;

  constructor(private readonly parts: RowsProps) {
    this.count = parts.visibleRows.length;
    this.#columns = new Map(parts.columns.map((column) => [column.id, column]));
  }

  idAt(index: number): string {
    return this.parts.list.idAt(this.#row(index));
  }

  indexOf(id: string): number {
    const { list, visibleRows } = this.parts;
    if (!this.#places) {
      this.#places = new Int32Array(list.size).fill(-1);
      visibleRows.forEach((row, index) => (this.#places![row] = index));
    }
    const row = list.indexOf(id);
    return row < 0 ? -1 : this.#places[row]!;
  }

  nameAt(index: number): string {
    const { list, texts } = this.parts;
    return list.patientAt(this.#row(index)).name || texts.population.noName;
  }

  toneAt(index: number): 'done' | 'dead' | undefined {
    const { list, round } = this.parts;
    const row = this.#row(index);
    if (list.patientAt(row).deceased) return 'dead';
    const status = round?.member(list.idAt(row)).status;
    return status === 'reviewed' || status === 'exempt' ? 'done' : undefined;
  }

  lines(index: number, columnId: string): readonly string[] {
    const { list, view } = this.parts;
    const column = this.#columns.get(columnId);
    return column ? list.lines(this.#row(index), column, view.priority) : [];
  }

  cell(index: number, columnId: string): CellContent {
    const { list, view, texts } = this.parts;
    const column = this.#columns.get(columnId);
    if (!column) return empty;
    const row = this.#row(index);
    const text = (...words: readonly string[]): CellContent =>
      words.length > 0 ? { tone: 'value', parts: words.map((each) => ({ text: each })) } : empty;
    switch (column.kind) {
      case 'cpr':
        return this.#cpr(row);
      case 'name':
        return text(this.nameAt(index));
      case 'age':
        return text([list.row(row).age ?? '?', this.#sex(row)].join(' '));
      case 'sex':
        return text(this.#sex(row));
      case 'markers':
        return {
          tone: 'value',
          chips: list.row(row).markers.map(({ level, truth, title, short, length }) => ({
            level,
            undecided: truth === 'unknown',
            text: [short, length].filter(Boolean).join(' '),
            title,
          })),
        };
      case 'why':
        return text(list.row(row).why.short);
      case 'priority':
        return text(list.reasonsAt(row, view.priority).join(' · '));
      case 'control': {
        const missing = list.missingAt(row).length;
        return {
          tone: 'value',
          // Those that are missing come first, then those of which nobody can say.
          chips: list.lines(row, column).map((each, at) => ({
            level: 'warning',
            undecided: at >= missing,
            text: each,
          })),
        };
      }
      case 'status':
        return this.#status(row);
      case 'note':
        return this.#note(row);
      case 'indicator':
        return text(list.lines(row, column).join(' · '));
      case 'since':
        return list.isNewAt(row)
          ? { tone: 'value', chips: [{ level: 'plain', text: texts.list.isNew }] }
          : empty;
      case 'item':
        return column.item
          ? itemContent(list.row(row).cell(column.item.id), column.item.type === 'result')
          : empty;
    }
  }

  #row(index: number): number {
    return this.parts.visibleRows[index] ?? 0;
  }

  #sex(row: number): string {
    const { list, texts } = this.parts;
    const { sex } = list.patientAt(row);
    return sex ? texts.patient.sexShort[sex] : '';
  }

  #cpr(row: number): CellContent {
    const { list, texts, mayOpen } = this.parts;
    const { cpr, name } = list.patientAt(row);
    const text = cpr === undefined ? texts.population.noCpr : formatCpr(cpr);
    if (!mayOpen) return { tone: 'value', parts: [{ text }] };
    const label = `${text}, ${texts.population.openJournal(name || texts.population.noName)}`;
    return { tone: 'value', link: { text, label } };
  }

  #status(row: number): CellContent {
    const { list, round, texts } = this.parts;
    if (!round) return empty;
    const { status, pending, conflict } = round.member(list.idAt(row));
    const text = texts.round;
    return {
      tone: 'value',
      status: {
        kind: kinds[status],
        label: conflict ? text.inConflict : text.statuses[status] + (pending ? ' …' : ''),
      },
    };
  }

  #note(row: number): CellContent {
    const { list, round } = this.parts;
    const { note, earlier } = round?.member(list.idAt(row)) ?? {};
    if (note) return { tone: 'value', parts: [{ text: note }] };
    return earlier ? { tone: 'missing', parts: [{ text: earlier }] } : empty;
  }
}

function itemContent({ tone, parts, trend }: CellView, numeric: boolean): CellContent {
  if (tone === 'not-asked') return empty;
  if (tone !== 'value') return { tone, parts };
  return {
    tone,
    parts: numeric ? parts.map((part) => ({ ...part, strong: true })) : parts,
    ...(trend ? { trend: trend.map(({ date, value }) => ({ x: dayOf(date), y: value })) } : {}),
  };
}
