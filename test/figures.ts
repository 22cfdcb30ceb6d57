/**
 * What figures are held against: the engine's own answer for each member, with the exemptions of a round laid over
 * it by hand.
 */
import {
  memoryAdapter,
  type ClinicAdapter,
  type Round,
  type RoundMember,
} from '../src/adapter/index.ts';
import type { MemoryClinic } from '../src/adapter/index.ts';
import type { PatientOutcome, Population } from '../src/engine/index.ts';

export const asOf = '2026-11-24';

export type Truth = 'yes' | 'unknown' | 'no';

/** What the engine says of one member, and what the round says. */
export interface Member {
  readonly id: string;
  readonly outcome: PatientOutcome;
  /** Undefined where the date of birth is not known. */
  readonly age: number | undefined;
  readonly isExempt: boolean;
  readonly exempted: ReadonlySet<string>;
  readonly all: ReadonlyMap<string, Truth>;
}

/** Who is exempted: every fifth member of one marker that is set, every seventh of them all. */
export function exemptionsIn(population: Population): readonly RoundMember[] {
  return population.members.flatMap((patientId, at): readonly RoundMember[] => {
    const [first] = population.markers(patientId);
    if (at % 7 === 3) return [{ patientId, status: 'exempt', note: 'Andet forløb' }];
    if (at % 5 !== 0 || !first) return [];
    return [
      {
        patientId,
        status: 'to-follow-up',
        exemptions: [
          { marker: first.marker.id, note: 'Aftalt' },
          { marker: 'ended', note: 'Udløbet', until: '2026-01-01' },
        ],
      },
    ];
  });
}

export function membersOf(population: Population, said: readonly RoundMember[]): readonly Member[] {
  const byId = new Map(said.map((each) => [each.patientId, each]));
  return population.members.map((id) => {
    const outcome = population.outcome(id);
    const { status, exemptions = [] } = byId.get(id) ?? {};
    const { birthDate } = outcome.patient.patient;
    return {
      id,
      outcome,
      age: birthDate === undefined ? undefined : yearsFrom(birthDate),
      isExempt: status === 'exempt',
      exempted: new Set(exemptions.map(({ marker }) => marker)),
      all: new Map(outcome.markers.map(({ marker, truth }) => [marker.id, truth])),
    };
  });
}

/** R17, by the parts of the dates alone. */
function yearsFrom(birthDate: string): number {
  const years = Number(asOf.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return asOf.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export const truthOf = ({ all }: Member, id: string): Truth => all.get(id) ?? 'no';
export const liveTruth = (member: Member, id: string): Truth =>
  member.isExempt || member.exempted.has(id) ? 'no' : truthOf(member, id);
export const isExempted = (member: Member, id: string) =>
  truthOf(member, id) !== liveTruth(member, id);
export const isAtLeast = ({ age }: Member, years: number) => age !== undefined && age >= years;

export const count = <Item>(items: readonly Item[], meets: (item: Item) => boolean) =>
  items.filter(meets).length;

export function roundOf(population: Population, members: readonly RoundMember[]): Round {
  const { id, version } = population.profile;
  return { id: `round ${id}`, revision: 1, profile: { id, version }, asOf, members };
}

/** Everything that the clinic has, asked for or not: what could not be read is told of all of it. */
export const adapterOf = (clinic: MemoryClinic, rounds: readonly Round[]): ClinicAdapter =>
  memoryAdapter(clinic, { rounds: [...rounds], leastData: false });
