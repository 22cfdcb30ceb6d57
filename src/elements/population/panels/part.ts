import { LazyPart, type LazyHost } from '../../shared/lazy-part.ts';
import type * as Panels from './content.ts';

/** The panels over the list, loaded together when the first of them is opened. */
export function panelsPart(host: LazyHost): LazyPart<typeof Panels> {
  return new LazyPart(host, () => import('./content.ts'));
}
