import { isField } from './typing-keys.ts';

/**
 * The character of a key that is pressed alone, as a shortcut: in lower case, whatever Caps Lock says. Undefined where
 * it is meant for something else: a field that is written in, a dialog or panel that stands open, a key that is held
 * down or is put together with others. To be asked by a listener; what stands around it does not count.
 */
export function shortcutIn(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented } = event;
  if (key.length !== 1 || ctrlKey || altKey || metaKey) return undefined;
  if (repeat || isComposing || defaultPrevented) return undefined;
  return isApart(event) ? undefined : key.toLowerCase();
}

/** Ctrl, or the Command key, with Enter; not in a field other than `field`. */
export function isSend(event: KeyboardEvent, field: Element | null): boolean {
  const { key, ctrlKey, altKey, metaKey, repeat, isComposing, defaultPrevented } = event;
  if (key !== 'Enter' || !(ctrlKey || metaKey) || altKey) return false;
  if (repeat || isComposing || defaultPrevented) return false;
  return event.composedPath()[0] === field || !isApart(event);
}

function isApart(event: Event): boolean {
  const path = event.composedPath();
  const around = path.indexOf(event.currentTarget!);
  return path.slice(0, around < 0 ? undefined : around).some(isOwnPlace);
}

/** Whether keys mean something of their own in an element. */
function isOwnPlace(target: EventTarget): boolean {
  if (isField(target)) return true;
  const { isContentEditable, matches } = target as Partial<HTMLElement>;
  return isContentEditable === true || (matches?.call(target, places) ?? false);
}

const places = 'dialog, [popover], [role=dialog], [role=menu], [role=listbox]';
