/** The parts of the JSON text: where the cursor is, as a JSON Pointer, and the part that is marked. */
import { syntaxTree } from '@codemirror/language';
import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { pointer } from '../../json/paths.ts';

/** A node of the JSON syntax tree. */
export type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Where the value that a place in the text is in stands in the document. */
export function pointerAt(state: EditorState, offset: number): string {
  return pointer(keysAt(state, offset));
}

/** The same as keys. */
export function keysAt(state: EditorState, offset: number): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(offset, -1);
  for (let child: SyntaxNode | null = null; node; child = node, node = node.parent) {
    if (node.name === 'Property') {
      const name = node.getChild('PropertyName');
      if (name) keys.unshift(textOf(state, name));
    } else if (node.name === 'Array' && child) keys.unshift(indexIn(node, child));
  }
  return keys;
}

/** The text of a JSON string; of one that is half written, as it is. */
export function textOf(state: EditorState, { from, to }: SyntaxNode): string {
  const written = state.sliceDoc(from, to);
  try {
    return String(JSON.parse(written));
  } catch {
    return written.replace(/^"|"$/g, '');
  }
}

function indexIn(array: SyntaxNode, child: SyntaxNode): number {
  let index = 0;
  for (let each = array.firstChild; each && each.from < child.from; each = each.nextSibling)
    if (!['[', ']', ','].includes(each.name) && !each.type.isError) index++;
  return index;
}

/** The place of the part that is selected; undefined: none. */
export const setMarked = StateEffect.define<number | undefined>();

const line = Decoration.line({ class: 'cm-selected-part' });

export const markedPart = StateField.define({
  create: () => Decoration.none,
  update(before, { changes, effects, newDoc }) {
    const mark = effects.find((each) => each.is(setMarked));
    if (!mark) return before.map(changes);
    const at = mark.value;
    return at === undefined
      ? Decoration.none
      : Decoration.set(line.range(newDoc.lineAt(Math.min(at, newDoc.length)).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});
