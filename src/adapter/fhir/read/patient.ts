/**
 * Patients (FHIR R4 Patient; DK Core, DkCorePatient): the CPR number, or the replacement that a register or a region gave
 * (X-eCPR, D-eCPR), and the municipality that stands with the address.
 */
import type { Address, ContactPoint, HumanName, Identifier, Patient } from 'fhir/r4';
import type { SuppliedPatient } from '../../../record/types.ts';
import type { Tally } from '../tally.ts';
import type { Zone } from '../zone.ts';
import { present } from './reading.ts';

export const cprSystem = 'urn:oid:1.2.208.176.1.2';
const xEcprSystem = 'urn:oid:1.2.208.176.1.6.1.1';
/** D-eCPR numbers have a system of each region's below it. */
const dEcprSystems = 'urn:oid:1.2.208.176.1.6.1.3';
/** The number of a practice (ydernummer), and of any unit of the health service (SOR). */
const yderSystem = 'urn:oid:1.2.208.176.1.4';
const municipalityUrl = 'http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes';

export function readPatient(patient: Patient, zone: Zone, tally: Tally): SuppliedPatient {
  const { id = '', gender } = patient;
  const address = currentOf(patient.address ?? [], ['home']);
  const deceased = patient.deceasedDateTime;
  if (deceased === undefined && patient.deceasedBoolean)
    tally.date('Patient', 'deceasedDateTime', 'missing');
  return present({
    id,
    name: nameOf(patient.name ?? []) ?? '',
    cpr: cprOf(patient.identifier ?? []),
    birthDate: patient.birthDate,
    sex: gender === 'female' || gender === 'male' ? gender : 'unknown',
    address: address && (address.line?.join(', ') ?? address.text),
    postalCode: address?.postalCode,
    city: address?.city,
    municipality: municipalityOf(address),
    phone: phoneOf(patient.telecom ?? []),
    practitioner: practitionerOf(patient),
    // Who is dead on a day that nobody tells is neither alive nor dead on a given day: the check says so.
    deceased: deceased === undefined ? patient.deceasedBoolean : (zone.day(deceased) ?? deceased),
  }) as SuppliedPatient;
}

function cprOf(identifiers: readonly Identifier[]): string | undefined {
  const current = identifiers.filter(({ use }) => use !== 'old');
  const found =
    current.find(({ system }) => system === cprSystem) ??
    current.find(({ system }) => system === xEcprSystem) ??
    current.find(({ system }) => system?.startsWith(dEcprSystems));
  return found?.value;
}

interface Used {
  readonly use?: string | undefined;
}

/** The entry that holds now: of the uses that are wanted first, never one that is old. */
function currentOf<Entry extends Used>(
  entries: readonly Entry[],
  wanted: readonly string[],
): Entry | undefined {
  const current = entries.filter(({ use }) => use !== 'old');
  for (const use of wanted) {
    const found = current.find((entry) => entry.use === use);
    if (found) return found;
  }
  return current[0];
}

function nameOf(names: readonly HumanName[]): string | undefined {
  const name = currentOf(names, ['official', 'usual']);
  if (!name) return undefined;
  const parts = [...(name.given ?? []), name.family].filter(Boolean).join(' ');
  return name.text ?? (parts || undefined);
}

function phoneOf(telecom: readonly ContactPoint[]): string | undefined {
  const phones = telecom.filter(({ system }) => system === 'phone' || system === 'sms');
  return currentOf(phones, ['mobile', 'home'])?.value;
}

function municipalityOf(address: Address | undefined): string | undefined {
  const found = address?.extension?.find(({ url }) => url === municipalityUrl);
  return found?.valueCodeableConcept?.coding?.[0]?.code;
}

/** The patient's own doctor as the clinic names them; else the practice's number. */
function practitionerOf({ generalPractitioner = [] }: Patient): string | undefined {
  const [first] = generalPractitioner;
  const yder = generalPractitioner.find(({ identifier }) => identifier?.system === yderSystem);
  return first?.display ?? yder?.identifier?.value ?? first?.identifier?.value;
}
