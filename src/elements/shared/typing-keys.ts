/**
 * Keeps what is typed in a field of ours from the page around it: a host whose journal opens at *j* means a key that
 * is pressed outside fields, and sees no field in our shadow tree. To be listened with on the tree, for `keydown`,
 * `keypress` and `keyup`. Escape, Tab, the function keys, and whatever is held with Ctrl, Alt or the Command key go on
 * to the host.
 */
export function holdTyping(event: Event): void {
  const key = event as KeyboardEvent;
  if (isTyping(key) && isField(key.composedPath()[0])) event.stopPropagation();
}

/** The events that a host may listen for keys by. */
export const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/** Keys that write, or move within what is written. */
const editing: ReadonlySet<string> = new Set([
  'Backspace',
  'Delete',
  'Enter',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  // An accent, and a sign that is put together of several keys.
  'Dead',
  'Process',
]);

function isTyping(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (event.isComposing) return true;
  // AltGr writes @ and { on a Danish keyboard; Windows tells of it as Ctrl with Alt.
  const isHeld = (ctrlKey || altKey || metaKey) && !event.getModifierState('AltGraph');
  return !isHeld && (key.length === 1 || editing.has(key));
}

/** Whether an element is written in. Check boxes and buttons are not. */
export function isField(target: EventTarget | undefined): boolean {
  const element = target as Partial<HTMLInputElement> | undefined;
  switch (element?.localName) {
    case 'textarea':
    case 'select':
      return true;
    case 'input':
      return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(element.type ?? '');
    default:
      return element?.isContentEditable === true;
  }
}
