/** What is done during a drag, and after. */
export interface DragSteps {
  move(event: PointerEvent): void;
  /** `dragged` is false for a mere click; `kept` is false where the drag was taken back. */
  end(dragged: boolean, kept: boolean): void;
}

/** Pixels that a press may wander and still be a click. */
export const clickSlack = 5;

/**
 * Follows the pointer from a press until it is let go. Escape takes the drag back.
 *
 * @param slack Pixels from which on it is a drag.
 * @param axis Which way they are counted.
 */
export function followDrag(
  press: PointerEvent,
  element: HTMLElement,
  slack: number,
  steps: DragSteps,
  axis: 'across' | 'any' = 'across',
): void {
  const page = element.ownerDocument;
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  let dragged = false;
  const end = (kept: boolean) => {
    listening.abort();
    steps.end(dragged, kept);
  };
  page.addEventListener(
    'pointermove',
    (event) => {
      const [across, down] = [event.clientX - press.clientX, event.clientY - press.clientY];
      const way = axis === 'across' ? Math.abs(across) : Math.hypot(across, down);
      if (!dragged && way < slack) return;
      if (!dragged) element.setPointerCapture(press.pointerId);
      dragged = true;
      steps.move(event);
    },
    options,
  );
  page.addEventListener('pointerup', () => end(true), options);
  page.addEventListener('pointercancel', () => end(false), options);
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(false);
    },
    options,
  );
}
