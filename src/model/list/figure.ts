/**
 * The one rule of shares (R22), in every card, table, file and paper: yes ÷ (yes + no). Those of whom nobody can say
 * stand beside, never inside.
 */
export interface Figure {
  readonly yes: number;
  readonly unknown: number;
  /** What a share is of: those of whom the answer is yes or no. */
  readonly of: number;
}

/** Makes the figure of a question. @param asked How many it is asked of, those of whom nobody can say among them. */
export function figureOf(yes: number, unknown: number, asked: number): Figure {
  return { yes, unknown, of: asked - unknown };
}
