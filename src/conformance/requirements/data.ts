/** What the records look like: whether they can be read, one by one, and who the patients are. */
import { adviseOn } from '../../model/describe/advice.ts';
import { isJudged, listNames, patientFieldMeantBy, type RecordType } from '../../record/index.ts';
import type { RejectionCount, Survey } from '../survey.ts';
import { namesOf } from '../tally.ts';
import type { ConformanceFigure, ConformanceFinding } from '../types.ts';
import { counted, grouped, judged, shareOf } from '../verdicts.ts';
import {
  nounOf,
  ofHints,
  ofRejections,
  overTolerance,
  rejectedBelow,
  tolerated,
} from './findings.ts';
import { shall, should, type RequirementId, type Requirement } from './requirement.ts';

export const shapeRequirements: readonly Requirement[] = [
  readable('DAT-01', 'one-patient', {
    da: 'Listerne hedder som i kontrakten',
    en: 'The lists have their names',
    text: 'A list SHALL have its name in the contract: under another it is not *none recorded*, and nobody knows what is in it.',
  }),
  readable('DAT-02', 'one-patient', {
    da: 'En liste er en liste',
    en: 'A list is a list',
    text: 'What stands under the name of a list SHALL be a list, or `null` where it is not known for this patient.',
  }),
  shall(
    'DAT-03',
    {
      source: 'the-patients-own-fields',
      da: 'Patientens felter hedder som i kontrakten',
      en: 'The patient’s fields have their names',
      text: 'A field of the patient’s own SHALL have its name in the contract.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const renamed = survey.rejections.filter(
        ({ type, reason }) => type === 'patient' && reason === 'misnamed',
      );
      // What is missing is told with what stands for it.
      const isTold = ({ field, reason, records }: RejectionCount) =>
        isAbsence(reason) &&
        renamed.some(
          (each) => patientFieldMeantBy(each.field) === field && each.records >= records,
        );
      return judged(ofRejections(survey, 'DAT-03', isTold));
    },
  ),
  readable('DAT-04', 'records-of-every-type', {
    da: 'En oplysning er et objekt',
    en: 'A record is an object',
    text: 'Every entry of a list SHALL be an object: `{ code, … }`.',
  }),
  shall(
    'DAT-05',
    {
      source: 'records-of-every-type',
      da: 'Oplysningernes felter hedder som i kontrakten',
      en: 'The records’ fields have their names',
      text: 'A field of a record SHALL have its name in the contract: an end, a unit or a code system under another name is not passed over, and the record decides nothing.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const near = ofNearNames(survey);
      const isTold = ({ type, field, reason }: RejectionCount) =>
        isAbsence(reason) && near.some((each) => each.type === type && each.meant === field);
      const rejected = ofRejections(survey, 'DAT-05', isTold);
      const places = new Set(rejected.map(({ where }) => where));
      const findings = [
        ...rejected,
        ...near.map(({ finding }) => finding).filter(({ where }) => !places.has(where)),
      ];
      return judged(findings);
    },
  ),
  readable('DAT-06', 'dates', {
    da: 'Datoer kan læses',
    en: 'Dates can be read',
    text: 'A date SHALL be a text `YYYY-MM-DD` that exists, an ISO date-time, or what is known of it (`2019-05`, `2019`).',
  }),
  readable('DAT-07', 'dates', {
    da: 'Datoer kan være sande',
    en: 'Dates can be true',
    text: 'A date SHALL NOT lie before 1850, nor more than 300 days before the birth.',
  }),
  readable('DAT-08', 'dates', {
    da: 'Intet slutter, før det begynder',
    en: 'Nothing ends before it begins',
    text: '`to` SHALL NOT lie before `from`.',
  }),
  readable('DAT-09', 'dates', {
    da: 'En dato, der mangler, er udeladt',
    en: 'A date that is not there is left out',
    text: 'Where there is no date, the field SHALL be left out: a date that other systems write for none (`0001-01-01`, `9999-12-31`) is no day.',
  }),
  readable('DAT-10', 'dates', {
    da: 'Der er en dato, hvor der skal være en',
    en: 'There is a date where one is needed',
    text: 'What happens on a day SHALL have `at`; a care plan that is completed SHALL have `to`.',
  }),
  readable('DAT-11', 'codes', {
    da: 'Der er en kode, hvor der skal være en',
    en: 'There is a code where one is needed',
    text: 'A diagnosis, a result, a service and a vaccination SHALL have a code; a medicine a code or a text.',
  }),
  readable('DAT-12', 'values', {
    da: 'Et resultat har en værdi',
    en: 'A result has a value',
    text: 'A result SHALL have a value: what was not measured, or not answered yet, is left out.',
  }),
  readable('DAT-13', 'records-of-every-type', {
    da: 'Felterne er af den rigtige slags',
    en: 'Fields are of the right kind',
    text: 'Codes, systems, sources, units and statuses SHALL be texts, values numbers or texts.',
  }),
  readable('DAT-14', 'statuses', {
    da: 'Status er en af kontraktens',
    en: 'A status is one of the contract’s',
    text: 'A `status` SHALL be one that its type has; a record that has ended has `to`, and one that does not count is left out.',
  }),
  shall(
    'DAT-15',
    {
      source: 'bounds',
      da: 'Intet er længere, end der læses',
      en: 'Nothing is longer than is read',
      text: 'Texts and lists SHALL stay within what is read of any patient.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged([...ofRejections(survey, 'DAT-15'), ...ofHints(survey, 'cut-text')]);
    },
  ),
];

