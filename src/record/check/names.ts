/** What a misspelt name of a list or a field was probably meant to be: a list under it must not be a silent *none*. */
import { nearest } from '../../json/nearest.ts';
import { dataTypes, listNames, recordTypes, type DataType, type RecordType } from '../types.ts';
import { patientFields } from './patient.ts';

/** What other interfaces call the lists, in small letters. */
const otherListNames: Readonly<Record<RecordType, readonly string[]>> = {
  diagnosis: ['conditions', 'condition', 'problems', 'diagnoser', 'diagnosekoder'],
  medication: ['medicine', 'medicines', 'medicin', 'drugs', 'prescriptions', 'recepter'],
  result: ['labs', 'lab', 'labresults', 'laboratory', 'observations', 'measurements', 'prøver'],
  service: ['procedures', 'ydelser', 'billing'],
  appointment: ['bookings', 'aftaler', 'visits'],
  referral: ['henvisninger', 'referrallist'],
  letter: ['dischargeletters', 'epikriser', 'discharges'],
  vaccination: ['immunizations', 'immunisations', 'vaccines', 'vaccinationer'],
  carePlan: ['careplan', 'plans', 'forløbsplaner', 'forloebsplaner'],
  note: ['notater', 'journalnotes', 'clinicalnotes', 'journal'],
  correspondence: ['correspondences', 'messages', 'korrespondance', 'korrespondancer'],
};

/** What other interfaces call a patient's fields, in small letters. */
const otherFieldNames: Readonly<Record<string, string>> = {
  dob: 'birthDate',
  dateofbirth: 'birthDate',
  date_of_birth: 'birthDate',
  fodselsdato: 'birthDate',
  foedselsdato: 'birthDate',
  birthday: 'birthDate',
  born: 'birthDate',
  fødselsdato: 'birthDate',
  gender: 'sex',
  køn: 'sex',
  cprnumber: 'cpr',
  personnummer: 'cpr',
  cprnr: 'cpr',
  cprno: 'cpr',
  ssn: 'cpr',
  personnumber: 'cpr',
  civilregistrationnumber: 'cpr',
  nationalid: 'cpr',
  fullname: 'name',
  navn: 'name',
  died: 'deceased',
  death: 'deceased',
  deathdate: 'deceased',
  dateofdeath: 'deceased',
  deceaseddate: 'deceased',
  deceaseddatetime: 'deceased',
  deceasedboolean: 'deceased',
  isdeceased: 'deceased',
  dead: 'deceased',
  isdead: 'deceased',
  død: 'deceased',
  dødsdato: 'deceased',
  zip: 'postalCode',
  zipcode: 'postalCode',
  postcode: 'postalCode',
  municipalitycode: 'municipality',
  kommune: 'municipality',
  telephone: 'phone',
  doctor: 'practitioner',
};

/** The type whose list a key of a patient's records was probably meant to be; undefined of any other key. */
export function listMeantBy(key: string): RecordType | undefined {
  return remember(lists, key, findList) ?? undefined;
}

function findList(key: string): RecordType | undefined {
  if (key === 'patient' || key === 'coverage') return undefined;
  const small = key.toLowerCase();
  const known = recordTypes.find((type) => small === type || otherListNames[type].includes(small));
  const near = nearest(key, Object.values(listNames));
  return known ?? recordTypes.find((type) => listNames[type] === near);
}

/** The field of a patient that a key was probably meant to be; undefined of a field, and of any other key. */
export function patientFieldMeantBy(key: string): string | undefined {
  return remember(fields, key, findField) ?? undefined;
}

function findField(key: string): string | undefined {
  if (ownFields.includes(key)) return undefined;
  return otherFieldNames[key.toLowerCase()] ?? nearest(key, ownFields);
}

/** The data type that a key of a coverage was probably meant to be; undefined of a type, and of any other key. */
export function typeMeantBy(key: string): DataType | undefined {
  if ((dataTypes as readonly string[]).includes(key)) return undefined;
  const near = nearest(key, dataTypes);
  return (
    recordTypes.find((type) => listNames[type] === key) ??
    dataTypes.find((type) => type === near) ??
    listMeantBy(key)
  );
}

const ownFields: readonly string[] = ['id', ...patientFields];

/** By key, `null` of one that means nothing else: a clinic's patients all have the same few. */
const lists = new Map<string, RecordType | null>();
const fields = new Map<string, string | null>();
const most = 500;
const longestKey = 100;

function remember<Value>(
  known: Map<string, Value | null>,
  key: string,
  find: (key: string) => Value | undefined,
): Value | null {
  // Nobody's slip of the pen, and nothing to be remembered.
  if (key.length > longestKey) return null;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find(key) ?? null;
  if (known.size < most) known.set(key, found);
  return found;
}
