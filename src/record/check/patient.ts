/** A patient's own fields: what plainly says the same is read, what is dropped has its reason (R3). */
import type { JsonObject } from '../../json/values.ts';
import { readDays, type Days } from '../calendar.ts';
import { parseCpr } from '../cpr.ts';
import { longestName } from '../limits.ts';
import { withoutSpace } from '../normalize.ts';
import { placeholderMeaning } from '../placeholders.ts';
import { readSex } from '../sexes.ts';
import {
  earliestBeginning,
  type Patient,
  type RejectionReason,
  type SuppliedPatient,
} from '../types.ts';
import { looksShifted } from './dates.ts';
import { isAbsent, peekAll, readShown, readText, type TextTally } from './fields.ts';

/** The fields of a supplied patient but its id. */
export const patientFields: readonly (keyof SuppliedPatient)[] = [
  'cpr',
  'name',
  'birthDate',
  'sex',
  'address',
  'postalCode',
  'city',
  'municipality',
  'insuranceGroup',
  'practitioner',
  'deceased',
  'phone',
  'registered',
  'listed',
];

/** Reads the fields of a supplied patient but its id, each once, as `peekAll` does: one object after the other. */
export function peekPatient(object: JsonObject): JsonObject {
  try {
    return {
      cpr: object.cpr,
      name: object.name,
      birthDate: object.birthDate,
      sex: object.sex,
      address: object.address,
      postalCode: object.postalCode,
      city: object.city,
      municipality: object.municipality,
      insuranceGroup: object.insuranceGroup,
      practitioner: object.practitioner,
      deceased: object.deceased,
      phone: object.phone,
      registered: object.registered,
      listed: object.listed,
    } satisfies Record<Exclude<keyof SuppliedPatient, 'id'>, unknown>;
  } catch {
    // One of them throws: which, is found by asking for each by itself.
    return peekAll(object, patientFields);
  }
}

/** A host's key as a text: `1` and `"1"` are one. Undefined where there is none, and of one that is longer than any. */
export function readId(id: unknown): string | undefined {
  if (typeof id === 'string') return id === '' || id.length > longestName ? undefined : id;
  return Number.isSafeInteger(id) || typeof id === 'bigint' ? String(id) : undefined;
}

export interface ReadPatient {
  readonly patient: Patient;
  /** The birth date is another than the CPR number's: a hint, for both can be right. */
  readonly isUnlikeCpr: boolean;
  /** How many dates look like local midnights told in UTC. */
  readonly shifted: number;
  readonly texts: Readonly<TextTally>;
}

/** Drops what cannot be read, and says so: `fault` gets the field as it is supplied. */
export function readPatient(
  id: string,
  input: JsonObject,
  fault: (field: string, reason: RejectionReason) => void,
): ReadPatient {
  const texts: TextTally = { hidden: 0, cut: 0, characters: 0 };
  const text = (field: keyof SuppliedPatient, digits = 0): string | undefined => {
    const value = input[field];
    if (isAbsent(value)) return undefined;
    if (typeof value === 'string' && deciding.has(field)) {
      if (value.length <= longestName) return readText(value, texts);
      fault(field, 'too-long');
      return undefined;
    }
    if (typeof value === 'string') return readShown(value, texts, longestName);
    if (numericFields.has(field) && isWholeNumber(value))
      return String(value).padStart(digits, '0');
    fault(field, 'wrong-type');
    return undefined;
  };

  const given = text('cpr', cprDigits);
  const cpr = given === undefined ? undefined : parseCpr(given);
  const birth = readBirth(input.birthDate, cpr?.birthDate, fault);
  const death = readDeath(input.deceased, birth, fault);
  // One after the other: this runs for every patient of a clinic.
  const patient: OpenPatient = { id, name: text('name')?.trim() ?? '' };
  if (cpr) patient.cpr = cpr.number;
  if (birth) {
    patient.birthDate = birth.first;
    if (birth.last !== birth.first) patient.birthDateLatest = birth.last;
  }
  if (death) {
    patient.deceased = death.first;
    if (death.last !== death.first) patient.deceasedLatest = death.last;
  }
  const sex = readOwnSex(input.sex, fault);
  if (sex) patient.sex = sex;
  const insuranceGroup = readInsuranceGroup(input.insuranceGroup, fault);
  if (insuranceGroup) patient.insuranceGroup = insuranceGroup;
  const registered = readRegistered(input.registered, fault);
  if (registered) {
    patient.registered = registered.first;
    if (registered.last !== registered.first) patient.registeredLatest = registered.last;
  }
  const listed = readListed(input.listed, fault);
  if (listed !== undefined) patient.listed = listed;
  for (const field of textFields) {
    const value = text(field, field === 'postalCode' || field === 'municipality' ? 4 : 0);
    if (value !== undefined) patient[field] = value;
  }
  return {
    patient,
    isUnlikeCpr:
      birth !== undefined &&
      cpr?.birthDate !== undefined &&
      (cpr.birthDate < birth.first || cpr.birthDate > birth.last),
    shifted: shiftOf(input.birthDate) + shiftOf(input.deceased) + shiftOf(input.registered),
    texts,
  };
}

