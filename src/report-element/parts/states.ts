/** What stands where there is no report to show. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Ui } from '../ui.ts';

/** No report, or reports on their way. */
export function emptyState(
  { texts: { report } }: Ui,
  {
    isLoading,
    join,
    notices,
  }: { readonly isLoading: boolean; readonly join: unknown; readonly notices: unknown },
): TemplateResult {
  return html`<div class="state" role="status">
      <h2>${isLoading ? report.loading : report.none}</h2>
      ${
        isLoading
          ? html`<progress aria-label=${report.loading}></progress>`
          : html`<p>${report.noneHint}</p>
              ${join}`
      }
    </div>
    ${notices ?? nothing}`;
}
