import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OverblikElement } from '../elements/shared/element.ts';
import type { AreaReport, ClinicReport } from '../report/index.ts';
import { theme } from '../ui/theme.ts';
import { reportStyles } from './styles.ts';
import { reportUis, type Texts } from './ui.ts';

declare global {
  interface HTMLElementTagNameMap {
    'overblik-report': OverblikReport;
  }
}

/**
 * Reports of indicators: how the clinics of an area do, protected so that nobody can be found in them. An entry of its
 * own registers it: `overblik/report/element`.
 *
 * @tagname overblik-report
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something that the element was given cannot be used: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 */
export class OverblikReport extends OverblikElement<keyof Texts> {
  static override styles = [theme, reportStyles];

  protected override readonly uis = reportUis;

  /** The clinics' reports, or the report of an area. One that comes later is added: give another list. */
  @property({ attribute: false }) reports: readonly ClinicReport[] | AreaReport = [];

  protected override render(): TemplateResult {
    const { report } = this.ui.texts;
    return html`<section
      class="frame"
      part="frame"
      lang=${this.ui.language}
      aria-label=${report.title}
    >
      <p class="empty">${report.none}</p>
    </section>`;
  }
}