type OpenPatient = { -readonly [Field in keyof Patient]: Patient[Field] };

const textFields = [
  'address',
  'postalCode',
  'city',
  'municipality',
  'practitioner',
  'phone',
] as const satisfies readonly (keyof Patient)[];

function shiftOf(date: unknown): 0 | 1 {
  return typeof date === 'string' && looksShifted(date) ? 1 : 0;
}

type Report = (field: string, reason: RejectionReason) => void;

const cprDigits = 10;
/** Fields that can decide something: a part of one decides nothing. */
const deciding: ReadonlySet<keyof SuppliedPatient> = new Set(['municipality', 'practitioner']);
/** Numbers that a system may keep as such; a leading zero is lost on the way. */
const numericFields: ReadonlySet<keyof SuppliedPatient> = new Set([
  'cpr',
  'postalCode',
  'municipality',
  'practitioner',
  'phone',
]);

function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** A placeholder is an unknown age, and so is 1 January 1900, unless the CPR number says that day too. */
function readBirth(value: unknown, ofCpr: string | undefined, fault: Report): Days | undefined {
  const drop = (reason: RejectionReason) => {
    fault('birthDate', reason);
    return undefined;
  };
  if (isAbsent(value)) return drop('missing');
  const days = typeof value === 'string' ? readDays(value) : undefined;
  if (!days) return drop('unreadable-date');
  if (days.first === days.last && placeholderMeaning(days.first, ofCpr))
    return drop('placeholder-date');
  return days.last < earliestBeginning ? drop('impossible-date') : days;
}

function readDeath(value: unknown, birth: Days | undefined, fault: Report): Days | undefined {
  if (isAbsent(value) || value === false) return undefined;
  const days = typeof value === 'string' ? readDays(value) : undefined;
  if (!days) {
    fault('deceased', 'unreadable-date');
    return undefined;
  }
  if (days.first === days.last && placeholderMeaning(days.first, birth?.first)) return undefined;
  if (days.last >= earliestBeginning && !(birth && days.last < birth.first)) return days;
  fault('deceased', 'impossible-date');
  return undefined;
}

function readRegistered(value: unknown, fault: Report): Days | undefined {
  if (isAbsent(value)) return undefined;
  const days = typeof value === 'string' ? readDays(value) : undefined;
  if (!days) {
    fault('registered', 'unreadable-date');
    return undefined;
  }
  if (days.first === days.last && placeholderMeaning(days.first, undefined)) return undefined;
  if (days.last >= earliestBeginning) return days;
  fault('registered', 'impossible-date');
  return undefined;
}

function readListed(value: unknown, fault: Report): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (isAbsent(value)) return undefined;
  if (value === 'true') return true;
  if (value === 'false') return false;
  fault('listed', 'unknown-value');
  return undefined;
}

function readOwnSex(value: unknown, fault: Report): 'female' | 'male' | undefined {
  if (value === 'female' || value === 'male') return value;
  if (isAbsent(value)) return undefined;
  const sex = typeof value === 'string' ? readSex(value) : undefined;
  if (sex === undefined) fault('sex', typeof value === 'string' ? 'unknown-value' : 'wrong-type');
  return sex === 'unknown' ? undefined : sex;
}

function readInsuranceGroup(value: unknown, fault: Report): 1 | 2 | undefined {
  if (value === 1 || value === 2) return value;
  if (isAbsent(value)) return undefined;
  const group = typeof value === 'string' ? withoutSpace(value) : value;
  if (group === 1 || group === '1') return 1;
  if (group === 2 || group === '2') return 2;
  fault('insuranceGroup', 'unknown-value');
  return undefined;
}
