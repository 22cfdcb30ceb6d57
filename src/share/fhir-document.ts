/**
 * What is shared, as a FHIR R4 document: a bundle of a composition, the patient, who shared it, and a section of each
 * shared type. Codes go by the address that HL7 publishes for their system; a system that has none is left out.
 */
import { utc } from '@date-fns/utc/utc';
import { formatISO } from 'date-fns/formatISO';
import { base64url } from 'jose';
import { documentPhrases as phrases } from '../i18n/phrases/share-document.ts';
import { formatDate } from '../i18n/dates.ts';
import { recordPhrases } from '../i18n/phrases/records.ts';
import { sentence } from '../i18n/language.ts';
import { recordNouns } from '../i18n/record-types.ts';
import { checkPatient } from '../record/check.ts';
import { countRejected } from '../record/rejections.ts';
import {
  recordTypes,
  type CalendarDate,
  type CarePlanRecord,
  type CheckedPatient,
  type ClinicalRecord,
  type LetterRecord,
  type NoteRecord,
  type RecordByType,
  type RecordType,
  type SpanRecord,
} from '../record/types.ts';
import {
  writtenBirth,
  writtenDeath,
  writtenEnd,
  writtenMaintained,
  writtenStart,
} from '../record/written.ts';
import type { Share } from './content.ts';
import { readInstant } from './instant.ts';

type Resource = { readonly resourceType: string } & Readonly<Record<string, unknown>>;

/** A resource, and the address that the others name it by. */
interface Entry {
  readonly fullUrl: string;
  readonly resource: Resource;
}

/**
 * Makes a FHIR document of a share. Profiles, markers and recipients are not in it: it tells what is recorded.
 * @throws RangeError when the patient cannot be read.
 */
export function fhirDocument(share: Share): Resource {
  const { patient: checked } = checkPatient(share.patient);
  if (!checked) throw new RangeError('patient: cannot be read.');
  const timestamp = formatISO(readInstant(share.from), { in: utc });
  const patient = entryOf(patientOf(checked));
  const clinic = entryOf({ resourceType: 'Organization', name: share.sharedBy.organisation });
  const author = entryOf({ resourceType: 'Practitioner', name: [{ text: share.sharedBy.name }] });
  const subject = { reference: patient.fullUrl };
  const shared = recordTypes.filter((type) => share.types.includes(type));
  const sections = shared.map((type) => {
    const records: readonly ClinicalRecord[] = checked.records[type];
    const entries = records.map((record) =>
      entryOf({
        ...resourceOf(record, share.asOf),
        [record.type === 'vaccination' ? 'patient' : 'subject']: subject,
      }),
    );
    return { entries, section: sectionOf(type, entries, checked, share) };
  });
  const composition = entryOf({
    resourceType: 'Composition',
    language: 'da',
    status: 'final',
    type: coding('http://loinc.org', '60591-5', 'Patient summary Document'),
    subject,
    date: timestamp,
    author: [{ reference: author.fullUrl }],
    custodian: { reference: clinic.fullUrl },
    title: phrases.title,
    section: sections.map(({ section }) => section),
  });
  return {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${share.id}` },
    type: 'document',
    timestamp,
    entry: [composition, patient, author, clinic, ...sections.flatMap(({ entries }) => entries)],
  };
}

function entryOf(resource: Resource): Entry {
  return { fullUrl: `urn:uuid:${crypto.randomUUID()}`, resource };
}

/** Says of a type without records whether none are registered, or nobody can tell; and what could not be read. */
function sectionOf(
  type: RecordType,
  entries: readonly Entry[],
  { supplied, rejected }: CheckedPatient,
  { coverage }: Share,
) {
  const [, many] = recordNouns.da[type];
  const aside = countRejected(rejected.filter((each) => each.type === type));
  const own = coverage[type];
  const isKnown = own ? own.available && own.from === undefined : supplied.has(type);
  const words = [
    ...(entries.length === 0 && aside === 0 && isKnown ? [phrases.none] : []),
    ...(isKnown ? [] : [phrases.unavailable]),
    ...(aside > 0 ? [phrases.setAside(aside)] : []),
  ];
  const code = sectionCodes[type];
  return {
    title: sentence(many),
    ...(code && { code: coding('http://loinc.org', ...code) }),
    // No word of the data's stands in it: it is the one place in a document that is markup.
    ...(words.length > 0 && {
      text: {
        status: 'generated',
        div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${words.join(' ')}</p></div>`,
      },
    }),
    ...(entries.length > 0 && { entry: entries.map(({ fullUrl }) => ({ reference: fullUrl })) }),
  };
}

