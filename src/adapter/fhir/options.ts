/** What a host tells the FHIR adapter. No type of a package stands in it: what is published needs none. */
import type {
  CoverageByType,
  PatientRecords,
  RecordType,
  SuppliedPatient,
  listNames,
} from '../../record/types.ts';
import type { OpenContext, PatientReference } from '../action-types.ts';
import type { ClinicDescription } from '../types.ts';

export interface FhirOptions {
  /** Who the clinic is, as in `ClinicDescription`. Which types are covered the adapter adds, and how many patients there are. */
  readonly clinic: Omit<ClinicDescription, 'coverage' | 'patients'>;
  /** The service base address, e.g. `https://fhir.example.dk/r4`: nothing outside it is ever asked. */
  readonly base: string;
  /**
   * Asks the server, as the page's own `fetch` does: tokens, proxies and certificates are the host's matter. It is given
   * the `accept` header and the signal, and may add to both.
   */
  readonly fetch: FhirFetch;
  /**
   * Names of code systems by their addresses, where the server has its own: `{ 'https://example.dk/ydelser': 'ydelse' }`.
   * Those of `codeSystems` are known by their published addresses, and FSIII and FFB by their OIDs. A system of packages' or
   * registers' numbers is named `product`: a medicine's coding in it becomes its `product`.
   */
  readonly systems?: Readonly<Record<string, string>>;
  /**
   * Which coding counts where a concept has several, by code system, the most wanted first. Default: the type's own system
   * (ICPC-2, ATC, NPU, ydelse), and then as in `codeSystems`. A coding that is asked for goes before one that is not.
   */
  readonly prefer?: Readonly<Partial<Record<RecordType, readonly string[]>>>;
  /** Units by the server's names, where the library does not know them: `{ 'mmol/mol Hb': 'mmol/mol' }`. */
  readonly units?: Readonly<Record<string, string>>;
  /** The time zone whose calendar dates instants are told in. Default `Europe/Copenhagen`. */
  readonly timeZone?: string;
  /** As in `ClinicDescription.coverage`. A type that the adapter does not read stays not covered, whatever is said here. */
  readonly coverage?: CoverageByType;
  /** How pages are asked for: their size, or more. */
  readonly page?: number | FhirPage;
  /** Most requests at a time. Default 4. */
  readonly parallel?: number;
  /** How a resource type is asked for and read otherwise; `false`: it is not asked for. */
  readonly map?: FhirMap;
  /** What a click on a CPR number does. */
  readonly openJournal?: (patient: PatientReference, context: OpenContext) => void | Promise<void>;
  /** Is given the report of each load, when it is done: counts, never patient data. */
  readonly onReport?: (report: FhirReport) => void;
}

/** As `fetch`, as far as it is used: `globalThis.fetch` is one. */
export type FhirFetch = (
  url: string,
  init: { readonly headers: Record<string, string>; readonly signal: AbortSignal },
) => Promise<FhirResponse>;

export interface FhirResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

export interface FhirPage {
  /** Resources that are asked for in one page (`_count`); a server may send fewer. Default 1000. */
  readonly size?: number;
  /**
   * `required` (default): a type of which the server tells no total is unknown, for a page that was left out could not be
   * noticed. `optional`: what comes without a total counts as all.
   */
  readonly total?: 'required' | 'optional';
}

/** A resource as the server sent it. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

type SuppliedRecord<Type extends RecordType> = NonNullable<
  PatientRecords[(typeof listNames)[Type]]
>[number];

/** A record that is made of a resource, and its type. */
export type FhirRecord = {
  readonly [Type in RecordType]: { readonly type: Type; readonly record: SuppliedRecord<Type> };
}[RecordType];

export interface FhirRule {
  /** The data types it makes: needed of a resource type that the adapter does not know by itself. */
  readonly makes?: readonly RecordType[];
  /** Search parameters beside the adapter's own: `{ category: 'laboratory' }`. */
  readonly search?: Readonly<Record<string, string>>;
  /** The search parameter that names the patient. Default `patient`. */
  readonly patient?: string;
  /**
   * Reads a resource.
   *
   * @param own What the adapter would make of it.
   * @returns The records it stands for; none where it is no record.
   */
  readonly read?: (resource: FhirResource, own: readonly FhirRecord[]) => readonly FhirRecord[];
}

