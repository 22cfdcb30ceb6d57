/** What another language of definition cannot say, by its name. */

/** One thing that cannot be said, or be read. */
export interface Refusal {
  /** JSON Pointer of it in the document that was given. */
  readonly path: string;
  /** What it is called there: `sequence`, `EndStrategy`. */
  readonly feature: string;
  /** Why not, and what can be done instead. */
  readonly why: string;
}

/** What was refused, whole: half a definition would find other patients. */
export interface Refused {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
}
