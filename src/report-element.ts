/** `overblik/report/element`: registers `<overblik-report>`, and nothing else. */
import { OverblikReport } from './report-element/element.ts';
import { register } from './register.ts';

register({ report: OverblikReport });

export { OverblikReport };
export type {
  ReportJoinedDetail,
  ReportOpenPatientsDetail,
  ReportViewDetail,
} from './report-element/events.ts';
export type { MeetingChangedDetail } from './report-element/package/meeting.ts';
export type { Answer } from './report-element/host.ts';
export type { Named } from './report-element/model/units.ts';
export type { ReportScope, ReportView } from './report-element/model/view.ts';
export type { OwnCounts, OwnFigures } from './report-element/own/types.ts';
export type { AreaReport, ClinicReport, Report } from './report/index.ts';
