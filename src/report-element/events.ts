/** What the report tells its host. */
import type { Report } from '../report/index.ts';
import type { Answer } from './host.ts';
import type { ReportView } from './model/view.ts';

/** The wish to see the patients behind one of my own clinic's numbers. No patient data. */
export interface ReportOpenPatientsDetail {
  readonly profileId: string;
  /** Which version of the profile the report counted by. */
  readonly version: string;
  readonly indicatorId: string;
  /** Which of the three groups of the indicator (R22). */
  readonly answer: Answer;
  /** The date of the number, `YYYY-MM-DD`. */
  readonly date: string;
}

/** How the report is looked at: plain JSON, to be kept and given back as `view`. */
export interface ReportViewDetail {
  readonly view: ReportView;
}

/** A report was added from a file. */
export interface ReportJoinedDetail {
  readonly report: Report;
}