export const peopleRequirements: readonly Requirement[] = [
  shall(
    'DAT-16',
    {
      source: 'the-patients-own-fields',
      da: 'Patienterne har et navn',
      en: 'Patients have a name',
      text: 'Every patient SHALL have a `name`, in one text.',
    },
    async (trial) => {
      const { patients, people } = await trial.survey();
      const without = patients - people.named;
      return overTolerance(without, patients, {
        seen: `${counted(without, 'patient')} without a name (${shareOf(without, patients)}).`,
        where: 'patient.name',
        fix: 'Give the whole name in `name`: first name and surname in one text.',
      });
    },
  ),
  shall(
    'DAT-17',
    {
      source: 'the-patients-own-fields',
      da: 'Fødselsdatoer kan læses',
      en: 'Birth dates can be read',
      text: 'Every patient SHALL have a `birthDate` that can be read and can be true: age decides who is on most lists.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const { patients, people } = survey;
      const findings = [...ofRejections(survey, 'DAT-17')];
      const without = patients - people.withBirth;
      // Under another name it is told there.
      const isMisnamed = survey.rejections.some(
        ({ type, reason }) => type === 'patient' && reason === 'misnamed',
      );
      if (findings.length === 0 && !isMisnamed && without > tolerated(patients, patients))
        findings.push({
          seen: `${counted(without, 'patient')} without a birth date (${shareOf(without, patients)}).`,
          where: 'patient.birthDate',
          fix: 'Give it as YYYY-MM-DD, or what is known of it.',
        });
      return judged(findings);
    },
  ),
  readable('DAT-18', 'the-patients-own-fields', {
    da: 'Køn kan læses',
    en: 'Sex can be read',
    text: '`sex` SHALL be `female`, `male` or `unknown`: a number is not read, for systems number the sexes differently.',
  }),
  shall(
    'DAT-19',
    {
      source: 'the-patients-own-fields',
      da: 'Dødsdag er en dato',
      en: 'Death is a day',
      text: '`deceased` SHALL be the day of death, and left out for the living: an empty date kept as a number (1970-01-01) leaves a patient out as dead.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged([...ofRejections(survey, 'DAT-19'), ...ofHints(survey, 'death-at-epoch')]);
    },
  ),
  readable('DAT-20', 'the-patients-own-fields', {
    da: 'Patientens øvrige felter kan læses',
    en: 'The patient’s other fields can be read',
    text: 'The patient’s other fields SHALL be as the contract has them: `insuranceGroup` 1 or 2, `municipality` four digits, `listed` true or false.',
  }),
  readable('DAT-21', 'coverage', {
    da: 'En patients egen datadækning kan læses',
    en: 'A patient’s own coverage can be read',
    text: 'Where a patient has `coverage` of their own, it SHALL be as the contract has it: what cannot be read covers nothing.',
  }),
  should(
    'DAT-22',
    {
      source: 'the-patients-own-fields',
      da: 'CPR-numre kan læses',
      en: 'CPR numbers can be read',
      text: '`cpr` SHOULD be ten digits, with or without a hyphen, or a replacement number.',
    },
    async (trial) => {
      const { patients, people } = await trial.survey();
      return overTolerance(people.unreadableCpr, patients, {
        seen: `${counted(people.unreadableCpr, 'CPR number')} of ${counted(patients, 'patient')} cannot be read (${shareOf(people.unreadableCpr, patients)}). They look like ${namesOf(people.cprShapes.entries.map(([shape, count]) => [`\`${shape}\``, count]))}.`,
        where: 'patient.cpr',
        fix: 'Give all ten digits as a text: a number loses the nought that it begins with, a mask hides what the journal is opened by.',
      });
    },
  ),
  should(
    'DAT-23',
    {
      source: 'the-patients-own-fields',
      da: 'Fødselsdato og CPR-nummer passer sammen',
      en: 'Birth date and CPR number agree',
      text: 'The birth date SHOULD be that of the CPR number, but for the few who have a number of another day.',
    },
    async (trial) => {
      const { people } = await trial.survey();
      const { other, known, shifted } = birthsOf(people.birthOff);
      // What is a day off for most is another mistake (DAT-24).
      const left = shifted > known / 2 ? other - shifted : other;
      return overTolerance(left, known, {
        seen: `${grouped(left)} of ${counted(known, 'birth date')} are others than the CPR number’s (${shareOf(left, known)}).`,
        where: 'patient.birthDate',
        fix: 'Is the century right (the seventh digit tells it), and are day and month in their places?',
      });
    },
  ),
  shall(
    'DAT-24',
    {
      source: 'dates',
      da: 'Fødselsdatoer er ikke en dag forkerte',
      en: 'Birth dates are not a day off',
      text: 'Birth dates SHALL NOT lie a day before or after those of the CPR numbers: that is what a time zone does to a date.',
    },
    async (trial) => {
      const { people } = await trial.survey();
      const { known, shifted } = birthsOf(people.birthOff);
      return overTolerance(shifted, known, {
        seen: `${grouped(shifted)} of ${counted(known, 'birth date')} lie one day off (${shareOf(shifted, known)}).`,
        where: 'patient.birthDate',
        fix: 'Write the date as the database has it: `toISOString()` and JSON turn a Danish midnight into the evening before.',
      });
    },
  ),
  shall(
    'DAT-25',
    {
      source: 'the-patients-own-fields',
      da: 'Køn og CPR-nummer passer sammen',
      en: 'Sex and CPR number agree',
      text: '`sex` SHALL be that of the CPR number, but for the few who have a number of another: else women and men are exchanged.',
    },
    async (trial) => {
      const { people } = await trial.survey();
      const known = Math.min(people.cpr, people.knownSex);
      return overTolerance(people.otherSex, known, {
        seen: `${grouped(people.otherSex)} of ${counted(known, 'patient')} have another sex than the CPR number says (${shareOf(people.otherSex, known)}).`,
        where: 'patient.sex',
        fix: 'Look up how your system numbers the sexes: the last digit of a CPR number is odd for a man.',
      });
    },
  ),
];

function isAbsence(reason: RejectionCount['reason']): boolean {
  return reason === 'missing' || reason === 'empty-code';
}

/** Fields under names near the contract's, where it is more than journals hold. */
function ofNearNames(survey: Survey): readonly {
  readonly type: RecordType;
  readonly meant: string;
  readonly finding: ConformanceFinding;
}[] {
  return [...survey.nearNames].flatMap(([place, { type, meant, lists }]) => {
    if (lists <= tolerated(survey.types[type].lists, survey.patients)) return [];
    // What the check judges by its value it has set aside, or let pass.
    if (isJudged(meant)) return [];
    const missing = survey.rejections.find(
      (each) =>
        each.type === type && each.isRecord && each.field === meant && isAbsence(each.reason),
    );
    const all = survey.entriesOf(type);
    const seen = missing
      ? `${grouped(missing.records)} of ${counted(all, ...nounOf(type))} (${shareOf(missing.records, all)}), of ${counted(missing.patients, 'patient')}, have no \`${meant}\`, and ${counted(lists, 'patient')} a field of another name for it.`
      : `${counted(lists, 'patient')} of ${grouped(survey.types[type].lists)} with ${nounOf(type)[1]} had a field of this name, which is not read.`;
    const fix = adviseOn({
      kind: 'misnamed',
      field: place,
      meant: `${listNames[type]}.${meant}`,
      count: 1,
    });
    return [{ type, meant, finding: { seen, where: place, fix } }];
  });
}

/** A requirement that what is rejected for it stays below the tolerance. */
function readable(
  id: RequirementId,
  source: string,
  words: { readonly da: string; readonly en: string; readonly text: string },
): Requirement {
  return shall(id, { source, ...words }, async (trial) => {
    const survey = await trial.survey();
    const few = rejectedBelow(survey, id);
    const figures: readonly ConformanceFigure[] =
      few > 0 ? [{ name: 'set aside, within what journals hold', value: few }] : [];
    return judged(ofRejections(survey, id), figures);
  });
}

function birthsOf(birthOff: ReadonlyMap<number, number>): {
  readonly known: number;
  readonly other: number;
  /** Those that lie a day off. */
  readonly shifted: number;
} {
  let known = 0;
  for (const count of birthOff.values()) known += count;
  const shifted = (birthOff.get(-1) ?? 0) + (birthOff.get(1) ?? 0);
  return { known, other: known - (birthOff.get(0) ?? 0), shifted };
}
