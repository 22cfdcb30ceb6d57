import {
  eachInSteps,
  finish,
  firstDay,
  type PatientOutcome,
  type Steps,
} from '../../engine/index.ts';
import type { Language } from '../../profile/index.ts';
import type { CalendarDate, ClinicalRecord } from '../../record/index.ts';
import { describeStatus, whenOf } from '../describe/index.ts';

/** Somebody who has to do with the patient beside the practice: a department, a clinic, the municipality. */
export interface CareParty {
  /** As the records name them. */
  readonly name: string;
  /** Whether something goes on there, or is to come. */
  readonly isOngoing: boolean;
  /** What, the latest of each kind, what goes on first. */
  readonly deeds: readonly PartyDeed[];
}

export interface PartyDeed {
  readonly type: PartyType;
  /** What it is called; undefined where the record does not say. */
  readonly text: string | undefined;
  /** `12. feb. 2026, modtaget` */
  readonly when: string;
  /** How many earlier ones of the same kind there are. */
  readonly earlier: number;
}

/** The types that tell who does something, in the order in which they are told. */
export const partyTypes = ['appointment', 'referral', 'letter', 'correspondence'] as const;
export type PartyType = (typeof partyTypes)[number];

export interface CareParties {
  /** Those where something goes on first, then the latest first. */
  readonly shown: readonly CareParty[];
  /** How many more there are. */
  readonly more: number;
}

/** So many are told. */
const mostParties = 12;

/**
 * Who does what for the patient, by referrals, letters, correspondence and appointments with somebody: up to the day
 * that the patient is seen on, and the appointments to come.
 */
export function viewParties(outcome: PatientOutcome, language: Language): CareParties {
  return finish(viewPartiesInSteps(outcome, language));
}

/** As `viewParties`, some records at a time. */
export function* viewPartiesInSteps(
  { patient: { records }, asOf }: PatientOutcome,
  language: Language,
): Steps<CareParties> {
  const found = new Map<string, Found>();
  for (const type of partyTypes)
    yield* eachInSteps<ClinicalRecord>(records[type], (record) => {
      const name = partyOf(record);
      if (name === undefined || !isTold(record, asOf)) return;
      const key = name.toLowerCase();
      let party = found.get(key);
      if (!party) found.set(key, (party = { name, latest: '', ongoing: false, deeds: new Map() }));
      note(party, type, record, asOf);
    });
  const inOrder = leading([...found.values()]);
  yield;
  return {
    shown: inOrder.map(({ name, ongoing, deeds }) => ({
      name,
      isOngoing: ongoing,
      deeds: partyTypes.flatMap((type) => {
        const deed = deeds.get(type);
        if (!deed) return [];
        const { record, count } = deed;
        const when = [
          whenOf(record, asOf, language),
          // How it went is not known before its day.
          firstDay(record) <= asOf && type !== 'letter' ? describeStatus(record, language) : '',
        ];
        return {
          type,
          text: record.text?.trim() || undefined,
          when: when.filter(Boolean).join(', '),
          earlier: count - 1,
        };
      }),
    })),
    more: found.size - inOrder.length,
  };
}

interface Found {
  readonly name: string;
  latest: CalendarDate;
  ongoing: boolean;
  readonly deeds: Map<PartyType, { record: ClinicalRecord; count: number }>;
}

/** What goes on is told before what is over, of the same kind the latest. */
function note(party: Found, type: PartyType, record: ClinicalRecord, asOf: CalendarDate): void {
  const day = firstDay(record);
  const known = party.deeds.get(type);
  const isBetter =
    !known ||
    (isOngoing(record, asOf) === isOngoing(known.record, asOf)
      ? day >= firstDay(known.record)
      : isOngoing(record, asOf));
  party.deeds.set(type, {
    record: isBetter ? record : known.record,
    count: (known?.count ?? 0) + 1,
  });
  if (day > party.latest) party.latest = day;
  party.ongoing ||= isOngoing(record, asOf);
}

/** Who it is with, or by; undefined where nobody is named. What the practice itself wrote goes to whom it wrote. */
function partyOf(record: ClinicalRecord): string | undefined {
  switch (record.type) {
    case 'appointment':
      return record.with?.trim() || undefined;
    case 'referral':
      return record.to?.trim() || undefined;
    case 'letter':
      return record.sender?.trim() || undefined;
    case 'correspondence':
      return (record.sender ?? record.to)?.trim() || undefined;
    default:
      return undefined;
  }
}

/** Nothing that was cancelled, and of what is to come appointments alone; of those that are over, the letter tells. */
function isTold(record: ClinicalRecord, asOf: CalendarDate): boolean {
  if ('status' in record && record.status === 'cancelled') return false;
  const day = firstDay(record);
  return record.type === 'appointment' ? day >= asOf : day <= asOf;
}

function isOngoing(record: ClinicalRecord, asOf: CalendarDate): boolean {
  if (record.type === 'appointment') return firstDay(record) >= asOf;
  // One that says nothing of how far it has come may be over.
  return record.type === 'referral' && (record.status === 'sent' || record.status === 'accepted');
}

/** The first ones in the order that they are told in. */
function leading(parties: readonly Found[]): readonly Found[] {
  return [...parties]
    .sort(
      (a, b) =>
        Number(b.ongoing) - Number(a.ongoing) ||
        (a.latest === b.latest ? 0 : a.latest < b.latest ? 1 : -1),
    )
    .slice(0, mostParties);
}
