/**
 * The made-up clinic as a FHIR R4 server would have it, written from the standard and not from the adapter that reads it:
 * the same thing in every lawful form, so that a reader that knows one of them only is found out.
 */
import type {
  CodeableConcept,
  Extension,
  FhirResource,
  Medication,
  Patient,
  Quantity,
  Reference,
} from 'fhir/r4';
import { danishOffset } from '../../../fixtures/clinic/days.ts';
import type {
  PatientRecords,
  SuppliedMedication,
  SuppliedPatient,
} from '../../../src/record/types.ts';

/** Addresses of systems that nobody has published one of. */
export const ownSystems = {
  ydelse: 'https://klinik.example/kodesystem/ydelse',
  local: 'https://klinik.example/kodesystem/lokal',
  product: 'https://klinik.example/kodesystem/varenummer',
} as const;
/** What FHIR has no element for. */
export const ownExtensions = {
  insuranceGroup: 'https://klinik.example/sikringsgruppe',
  registered: 'https://klinik.example/tilmeldt',
  listed: 'https://klinik.example/gruppe',
  accepted: 'https://klinik.example/visiteret',
  product: 'https://klinik.example/vare',
} as const;

const systems: Readonly<Record<string, string>> = {
  'ICPC-2': 'urn:oid:1.2.208.176.2.31',
  SKS: 'urn:oid:1.2.208.176.2.4.12',
  ATC: 'http://www.whocc.no/atc',
  NPU: 'urn:oid:1.2.208.176.2.1',
  ydelse: ownSystems.ydelse,
  local: ownSystems.local,
};

/** Writes the patients, all of one, then all of the next. @param base Of the server, for absolute references. */
export function* writeClinic(
  patients: Iterable<PatientRecords>,
  base: string,
): Generator<FhirResource> {
  const writer = new Writer(base);
  for (const patient of patients) yield* writer.patient(patient);
}

