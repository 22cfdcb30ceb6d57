/** How the list is looked at: plain data that a host may keep and give back. */
import type {
  Assignee,
  ContactAttempt,
  ExemptionReason,
  MarkerExemption,
  TeamMember,
} from '../../adapter/index.ts';
import type { LocalText, Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { DateRange } from './date-ranges.ts';
import type { ExemptMarkers } from '../rounds/exempt-markers.ts';

/** How far the patient has come in the round. */
export interface RowStatus {
  readonly status: 'new' | 'to-follow-up' | 'reviewed' | 'exempt';
  readonly note?: string | undefined;
  /** What an earlier round said of the patient. */
  readonly earlier?: string | undefined;
  /** Who is to see to the patient. */
  readonly assignee?: Assignee | undefined;
  /** By which day something is to be done. */
  readonly due?: CalendarDate | undefined;
  /** Attempts to reach the patient, in any order. */
  readonly contact?: readonly ContactAttempt[] | undefined;
  /** Why the patient is exempt, coded. */
  readonly exemptReason?: ExemptionReason | undefined;
  /** The exempted markers that hold. */
  readonly exemptions?: readonly MarkerExemption[] | undefined;
  /** What is shown is not stored yet. */
  readonly pending?: boolean;
  /** What is stored of the round is not here: nobody knows how far the patient has come, and `status` says nothing. */
  readonly isUnknown?: boolean;
  /** Changed by another user too. */
  readonly conflict?: object | undefined;
  /** On a combined list: how far the patient has come on each of the lists; `status` is the least of them. */
  readonly lists?: readonly ListStatus[] | undefined;
}

/** Another list of the same clinic on the same day, as far as it was worked out already. */
export interface OtherList {
  readonly profile: Pick<Profile, 'id' | 'title' | 'about'>;
  readonly members: ReadonlySet<string>;
  /** Those of whom nobody can say. */
  readonly undecided: ReadonlySet<string>;
}

/** How far a patient has come on one of several lists. */
export interface ListStatus {
  readonly title: LocalText;
  readonly status: RowStatus['status'];
  readonly isUnknown: boolean;
}

/** What the list knows of the round under way. */
export interface ListRound {
  /** By patient id (a map, or what asks the round); one who is not in it has no status. */
  readonly statuses: { get(patientId: string): RowStatus | undefined };
  /** What is stored of it is not here: of whom nothing was set meanwhile, nobody knows the status. */
  readonly isUnknown?: boolean;
  /** By patient id: the markers that count no longer. A map that goes on with the round. */
  readonly exempt?: ReadonlyMap<string, ExemptMarkers> | undefined;
  /** Ids of those who are dealt with: reviewed or exempt. A set that goes on with the round. */
  readonly done?: ReadonlySet<string> | undefined;
  /** Whom a patient can be assigned to. */
  readonly team?: readonly TeamMember[] | undefined;
  /** Whether anybody is assigned, anything due, and anybody contacted: the columns are shown then. */
  readonly planned?: Readonly<Record<'assignee' | 'due' | 'contact', boolean>> | undefined;
  /** Who came since the last round, and how many left; absent where there is no earlier one. */
  readonly since?:
    | {
        readonly came: ReadonlySet<string>;
        readonly left: number;
        /** The day that the last round was evaluated on, `YYYY-MM-DD`. */
        readonly on: string;
      }
    | undefined;
}

/** Where those stand who are dealt with in the round, reviewed or exempt: after the others, nowhere, or where they belong. */
export type DonePlace = 'last' | 'hidden' | 'in-order';

export type ListTab = 'members' | 'undecided';

/** What a cell holds, as in the engine's `Cell`. */
export type CellState = 'value' | 'none' | 'unknown' | 'not-asked';

export interface Sort {
  readonly columnId: string;
  readonly descending: boolean;
}

/**
 * A row passes when its cell has a value that meets every condition given here, or is in one of `states`.
 * With neither conditions nor states, every row passes.
 */
export interface Filter {
  readonly columnId: string;
  /** Codes, marker ids, statuses, fields' values: the cell holds at least one of them. */
  readonly any?: readonly string[];
  /** Ids of markers, controls or indicators: the cell holds every one of them. */
  readonly all?: readonly string[];
  /**
   * Of `any` of markers, controls and indicators: the patients of whom the answer is *no*, or *unknown*, in the place of
   * those of whom it is *yes*. Of an indicator those who are in its denominator (R22).
   */
  readonly answer?: 'no' | 'unknown';
  /** Numbers (value, count, age), or dates. Both ends included. */
  readonly min?: number | CalendarDate;
  readonly max?: number | CalendarDate;
  /** Of the day of what stands first in the cell: a stretch of days, seen from the day that the list is of. */
  readonly when?: DateRange;
  /** Text that the cell holds, whatever the case. */
  readonly contains?: string;
  readonly states?: readonly CellState[];
  /**
   * Put on by a figure, a number of the round or the user's tasks: it is asked of every row, also where one is enough of
   * the filters that the user has written.
   */
  readonly narrows?: true;
}

/** One thing that makes a patient come before another; the first that differs decides. */
export interface PriorityRule {
  readonly by: 'critical' | 'warning' | 'info' | 'missing-control' | 'undecided-markers' | 'age';
  readonly on: boolean;
}

export interface ColumnView {
  readonly id: string;
  /** CSS pixels; without it the column is fitted to its texts. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly pinned?: boolean;
}

/** Whether a row is to pass every filter that the user has written, or one of them at least. */
export type FilterMatch = 'all' | 'any';

/** A saved view of one profile's list. Plain JSON; what a newer profile does not know is passed over. */
export interface ListView {
  readonly profileId: string;
  readonly tab: ListTab;
  /** In the order shown; columns that are not named keep their usual place. */
  readonly columns: readonly ColumnView[];
  /** Empty: by priority. */
  readonly sort: readonly Sort[];
  readonly priority: readonly PriorityRule[];
  readonly filters: readonly Filter[];
  /**
   * How the filters that the user has written go together, where there are two or more. Default `all`. Those that narrow,
   * the search, and who is dealt with are asked beside them, always.
   */
  readonly match?: FilterMatch;
  readonly query: string;
  readonly density?: 'normal' | 'compact';
  /** Id of the column by which rows stand in groups; absent where they do not. */
  readonly group?: string;
  /** Default `last`, of each group where there are any. Where a status is filtered for, nobody is hidden. */
  readonly done?: DonePlace;
}
