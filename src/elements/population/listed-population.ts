import { chosenRows, withDone, type ListedPopulation } from '../../model/index.ts';
import type { ListController } from './controllers/list.ts';
import type { SelectionController } from './controllers/selection.ts';

/** What leaves the list on paper, in a file or by the clipboard: the rows that are shown, or the chosen ones alone. */
export function listedPopulation(
  sources: { readonly list: ListController; readonly selection: SelectionController },
  isChosen: boolean,
): ListedPopulation | undefined {
  const { acting, titleOf, opened, state } = sources.list;
  if (!acting) return undefined;
  const { list, view, columns, visibleRows, loaded } = acting;
  return {
    list,
    // Who is chosen is not left out because the list hides them.
    view: isChosen ? withDone(view) : view,
    columns: columns.filter(({ hidden }) => !hidden),
    titleOf,
    rows: isChosen ? chosenRows(list, view, sources.selection.current.ids) : visibleRows,
    isChosen,
    only: opened?.title,
    description: loaded.description,
    problems: state.problems,
    gaps: loaded.gaps,
    by: loaded.description.user,
  };
}
