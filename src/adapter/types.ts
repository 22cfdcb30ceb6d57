import type { LocalText } from '../profile/types.ts';
import type { RecordsRequest } from '../record/request.ts';
import type { CalendarDate, CoverageByType, DataType, PatientRecords } from '../record/types.ts';
import type { HostAction, OpenContext, PatientReference } from './action-types.ts';
import type { ContactAttempt } from './contact.ts';

/**
 * The one contract between a clinic's system and the library. Everything optional is detected, never
 * assumed. Every call gets a signal that aborts when the answer is no longer wanted or its deadline has
 * passed; an adapter that ignores it is left behind, never waited for.
 */
export interface ClinicAdapter {
  /**
   * Who the clinic is and what its data covers. Called once for each load, for all elements and patients. What is handed
   * over after it counts as this clinic's: where a session can change beneath an adapter, its calls fail until this is
   * called again.
   */
  describe(signal: AbortSignal): Promise<ClinicDescription>;
  /** Streams the clinic in batches of any size; the library evaluates. Either this or `search`. */
  records?(request: RecordsRequest, signal: AbortSignal): AsyncIterable<readonly PatientRecords[]>;
  /** The host finds the patients where the data lives, and hands over the records of those it found. */
  search?(request: SearchRequest, signal: AbortSignal): Promise<SearchOutcome>;
  /**
   * One patient, for the cockpit and the marker, and again after `patientChanged`; `null` when the patient is
   * no longer in the clinic.
   */
  patient(
    patientId: string,
    request: RecordsRequest,
    signal: AbortSignal,
  ): Promise<PatientRecords | null>;
  /** Opens the patient in the host's journal, after the cancelable `overblik-open-journal` event. */
  openJournal(patient: PatientReference, context: OpenContext): void | Promise<void>;
  readonly actions?: readonly HostAction[];
  readonly rounds?: RoundStore;
  readonly profiles?: ProfileStore;
}

export interface ClinicDescription {
  /**
   * Names the clinic among others. A new adapter whose description has the same id is the same clinic: what the
   * user has chosen, searched for and opened stays. Without an id, every adapter is another clinic.
   */
  readonly id?: string;
  readonly name: string;
  /** Per data type; a type that is not named is covered for a patient whose list was supplied (R9). */
  readonly coverage: CoverageByType;
  /** Patients in the clinic, when known beforehand: for progress, and for noticing a load cut short. */
  readonly patients?: number;
  /** GP capacities of the clinic (*kapaciteter*): for reports that tell of so many a GP. Without it those numbers are unknown. */
  readonly capacity?: number;
  /** The sources behind the data, for display. */
  readonly sources?: readonly ClinicSource[];
  /** What the user may do; an absent entry is allowed. */
  readonly may?: {
    readonly openJournal?: boolean;
    readonly print?: boolean;
    readonly export?: boolean;
  };
  /** Initials of the user: who set a status or wrote a note. Also the `id` of the user in `team`. */
  readonly user?: string;
  /** Whom a patient can be assigned to in a round; absent or empty, nobody. In the order in which they are offered. */
  readonly team?: readonly TeamMember[];
}

/** A person, or a role that several persons share. */
export interface TeamMember {
  /** Is kept with the patients that are assigned: of a person the initials, as in `user`. */
  readonly id: string;
  /** As it is shown: _Anne Bendtsen_, _Sekretærer_. */
  readonly name: string;
  /** Ids of the roles that a person has: what is assigned to those is the person's too. */
  readonly roles?: readonly string[];
}

export interface ClinicSource {
  /** As in the records' `source`. */
  readonly id: string;
  readonly title: LocalText;
  readonly types: readonly DataType[];
  /** What it gives in words, where no data type says it (a municipality's care services): unknown while it is away. */
  readonly gives?: LocalText;
  readonly available: boolean;
  /** Calendar date or ISO date-time with offset of the last update. */
  readonly updated?: string;
}

export interface SearchRequest {
  /** The profile document as published. */
  readonly profile: unknown;
  readonly asOf: CalendarDate;
  readonly records: RecordsRequest;
}

/** What a host that evaluates itself found; the library asks the records again, to say why. */
export interface SearchOutcome {
  /** Patients in the clinic. */
  readonly patients: number;
  /** Members, and those the host could not decide, with the records that `SearchRequest.records` names. */
  readonly found: readonly PatientRecords[];
}

/**
 * One pass over a population. Whatever else a store keeps in it, of its own or of a later version of the
 * library, comes back with the next save.
 */
