/** What a person looks at in the system itself: no run can see it. */

/** The same in both languages of the protocol. */
export interface BothLanguages {
  readonly da: string;
  readonly en: string;
}

export const protocolParts = ['list', 'cockpit', 'host'] as const;
export type ProtocolPart = (typeof protocolParts)[number];

/** One line of the protocol that is ticked by hand. */
export interface ProtocolItem {
  /** `LIS-01`: stays the same from one version to the next. */
  readonly id: string;
  readonly part: ProtocolPart;
  readonly title: BothLanguages;
  /** What is done, one step after the other. */
  readonly steps: readonly BothLanguages[];
  /** What is to be seen then. */
  readonly expected: BothLanguages;
  /** Requirements of the run that it builds on: what they came to stands beside it. */
  readonly after: readonly string[];
}

export function both(da: string, en: string): BothLanguages {
  return { da, en };
}
