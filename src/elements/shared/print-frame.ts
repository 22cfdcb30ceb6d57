import { render, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { activeElementIn } from './active-element.ts';

/** An element of ours that prints. */
export type Printing = ReactiveElement & { readonly isUnreadable: boolean };

export interface Printed {
  readonly title: string;
  readonly content: TemplateResult;
  /** Style sheets for a shadow tree. */
  readonly styles: readonly string[];
  readonly landscape?: boolean;
  /** The rules of its pages (`pageRules`). */
  readonly page: string;
  /** Called when all is drawn. */
  readonly drawn?: (root: ShadowRoot) => void;
  /** Whether the element still shows those who are printed. */
  readonly isShown: () => boolean;
}

/**
 * Prints something alone, whatever the host's page holds around it: in a frame that is gone afterwards. Answers
 * whether the browser took it up; a frame that is sandboxed without `allow-modals`, and some desktop programs, let
 * the call pass without a word.
 */
export async function printAlone(near: Printing, parts: Printed): Promise<boolean> {
  const { ownerDocument } = near;
  // To get it ready takes its time, and nobody is printed who has gone from the screen meanwhile.
  if (!near.isConnected || near.isUnreadable || !parts.isShown()) return false;
  // One that nobody has answered yet holds another patient: it does not wait for its answer.
  standing.get(ownerDocument)?.end();
  const frame = ownerDocument.createElement('iframe');
  const end = standUntilAnswered(frame, near, parts.isShown);
  place(frame, parts);
  ownerDocument.body.append(frame);
  const inner = fill(frame, parts);
  if (inner) {
    inner.addEventListener('afterprint', end);
    inner.focus();
  } else end();
  const isTakenUp = await print(inner ?? ownerDocument.defaultView);
  if (!isTakenUp) end();
  return isTakenUp;
}

/** Takes away what an element has printed, where it still stands. */
export function forgetPrint(near: ReactiveElement): void {
  const frame = standing.get(near.ownerDocument);
  if (frame?.near === near) frame.end();
}

/** What stands in a document to be printed, whose it is, and how it goes. */
const standing = new WeakMap<
  Document,
  { readonly near: ReactiveElement; readonly end: () => void }
>();

/** Milliseconds that a frame stands at the longest: nobody looks at a dialog for so long. */
const longestStand = 300_000;

/**
 * Has the frame go when it is called; else as soon as the user does anything in the page around it, for which the
 * dialog must be gone: not every browser tells of its end. In any case with the element, as soon as that shows those
 * who are printed no longer, and after a time. What had the focus has it again.
 */
function standUntilAnswered(
  frame: HTMLIFrameElement,
  near: ReactiveElement,
  isShown: () => boolean,
): () => void {
  const { ownerDocument } = frame;
  const page = ownerDocument.defaultView;
  const acts = ['pointerdown', 'keydown'] as const;
  const before = activeElementIn(ownerDocument);
  const end = () => {
    const hadFocus = ownerDocument.activeElement === frame;
    frame.remove();
    if (hadFocus && before?.isConnected) before.focus({ preventScroll: true });
    clearTimeout(timer);
    near.removeController(withElement);
    for (const act of acts) page?.removeEventListener(act, end, true);
    if (standing.get(ownerDocument)?.end === end) standing.delete(ownerDocument);
  };
  const withElement: ReactiveController = {
    hostDisconnected: end,
    hostUpdated: () => {
      if (!isShown()) end();
    },
  };
  const timer = setTimeout(end, longestStand);
  near.addController(withElement);
  for (const act of acts) page?.addEventListener(act, end, true);
  standing.set(ownerDocument, { near, end });
  return end;
}

function place(frame: HTMLIFrameElement, { landscape = false }: Printed): void {
  const { inline, block } = landscape ? turned : upright;
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineStart: '-200vw',
    inlineSize: inline,
    blockSize: block,
    border: '0',
  });
}

/** Draws what is printed. Undefined where the frame cannot be reached: in a sandbox every frame is a stranger. */
function fill(frame: HTMLIFrameElement, parts: Printed): Window | undefined {
  const { contentDocument } = frame;
  const inner = contentDocument?.defaultView;
  if (!inner) return undefined;
  const sheet = (text: string) => {
    const made = new inner.CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const { document } = inner;
  document.adoptedStyleSheets = [sheet(`${parts.page} body { margin: 0 }`)];
  document.title = parts.title;
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = parts.styles.map(sheet);
  render(parts.content, root);
  parts.drawn?.(root);
  return inner;
}

/** Milliseconds in which a browser that prints begins to. */
const longestStart = 1000;

/** Prints a window; answers whether the browser began to. */
async function print(target: Window | null): Promise<boolean> {
  if (!target) return false;
  return new Promise((resolve) => {
    target.addEventListener('beforeprint', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), longestStart);
    try {
      target.print();
    } catch {
      resolve(false);
    }
  });
}

/** A4 less its margins. */
const upright = { inline: '190mm', block: '281mm' };
const turned = { inline: '283mm', block: '196mm' };
