/** What can be done to a row of the tree, by key or menu. */
import {
  duplicateCriterion,
  duplicateEntry,
  moveDown,
  moveEntry,
  moveIn,
  moveOut,
  moveUp,
  removeCriterion,
  removeEntry,
  type DocumentEdit,
} from '../../authoring/index.ts';
import type { JsonObject } from '../../json/values.ts';
import type { OutlineNode } from './outline.ts';

export type Deed = 'up' | 'down' | 'in' | 'out' | 'copy' | 'remove';

/** The change that a deed is for a row; undefined where it cannot be done. */
export function editFor(
  deed: Deed,
  { pointer, sort }: OutlineNode,
  document: JsonObject,
): DocumentEdit | undefined {
  if (sort === 'criterion') return ofCriterion[deed](document, pointer);
  return sort === 'entry' ? ofEntry[deed]?.(document, pointer) : undefined;
}

type Act = (document: JsonObject, pointer: string) => DocumentEdit | undefined;

const ofCriterion: Readonly<Record<Deed, Act>> = {
  up: moveUp,
  down: moveDown,
  in: moveIn,
  out: moveOut,
  copy: duplicateCriterion,
  remove: removeCriterion,
};

const ofEntry: Readonly<Partial<Record<Deed, Act>>> = {
  up: (document, pointer) => moveEntry(document, pointer, -1),
  down: (document, pointer) => moveEntry(document, pointer, 1),
  copy: duplicateEntry,
  remove: removeEntry,
};

/** The deed of a key: Alt with an arrow, Delete, Ctrl+D. */
export function deedOfKey({
  key,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
}: KeyboardEvent): Deed | undefined {
  if (altKey && !ctrlKey && !metaKey && !shiftKey) return arrows[key];
  if (altKey || shiftKey) return undefined;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'd' ? 'copy' : undefined;
  return key === 'Delete' && !ctrlKey ? 'remove' : undefined;
}

const arrows: Readonly<Record<string, Deed>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};
