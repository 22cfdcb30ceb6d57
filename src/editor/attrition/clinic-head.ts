/** The clinic behind the numbers, in the editor's head: that it is coming, did not come, or is not all there. */
import { html } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import { problemNotice } from '../../elements/shared/notices.ts';
import type { Problem } from '../../model/index.ts';
import type { EditorClinic } from '../host.ts';
import type { Ui } from '../ui.ts';

/** @param asked How many are counted. */
export function clinicHead(clinic: EditorClinic, asked: number | undefined, ui: Ui): unknown {
  const { attrition: text, states } = ui.texts;
  const { phase, description, progress, problems } = clinic.state;
  const count = (value: number) => formatCount(value, ui.language);
  const retry = () => void clinic.retry();
  switch (phase) {
    case 'none':
      return html`<span class="clinic muted">${text.noClinic}</span>`;
    case 'search-only':
      return html`<span class="clinic muted">${text.searchOnly}</span>`;
    case 'loading': {
      const { received = 0, expected } = progress ?? {};
      return html`<span class="clinic muted" role="status"
        >${text.loading}${
          progress
            ? `: ${expected === undefined ? states.received(count(received)) : states.progress(count(received), count(expected))}`
            : ''
        }</span
      >`;
    }
    case 'failed':
      return problemNotice(problems, ui, retry, text.loadFailed);
    case 'ready':
      return html`<span class="clinic muted"
          >${text.clinic(description?.name ?? '', count(asked ?? 0))}</span
        >
        ${problemNotice(problems.filter(isGrave), ui, retry, text.incomplete)}`;
  }
}

/** Whether the numbers may be wrong by it: what could not be read is told beside the patients. */
export function isGrave({ kind }: Problem): boolean {
  return kind !== 'rejected';
}
