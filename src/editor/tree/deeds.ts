/** What can be done to a row of the tree, by key, button or menu: each a change of the document, where it is possible. */
import {
  addCodeSet,
  addEntry,
  changeKind,
  criterionKinds,
  duplicateCriterion,
  duplicateEntry,
  entryLists,
  groupKinds,
  insertCriterion,
  itemTypes,
  moveDown,
  moveEntry,
  moveIn,
  moveOut,
  moveUp,
  removeCodeSet,
  removeCriterion,
  removeEntry,
  unwrap,
  wrap,
  type CriterionKind,
  type DocumentEdit,
  type EntryList,
} from '../../authoring/index.ts';
import { placeIn, within } from '../../authoring/editing/places.ts';
import { nameOne, typeTitle } from '../../i18n/record-types.ts';
import type { JsonObject } from '../../json/values.ts';
import { queryTypes } from '../../profile/index.ts';
import { codeSystems } from '../../record/index.ts';
import { whatOf, type Ui } from '../ui.ts';
import type { OutlineNode } from './outline.ts';

/** What keys and buttons do. */
export const deeds = ['up', 'down', 'in', 'out', 'copy', 'remove'] as const;
export type Deed = (typeof deeds)[number];

/** A change that a menu offers: what it is called, and what it does. */
export interface Offer {
  readonly label: string;
  /** What undo calls it, in both languages. */
  readonly what: { readonly da: string; readonly en: string };
  readonly edit: DocumentEdit;
  /** Of what is new, where its author goes on: JSON Pointer of the field. */
  readonly field?: string;
  /** The offers of a menu stand in groups, with a line between them. */
  readonly group: string;
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
  remove: (document, pointer) =>
    placeIn(pointer).parent === '/codes'
      ? removeCodeSet(document, pointer)
      : removeEntry(document, pointer),
};

/** The change that a deed is for a row; undefined where it cannot be done. */
export function editFor(
  deed: Deed,
  { pointer, sort }: OutlineNode,
  document: JsonObject,
): DocumentEdit | undefined {
  if (sort === 'criterion') return ofCriterion[deed](document, pointer);
  return sort === 'entry' ? ofEntry[deed]?.(document, pointer) : undefined;
}

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

/** What a kind of criterion is called where one is chosen. */
function kindName(kind: CriterionKind, { language, texts }: Ui): string {
  const type = queryTypes.find((each) => each === kind);
  return type
    ? nameOne(type, language)
    : texts.editor.kinds[kind as keyof typeof texts.editor.kinds];
}

/** What can be added at a row: into it, or behind it. */
export function additionsAt(node: OutlineNode, document: JsonObject, ui: Ui): readonly Offer[] {
  const { pointer, sort } = node;
  const { editor } = ui.texts;
  if (sort === 'criterion' || sort === 'place')
    return criteriaFor(pointer, document, ui, groupOf(node));
  if (pointer === '/population') return criteriaFor('/population/include', document, ui, 'inside');
  const list = entryLists.find((each) => pointer === `/${each}` || pointer.startsWith(`/${each}/`));
  if (list) {
    const own = sort === 'entry' ? ownCriteria(pointer, list, document, ui) : [];
    return [...own, ...entriesFor(list, document, ui)];
  }
  if (pointer === '/codes' || pointer.startsWith('/codes/'))
    return codeSystems.map(({ name, title }) => ({
      label: editor.addSet(title),
      what: whatOf((texts) => texts.editor.addSet(title)),
      edit: addCodeSet(document, name),
      group: 'codes',
    }));
  return [];
}

/** A group takes what is added to it; behind all else it is put. */
function groupOf({ kind, children }: OutlineNode): 'inside' | 'after' {
  return groupKinds.some((each) => each === kind) || children.length > 0 ? 'inside' : 'after';
}