class Writer {
  readonly #base: string;
  #made = 0;
  /** The form that is next: each resource is written in another than the one before. */
  #turn = 0;
  readonly #medications = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  *patient(records: PatientRecords): Generator<FhirResource> {
    const { patient } = records;
    yield writePatient(patient);
    yield* this.#diagnoses(records);
    for (const each of records.medications ?? []) yield* this.#medication(each, patient);
    yield* this.#results(records);
    yield* this.#encounters(records);
    yield* this.#letters(records);
    yield* this.#prevention(records);
  }

  *#diagnoses({ patient, diagnoses = [] }: PatientRecords): Generator<FhirResource> {
    for (const each of diagnoses as readonly unknown[]) {
      const subject = this.#subject(patient);
      if (typeof each !== 'object' || each === null) {
        yield { resourceType: 'Condition', id: this.#id(), subject };
        continue;
      }
      const { code, system = 'ICPC-2', text, from, to, source } = each as Record<string, string>;
      const form = this.#form(3);
      yield {
        resourceType: 'Condition',
        id: this.#id(),
        ...metaOf(source),
        subject,
        clinicalStatus: concept(
          'http://terminology.hl7.org/CodeSystem/condition-clinical',
          to === undefined ? 'active' : 'resolved',
        ),
        verificationStatus: concept(
          'http://terminology.hl7.org/CodeSystem/condition-ver-status',
          'confirmed',
        ),
        ...(code?.trim() ? { code: conceptOf(system, code, text) } : {}),
        ...(from === undefined
          ? {}
          : form === 0
            ? { recordedDate: from }
            : form === 1
              ? { onsetPeriod: { start: from, end: from } }
              : { onsetDateTime: from }),
        ...(to === undefined
          ? {}
          : form === 0
            ? { abatementPeriod: { start: to, end: to } }
            : { abatementDateTime: to }),
      };
    }
  }

  *#medication(each: SuppliedMedication, patient: SuppliedPatient): Generator<FhirResource> {
    const { code, text, dose, from, to, source, product, strength } = each;
    const form = strength ? 1 : this.#form(4);
    const coded: CodeableConcept = {
      ...(code ? { coding: [{ system: systems.ATC!, code }] } : {}),
      ...(text ? { text } : {}),
    };
    if (product)
      coded.coding = [{ system: ownSystems.product, code: product }, ...(coded.coding ?? [])];
    const medicine: Omit<Medication, 'id'> = {
      resourceType: 'Medication',
      code: coded,
      ...(strength
        ? {
            ingredient: [
              {
                itemCodeableConcept: { text: text ?? '' },
                strength: { numerator: strength, denominator: { value: 1 } },
              },
            ],
          }
        : {}),
    };
    const said =
      form === 0
        ? { contained: [{ ...medicine, id: 'm' }], medicationReference: { reference: '#m' } }
        : form === 1
          ? {
              medicationReference: {
                reference: `${this.#turn % 2 ? `${this.#base}/` : ''}Medication/${this.#idOf(medicine)}`,
              },
            }
          : { medicationCodeableConcept: coded };
    if (form === 1) yield { ...medicine, id: this.#idOf(medicine) };
    const period = { ...(from ? { start: from } : {}), ...(to ? { end: to } : {}) };
    const subject = this.#subject(patient);
    const status = to === undefined ? 'active' : 'completed';
    if (form === 2)
      yield {
        resourceType: 'MedicationRequest',
        id: this.#id(),
        ...metaOf(source),
        ...said,
        status,
        intent: 'order',
        subject,
        authoredOn: '2001-01-01',
        dosageInstruction: [
          { ...(dose ? { text: dose } : {}), timing: { repeat: { boundsPeriod: period } } },
        ],
      };
    else
      yield {
        resourceType: 'MedicationStatement',
        id: this.#id(),
        ...metaOf(source),
        ...said,
        status,
        subject,
        ...(dose ? { dosage: [{ text: dose }] } : {}),
        effectivePeriod: period,
      };
  }

  *#results({ patient, results = [] }: PatientRecords): Generator<FhirResource> {
    const diastolic = results.filter(({ code }) => code === 'DNK05473');
    const paired = new Set<unknown>();
    for (const each of results) {
      if (paired.has(each)) continue;
      const { code, system = 'NPU', text, at, source } = each;
      const shared = {
        resourceType: 'Observation' as const,
        id: this.#id(),
        ...metaOf(source),
        status: 'final' as const,
        subject: this.#subject(patient),
        ...(at.includes('T') || this.#form(3) > 0
          ? { effectiveDateTime: at }
          : { effectivePeriod: { start: at, end: at } }),
      };
      const other =
        code === 'DNK05472' &&
        diastolic.find((lower) => lower.at === at && lower.source === source && !paired.has(lower));
      if (other) {
        paired.add(other);
        yield {
          ...shared,
          code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
          component: [each, other].map((part) => ({
            code: conceptOf(part.system ?? 'NPU', part.code, part.text),
            ...valueOf(part),
          })),
        };
      } else yield { ...shared, code: conceptOf(system, code, text), ...valueOf(each) };
    }
  }

  *#encounters(records: PatientRecords): Generator<FhirResource> {
    const { patient, appointments = [], referrals = [] } = records;
    const services: readonly unknown[] = Array.isArray(records.services)
      ? records.services
      : records.services
        ? [{}]
        : [];
    for (const each of services) {
      const { code, system = 'ydelse', text, at, source } = each as Record<string, string>;
      const shared = { id: this.#id(), ...metaOf(source), subject: this.#subject(patient) };
      const coded = code === undefined ? {} : conceptOf(system, code, text);
      if (code === undefined || this.#form(2) === 0)
        yield {
          resourceType: 'Procedure',
          ...shared,
          status: 'completed',
          code: coded,
          ...(at ? { performedDateTime: at } : {}),
        };
      else
        yield {
          resourceType: 'Encounter',
          ...shared,
          status: 'finished',
          class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
          type: [coded],
          period: { start: at!, end: at! },
        };
    }
    for (const { at, text, status, with: staff, source } of appointments) {
      const start = new Date(`${at}:00${danishOffset(at.slice(0, 10))}`);
      yield {
        resourceType: 'Appointment',
        id: this.#id(),
        ...metaOf(source),
        status: (
          {
            attended: 'fulfilled',
            missed: 'noshow',
            cancelled: 'cancelled',
            booked: 'booked',
          } as const
        )[status ?? 'booked'],
        ...(text ? { description: text } : {}),
        // In the server's own time.
        start: start.toISOString(),
        end: new Date(start.getTime() + 900_000).toISOString(),
        participant: [
          { actor: this.#subject(patient), status: 'accepted' },
          ...(staff
            ? [{ actor: { type: 'Practitioner', display: staff }, status: 'accepted' as const }]
            : []),
        ],
      };
    }
    for (const { at, text, to, status, source } of referrals)
      yield {
        resourceType: 'ServiceRequest',
        id: this.#id(),
        ...metaOf(source),
        status: (
          {
            completed: 'completed',
            cancelled: 'revoked',
            accepted: 'active',
            sent: 'active',
          } as const
        )[status ?? 'sent'],
        ...(status === 'accepted'
          ? { extension: [{ url: ownExtensions.accepted, valueBoolean: true }] }
          : {}),
        intent: 'order',
        code: { text: text! },
        subject: this.#subject(patient),
        authoredOn: at,
        ...(to ? { performer: [{ display: to }] } : {}),
      };
  }

  *#letters({ patient, letters = [] }: PatientRecords): Generator<FhirResource> {
    for (const { at, text, code, from, status, body, source } of letters)
      yield {
        resourceType: 'DocumentReference',
        id: this.#id(),
        ...metaOf(source),
        status: status === 'cancelled' ? 'entered-in-error' : 'current',
        ...(status && status !== 'cancelled' ? { docStatus: status } : {}),
        ...(code ? { type: conceptOf('local', code, undefined) } : {}),
        subject: this.#subject(patient),
        ...(from ? { author: [{ display: from }] } : {}),
        content: [
          {
            attachment: {
              contentType: 'text/plain; charset=utf-8',
              ...(text ? { title: text } : {}),
              creation: at,
              ...(body ? { data: Buffer.from(body).toString('base64') } : {}),
            },
          },
        ],
      };
  }

  *#prevention({
    patient,
    vaccinations = [],
    carePlans = [],
  }: PatientRecords): Generator<FhirResource> {
    for (const { code, text, at, dose, source } of vaccinations)
      yield {
        resourceType: 'Immunization',
        id: this.#id(),
        ...metaOf(source),
        status: 'completed',
        vaccineCode: conceptOf('ATC', code, text),
        patient: this.#subject(patient),
        occurrenceDateTime: at,
        ...(dose ? { protocolApplied: [{ doseNumberString: dose }] } : {}),
      };
    for (const { code, text, from, to, maintained, status, source } of carePlans)
      yield {
        resourceType: 'CarePlan',
        id: this.#id(),
        ...metaOf(source),
        status: status === 'completed' ? 'completed' : 'active',
        intent: 'plan',
        ...(code ? { category: [conceptOf('local', code, undefined)] } : {}),
        ...(text ? { title: text } : {}),
        subject: this.#subject(patient),
        period: { ...(from ? { start: from } : {}), ...(to ? { end: to } : {}) },
        ...(maintained
          ? {
              extension: [
                {
                  url: 'http://hl7.org/fhir/StructureDefinition/resource-lastReviewDate',
                  valueDate: maintained,
                },
              ],
            }
          : {}),
      };
  }

  #id(): string {
    return `r${String(++this.#made).padStart(8, '0')}`;
  }

  #form(forms: number): number {
    return this.#turn++ % forms;
  }

  /** The patient, told in one of three ways. */
  #subject({ id }: SuppliedPatient): Reference {
    const way = this.#form(3);
    if (way === 0) return { reference: `Patient/${id}` };
    if (way === 1) return { reference: `Patient/${id}`, type: 'Patient', display: 'Patienten' };
    return { reference: `${this.#base}/Patient/${id}` };
  }

  #idOf(medicine: Omit<Medication, 'id'>): string {
    const key = JSON.stringify(medicine);
    let id = this.#medications.get(key);
    if (id === undefined) this.#medications.set(key, (id = `m${this.#medications.size + 1}`));
    return id;
  }
}

