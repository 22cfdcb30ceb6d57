import type { Steps } from '../../../engine/index.ts';
import { Memo, MemoMap } from '../../memo.ts';
import { SteppedValue } from '../../steps.ts';
import { columnKinds } from '../columns/kinds.ts';
import type { Column } from '../columns/types.ts';
import type { ListData } from '../data.ts';
import type { ColumnIndex } from './types.ts';

/** The indexes of a list's columns, each made when it is first needed and kept. */
export class ColumnIndexes {
  readonly #kept = new MemoMap<SteppedValue<ColumnIndex>>();
  readonly #byId = new Memo<ReadonlyMap<string, Column>>();

  /** @param columnsOf The columns as they are now. */
  constructor(
    private readonly data: ListData,
    private readonly columnsOf: () => readonly Column[],
  ) {}

  get columns(): readonly Column[] {
    return this.columnsOf();
  }

  /** Undefined of a column that is not there. */
  column(id: string): Column | undefined {
    const { columns } = this;
    return this.#byId
      .of([columns], () => new Map(columns.map((column) => [column.id, column])))
      .get(id);
  }

  /** Undefined of a column that is not there. */
  of(columnId: string): ColumnIndex | undefined {
    return this.#indexOf(columnId)?.value;
  }

  /** As `of`, in steps. */
  *inSteps(columnId: string): Steps<ColumnIndex | undefined> {
    const index = this.#indexOf(columnId);
    return index && (yield* index.steps());
  }

  #indexOf(columnId: string) {
    const column = this.column(columnId);
    if (!column) return undefined;
    return this.#kept.of(columnId, [columnId], () => new SteppedValue(() => this.#make(column)));
  }

  *#make(column: Column): Steps<ColumnIndex> {
    const made = columnKinds[column.kind].index(this.data, column);
    return 'next' in made ? yield* made : made;
  }

  /** Drops the indexes of some columns. */
  forget(columnIds: readonly string[]): void {
    this.#kept.forget(columnIds);
  }
}
