/** What comes out of a text with codes that somebody pasted. */
import type { EntryFault } from './guess.ts';

/** What was read out of a pasted text. */
export interface PastedCodes {
  /** By system, in the order in which they came. */
  readonly groups: readonly PastedGroup[];
  /** What could not be read, and why. */
  readonly unreadable: readonly UnreadablePart[];
  /** Codes that stood before in the same text. */
  readonly repeated: readonly PastedCode[];
  /** What is no code and need not be one: headings, and columns beside the codes. */
  readonly skipped: readonly SkippedPart[];
}

export interface PastedGroup {
  /** The system's one name. */
  readonly system: string;
  readonly codes: readonly PastedCode[];
  /** Other systems that every code of the group may be of as well, by its form; none where the text says the system. */
  readonly mayBe: readonly string[];
}

export interface PastedCode {
  /** As it goes into a code set. */
  readonly entry: string;
  /** What the text calls it. */
  readonly text?: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface UnreadablePart {
  readonly line: number;
  /** As it stands, cut where it is long. */
  readonly text: string;
  readonly why: EntryFault | 'no-code' | 'too-many';
  /** Codes, or systems (`other-system`), that may be meant. */
  readonly suggestions: readonly string[];
}

export interface SkippedPart {
  readonly line: number;
  readonly text: string;
  readonly why: 'heading' | 'column' | 'number';
}
