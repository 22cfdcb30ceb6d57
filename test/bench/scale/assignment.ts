/** What the suite asks of a route's process, and what that answers. */

/** A part of the made-up country, and what is asked of it. */
export interface Assignment {
  /** From the first clinic on. */
  readonly clinics: number;
  readonly patientsEach: number;
  /** Ends of quarters, the last ones before the day that the country is seen on. */
  readonly quarters: number;
  readonly workers: number;
  /** An empty folder: a database keeps its files there. */
  readonly folder: string;
}

/** What one route took. */
export interface Measured {
  readonly title: string;
  readonly patients: number;
  readonly records: number;
  /** Rows of leaves: numerator, rest and unknown of a clinic's indicator on a date, and the undecided of a profile. */
  readonly leaves: number;
  /** Seconds until the data can be asked; of the engine, which keeps none: until it has drawn whom it doubles. */
  readonly filled: number;
  /** Seconds until all clinics' leaves were there. */
  readonly reported: number;
  /** Seconds of work in all workers: where generation ends, where taking in does. */
  readonly parts?: Readonly<Record<'generation' | 'load' | 'reports', number>>;
  /** Seconds of the processor for records and reports: what others do on the machine meanwhile counts little. */
  readonly processor?: number;
  /** Seconds until the reports were put together. */
  readonly merged?: number;
  /** Reports that they were put together to. */
  readonly areas?: number;
  /** Bytes: the most that the route's processes held in memory, and what lies on the disk. */
  readonly memory: number;
  readonly disk: number;
  /** Of all leaves: routes that agree have the same. */
  readonly digest: string;
}
