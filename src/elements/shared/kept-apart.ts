import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/**
 * Draws what is of one patient, or of one round, anew for another. `keyed` would hold on to all that it has drawn, since
 * Lit tells nobody in it that it is gone (an `AsyncDirective` stands in it).
 */
export function keptApart(key: string, content: TemplateResult): unknown {
  return repeat(
    [content],
    () => key,
    (each) => each,
  );
}
