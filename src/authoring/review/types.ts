/** What there is to look at in a profile, beside what the format asks. */
import type { Steps } from '../../engine/index.ts';
import type { LocalText, Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Questions } from '../logic/formula.ts';
import type { Solver } from '../logic/solve.ts';
import type { Path } from '../../json/paths.ts';

/** One step of a JSON Patch (RFC 6902). */
export type PatchStep =
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string }
  | { readonly op: 'replace' | 'add'; readonly path: string; readonly value: unknown };

/** One thing to look at, with what to do about it. */
export interface ReviewFinding {
  /** Stable name of the check. */
  readonly code: string;
  /** A warning is most likely a mistake; a note may be as it should be. */
  readonly severity: 'warning' | 'note';
  /** JSON Pointer into the profile. */
  readonly path: string;
  readonly message: LocalText;
  readonly todo: LocalText;
  /** Changes of the document after which the check has nothing to say here; absent where only its author can tell. */
  readonly fix?: readonly PatchStep[];
}

/** A code that a table knows. */
export interface KnownCode {
  readonly retired?: boolean;
  /** The code in its place. */
  readonly replacedBy?: string;
}

/** Codes of a system that the host knows, by system and code. A system that is left out is not asked about. */
export type KnownCodes = Readonly<Record<string, Readonly<Record<string, KnownCode>>>>;

/** What a check looks at. */
export interface Reviewed {
  readonly profile: Profile;
  readonly asOf: CalendarDate;
  readonly codes: KnownCodes;
  readonly questions: Questions;
  readonly solver: Solver;
}

/** What a check finds, before it has words: `details` are what they name. */
export interface Found {
  readonly path: Path;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly fix?: readonly PatchStep[];
  /** Where a check has several things to say. */
  readonly code?: string;
}

export interface ReviewRule {
  readonly name: string;
  readonly severity: ReviewFinding['severity'];
  /** What it finds: at once, or in steps where it may take long. */
  readonly find: (reviewed: Reviewed) => readonly Found[] | Steps<readonly Found[]>;
}
