/** What is shared: one patient, a time, a purpose, and the people it is meant for. */
import * as z from 'zod/mini';
import { readDescription } from '../adapter/description.ts';
import { calendarDate, text as plain } from '../adapter/reading.ts';
import type { ClinicDescription } from '../adapter/types.ts';
import type { Party } from '../model/cockpit/share.ts';
import { isCalendarDate } from '../record/calendar.ts';
import { checkPatient } from '../record/check.ts';
import {
  dataTypes,
  type CalendarDate,
  type CheckedPatient,
  type CoverageByType,
  type DataType,
  type PatientRecords,
} from '../record/types.ts';
import { readInstant } from './instant.ts';
import { publicKeySchema, publicPart, type CheckedKey, type PublicKey } from './keys.ts';
import { isWithin, mostDays } from './lifetime.ts';
import { sharedProfile } from './profiles.ts';
import { sharedCoverage, sharedRecords } from './records.ts';

export const shareFormat = 'overblik-share/2';

/** Whom the share is for, and the keys of which any one opens it. */
export interface Recipient extends Party {
  readonly keys: readonly PublicKey[];
}

/** All that is shared. It holds patient data: seal it before it goes anywhere. */
export interface Share {
  readonly format: typeof shareFormat;
  /** Random; names the share in logs, and the patient within it. */
  readonly id: string;
  readonly sharedBy: Party;
  readonly recipients: readonly (Party & { readonly keys: readonly CheckedKey[] })[];
  readonly purpose: string;
  /** ISO 8601 with offset: open from this instant, until just before that one. */
  readonly from: string;
  readonly until: string;
  readonly asOf: CalendarDate;
  readonly types: readonly DataType[];
  readonly patient: PatientRecords;
  /** Of the shared types; the others are not covered. */
  readonly coverage: CoverageByType;
  readonly clinic: Pick<ClinicDescription, 'name' | 'sources'>;
  /** Of the profile documents what it takes to show the share, which needs nothing else. */
  readonly profiles: readonly unknown[];
}

export interface ShareWish {
  /**
   * As the adapter hands it over, or as checked. Fetch it for the profiles that are shared: what was not
   * fetched is not there to be shared. Give an empty list where there are no records of a type.
   */
  readonly patient: PatientRecords | CheckedPatient;
  readonly profiles: readonly unknown[];
  /** The data types that may leave the clinic. `patient` means address, doctor and the like. */
  readonly include: readonly DataType[];
  readonly recipients: readonly Recipient[];
  readonly sharedBy: Party;
  readonly purpose: string;
  readonly from: string;
  readonly until: string;
  /** The host's own limit, in days of 24 hours: at most 30, which is the default. */
  readonly longestDays?: number;
  readonly asOf: CalendarDate;
  readonly description: ClinicDescription;
}

/**
 * Makes a share of one patient: what is wished for, and nothing else.
 * @throws RangeError when something is missing or makes no sense; the message says what, without data.
 */
export function makeShare(wish: ShareWish): Share {
  const { include, from, until, longestDays, asOf } = wish;
  const patient = 'records' in wish.patient ? wish.patient : checkPatient(wish.patient).patient;
  if (!patient) throw new RangeError('patient: cannot be read.');
  const types = dataTypes.filter((type) => include.includes(type));
  if (types.length === 0) throw new RangeError('include: at least one data type.');
  if (wish.recipients.length === 0) throw new RangeError('recipients: at least one.');
  if (wish.profiles.length === 0) throw new RangeError('profiles: at least one.');
  if (!isCalendarDate(asOf)) throw new RangeError('asOf: a calendar date.');
  // NaN is not less than anything.
  if (!(readInstant(from) < readInstant(until)))
    throw new RangeError('from, until: instants with offset, the first before the second.');
  if (!isWithin({ from, until }, longestDays))
    throw new RangeError(`from, until: at most ${longestDays ?? mostDays} days apart.`);
  // Of what the host hands over, what is none of the contract's stays at home.
  const description = readDescription(wish.description)?.description;
  if (!description) throw new RangeError('description: cannot be read.');
  const id = crypto.randomUUID();
  return {
    format: shareFormat,
    id,
    sharedBy: partyOf(wish.sharedBy, 'sharedBy'),
    recipients: wish.recipients.map((recipient) => {
      if (recipient.keys.length === 0) throw new RangeError('recipients: at least one key each.');
      return {
        ...partyOf(recipient, 'recipients'),
        keys: recipient.keys.map((key) => publicPart(key, 'enc')),
      };
    }),
    purpose: textOf(wish.purpose, 'purpose'),
    from,
    until,
    asOf,
    types,
    patient: sharedRecords(patient, types, id),
    coverage: sharedCoverage(patient, description.coverage, types),
    clinic: {
      name: description.name,
      sources: (description.sources ?? []).flatMap((source) => {
        const shared = source.types.filter((type) => types.includes(type));
        return shared.length > 0 ? [{ ...source, types: shared }] : [];
      }),
    },
    profiles: wish.profiles.map(sharedProfile),
  };
}

function partyOf({ name, organisation }: Party, place: string): Party {
  return { name: textOf(name, place), organisation: textOf(organisation, place) };
}

function textOf(given: string, place: string): string {
  const { data } = text.safeParse(given);
  if (data === undefined) throw new RangeError(`${place}: a text is missing.`);
  return data.trim();
}

/**
 * Reads what came out of an envelope. Its sender is known by now, and may yet be mistaken: what cannot be
 * used makes it no share, and what is not of a share is left out. Records, coverage and profiles are
 * checked where they are used, as any adapter's are.
 */
export function readShare(value: unknown): Share | undefined {
  const { data: share } = shareSchema.safeParse(value);
  if (!share) return undefined;
  const { id, patient } = share;
  return {
    ...share,
    patient: { ...patient, patient: { ...patient.patient, id } } as unknown as PatientRecords,
    clinic: share.clinic as unknown as Share['clinic'],
  };
}

const text = plain.check(z.refine((value) => value.trim() !== ''));
const party = { name: text, organisation: text };
/** An object whose parts are read elsewhere. */
const object = z.looseObject({});

const shareSchema = z
  .object({
    format: z.literal(shareFormat),
    id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
    sharedBy: z.object(party),
    // Of one without recipients it is said that it was not shared with whoever opens it.
    recipients: z.pipe(
      z.catch(z.array(z.unknown()), []),
      z.array(z.object({ ...party, keys: z.array(publicKeySchema) })),
    ),
    purpose: text,
    from: z.string(),
    until: z.string(),
    asOf: calendarDate,
    types: z.pipe(
      z.array(z.unknown()),
      z.transform((given) => dataTypes.filter((type) => given.includes(type))),
    ),
    patient: z.looseObject({ patient: object }),
    coverage: object,
    clinic: object,
    profiles: z.array(z.unknown()),
  })
  .check(z.refine(({ from, until }) => readInstant(from) < readInstant(until)));
