/** What a host's terminology is: which codes there are, what they are called, and what stands below them. */
import type { LocalText } from '../../profile/index.ts';

/**
 * A host's code systems, as an author looks codes up in them. The library brings no vocabulary of its own, and asks
 * nothing else: each call may be answered from a file, a database or a service of the host's.
 *
 * Codes may be written in any way of their system (`DF00.1`, `df001`). A system goes by any of its names.
 */
export interface Terminology {
  /** The systems that it knows. It is asked about no other. */
  readonly systems: readonly string[];
  /**
   * Finds codes by what they are called, or by how they begin; the likeliest first, some dozens at most.
   * @param text As the author has typed it so far; never blank.
   */
  search(system: string, text: string, signal: AbortSignal): Promise<readonly Term[]>;
  /**
   * What stands right below a code, in the system's own order; nothing where it has nothing below it.
   * @param code Empty for what the system begins with: its chapters.
   */
  children(system: string, code: string, signal: AbortSignal): Promise<readonly Term[]>;
  /** What some codes are called. Those that the system does not have are left out. */
  text(system: string, codes: readonly string[], signal: AbortSignal): Promise<readonly Term[]>;
  /** Which edition of a system it has; undefined where it does not say. */
  release(system: string, signal: AbortSignal): Promise<Release | undefined>;
}

/** A code as a terminology knows it, or a range of codes (`F00-F09`) that the system gives a name. */
export interface Term {
  readonly code: string;
  readonly text: LocalText;
  /** The code, or the range, that it stands right below. */
  readonly parent?: string;
  /** Whether anything stands below it; absent where the terminology does not say. */
  readonly hasChildren?: boolean;
  /** It is no longer given to anybody. Records of earlier years have it all the same. */
  readonly retired?: boolean;
  /** The code in its place. */
  readonly replacedBy?: string;
}

/** An edition of a code system. */
export interface Release {
  /** As its publisher names it: `2026-1`, `20260401`. */
  readonly name: string;
  /** The day from which it holds, `YYYY-MM-DD`. */
  readonly date?: string;
}
