/** Joining the records of a load by patient: whose a resource is, and what each patient is handed over with. */
import type { Patient, Reference } from 'fhir/r4';
import { isObject } from '../../json/values.ts';
import {
  isUncoded,
  listNames,
  type Coverage,
  type CoverageByType,
  type PatientRecords,
  type RecordType,
  type RecordsRequest,
  type SuppliedPatient,
} from '../../record/index.ts';
import type { Coder } from './coder.ts';
import type { FhirRecord, FhirResource } from './options.ts';
import { cprSystem } from './read/patient.ts';
import type { FhirServer } from './server.ts';

/** Whose a resource is: keys of patients, nobody's, or nobody can tell. */
export type Owner = readonly string[] | 'nobody' | 'untold';

/** A patient by a CPR number, where a reference has nothing else (a logical reference). */
const byCpr = 'cpr ';

/** The patients that a resource is about. */
export function ownerOf(resource: FhirResource, server: FhirServer): Owner {
  try {
    return findOwner(resource, server);
  } catch {
    return 'untold';
  }
}

function findOwner(resource: FhirResource, server: FhirServer): Owner {
  const { resourceType, subject = resource.patient, participant } = resource;
  const references =
    resourceType === 'Appointment' ? actorsOf(participant) : subject === undefined ? [] : [subject];
  if (references.length === 0) return mayBeNobodys.has(resourceType) ? 'nobody' : 'untold';
  const keys = references.map((reference) =>
    isObject(reference) ? keyOf(reference, resource, server) : 'untold',
  );
  const told = keys.filter((key) => key !== 'untold' && key !== 'nobody');
  if (told.length > 0) return told;
  return keys.includes('untold') ? 'untold' : 'nobody';
}

/** Resource types that FHIR lets stand without a patient. */
const mayBeNobodys: ReadonlySet<string> = new Set([
  ...['Appointment', 'Observation', 'DocumentReference', 'Communication'],
]);

function actorsOf(participants: unknown): readonly unknown[] {
  const all = Array.isArray(participants) ? (participants as readonly unknown[]) : [];
  return all.flatMap((each) => (isObject(each) && each.actor !== undefined ? [each.actor] : []));
}

function keyOf(reference: Reference, resource: FhirResource, server: FhirServer): string {
  const { reference: text, identifier, type } = reference;
  if (typeof text === 'string' && text.startsWith('#')) {
    const patient = containedIn(resource, text) as Patient | undefined;
    if (patient?.resourceType !== 'Patient') return 'nobody';
    const cpr = patient.identifier?.find(({ system }) => system === cprSystem)?.value;
    return cpr === undefined ? 'untold' : byCpr + bare(cpr);
  }
  if (typeof text === 'string') {
    const target = server.reference(text);
    if (target) return target.resourceType === 'Patient' ? target.id : 'nobody';
  }
  if (identifier?.system === cprSystem && typeof identifier.value === 'string')
    return byCpr + bare(identifier.value);
  const named = type ?? /(?:^|\/)([A-Z]\w+)\/[^/]+$/.exec(text ?? '')?.[1];
  return named !== undefined && named !== 'Patient' ? 'nobody' : 'untold';
}

/** A resource that another one contains; undefined where it does not. */
export function containedIn({ contained }: FhirResource, reference: string): object | undefined {
  if (!Array.isArray(contained)) return undefined;
  return (contained as readonly unknown[]).find(
    (each): each is object => isObject(each) && `#${String(each.id)}` === reference,
  );
}

function bare(cpr: string): string {
  return cpr.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();
}

interface Kept {
  readonly record: FhirRecord['record'];
  /** Sorts records of one day: when the server last had them changed, and their ids. */
  readonly order: string;
}

/** What is gathered for one key. */
interface Gathered {
  readonly lists: Partial<Record<RecordType, Kept[]>>;
  /** By type, the systems in which codings that were asked for stood back. */
  readonly passedOver: Partial<Record<RecordType, Set<string>>>;
  /** The resource types that records were made of, each as often. */
  readonly resources: string[];
}

export class Joined {
  readonly #byKey = new Map<string, Gathered>();
  /** Keys by which a patient was known before records were merged, and by CPR number. */
  readonly #alias = new Map<string, string>();