function writePatient(patient: SuppliedPatient): Patient {
  const { id, cpr, name, birthDate, sex, deceased, practitioner, phone } = patient;
  const { address, postalCode, city, municipality, insuranceGroup, registered, listed } = patient;
  const own: Extension[] = [
    ...(insuranceGroup === undefined
      ? []
      : [{ url: ownExtensions.insuranceGroup, valueInteger: insuranceGroup }]),
    ...(registered === undefined ? [] : [{ url: ownExtensions.registered, valueDate: registered }]),
    ...(listed === undefined ? [] : [{ url: ownExtensions.listed, valueBoolean: listed }]),
  ];
  return {
    resourceType: 'Patient',
    id,
    active: true,
    ...(cpr
      ? {
          identifier: [
            { system: 'https://klinik.example/nr', value: '7' },
            { system: 'urn:oid:1.2.208.176.1.2', value: cpr },
          ],
        }
      : {}),
    name: [
      { use: 'old', text: 'Et gammelt navn' },
      { use: 'official', text: name },
    ],
    ...(birthDate === undefined ? {} : { birthDate }),
    gender: sex,
    ...(deceased === undefined ? {} : { deceasedDateTime: deceased }),
    ...(phone
      ? {
          telecom: [
            { system: 'email', value: 'x@example.dk' },
            { system: 'phone', value: phone },
          ],
        }
      : {}),
    ...(practitioner ? { generalPractitioner: [{ display: practitioner }] } : {}),
    ...(own.length > 0 ? { extension: own } : {}),
    ...((address ?? municipality) === undefined
      ? {}
      : {
          address: [
            {
              use: 'home',
              ...(address ? { line: [address] } : {}),
              ...(postalCode ? { postalCode } : {}),
              ...(city ? { city } : {}),
              ...(municipality
                ? {
                    extension: [
                      {
                        url: 'http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes',
                        valueCodeableConcept: concept(
                          'http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes',
                          municipality,
                        ),
                      },
                    ],
                  }
                : {}),
            },
          ],
        }),
  };
}

function valueOf({
  value,
  comparator,
  unit,
  low,
  high,
}: NonNullable<PatientRecords['results']>[number]) {
  const quantity = (number: number): Quantity => ({ value: number, ...(unit ? { unit } : {}) });
  return {
    ...(typeof value === 'number'
      ? {
          valueQuantity: {
            ...quantity(value),
            ...(comparator ? { comparator: comparator as '<' } : {}),
          },
        }
      : { valueString: value }),
    ...((low ?? high) === undefined
      ? {}
      : {
          referenceRange: [
            {
              ...(low === undefined ? {} : { low: quantity(low) }),
              ...(high === undefined ? {} : { high: quantity(high) }),
            },
          ],
        }),
  };
}

/** A code among others: one of a system that nobody knows stands before it. */
function conceptOf(system: string, code: string, text: string | undefined): CodeableConcept {
  return {
    coding: [
      { system: 'https://klinik.example/intern', code: 'i7' },
      { system: systems[system] ?? system, code },
    ],
    ...(text ? { text } : {}),
  };
}

function concept(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] };
}

function metaOf(source: string | undefined): object {
  return source ? { meta: { source } } : {};
}
