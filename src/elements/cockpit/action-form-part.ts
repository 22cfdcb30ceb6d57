/** What is written before a host's action is done for the patient: loaded when the first such action is chosen. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatCpr, textIn } from '../../model/index.ts';
import { actionFormTexts } from '../../i18n/texts/action-form.ts';
import { actionsTexts } from '../../i18n/texts/actions.ts';
import { patientTexts } from '../../i18n/texts/patient.ts';
import { ActionForm } from '../shared/action-form/form.ts';
import { actionFormStyles } from '../shared/action-form/styles.ts';
import type { FormUi } from '../shared/action-form/ui.ts';
import { uisOf } from '../shared/context.ts';
import type { Ui } from './ui.ts';

export { ActionForm };

const formUis = uisOf({
  actionForm: actionFormTexts,
  actions: actionsTexts,
  patient: patientTexts,
});

/** The texts of the form, in the cockpit's language. */
export function formUi({ language, own }: Ui): FormUi {
  return own?.uiOf(formUis[language]) ?? formUis[language];
}

/** Draws the form, with whom it is for and what does it. */
export function patientForm(
  form: ActionForm,
  { go, close }: { readonly go: () => void; readonly close: () => void },
  ui: FormUi,
): TemplateResult {
  const { action, patients } = form.source;
  const label = textIn(action.label, ui.language);
  const [patient] = patients;
  return html`<h3 class="whose">
      ${label}: ${patient?.name || ui.texts.patient.noName}
      ${patient?.cpr === undefined ? nothing : html`<span class="muted">${formatCpr(patient.cpr)}</span>`}
    </h3>
    ${form.content(ui)}
    <div class="buttons">
      <button
        type="button"
        class="button primary"
        aria-disabled=${form.canBeDone ? 'false' : 'true'}
        @click=${go}
      >
        ${label}
      </button>
      <button type="button" class="button" @click=${close}>${ui.texts.actions.cancel}</button>
    </div>`;
}

export const styles = css`
  ${actionFormStyles}
  dialog.action > * + * {
    margin-block-start: 0.75rem;
  }
`;
