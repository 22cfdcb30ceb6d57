import type {
  Assignee,
  ClinicAdapter,
  MarkerExemption,
  ProblemReport,
  Round,
  RoundAim,
  RoundMember,
  RoundStatus,
} from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { ModelOptions } from '../load/options.ts';
import type { Problem } from '../load/problems.ts';
import type { AimDispute, RoundConflict } from './draft.ts';
import type { RoundPopulation } from './presence.ts';
import type { RoundUndo, UndoOutcome } from './history.ts';

/** What rounds are about: a clinic, a profile, and who is in its population now. */
export interface RoundInputs extends RoundPopulation {
  readonly adapter?: ClinicAdapter | undefined;
  readonly profile?: Round['profile'] | undefined;
  /** Names the clinic (`ClinicDescription.id`): of the same one, another adapter's store goes on with the rounds. */
  readonly clinicId?: string | undefined;
  readonly asOf: CalendarDate;
  /** Initials: who sets a status or writes a note. */
  readonly user?: string | undefined;
  /** The time now, as an ISO date-time with offset: when something was changed. */
  readonly now: () => string;
  /** Only single patients are looked at: who is in the population stays as another model has said of the same rounds. */
  readonly isOfPatient?: boolean;
}

/** What the round says about one patient, ready to show. */
export interface RoundMemberView extends RoundMember {
  /** The exempted markers that hold today. */
  readonly exemptions: readonly MarkerExemption[];
  /** The patient was exempt until a day that has passed, and is now to be followed up. */
  readonly exemptionEnded: boolean;
  /** `left`: was in, and is no longer; `unknown`: nobody can say, or never was. */
  readonly presence: 'in' | 'undecided' | 'left' | 'unknown';
  /** What is shown is not stored yet. */
  readonly pending: boolean;
  /** Changed by another user too: what is shown is the user's own. */
  readonly conflict: RoundConflict | undefined;
}

/** What the list shows of one patient's round. */
export type RoundStatusView = Pick<
  RoundMemberView,
  'status' | 'note' | 'earlier' | 'assignee' | 'due' | 'contact' | 'pending' | 'conflict'
> &
  Partial<Pick<RoundMemberView, 'exemptReason' | 'exemptions'>>;

export interface AssignedCount {
  readonly assignee: Assignee;
  /** To how many they are to see. */
  readonly count: number;
  /** How many of those are neither reviewed nor exempt. */
  readonly open: number;
}

/** Who is to see to whom, and by when. */
export interface RoundPlan {
  /** By the assignee's id, of those in the population. */
  readonly assigned: ReadonlyMap<string, AssignedCount>;
  /** Of how many in the population, neither reviewed nor exempt, the day has passed by which something was due. */
  readonly overdue: number;
  /** Whether anybody is assigned, in the population or not. */
  readonly hasAssigned: boolean;
  /** Whether anything is due for anybody, in the population or not. */
  readonly hasDue: boolean;
  /** Whether anybody was contacted, in the population or not. */
  readonly hasContact: boolean;
}

/** What is not stored yet. */
export interface RoundPending {
  /** Patients changed; a round that is begun or finished counts as one more. */
  readonly count: number;
  /** ISO date-time of the first of these changes. */
  readonly since: string | undefined;
  /** Why: the last attempt failed. Absent: it is under way. */
  readonly problem: Problem | undefined;
  /** Calls in a row after which it is still not stored, be it that the store refused, or answered with other versions. */
  readonly attempts: number;
  /** They are so many that it will hardly mend itself: the user is to do something about it. */
  readonly isStuck: boolean;
  /** The last save was not answered, or not so that it can be read: it may be stored. The store is asked what it holds. */
  readonly isUnknown: boolean;
}

export interface RoundState {
  /**
   * - `none`: no profile, or a clinic that stores no rounds: there is nothing to set;
   * - `loading`, `failed`: the stored rounds are not here; what is set is kept until they are;
   * - `ready`: they are; a later failure is in `problems`.
   */
  readonly phase: 'none' | 'loading' | 'ready' | 'failed';
  /** All rounds, the oldest first, with what is not stored yet. */
  readonly rounds: readonly Round[];
  /** The one that is not finished. Without it, the first change begins one. */
  readonly current: Round | undefined;
  /** The one whose aim is told and evaluated: that under way, else the last that was finished. */
  readonly aimed: Round | undefined;
  /** What the last finished round was to reach, for the one under way, of which nobody has said anything yet. */
  readonly offeredAim: RoundAim | undefined;
  /** What the user has said of its aim, or of an earlier one's, and is not what is stored. */
  readonly aimDispute: AimDispute | undefined;
  /** Of those in the population now. */
  readonly counts: Readonly<Record<RoundStatus, number>>;
  readonly plan: RoundPlan;
  /** Ids of those who left during the round, with their status and note kept. */
  readonly left: readonly string[];
  readonly pending: RoundPending;
  readonly conflicts: readonly RoundConflict[];
  readonly problems: readonly Problem[];
  /** What the user did last, where it can be taken back (`RoundModel.undo`). */
  readonly undoable: RoundUndo | undefined;
  /** What was taken back last, where it can be done again (`RoundModel.redo`). */
  readonly redoable: RoundUndo | undefined;
  /** What became of the last that was taken back or done again, until something else is done. */
  readonly undone: UndoOutcome | undefined;
}

/** What a change of the round concerns. */
export interface RoundUpdate {
  /** Ids of the patients of whom something else is shown now. `all`: another round, another population, another day. */
  readonly changed: ReadonlySet<string> | 'all';
}

export interface RoundOptions extends ModelOptions {
  /** Milliseconds from a failure to the next attempt; each further one waits twice as long, up to a minute. */
  readonly firstPause?: number;
  /** Waits so many milliseconds, or until the signal aborts. Default: by the timer of the page. */
  readonly pause?: (length: number, signal: AbortSignal) => Promise<void>;
  /** Is told what of the stored rounds cannot be read, without a value of the clinic's: again only where it is more. */
  readonly onReport?: ((report: ProblemReport) => void) | undefined;
}
