import { html, type TemplateResult } from 'lit';
import { rectOf } from '../../../ui/popover.ts';
import type { Controllers } from '../controllers/index.ts';
import type { Panel } from './panel.ts';

/** Something to be done, as a panel offers it. */
export interface Deed {
  readonly label: unknown;
  /** `anchor` is where a panel belongs. */
  readonly run: (anchor: DOMRect) => void;
}

/**
 * What has no room on a line, one below the other in a panel of its own. What is done closes the panel, unless it has
 * opened another.
 *
 * @param kind Of the panel that they stand in.
 */
export function deedList(
  deeds: readonly Deed[],
  panels: Controllers['panels'],
  kind: Panel['kind'],
): TemplateResult {
  return html`<ul class="deeds">
    ${deeds.map(
      ({ label, run }) =>
        html`<li>
          <button
            type="button"
            class="button"
            @click=${(event: Event) => {
              run(panels.anchor ?? rectOf(event));
              if (panels.panel?.kind === kind) panels.close();
            }}
          >
            ${label}
          </button>
        </li>`,
    )}
  </ul>`;
}
