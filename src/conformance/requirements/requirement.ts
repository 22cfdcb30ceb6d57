/** How a line of the catalogue is written. */
import type { Trial } from '../trial.ts';
import type { RequirementArea, RequirementText, Verdict } from '../types.ts';

/** A line of the catalogue, and how it is tried. */
export interface Requirement extends RequirementText {
  /** @throws {Unjudged} Where something that it builds on failed. */
  readonly check: (trial: Trial) => Verdict | Promise<Verdict>;
}

const areasByPrefix = {
  ADP: 'adapter',
  DES: 'description',
  LOA: 'load',
  ASK: 'request',
  PAT: 'patient',
  SEA: 'search',
  DAT: 'data',
  ARC: 'profiles',
  ROU: 'rounds',
  ACT: 'actions',
  JOU: 'journal',
  PER: 'performance',
  PRI: 'privacy',
} as const satisfies Readonly<Record<string, RequirementArea>>;

type Prefix = keyof typeof areasByPrefix;
export type RequirementId = `${Prefix}-${number}`;

interface Words {
  /** Heading of the contract's page. */
  readonly source: string;
  readonly da: string;
  readonly en: string;
  readonly text: string;
}

type Check = Requirement['check'];

/** A requirement that fails the run where it is not met. */
export function shall(id: RequirementId, words: Words, check: Check): Requirement {
  return make('SHALL', id, words, check);
}

/** A requirement that is told where it is not met. */
export function should(id: RequirementId, words: Words, check: Check): Requirement {
  return make('SHOULD', id, words, check);
}

function make(
  level: Requirement['level'],
  id: RequirementId,
  { source, da, en, text }: Words,
  check: Check,
): Requirement {
  const area = areasByPrefix[id.slice(0, 3) as Prefix];
  return { id, area, level, title: { da, en }, text, source, check };
}
