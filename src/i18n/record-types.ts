import { sentence, type ByLanguage, type Language } from './language.ts';

/** One, many, and the type as such where that is not "many". */
type Noun = readonly [one: string, many: string, type?: string];
/** As `RecordType`: this room imports from none. */
export type RecordTypeName =
  | 'diagnosis'
  | 'medication'
  | 'result'
  | 'service'
  | 'appointment'
  | 'referral'
  | 'letter'
  | 'vaccination'
  | 'carePlan'
  | 'note'
  | 'correspondence';

export const recordNouns: ByLanguage<Readonly<Record<RecordTypeName, Noun>>> = {
  da: {
    diagnosis: ['diagnose', 'diagnoser'],
    medication: ['medicin', 'præparater', 'medicin'],
    result: ['prøve', 'prøver'],
    service: ['ydelse', 'ydelser'],
    appointment: ['aftale', 'aftaler'],
    referral: ['henvisning', 'henvisninger'],
    letter: ['epikrise', 'epikriser'],
    vaccination: ['vaccination', 'vaccinationer'],
    carePlan: ['forløbsplan', 'forløbsplaner'],
    note: ['notat', 'notater'],
    correspondence: ['korrespondance', 'korrespondancer', 'korrespondance'],
  },
  en: {
    diagnosis: ['diagnosis', 'diagnoses'],
    medication: ['medication', 'medications', 'medication'],
    result: ['result', 'results'],
    service: ['service', 'services'],
    appointment: ['appointment', 'appointments'],
    referral: ['referral', 'referrals'],
    letter: ['discharge letter', 'discharge letters'],
    vaccination: ['vaccination', 'vaccinations'],
    carePlan: ['care plan', 'care plans'],
    note: ['note', 'notes'],
    correspondence: ['message', 'messages', 'correspondence'],
  },
};

/** Names the type as it stands inside a sentence: `medicin`, `henvisninger`. */
export function nameType(type: RecordTypeName, language: Language): string {
  const [, many, name = many] = recordNouns[language][type];
  return name;
}

/** Names one of the type, as it stands alone: `Henvisning`. */
export function nameOne(type: RecordTypeName, language: Language): string {
  return sentence(recordNouns[language][type][0]);
}

/** Names the type as a heading: `Prøver`, `Patientoplysninger`. */
export function typeTitle(type: RecordTypeName | 'patient', language: Language): string {
  if (type === 'patient') return patientDetails[language];
  return sentence(nameType(type, language));
}

const patientDetails: ByLanguage<string> = { da: 'Patientoplysninger', en: 'Patient details' };
