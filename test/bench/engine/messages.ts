/** What the suite and its children say to one another. */
import type { RuleId } from './rules.ts';

export interface Assignment {
  readonly subject: string;
  readonly patients: number;
  /** Answer for comparison, or be measured. */
  readonly purpose: 'agree' | 'measure';
  /** Those to ask; a subject leaves out what it cannot say. */
  readonly rules: readonly RuleId[];
  readonly budget: Budget;
}

export interface Budget {
  /** Loads at most. */
  readonly loads: number;
  /** Milliseconds after which no further load is begun. */
  readonly load: number;
  /** Milliseconds for the repeated asking of one rule, at least. */
  readonly rule: number;
}

/** Bytes. */
export interface Memory {
  readonly heap: number;
  readonly buffers: number;
  readonly rss: number;
}

export interface AnswerSummary {
  readonly rule: RuleId;
  readonly asOf: string;
  readonly members: number;
  readonly hits: number;
  /** Of the sorted ids. */
  readonly digest: string;
}

export type Message =
  | { readonly kind: 'begins'; readonly task: string }
  | { readonly kind: 'time'; readonly task: string; readonly ms: number }
  | ({ readonly kind: 'memory' } & Memory)
  | ({ readonly kind: 'answer' } & AnswerSummary);