const sectionCodes: Readonly<Partial<Record<RecordType, readonly [string, string]>>> = {
  diagnosis: ['11450-4', 'Problem list - Reported'],
  medication: ['10160-0', 'History of Medication use Narrative'],
  result: ['30954-2', 'Relevant diagnostic tests/laboratory data Narrative'],
  service: ['47519-4', 'History of Procedures Document'],
  vaccination: ['11369-6', 'History of Immunization Narrative'],
  carePlan: ['18776-5', 'Plan of care note'],
};

function patientOf({ patient }: CheckedPatient): Resource {
  const { name, cpr, sex, address, postalCode, city, phone } = patient;
  const [born, died] = [writtenBirth(patient), writtenDeath(patient)];
  return {
    resourceType: 'Patient',
    ...(cpr !== undefined && { identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: cpr }] }),
    ...(name && { name: [{ text: name }] }),
    gender: sex ?? 'unknown',
    ...(born !== undefined && { birthDate: born }),
    ...(died !== undefined && { deceasedDateTime: died }),
    ...((address ?? postalCode ?? city) && {
      address: [without({ line: address && [address], postalCode, city })],
    }),
    ...(phone && { telecom: [{ system: 'phone', value: phone }] }),
  };
}

type Maker<Type extends RecordType> = (record: RecordByType[Type], asOf: CalendarDate) => Resource;

function resourceOf(record: ClinicalRecord, asOf: CalendarDate): Resource {
  return (makers[record.type] as Maker<RecordType>)(record, asOf);
}

const makers: { readonly [Type in RecordType]: Maker<Type> } = {
  diagnosis: (record, asOf) => {
    const hasEnded = record.to !== undefined && record.to < asOf;
    return {
      resourceType: 'Condition',
      clinicalStatus: coding(
        'http://terminology.hl7.org/CodeSystem/condition-clinical',
        hasEnded ? 'inactive' : 'active',
      ),
      code: codeOf(record),
      ...without({
        onsetDateTime: writtenStart(record),
        // One that has not come yet is no end (con-4).
        abatementDateTime: hasEnded ? writtenEnd(record) : undefined,
      }),
    };
  },
  medication: (record, asOf) => ({
    resourceType: 'MedicationStatement',
    status:
      record.to !== undefined && record.to < asOf
        ? 'completed'
        : record.from > asOf
          ? 'intended'
          : 'active',
    medicationCodeableConcept: codeOf(record),
    ...without({
      effectivePeriod: periodOf(record),
      dosage: record.dose === undefined ? undefined : [{ text: record.dose }],
    }),
  }),
  result: (record) => {
    const { value, unit, comparator, low, high } = record;
    const isPlain = typeof value === 'number' && comparator !== '?';
    const quantity = (each: number | undefined) =>
      each === undefined ? undefined : without({ value: each, unit });
    return {
      resourceType: 'Observation',
      // The contract has no word for it.
      status: 'unknown',
      code: codeOf(record),
      effectiveDateTime: writtenStart(record),
      ...(isPlain
        ? { valueQuantity: without({ value, comparator, unit }) }
        : {
            valueString: [comparator, value, unit].filter((each) => each !== undefined).join(' '),
          }),
      ...((low ?? high) !== undefined && {
        referenceRange: [without({ low: quantity(low), high: quantity(high) })],
      }),
    };
  },
  service: (record) => ({
    resourceType: 'Procedure',
    status: 'completed',
    code: codeOf(record),
    performedDateTime: writtenStart(record),
  }),
  // FHIR's own appointment must say when it ends, which nobody knows.
  appointment: (record, asOf) => ({
    resourceType: 'Encounter',
    status: encounterStatus[record.status ?? (record.at > asOf ? 'booked' : 'none')],
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    type: [codeOf(record, [record.time && phrases.at(record.time), record.with])],
    period: { start: writtenStart(record) },
  }),
  referral: (record) => ({
    resourceType: 'ServiceRequest',
    status: requestStatus[record.status ?? 'none'],
    intent: 'order',
    code: codeOf(record),
    authoredOn: writtenStart(record),
    ...(record.to !== undefined && { performerType: { text: record.to } }),
  }),
  letter: (record) => ({
    ...documentOf(record),
    status: record.status === 'cancelled' ? 'entered-in-error' : 'current',
    ...without({ docStatus: record.status === 'cancelled' ? undefined : record.status }),
  }),
  vaccination: (record) => ({
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: codeOf(record),
    occurrenceDateTime: writtenStart(record),
    ...(record.dose !== undefined && { protocolApplied: [{ doseNumberString: record.dose }] }),
  }),
  carePlan: (record, asOf) => ({
    resourceType: 'CarePlan',
    status:
      record.status === 'cancelled'
        ? 'revoked'
        : record.to !== undefined && record.to < asOf
          ? 'completed'
          : 'active',
    intent: 'plan',
    category: [codeOf(record)],
    ...without({ period: periodOf(record), note: maintenanceNote(record) }),
  }),
  note: documentOf,
  correspondence: (record) => ({
    resourceType: 'Communication',
    status: 'completed',
    category: [codeOf(record, [record.sender, record.to && `→ ${record.to}`])],
    sent: writtenStart(record),
    ...(record.body !== undefined && { payload: [{ contentString: record.body }] }),
  }),
};

