/** What `main.mjs` and the suites (`*.bench.ts`, one default export each) agree on. */

/** One benchmark suite. */
export interface Suite {
  /** Names it in `--only` and in `.build/bench/<name>.json`. */
  readonly name: string;
  /** Its own options and their defaults, a line each, for `--help`. */
  readonly help: readonly string[];
  /** Measures, shows tables as they come about, and answers what the JSON file keeps. Throws to fail. */
  run(frame: Frame): Promise<object>;
}

export interface Frame {
  /** `--sizes 10000,100000` is `{ sizes: "10000,100000" }`; an option without a value is `"true"`. */
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly checkouts: Checkouts;
  /** Bundles an entry (a path from here) with a checkout's library for Node, by default this one's; answers the file's path. */
  bundle(entry: string, checkout?: string): Promise<string>;
  /** Prints a table, as text or, on request, as Markdown. */
  show(table: Table): void;
  /** What is going on, for the one who waits; not part of the results. */
  say(text: string): void;
}

/** Paths of the checkouts whose library is measured. */
export interface Checkouts {
  readonly here: string;
  /** With `--against`: the one that it is compared with. What is ours takes part with both. */
  readonly before?: string | undefined;
}

export interface Table {
  readonly title: string;
  /** The first column holds the rows' names. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}
