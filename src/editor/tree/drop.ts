/** Where a row that is dragged would go. */
import { listedAt, moveEntry, moveTo, type DocumentEdit } from '../../authoring/index.ts';
import { groupList, placeIn, valueOf, within } from '../../authoring/editing/places.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { TreeRow } from './rows.ts';

/** A place beside or in a row, and the change that dropping there is. */
export interface DropPlace {
  readonly pointer: string;
  readonly at: 'before' | 'inside' | 'after';
  readonly edit: DocumentEdit;
}

/**
 * The place that a point over a row means.
 *
 * @param fraction How far down the row it is, 0 to 1.
 */
export function dropPlace(
  document: JsonObject,
  dragged: TreeRow,
  over: TreeRow,
  fraction: number,
): DropPlace | undefined {
  const { pointer } = over.node;
  const make = (at: DropPlace['at'], edit: DocumentEdit | undefined) =>
    edit && { pointer, at, edit };
  if (dragged.node.sort === 'entry') {
    const from = listedAt(document, dragged.node.pointer);
    const to = listedAt(document, pointer);
    if (!from || to?.list !== from.list) return undefined;
    const at = fraction < 0.5 ? 'before' : 'after';
    const gap = to.index + (at === 'after' ? 1 : 0);
    const by = gap > from.index ? gap - 1 - from.index : gap - from.index;
    return make(at, moveEntry(document, dragged.node.pointer, by));
  }
  if (dragged.node.sort !== 'criterion' || over.node.sort !== 'criterion') return undefined;
  const list = innerList(document, pointer);
  const listed = listedAt(document, pointer);
  const isInside = list !== undefined && (!listed || (fraction > 0.3 && fraction < 0.7));
  // Below the head of a group that stands open comes its first.
  const isFirst = list !== undefined && over.isOpen === true && fraction >= 0.7;
  if (list !== undefined && (isInside || isFirst)) {
    const end = (valueOf(document, list) as readonly unknown[]).length;
    const index = isFirst ? 0 : end;
    return make('inside', moveTo(document, dragged.node.pointer, list, index));
  }
  if (!listed || placeIn(listed.list).key === 'is') return undefined;
  const at = fraction < 0.5 ? 'before' : 'after';
  const index = listed.index + (at === 'after' ? 1 : 0);
  return make(at, moveTo(document, dragged.node.pointer, listed.list, index));
}

/** The list of a group, or of the one that it is the opposite of. */
function innerList(document: JsonObject, pointer: string): string | undefined {
  const value = valueOf(document, pointer);
  const key = groupList(value);
  if (key !== undefined) return within(pointer, key);
  return isObject(value) && isObject(value['not'])
    ? innerList(document, within(pointer, 'not'))
    : undefined;
}