function documentOf(record: LetterRecord | NoteRecord): Resource {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    ...without({ author: record.sender === undefined ? undefined : [{ display: record.sender }] }),
    type: codeOf(record),
    content: [
      {
        attachment: without({
          contentType: 'text/plain; charset=utf-8',
          language: 'da',
          title: record.text,
          creation: writtenStart(record),
          data: record.body === undefined ? undefined : base64(record.body),
        }),
      },
    ],
  };
}

/** FHIR has no place of its own for when a plan was last gone through. */
function maintenanceNote(record: CarePlanRecord): readonly object[] | undefined {
  const maintained = writtenMaintained(record);
  return maintained === undefined
    ? undefined
    : [{ text: recordPhrases.da.maintained(formatDate(maintained, 'da')) }];
}

const encounterStatus = {
  booked: 'planned',
  attended: 'finished',
  missed: 'cancelled',
  cancelled: 'cancelled',
  none: 'unknown',
} as const;

const requestStatus = {
  sent: 'active',
  accepted: 'active',
  completed: 'completed',
  cancelled: 'revoked',
  none: 'unknown',
} as const;

/** Code and words; more words where the resource has no place of their own for them. */
function codeOf(
  { code, system, text, type }: ClinicalRecord,
  more: readonly (string | undefined)[] = [],
): object {
  const words = [text, ...more].filter(Boolean).join(', ');
  return without({
    coding: code ? [without({ system: addresses[system], code })] : undefined,
    // Something must be said.
    text: words || (code ? undefined : recordNouns.da[type][0]),
  });
}

/** Of code systems, by the one names that records have (`record/systems.ts`): HL7 Terminology, and DK Core's OIDs. */
const addresses: Readonly<Record<string, string | undefined>> = {
  'ICPC-2': 'http://hl7.org/fhir/sid/icpc-2',
  'ICD-10': 'http://hl7.org/fhir/sid/icd-10',
  ATC: 'http://www.whocc.no/atc',
  NPU: 'urn:oid:1.2.208.176.2.1',
  SKS: 'urn:oid:1.2.208.176.2.4',
  LOINC: 'http://loinc.org',
  SNOMEDCT: 'http://snomed.info/sct',
};

function coding(system: string, code: string, display?: string): object {
  return { coding: [without({ system, code, display })] };
}

function periodOf(record: SpanRecord): object | undefined {
  const period = without({ start: writtenStart(record), end: writtenEnd(record) });
  return Object.keys(period).length > 0 ? period : undefined;
}

/** Without the parts that are absent: FHIR has no empty ones. */
function without(parts: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function base64(text: string): string {
  const url = base64url.encode(text).replaceAll('-', '+').replaceAll('_', '/');
  return url.padEnd(Math.ceil(url.length / 4) * 4, '=');
}
