/** What clinics report of exemptions from a profile's markers, as it is drawn: by reasons, without patients. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExemptionReadings, ExemptionSummary, ReportedReason } from '../../archive/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { nameExemptionReason } from '../../model/index.ts';
import { textIn, type Profile } from '../../profile/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Ui } from './ui.ts';

export function exemptionsPart(
  readings: ExemptionReadings | 'loading' | 'failed',
  profile: Profile | undefined,
  /** Makes the clinic's own report; undefined where it keeps no rounds. */
  report: (() => void) | undefined,
  ui: Ui,
): TemplateResult {
  const { texts } = ui;
  const text = texts.archive;
  if (readings === 'loading')
    return html`<p class="muted" role="status">${texts.states.partLoading}</p>`;
  if (readings === 'failed')
    return html`<div class="notice critical" part="notice" role="alert">${text.failed}</div>`;
  const { summaries, unreadable } = readings;
  return html`<h4>${text.exemptions}</h4>
    <p class="muted">${text.exemptionsHint}</p>
    ${
      report && profile
        ? html`<p class="report">
            <button type="button" class="button" @click=${report}>
              ${icons.export()}${text.report}
            </button>
            <span class="muted">${text.reportHint}</span>
          </p>`
        : nothing
    }
    ${unreadable > 0 ? html`<p class="doubt">${text.unreadReports(unreadable)}</p>` : nothing}
    ${summaries.length === 0 ? html`<p>${text.noExemptions}</p>` : nothing}
    ${summaries.map(
      (each) =>
        html`<h5>${text.version(each.version)}: ${text.clinics(each.clinics)}</h5>
          <div class="scroll-x" tabindex="0" role="group" aria-label=${text.exemptions}>
            ${table(each, profile, ui)}
          </div>`,
    )}`;
}

function table(
  { markers }: ExemptionSummary,
  profile: Profile | undefined,
  ui: Ui,
): TemplateResult {
  const { language, texts } = ui;
  const text = texts.archive;
  const [first] = markers;
  const reasons = (first?.reasons ?? []).map(({ reason }) => reason);
  return html`<table class="versions">
    <thead>
      <tr>
        <th scope="col">${text.marker}</th>
        ${reasons.map((reason) => html`<th scope="col">${reasonTitle(reason, ui)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${markers.map(
        ({ marker, reasons: counts }) =>
          html`<tr>
            <th scope="row">${markerName(marker, profile, ui)}</th>
            ${counts.map(
              ({ count, under }) =>
                html`<td class="number">
                  ${count > 0 ? formatCount(count, language) : html`<span class="muted">${text.few(under)}</span>`}
                  ${
                    count > 0 && under > 0
                      ? html`<span class="muted small">${text.under(under)}</span>`
                      : nothing
                  }
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function reasonTitle(reason: ReportedReason, { language, texts }: Ui): string {
  return reason === 'other' ? texts.archive.reasonOther : nameExemptionReason(reason, language);
}

function markerName(id: string | undefined, profile: Profile | undefined, ui: Ui): string {
  const text = ui.texts.archive;
  if (id === undefined) return text.wholePatient;
  const marker = profile?.markers?.find((each) => each.id === id);
  return marker ? textIn(marker.title, ui.language) : text.unknownMarker(id);
}
