/** What the parts of a cluster package are drawn from. */
import type { ClusterPackage } from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Drawn } from '../host.ts';
import type { Meeting } from './meeting.ts';
import type { Ui } from '../ui.ts';

export interface PackageHost {
  readonly ui: Ui;
  readonly document: ClusterPackage;
  readonly meeting: Meeting;
  /** The day on which the report is looked at: that of the meeting, when it is held. */
  readonly today: CalendarDate;
  /** The dates of the reports of the package's profiles. */
  readonly dates: readonly CalendarDate[];
  /** An indicator of a profile, on a date or the one that is looked at; undefined where nobody has reported it. */
  readonly drawnOf: (profile: string, indicator: string, date?: CalendarDate) => Drawn | undefined;
  /** What an indicator is called. */
  readonly titleOf: (profile: string, indicator: string) => string;
  /** Keeps what was agreed, or that the meeting is held. */
  readonly change: (meeting: Meeting) => void;
}