export interface FhirPatientRule {
  readonly search?: Readonly<Record<string, string>>;
  /** Answers the patient, or `null` for somebody who is not one of the clinic's. */
  readonly read?: (resource: FhirResource, own: SuppliedPatient) => SuppliedPatient | null;
}

export type FhirMap = { readonly Patient?: FhirPatientRule } & {
  readonly [Type in FhirRecordType]?: FhirRule | false;
};

/** Resource types of which each resource is of one patient (FHIR R4, compartment of the patient): those that the adapter reads, and others. */
export type FhirRecordType =
  | 'Condition'
  | 'MedicationStatement'
  | 'MedicationRequest'
  | 'Observation'
  | 'Procedure'
  | 'Encounter'
  | 'Appointment'
  | 'ServiceRequest'
  | 'DocumentReference'
  | 'Immunization'
  | 'CarePlan'
  | 'Communication'
  | 'AllergyIntolerance'
  | 'Basic'
  | 'ChargeItem'
  | 'Claim'
  | 'ClinicalImpression'
  | 'Composition'
  | 'DiagnosticReport'
  | 'EpisodeOfCare'
  | 'FamilyMemberHistory'
  | 'Flag'
  | 'Goal'
  | 'ImagingStudy'
  | 'List'
  | 'Media'
  | 'MedicationAdministration'
  | 'MedicationDispense'
  | 'QuestionnaireResponse'
  | 'RiskAssessment'
  | 'Task';

/** Why a resource type did not come whole. */
export type FhirShortfallReason =
  /** Fewer came than the server says there are. */
  | 'fewer-than-total'
  /** The server does not say how many there are. */
  | 'no-total'
  /** The next page is one that was read already. */
  | 'repeated-next'
  /** The next page lies outside the base address: it was not asked for, so that no token goes there. */
  | 'foreign-next'
  /** Page follows page, and nothing new comes. */
  | 'endless'
  /** The server answered with an error; `status` says which. */
  | 'http'
  /** The server was not reached. */
  | 'network'
  /** The answer is no bundle of resources. */
  | 'not-a-bundle'
  /** The bundle says itself that something is missing (`OperationOutcome`). */
  | 'outcome'
  /** Resources whose patient could not be told: they may be anybody's. */
  | 'patient-not-told';

export interface FhirShortfall {
  readonly resourceType: string;
  readonly reason: FhirShortfallReason;
  readonly status?: number;
  /** As the server says; absent where it does not. */
  readonly total?: number;
  /** Different resources that came. */
  readonly read: number;
}

/** What became of a load: counts, and names of systems, units and fields; no word of a patient. */
export interface FhirReport {
  readonly requests: number;
  /** Requests that were asked again: the server was busy (408, 429, 503), or the connection broke. */
  readonly retries: number;
  /** Different resources that came, by type. */
  readonly read: Readonly<Record<string, number>>;
  /** Types that are unknown for everybody, and why. */
  readonly unknown: Readonly<Partial<Record<RecordType | 'patient', readonly FhirShortfall[]>>>;
  /** Codings that are in no system known: each such record is told without a code, and may have any. `system` is empty where there was none. */
  readonly codings: readonly FhirCount<{ readonly type: RecordType; readonly system: string }>[];
  /** Codings that another of the same concept went before. */
  readonly passedOver: readonly FhirCount<{ readonly type: RecordType; readonly system: string }>[];
  /** Units that are compared with themselves alone. */
  readonly units: readonly FhirCount<{ readonly unit: string }>[];
  /** Dates that could not be read, or stand for another that is missing (`instead`). */
  readonly dates: readonly FhirCount<{
    readonly resourceType: string;
    readonly field: string;
    readonly problem: 'unreadable' | 'missing' | 'instead';
  }>[];
  /** Resources that are no records, and why: a status, an intent, a category. */
  readonly leftOut: readonly FhirCount<{ readonly resourceType: string; readonly why: string }>[];
}

export type FhirCount<What> = What & { readonly count: number };