function criteriaFor(
  pointer: string,
  document: JsonObject,
  ui: Ui,
  into: 'inside' | 'after',
): readonly Offer[] {
  return criterionKinds.flatMap((kind): readonly Offer[] => {
    const edit = insertCriterion(document, pointer, kind, into);
    const what = whatOf((texts, own) => texts.editor.addThis(kindName(kind, own)));
    if (!edit) return [];
    const isQuery = queryTypes.some((each) => each === kind);
    const field = isQuery ? within(edit.select, kind, 'codes') : edit.select;
    return [{ label: kindName(kind, ui), what, edit, field, group: familyOf(kind) }];
  });
}

function familyOf(kind: CriterionKind): string {
  if (groupKinds.some((each) => each === kind)) return 'groups';
  return kind === 'patient' || queryTypes.some((each) => each === kind) ? 'records' : 'others';
}

/** The criteria that an entry may have and does not have yet. */
function ownCriteria(
  pointer: string,
  list: EntryList,
  document: JsonObject,
  ui: Ui,
): readonly Offer[] {
  const keys = { information: ['condition'], indicators: ['denominator', 'except'] } as const;
  const { parts, addThis } = ui.texts.editor;
  return (list in keys ? keys[list as keyof typeof keys] : []).flatMap((key): readonly Offer[] => {
    const place = within(pointer, key);
    // Where one stands already it is added to in its own row.
    const edit = insertCriterion(document, place, 'any', 'after');
    return edit?.steps[0]?.path === place && edit.steps[0].op === 'add'
      ? [
          {
            label: addThis(parts[key]),
            what: whatOf((texts) => texts.editor.addThis(texts.editor.parts[key])),
            edit,
            group: 'own',
          },
        ]
      : [];
  });
}

function entriesFor(list: EntryList, document: JsonObject, ui: Ui): readonly Offer[] {
  const offer = (name: (ui: Ui) => string, edit: DocumentEdit, label = name(ui)): Offer => {
    const what = whatOf((texts, own) => texts.editor.addThis(name(own)));
    return { label, what, edit, field: within(edit.select, 'title', 'da'), group: list };
  };
  if (list === 'information')
    return itemTypes.map((type) =>
      offer(({ language }) => typeTitle(type, language), addEntry(document, list, type)),
    );
  const name = ({ texts }: Ui) => texts.editor.entries[list];
  return [offer(name, addEntry(document, list), ui.texts.editor.addThis(name(ui)))];
}

/** What else can be done to a row: put into a group, taken out of it, made another kind. */
export function changesAt(node: OutlineNode, document: JsonObject, ui: Ui): readonly Offer[] {
  const { pointer, sort, kind } = node;
  const { editor } = ui.texts;
  const simple = deeds.flatMap((deed): readonly Offer[] => {
    const edit = editFor(deed, node, document);
    const what = whatOf((texts) => texts.editor.deeds[deed]);
    return edit ? [{ label: editor.deeds[deed], what, edit, group: 'deeds' }] : [];
  });
  if (sort !== 'criterion') return simple;
  const wraps = groupKinds.flatMap((each): readonly Offer[] => {
    const edit = wrap(document, pointer, each);
    const words = (texts: Ui['texts']) => texts.editor.wrapIn(texts.editor.kinds[each]);
    return edit ? [{ label: words(ui.texts), what: whatOf(words), edit, group: 'wrap' }] : [];
  });
  const unwrapped = unwrap(document, pointer);
  const kinds = criterionKinds.flatMap((each): readonly Offer[] => {
    const isGroup = groupKinds.some((other) => other === kind);
    if (isGroup !== groupKinds.some((other) => other === each)) return [];
    const edit = changeKind(document, pointer, each);
    const what = whatOf((texts, own) => texts.editor.makeThis(kindName(each, own)));
    return edit ? [{ label: editor.makeThis(kindName(each, ui)), what, edit, group: 'kind' }] : [];
  });
  return [
    ...simple,
    ...wraps,
    ...(unwrapped
      ? [
          {
            label: editor.unwrap,
            what: whatOf((texts) => texts.editor.unwrap),
            edit: unwrapped,
            group: 'wrap',
          },
        ]
      : []),
    ...kinds,
  ];
}
