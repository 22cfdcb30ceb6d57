/** What the suite asks of a route's process, and what that answers. */

/** The made-up country, or a part of it, and what is asked of it. */
export interface Assignment {
  /** From the first clinic on. */
  readonly clinics: number;
  readonly patientsEach: number;
  /** Ends of quarters, the last ones before the day that the country is seen on. */
  readonly quarters: number;
  readonly workers: number;
  /** Where a database keeps its files. */
  readonly folder: string;
}

/** What one route took. */
export interface Measured {
  readonly patients: number;
  readonly records: number;
  readonly reports: number;
  /** Seconds from the first record made until the data can be asked. */
  readonly filled: number;
  /** Seconds until all clinics' reports were there, then until they were put together. */
  readonly reported: number;
  readonly merged: number;
  /** Seconds of work in all workers: where generation ends, where loading does. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Bytes: the most that the route's processes held in memory, and what lies on the disk. */
  readonly memory: number;
  readonly disk: number;
  /** Of all leaves, clinic by clinic: routes that agree have the same. */
  readonly digest: string;
}
