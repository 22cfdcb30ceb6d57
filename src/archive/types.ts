/** What an archive of profiles and cluster packages holds, and what it can do. */
import type { ProfileEntry, ProfileStore } from '../adapter/index.ts';
import type { Approval, CodeSet, LocalText, ProfileError } from '../profile/index.ts';
import type { CalendarDate, RecordType } from '../record/index.ts';
import type { PackageProfile } from '../report/package/index.ts';
import type { ArchiveProblem } from './problems.ts';

/** One version of a profile or a cluster package, as it is found: all that a search asks, without the document. */
export interface ArchiveEntry extends ProfileEntry {
  /** `package`: a cluster package; absent of a profile. */
  readonly kind?: 'package';
  /** Of a cluster package: the profiles that it is about. */
  readonly profiles?: readonly PackageProfile[];
  readonly status: 'draft' | 'published' | 'retired';
  readonly purpose: readonly LocalText[];
  /** Whom it is written for. */
  readonly audience: readonly LocalText[];
  readonly approvedBy: readonly Approval[];
  readonly validFrom?: CalendarDate;
  readonly validTo?: CalendarDate;
  readonly nextReview?: CalendarDate;
  /** The types of records that it asks for, in the order of the contract. */
  readonly dataTypes: readonly RecordType[];
  /** All its codes, each set once; without the names of codes, which are among the words. */
  readonly codes: readonly Pick<CodeSet, 'system' | 'include' | 'exclude'>[];
  /** Every word of it, folded, each once: what a search looks in. */
  readonly words: string;
  /** SHA-256 of its definition (`definitionHash`); absent where the page could not work it out. */
  readonly hash?: string;
  /** Detached signatures (`signProfile`). */
  readonly signatures: readonly string[];
  /** Why and when a version that was published was taken back. */
  readonly withdrawn?: Withdrawal;
}

export interface Withdrawal {
  readonly reason: string;
  readonly on: CalendarDate;
}

/** All that an archive holds, and what of it could not be read. */
export interface ArchiveContents {
  readonly entries: readonly ArchiveEntry[];
  readonly problems: readonly ArchiveProblem[];
}

/**
 * An archive of profiles: a `ProfileStore` that tells more of each version. `list` names profiles alone, so that nobody
 * who chooses a list is offered a cluster package; `contents` has both, and `load` answers both: ids are of one kind
 * each. What it cannot do it does not have.
 */
export interface ProfileArchive extends ProfileStore {
  contents(signal: AbortSignal): Promise<ArchiveContents>;
  /** Reports of exemptions that clinics have sent, as they came (`readExemptionReports` reads them). */
  exemptions?(id: string, signal: AbortSignal): Promise<readonly unknown[]>;
  /** Takes a version in. Refused where the archive has another document of that version. */
  publish?(profile: Publication, signal: AbortSignal): Promise<PublishOutcome>;
  /** Takes a published version back, with the reason that its readers are told. */
  withdraw?(
    id: string,
    version: string,
    withdrawal: Withdrawal,
    signal: AbortSignal,
  ): Promise<void>;
}

/** A version that is handed to an archive. */
export interface Publication {
  /** Parsed JSON, or JSON text. */
  readonly document: unknown;
  readonly signatures?: readonly string[];
}

export type PublishOutcome =
  /** `already`: the archive had it. */
  | { readonly outcome: 'published' | 'already'; readonly entry: ArchiveEntry }
  /** The archive has another document of this profile and version. */
  | { readonly outcome: 'taken'; readonly entry: ArchiveEntry }
  | { readonly outcome: 'invalid'; readonly errors: readonly ProfileError[] };
