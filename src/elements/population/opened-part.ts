import { LazyPart, type LazyHost } from '../shared/lazy-part.ts';
import type * as Opened from './opened.ts';

/** What is opened over the list, loaded together when the first of it is asked for. */
export type OpenedPart = LazyPart<typeof Opened>;

export function openedPart(host: LazyHost): OpenedPart {
  return new LazyPart(host, () => import('./opened.ts'));
}
