/** Windows as they are written (R6, R8), before a day is known. */
import type { Window } from '../profile/index.ts';

/** The ends of a window as written; a missing side is open. */
export function edgesOf(window: Window): { readonly from?: string; readonly to?: string } {
  if (window === 'ever') return { to: 'P0D' };
  if (window === 'now') return { from: 'P0D', to: 'P0D' };
  if (window === 'future') return { from: 'P0D' };
  if ('last' in window) return { from: `-${window.last}`, to: 'P0D' };
  if ('next' in window) return { from: 'P0D', to: window.next };
  const { from, to = 'P0D' } = window;
  return from === undefined ? { to } : { from, to };
}
