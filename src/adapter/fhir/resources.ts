/** Which resource types the data types are made of, and how each is read. */
import { recordTypes, type RecordType } from '../../record/index.ts';
import type { FhirMap, FhirRecord, FhirRecordType, FhirResource } from './options.ts';
import { readAppointment } from './read/appointment.ts';
import { readCondition } from './read/condition.ts';
import { readCommunication, readDocumentReference } from './read/document.ts';
import { readMedicationRequest, readMedicationStatement } from './read/medication.ts';
import { readObservation } from './read/observation.ts';
import { readCarePlan, readImmunization } from './read/prevention.ts';
import type { Reader, Reading } from './read/reading.ts';
import { readServiceRequest } from './read/referral.ts';
import { readEncounter, readProcedure } from './read/service.ts';

/** A resource type that is asked for. */
export interface Source {
  readonly resourceType: string;
  readonly makes: readonly RecordType[];
  readonly search: Readonly<Record<string, string>>;
  /** The search parameter that names the patient. */
  readonly patient: string;
  /** @throws Whatever a resource that is not as it should be makes it. */
  readonly read: (resource: FhirResource, reading: Reading) => readonly FhirRecord[];
}

/** The adapter's own table; `Reader<never>`, for each reads a resource of its own type. */
const own: Readonly<Record<string, readonly [RecordType, Reader<never>]>> = {
  Condition: ['diagnosis', readCondition],
  MedicationStatement: ['medication', readMedicationStatement],
  MedicationRequest: ['medication', readMedicationRequest],
  Observation: ['result', readObservation],
  Procedure: ['service', readProcedure],
  Encounter: ['service', readEncounter],
  Appointment: ['appointment', readAppointment],
  ServiceRequest: ['referral', readServiceRequest],
  DocumentReference: ['letter', readDocumentReference],
  Immunization: ['vaccination', readImmunization],
  CarePlan: ['carePlan', readCarePlan],
  Communication: ['correspondence', readCommunication],
};

/**
 * The resource types that are read, the host's word about each taken into account.
 * @throws RangeError of a rule that does not say what an unknown resource type makes.
 */
export function sourcesOf(map: FhirMap = {}): readonly Source[] {
  const names = new Set([...Object.keys(own), ...Object.keys(map)]);
  names.delete('Patient');
  return [...names].flatMap((resourceType): readonly Source[] => {
    const rule = map[resourceType as FhirRecordType];
    if (rule === false) return [];
    const [type, reader] = own[resourceType] ?? [];
    const makes = rule?.makes ?? (type === undefined ? [] : [type]);
    if (makes.length === 0 || makes.some((each) => !recordTypes.includes(each)))
      throw new RangeError(
        `map.${resourceType}.makes: name the data types that it makes, e.g. ["service"].`,
      );
    return [
      {
        resourceType,
        makes,
        search: rule?.search ?? {},
        patient: rule?.patient ?? 'patient',
        read: (resource, reading) => {
          const made = reader?.(resource as never, reading) ?? [];
          return rule?.read?.(resource, made) ?? made;
        },
      },
    ];
  });
}
