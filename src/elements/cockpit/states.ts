import { html, nothing, type TemplateResult } from 'lit';
import type { PatientState } from '../../model/index.ts';
import type { Ui } from './ui.ts';
import { problemNotice, stateMessage } from '../shared/notices.ts';

/** Says that the patient is on the way, or being made ready. */
export function preparingPatient({ texts: { patientStates } }: Ui): TemplateResult {
  return stateMessage(
    patientStates.loadingPatient,
    '',
    html`<progress aria-label=${patientStates.loadingPatient}></progress>`,
    'status',
  );
}

/** Says why no patient is shown, and what can be done; nothing where one is. */
export function stateWithoutPatient(
  { phase, problems }: PatientState,
  hasClinic: boolean,
  retry: () => void,
  ui: Ui,
): TemplateResult | typeof nothing {
  const { states, patientStates, cockpit } = ui.texts;
  switch (phase) {
    case 'empty':
      return hasClinic
        ? stateMessage(cockpit.choosePatient, cockpit.choosePatientHint)
        : stateMessage(states.emptyAdapter, states.emptyAdapterHint);
    case 'loading':
      return preparingPatient(ui);
    case 'failed':
      return stateMessage(
        patientStates.failedPatient,
        patientStates.failedPatientHint,
        html`${problemNotice(problems, ui, retry, ui.texts.states.patientProblems)}`,
      );
    case 'gone':
      return stateMessage(patientStates.gonePatient, patientStates.gonePatientHint);
    case 'ready':
      return nothing;
  }
}
