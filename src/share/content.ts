/** What is shared: one patient, a time, a purpose, and the people it is meant for. */
import * as z from 'zod/mini';
import { readDescription } from '../adapter/description.ts';
import { anything, calendarDate, text as plain } from '../adapter/reading.ts';
import type { ClinicDescription } from '../adapter/types.ts';
import { readDefinitions, type Definition } from '../model/cockpit/definitions.ts';
import type { Party } from '../model/cockpit/share.ts';
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
import { checkDays, isWithin, mostDays } from './lifetime.ts';
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
  /** By which definitions the clinic saw the patient, which the cut profiles do not tell. Older readers pass over it. */
  readonly definitions?: readonly Definition[];
}

export interface ShareWish {
  /**
   * As the adapter hands it over, or as checked. Fetch it for the profiles that are shared: what was not
   * fetched is not there to be shared. Give an empty list where there are no records of a type.
   */
  readonly patient: PatientRecords | CheckedPatient;
  readonly profiles: readonly unknown[];
  /** The hash of each one's definition (`definitionsOf`), worked out of the whole of it: what is shared is less. */
  readonly definitions?: readonly Definition[];
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
  const {
    include,
    recipients,
    profiles,
    definitions,
    sharedBy,
    purpose,
    from,
    until,
    longestDays,
    asOf,
    ...given
  } = partsOf(wish);
  const types = dataTypes.filter((type) => include.includes(type));
  if (types.length === 0) throw new RangeError('include: at least one data type.');
  if (recipients.length === 0) throw new RangeError('recipients: at least one.');
  if (profiles.length === 0) throw new RangeError('profiles: at least one.');
  // NaN is not less than anything.
  if (!(readInstant(from) < readInstant(until)))
    throw new RangeError('from, until: instants with offset, the first before the second.');
  checkDays(longestDays);
  if (!isWithin({ from, until }, longestDays))
    throw new RangeError(`from, until: at most ${longestDays ?? mostDays} days apart.`);
  // Of what the host hands over, what is none of the contract's stays at home.
  const description = reading('description', () => readDescription(given.description)?.description);
  const id = crypto.randomUUID();
  const shared = profiles.map(sharedProfile);
  return {
    format: shareFormat,
    id,
    sharedBy: partyOf(sharedBy, 'sharedBy'),
    recipients: recipients.map((recipient) => {
      if (recipient.keys.length === 0) throw new RangeError('recipients: at least one key each.');
      return {
        ...partyOf(recipient, 'recipients'),
        keys: recipient.keys.map((key) => publicPart(key as PublicKey, 'enc')),
      };
    }),
    purpose: textOf(purpose, 'purpose'),
    from,
    until,
    asOf,
    types,
    ...reading('patient', () => patientIn(given.patient, description, types, id)),
    clinic: {
      name: description.name,
      sources: (description.sources ?? []).flatMap((source) => {
        const shared = source.types.filter((type) => types.includes(type));
        return shared.length > 0 ? [{ ...source, types: shared }] : [];
      }),
    },
    profiles: shared,
    ...definitionsIn(definitions, shared),
  };
}

/** Of the definitions that a host names those of the profiles that are shared. */
function definitionsIn(
  given: unknown,
  profiles: readonly Readonly<Record<string, unknown>>[],
): Pick<Share, 'definitions'> {
  const definitions = reading('definitions', () => readDefinitions(given)).filter(
    ({ id, version }) => profiles.some((each) => each['id'] === id && each['version'] === version),
  );
  return definitions.length > 0 ? { definitions } : {};
}

/** What is shared of a patient, as supplied or as checked. */
function patientIn(
  given: unknown,
  { coverage }: ClinicDescription,
  types: readonly DataType[],
  id: string,
): Pick<Share, 'patient' | 'coverage'> | undefined {
  const isChecked = typeof given === 'object' && given !== null && 'records' in given;
  const patient = isChecked ? (given as CheckedPatient) : checkPatient(given).patient;
  return (
    patient && {
      patient: sharedRecords(patient, types, id),
      coverage: sharedCoverage(patient, coverage, types),
    }
  );
}

/** The parts of a wish, as far down as they are read here: from then on nothing of the host's is asked. */
function partsOf(wish: unknown) {
  const { data, error } = reading('wish', () => wishSchema.safeParse(wish));
  if (data) return data;
  const [place = 'wish'] = error.issues[0]?.path ?? [];
  throw new RangeError(`${String(place)}: cannot be read.`);
}

/**
 * Reads what may throw when it is read, whatever it likes to say.
 * @throws RangeError that says the place alone.
 */
function reading<Value>(place: string, read: () => Value | undefined): Value {
  let value: Value | undefined;
  try {
    value = read();
  } catch {
    // Told by its place.
  }
  if (value === undefined) throw new RangeError(`${place}: cannot be read.`);
  return value;
}

function partyOf({ name, organisation }: PartyParts, place: string): Party {
  return { name: textOf(name, place), organisation: textOf(organisation, place) };
}

function textOf(given: unknown, place: string): string {
  const { data } = text.safeParse(given);
  if (data === undefined) throw new RangeError(`${place}: a text is missing.`);
  return data.trim();
}

const partyParts = { name: anything, organisation: anything };
const partySchema = z.object(partyParts);
type PartyParts = z.infer<typeof partySchema>;

/** Of a key what `publicPart` judges. */
const keySchema = z.object({
  ...{ kty: anything, crv: anything, x: anything, y: anything },
  ...{ use: anything, key_ops: anything, nbf: anything, exp: anything },
});

const wishSchema = z.object({
  patient: anything,
  profiles: z.array(anything),
  definitions: anything,
  include: z.array(anything),
  recipients: z.array(z.object({ ...partyParts, keys: z.array(keySchema) })),
  sharedBy: partySchema,
  purpose: anything,
  from: z.string(),
  until: z.string(),
  longestDays: anything,
  asOf: calendarDate,
  description: anything,
});

/**
 * Reads what came out of an envelope. Its sender is known by now, and may yet be mistaken: what cannot be
 * used makes it no share, and what is not of a share is left out. Records, coverage and profiles are
 * checked where they are used, as any adapter's are.
 */
export function readShare(value: unknown): Share | undefined {
  const { data: share } = shareSchema.safeParse(value);
  if (!share) return undefined;
  const { id, patient, definitions: said, ...rest } = share;
  const definitions = readDefinitions(said);
  return {
    ...rest,
    id,
    ...(definitions.length > 0 ? { definitions } : {}),
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
    // Of no more worth than what the sender says beside it: what is none is passed over.
    definitions: anything,
  })
  .check(z.refine(({ from, until }) => readInstant(from) < readInstant(until)));
