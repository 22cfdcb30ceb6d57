/** What stands on screen as it is, by subject: an element takes the subjects that it says something of. */
import type { ByLanguage } from '../language.ts';
import type { actionFormTexts } from './action-form.ts';
import type { actionsTexts } from './actions.ts';
import type { archiveTexts } from './archive.ts';
import type { cockpitTexts } from './cockpit.ts';
import type { conformanceTexts } from './conformance.ts';
import type { editorCodesTexts } from './editor-codes.ts';
import type { editorTexts } from './editor.ts';
import type { editorDraftsTexts } from './editor-drafts.ts';
import type { editorFormsTexts } from './editor-forms.ts';
import type { attritionTexts } from './editor-attrition.ts';
import type { editorTableTexts } from './editor-table.ts';
import type { editorTestsTexts } from './editor-tests.ts';
import type { editorPublishTexts } from './editor-publish.ts';
import type { editorChecksTexts } from './editor-checks.ts';
import type { commonTexts } from './common.ts';
import type { exportTexts } from './export.ts';
import type { gridTexts } from './grid.ts';
import type { groupsTexts } from './groups.ts';
import type { listTexts } from './list.ts';
import type { markerTexts } from './marker.ts';
import type { paperTexts } from './paper.ts';
import type { patientTexts } from './patient.ts';
import type { patientViewTexts } from './patient-view.ts';
import type { populationTexts } from './population.ts';
import type { profileTexts } from './profile.ts';
import type { qualityTexts } from './quality.ts';
import type { reportTexts } from './report.ts';
import type { reportChartsTexts } from './report-charts.ts';
import type { roundTexts } from './round.ts';
import type { shareTexts } from './share.ts';
import type { startTexts } from './start.ts';
import type { statesTexts } from './states.ts';
import type { workspaceTexts } from './workspace.ts';
import type { whyTexts } from './why.ts';
import type { worklistTexts } from './worklist.ts';
import type { keysTexts } from './keys.ts';
import type { exportPanelTexts } from './export-panel.ts';
import type { runTexts } from './run.ts';
import type { panelsTexts } from './panels.ts';
import type { roundPanelTexts } from './round-panel.ts';
import type { roundMemberTexts } from './round-member.ts';
import type { profileErrorsTexts } from './profile-errors.ts';
import type { patientStatesTexts } from './patient-states.ts';
import type { Translated } from './types.ts';

/** The shape of all fixed texts, in one language. */
export interface Texts {
  readonly population: Translated<(typeof populationTexts)['da']>;
  readonly list: Translated<(typeof listTexts)['da']>;
  readonly round: Translated<(typeof roundTexts)['da']>;
  readonly actions: Translated<(typeof actionsTexts)['da']>;
  readonly actionForm: Translated<(typeof actionFormTexts)['da']>;
  readonly export: Translated<(typeof exportTexts)['da']>;
  readonly quality: Translated<(typeof qualityTexts)['da']>;
  readonly exportPanel: Translated<(typeof exportPanelTexts)['da']>;
  readonly run: Translated<(typeof runTexts)['da']>;
  readonly panels: Translated<(typeof panelsTexts)['da']>;
  readonly roundPanel: Translated<(typeof roundPanelTexts)['da']>;
  readonly roundMember: Translated<(typeof roundMemberTexts)['da']>;
  readonly profileErrors: Translated<(typeof profileErrorsTexts)['da']>;
  readonly patientStates: Translated<(typeof patientStatesTexts)['da']>;
  readonly common: Translated<(typeof commonTexts)['da']>;
  readonly groups: Translated<(typeof groupsTexts)['da']>;
  readonly paper: Translated<(typeof paperTexts)['da']>;
  readonly patient: Translated<(typeof patientTexts)['da']>;
  readonly cockpit: Translated<(typeof cockpitTexts)['da']>;
  readonly patientView: Translated<(typeof patientViewTexts)['da']>;
  readonly share: Translated<(typeof shareTexts)['da']>;
  readonly marker: Translated<(typeof markerTexts)['da']>;
  readonly start: Translated<(typeof startTexts)['da']>;
  readonly states: Translated<(typeof statesTexts)['da']>;
  readonly workspace: Translated<(typeof workspaceTexts)['da']>;
  readonly why: Translated<(typeof whyTexts)['da']>;
  readonly worklist: Translated<(typeof worklistTexts)['da']>;
  readonly keys: Translated<(typeof keysTexts)['da']>;
  readonly grid: Translated<(typeof gridTexts)['da']>;
  readonly profile: Translated<(typeof profileTexts)['da']>;
  readonly conformance: Translated<(typeof conformanceTexts)['da']>;
  readonly editorCodes: Translated<(typeof editorCodesTexts)['da']>;
  readonly archive: Translated<(typeof archiveTexts)['da']>;
  readonly editorTable: Translated<(typeof editorTableTexts)['da']>;
  readonly editorTests: Translated<(typeof editorTestsTexts)['da']>;
  readonly editorPublish: Translated<(typeof editorPublishTexts)['da']>;
  readonly editorChecks: Translated<(typeof editorChecksTexts)['da']>;
  readonly editor: Translated<(typeof editorTexts)['da']>;
  readonly editorDrafts: Translated<(typeof editorDraftsTexts)['da']>;
  readonly editorForms: Translated<(typeof editorFormsTexts)['da']>;
  readonly report: Translated<(typeof reportTexts)['da']>;
  readonly reportCharts: Translated<(typeof reportChartsTexts)['da']>;
  readonly attrition: Translated<(typeof attritionTexts)['da']>;
}

/** What texts are about. */
export type Subject = keyof Texts;

/** The texts of some subjects, in each language. */
export type Catalogue<S extends Subject> = { readonly [K in S]: ByLanguage<Texts[K]> };
