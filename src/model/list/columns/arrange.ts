import type { ColumnView, ListView } from '../types.ts';
import type { Column } from './types.ts';

/** The columns as a view has them: in its order, with its widths, the pinned ones first. */
export function arrangeColumns(columns: readonly Column[], view: ListView): readonly Column[] {
  const views = new Map(view.columns.map((each) => [each.id, each]));
  const named = columns.filter(({ id }) => views.has(id));
  const order = [...views.keys()];
  named.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  // The columns that are named change places among themselves only.
  const placed = columns.map((column) => (views.has(column.id) ? named.shift()! : column));
  const arranged = placed.map((column) => {
    const asked = views.get(column.id);
    // What has a width of the user's has that.
    const grows = column.grows && asked?.width === undefined;
    const { wish, ...rest } = column;
    return {
      ...rest,
      ...(wish === undefined || asked?.width !== undefined ? {} : { wish }),
      ...withoutId(asked),
      ...(column.grows ? { grows: grows === true } : {}),
    };
  });
  return [...arranged.filter(({ pinned }) => pinned), ...arranged.filter(({ pinned }) => !pinned)];
}

function withoutId(view: ColumnView | undefined): Omit<ColumnView, 'id'> {
  if (!view) return {};
  const { id: _, ...rest } = view;
  return rest;
}
