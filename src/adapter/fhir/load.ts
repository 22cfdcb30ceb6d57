/** One load: all resource types that are asked for, page by page and side by side, and what they are for each patient. */
import type { Patient, Reference } from 'fhir/r4';
import { isObject } from '../../json/values.ts';
import {
  recordTypes,
  type CoverageByType,
  type PatientRecords,
  type RecordType,
  type RecordsRequest,
  type SuppliedPatient,
} from '../../record/index.ts';
import { Coder } from './coder.ts';
import { containedIn, Joined, ownerOf, unreadableRecord } from './join.ts';
import type {
  FhirOptions,
  FhirPatientRule,
  FhirRecord,
  FhirResource,
  FhirShortfall,
} from './options.ts';
import { readPages, type Pages } from './paging.ts';
import { readPatient } from './read/patient.ts';
import type { Reading } from './read/reading.ts';
import type { Source } from './resources.ts';
import { FhirError, type FhirServer } from './server.ts';
import { Tally } from './tally.ts';
import { Units } from './units.ts';
import type { Zone } from './zone.ts';

/** What all loads of an adapter share. */
export interface Setting {
  readonly server: FhirServer;
  readonly sources: readonly Source[];
  readonly zone: Zone;
  readonly options: FhirOptions;
  readonly coverage: CoverageByType;
  readonly size: number;
  readonly isTotalRequired: boolean;
}

/** A resource whose medicine has not come yet. */
interface Waiting {
  readonly source: Source;
  readonly resource: FhirResource;
  readonly owner: readonly string[];
}

/** Medicines that are asked for by id in one request. */
const medicinesInRequest = 50;

export class Load {
  readonly tally = new Tally();
  readonly #patients = new Map<string, SuppliedPatient>();
  readonly #joined = new Joined();
  readonly #short = new Set<RecordType>();
  readonly #coder: Coder;
  readonly #units: Units;
  readonly #types: readonly RecordType[];
  /** Resources that wait for the medicines that they refer to. */
  readonly #waiting: Waiting[] = [];
  readonly #medicines = new Map<string, object>();

  constructor(
    readonly setting: Setting,
    readonly request: RecordsRequest,
    readonly signal: AbortSignal,
    /** Whether one patient is asked for, with what letters say. */
    readonly isOfOne: boolean,
  ) {
    const { systems, prefer, units = {} } = setting.options;
    this.#coder = new Coder({ systems, prefer }, request, this.tally);
    this.#units = new Units(units, this.tally);
    const read = new Set(setting.sources.flatMap(({ makes }) => makes));
    this.#types = recordTypes.filter((type) => request.types[type] && read.has(type));
  }