export interface Round {
  readonly id: string;
  /** 0 before it is stored; grows with every save. A save against another than the stored is a conflict. */
  readonly revision: number;
  readonly profile: { readonly id: string; readonly version: string };
  /** The day it began. */
  readonly asOf: CalendarDate;
  readonly finished?: CalendarDate;
  /**
   * Whoever began it has taken that back, before anybody said anything in it. It is finished then, and counts for
   * nothing: not in comparisons, nor as the round before the next.
   */
  readonly withdrawn?: boolean;
  /** What it is to reach. Absent: nobody has said. */
  readonly aim?: RoundAim;
  /** Everyone who has been in the population during the round. */
  readonly members: readonly RoundMember[];
  /** Ids of those for whom nobody could say whether they were in, when the round was last saved. */
  readonly undecided?: readonly string[];
}

/** What a round is to reach, when that is looked at, and who sees to it. */
export interface RoundAim {
  /** In words. */
  readonly goal?: string;
  /** The day on which the round is to be evaluated, be it finished before or not. */
  readonly evaluation?: CalendarDate;
  /** A person or a role, as in `ClinicDescription.team`. */
  readonly owner?: Assignee;
  /** The day on which it was evaluated. */
  readonly evaluated?: CalendarDate;
  /** Who changed it last. */
  readonly by?: string;
  /** ISO date-time with offset. */
  readonly at?: string;
}

export type RoundStatus = 'new' | 'to-follow-up' | 'reviewed' | 'exempt';

export interface RoundMember {
  readonly patientId: string;
  readonly status: RoundStatus;
  /** Of any length: the fields take 4,000 characters, and what is longer already stays whole. */
  readonly note?: string;
  /** The note of an earlier round, where this round has begun without it. */
  readonly earlier?: string;
  /** Why the patient is exempt, coded: goes with the status. */
  readonly exemptReason?: ExemptionReason;
  /** Last day of an exemption; without it, until someone ends it. */
  readonly exemptUntil?: CalendarDate;
  /** Markers that do not apply to this patient, as someone has decided. */
  readonly exemptions?: readonly MarkerExemption[];
  /** Who is to see to the patient. Stays with whoever was reviewed, into the next round. */
  readonly assignee?: Assignee;
  /** By which day something is to be done. Goes when the patient was reviewed and the next round begins. */
  readonly due?: CalendarDate;
  /** Attempts to reach the patient, in any order, 1000 at the most. Go when the patient was reviewed and the next round begins. */
  readonly contact?: readonly ContactAttempt[];
  /** Who changed it last. */
  readonly by?: string;
  /** ISO date-time with offset. */
  readonly at?: string;
  /** Ids of the markers set: when the patient came into the round, and again when it was finished. */
  readonly markers?: readonly string[];
  /** Those that were set when the patient came into the round, where others were when it was finished. */
  readonly markersBefore?: readonly string[];
  /**
   * The day on which the patient came into the round's population: that of the round itself for those who were in it
   * from the start. Absent: nobody can say, as in rounds that were begun before this was written.
   */
  readonly joined?: CalendarDate;
  /** No longer in the population when the round was last saved. */
  readonly left?: boolean;
}

/** A person or a role, as the clinic named them when the patient was assigned: they are told by it when it no longer does. */
export interface Assignee {
  /** As in `ClinicDescription.team`. */
  readonly id: string;
  readonly name?: string;
}

/**
 * Why a marker or a patient is exempt: `not-relevant`; `declined`: the patient does not want it; `done-elsewhere`: done
 * or followed elsewhere already; `wrong-data`: what is recorded is wrong; `disagree`: whoever decides holds another view
 * than the rule. Any other code, of a later version say, is kept and told as it is written.
 */
export type ExemptionReason =
  | 'not-relevant'
  | 'declined'
  | 'done-elsewhere'
  | 'wrong-data'
  | 'disagree'
  | (string & {});

export interface MarkerExemption {
  /** Id of the marker. */
  readonly marker: string;
  /** Why, coded. Counted for the profile's author, without patients. */
  readonly reason?: ExemptionReason;
  /** Why, in words; may be empty. */
  readonly note: string;
  /** Last day; without it, until someone ends it. */
  readonly until?: CalendarDate;
  readonly by?: string;
  /** ISO date-time with offset. */
  readonly at?: string;
}

/** The clinic's own storage of rounds. */
export interface RoundStore {
  list(profileId: string, signal: AbortSignal): Promise<readonly Round[]>;
  /** Saves against `round.revision`; answers the stored round, or the one that stands in the way. */
  save(
    round: Round,
    signal: AbortSignal,
  ): Promise<
    | { readonly saved: true; readonly round: Round }
    | { readonly saved: false; readonly conflict: Round }
  >;
}

/** The archive of profiles. Documents are handed over unparsed: the library checks them. */
export interface ProfileStore {
  list(signal: AbortSignal): Promise<readonly ProfileEntry[]>;
  /** Without a version: the newest that is published. Rejects when there is no such profile. */
  load(id: string, version: string | undefined, signal: AbortSignal): Promise<unknown>;
}

export interface ProfileEntry {
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  readonly status?: 'draft' | 'published' | 'retired';
}
