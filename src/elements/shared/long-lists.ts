import { longestWhole, wholeList, type ListProps } from '../../ui/list.ts';
import { whenOpen } from '../../ui/when-open.ts';
import type { Ui } from './context.ts';
import { LazyPart, type LazyHost } from './lazy-part.ts';

/** Draws a list of any length. */
export type DrawList = <Item>(props: ListProps<Item>) => unknown;

/** Makes what draws an element's lists: what places the items of a long one is loaded with the first such list. */
export function longLists(host: LazyHost & { readonly ui: Ui<'states'> }): DrawList {
  const part = new LazyPart(host, () => import('../../ui/virtual-list.ts'));
  return (props) =>
    props.items.length <= longestWhole
      ? wholeList(props)
      : part.render(({ virtualList }) => virtualList(props), host.ui);
}

/** Draws a list that stands in a `<details>`: a long one when that is opened. */
export function inDetails<Item>(draw: DrawList, props: ListProps<Item>): unknown {
  return props.items.length <= longestWhole ? draw(props) : whenOpen(() => draw(props));
}