  add(key: string, resource: FhirResource, made: readonly FhirRecord[]): void {
    const { lists, resources } = this.#of(key);
    resources.push(resource.resourceType);
    const { lastUpdated = '' } = isObject(resource.meta) ? resource.meta : {};
    const order = `${String(lastUpdated)} ${resource.id ?? ''}`;
    for (const { type, record } of made) (lists[type] ??= []).push({ record, order });
  }

  passOver(key: string, type: RecordType, system: string): void {
    const { passedOver } = this.#of(key);
    (passedOver[type] ??= new Set()).add(system);
  }

  /** Makes known by which other keys a patient goes. */
  name({ id, cpr }: SuppliedPatient, replaced: readonly string[]): void {
    if (cpr !== undefined) this.#alias.set(byCpr + bare(cpr), id);
    for (const other of replaced) this.#alias.set(other, id);
  }

  /** Gives the records of other keys to the patients that they are names of. */
  settle(): void {
    for (const [alias, id] of this.#alias) {
      const other = this.#byKey.get(alias);
      if (!other || alias === id) continue;
      this.#byKey.delete(alias);
      const own = this.#of(id);
      for (const [type, list] of Object.entries(other.lists) as [RecordType, Kept[]][])
        (own.lists[type] ??= []).push(...list);
      for (const [type, set] of Object.entries(other.passedOver) as [RecordType, Set<string>][])
        for (const system of set) (own.passedOver[type] ??= new Set()).add(system);
    }
  }

  /** The resource types of the records of whoever is not among the patients, each as often. */
  *strangers(patients: { has(id: string): boolean }): Generator<string> {
    for (const [key, { resources }] of this.#byKey) if (!patients.has(key)) yield* resources;
  }

  /** A patient with all records of the types that are read, and what is not whole of them. */
  recordsOf(patient: SuppliedPatient, terms: Terms): PatientRecords {
    const gathered = this.#byKey.get(patient.id);
    const lists: Record<string, unknown> = {};
    const coverage: Partial<Record<RecordType, Coverage>> = {};
    for (const type of terms.types) {
      const kept = gathered?.lists[type] ?? [];
      lists[listNames[type]] = [...kept].sort(inOrder).map(({ record }) => record);
      const passed = gathered?.passedOver[type];
      if (terms.short.has(type)) coverage[type] = notCovered(terms.coverage[type]);
      else if (passed) coverage[type] = partlyCovered(type, passed, terms);
    }
    return { patient, ...lists, ...(Object.keys(coverage).length > 0 ? { coverage } : {}) };
  }

  #of(key: string): Gathered {
    let gathered = this.#byKey.get(key);
    if (!gathered) this.#byKey.set(key, (gathered = { lists: {}, passedOver: {}, resources: [] }));
    return gathered;
  }
}

/** What the records are handed over by. */
export interface Terms {
  readonly request: RecordsRequest;
  /** The types that are asked for and read. */
  readonly types: readonly RecordType[];
  /** Those of them that did not come whole. */
  readonly short: ReadonlySet<RecordType>;
  readonly coverage: CoverageByType;
  readonly coder: Coder;
}

/** By day, then as the server had them, so that pages in another order are the same records. */
function inOrder(a: Kept, b: Kept): number {
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}

function dayOf({ record }: Kept): string {
  const { at, from } = record as { readonly at?: string; readonly from?: string };
  return at ?? from ?? '';
}

function notCovered(declared: Coverage | undefined): Coverage {
  return {
    ...(declared?.source === undefined ? {} : { source: declared.source }),
    available: false,
  };
}

/** Covered in the systems in which all codes are there. */
function partlyCovered(
  type: RecordType,
  passed: ReadonlySet<string>,
  { coverage, request, coder }: Terms,
): Coverage {
  const declared = coverage[type] ?? { available: true };
  const asked = request.types[type]?.codes?.map(({ system }) => system) ?? [];
  const systems = coder.complete(type, declared.systems, asked, passed);
  // A list of none would say nothing.
  return systems.length === 0 ? notCovered(declared) : { ...declared, systems };
}

/** A record of which nothing can be read, in the place of one that nobody could make sense of. */
export function unreadableRecord(type: RecordType): FhirRecord {
  const record = isUncoded(type) ? {} : { system: {} };
  return { type, record } as unknown as FhirRecord;
}