  /**
   * Reads the patients of the clinic.
   * @throws {FhirError} Where they do not come whole: a list without some of them would look whole.
   */
  async readPatients(onPage: () => void): Promise<void> {
    const { search = {} } = this.#patientRule;
    const pages = await this.#pages('Patient', search, (resources) => {
      for (const resource of resources) this.addPatient(resource);
      onPage();
    });
    this.tally.read('Patient', pages.read);
    if (!pages.shortfall) return;
    this.tally.unknown('patient', pages.shortfall);
    throw failureOf(pages.shortfall);
  }

  /** Takes a patient in, who may have had other ids before. Answers `false` for one who is none of the clinic's. */
  addPatient(resource: FhirResource): boolean {
    const patient = resource as unknown as Patient;
    try {
      if (patient.link?.some(({ type }) => type === 'replaced-by'))
        return this.#leaveOut('replaced by another');
      if (patient.active === false) return this.#leaveOut('not active');
      const own = readPatient(patient, this.setting.zone, this.tally);
      const { read } = this.#patientRule;
      const kept = read ? read(resource, own) : own;
      if (!kept) return this.#leaveOut('left out by map');
      this.#patients.set(kept.id, kept);
      this.#joined.name(kept, replacedBy(patient, this.setting.server));
    } catch {
      // Somebody is there: what is not known is said, and the records go with the id.
      this.tally.leaveOut('Patient', 'could not be read: told with the id alone');
      const { id = '' } = resource;
      this.#patients.set(id, { id, name: '', sex: 'unknown' } as SuppliedPatient);
    }
    return true;
  }

  /**
   * Reads the records of all types that are asked for.
   * @param ids Of the patients whose they are; absent: all of the clinic.
   */
  async readRecords(onPage: () => void, ids?: readonly string[]): Promise<void> {
    const sources = this.setting.sources.filter(({ makes }) =>
      makes.some((type) => this.#types.includes(type)),
    );
    const reading = sources.map((source) => this.#readSource(source, onPage, ids));
    // All are heard to their end: what one throws must not leave another unheard.
    const failed = (await Promise.allSettled(reading)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    await this.#readMedicines(onPage);
    for (const { source, resource, owner } of this.#waiting) this.#read(source, resource, owner);
  }

  /** Gives every patient what is theirs, when patients and records have come. */
  settle(): void {
    this.#joined.settle();
    for (const resourceType of this.#joined.strangers(this.#patients))
      this.tally.leaveOut(resourceType, 'of nobody in the clinic');
  }

  /** The patients with their records, in the order in which the server told them. */
  *patients(): Generator<PatientRecords> {
    for (const id of this.#patients.keys()) yield this.patient(id)!;
  }

  patient(id: string): PatientRecords | undefined {
    const patient = this.#patients.get(id);
    return (
      patient &&
      this.#joined.recordsOf(patient, {
        request: this.request,
        types: this.#types,
        short: this.#short,
        coverage: this.setting.coverage,
        coder: this.#coder,
      })
    );
  }

  get #patientRule(): FhirPatientRule {
    return this.setting.options.map?.Patient ?? {};
  }

  #leaveOut(why: string): false {
    this.tally.leaveOut('Patient', why);
    return false;
  }

  async #readSource(
    source: Source,
    onPage: () => void,
    ids: readonly string[] | undefined,
  ): Promise<void> {
    const { resourceType, search, patient } = source;
    const whose = ids && { [patient]: ids.map((id) => `Patient/${id}`).join(',') };
    let untold = 0;
    const pages = await this.#pages(resourceType, { ...search, ...whose }, (resources) => {
      for (const resource of resources) if (!this.#take(source, resource)) untold++;
      onPage();
    });
    const { read } = pages;
    this.tally.read(resourceType, read);
    if (pages.shortfall) this.#fallShort(source, pages.shortfall);
    if (untold > 0)
      this.#fallShort(source, { resourceType, reason: 'patient-not-told', read: untold });
  }

  #fallShort({ makes }: Source, shortfall: FhirShortfall): void {
    for (const type of makes.filter((each) => this.#types.includes(each))) {
      this.#short.add(type);
      this.tally.unknown(type, shortfall);
    }
  }

  /** Takes a resource in. Answers `false` where nobody can tell whose it is. */
  #take(source: Source, resource: FhirResource): boolean {
    const owner = ownerOf(resource, this.setting.server);
    if (owner === 'nobody') this.tally.leaveOut(source.resourceType, 'of no patient');
    if (typeof owner === 'string') return owner === 'nobody';
    if (this.#medicineOf(resource) === undefined) this.#read(source, resource, owner);
    else this.#waiting.push({ source, resource, owner });
    return true;
  }

  /** The id of the medicine of its own that a resource refers to. */
  #medicineOf({ medicationReference }: FhirResource): string | undefined {
    const text = isObject(medicationReference) ? medicationReference.reference : undefined;
    const target = typeof text === 'string' ? this.setting.server.reference(text) : undefined;
    return target?.resourceType === 'Medication' ? target.id : undefined;
  }

  #read(source: Source, resource: FhirResource, owner: readonly string[]): void {
    const made = this.#make(source, resource, owner).filter(({ type }) =>
      this.#types.includes(type),
    );
    for (const key of owner) this.#joined.add(key, resource, made);
  }

  #make(source: Source, resource: FhirResource, owner: readonly string[]): readonly FhirRecord[] {
    const reading: Reading = {
      asOf: this.request.asOf,
      zone: this.setting.zone,
      coder: this.#coder,
      units: this.#units,
      tally: this.tally,
      withBodies: this.isOfOne,
      passedOver: (type, system) => {
        for (const key of owner) this.#joined.passOver(key, type, system);
      },
      resolve: (reference) => this.#resolve(reference, resource),
    };
    try {
      return source.read(resource, reading);
    } catch {
      // What nobody can make sense of may have been anything.
      this.tally.leaveOut(source.resourceType, 'could not be read: told as unknown');
      return source.makes.map(unreadableRecord);
    }
  }

  #resolve(reference: Reference | undefined, resource: FhirResource): object | undefined {
    const text = reference?.reference;
    if (typeof text !== 'string') return undefined;
    if (text.startsWith('#')) return containedIn(resource, text);
    const target = this.setting.server.reference(text);
    return target && this.#medicines.get(target.id);
  }

  /** Reads the medicines that are referred to, some at a time. One that does not come is told without a code. */
  async #readMedicines(onPage: () => void): Promise<void> {
    const ids = [...new Set(this.#waiting.map(({ resource }) => this.#medicineOf(resource)!))];
    const parts = Array.from({ length: Math.ceil(ids.length / medicinesInRequest) }, (_, part) =>
      ids.slice(part * medicinesInRequest, (part + 1) * medicinesInRequest),
    );
    await Promise.all(
      parts.map((part) =>
        this.#pages('Medication', { _id: part.join(',') }, (resources) => {
          for (const resource of resources) this.#medicines.set(resource.id ?? '', resource);
          onPage();
        }),
      ),
    );
    if (ids.length > 0) this.tally.read('Medication', this.#medicines.size);
  }

  #pages(
    resourceType: string,
    parameters: Readonly<Record<string, string>>,
    take: (resources: readonly FhirResource[]) => void,
  ): Promise<Pages> {
    const { server, size, isTotalRequired } = this.setting;
    const trustsPage = this.isOfOne || resourceType === 'Medication';
    const search = { resourceType, parameters, size, isTotalRequired, trustsPage };
    return readPages(server, search, take, this.signal, this.tally);
  }
}

/** Ids that a patient had before records were merged. */
export function replacedBy(patient: Patient, server: FhirServer): readonly string[] {
  return (patient.link ?? []).flatMap(({ type, other }) => {
    const target =
      type === 'replaces' && other?.reference ? server.reference(other.reference) : undefined;
    return target?.resourceType === 'Patient' ? [target.id] : [];
  });
}

function failureOf({ reason, status }: FhirShortfall): FhirError {
  const words: Partial<Record<FhirShortfall['reason'], string>> = {
    'no-total':
      'the server does not say how many there are, so that nobody could notice that some are missing. Where it never does, set page: { total: "optional" }.',
    'foreign-next':
      'the link to the next page lies outside base. Let the server know its public address.',
    'repeated-next': 'the link to the next page leads back to one that was read.',
  };
  const said = words[reason] ?? `they did not come whole (${reason}).`;
  return new FhirError(`Patient: ${said}`, reason, status);
}
