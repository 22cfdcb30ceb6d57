/**
 * Names and descriptions of the schema's parts, for the JSON Schema. They stand beside the schema and not in it, for
 * a page checks profiles and describes no schema.
 */
import * as z from 'zod/mini';
import { profileSchema } from '../schema.ts';
import { about, approval, codeSystemRelease } from './about.ts';
import { codes, codeSet } from './code-set.ts';
import { allOf, anchor, anyOf, change, criterion, sameDay } from './criterion.ts';
import { indicator, informationItem, marker, message, recordItem } from './entries.ts';
import { ageRange, count, plausible, value, valueBounds } from './quantity.ts';
import {
  appointmentQuery,
  carePlanQuery,
  correspondenceQuery,
  diagnosisQuery,
  episodes,
  lengths,
  letterQuery,
  medicationQuery,
  noteQuery,
  patientQuery,
  referralQuery,
  resultQuery,
  serviceQuery,
  vaccinationQuery,
} from './query.ts';
import { profileTest, testAnswers, testPatient, testRecord } from './tests.ts';
import { localText } from './text.ts';
import { period, window, windowEdge } from './window.ts';

interface Description {
  /** Makes the part a definition of its own. */
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
}

/** Private, so that the host's own zod registry is left alone. */
export const descriptions = z.registry<Description>();

const parts: readonly (readonly [schema: z.ZodMiniType, description: Description])[] = [
  [
    profileSchema,
    {
      title: 'Overblik profile, version 1',
      description: 'How a population is found, what we want to know about it, and why.',
    },
  ],
  [
    localText,
    { id: 'Text', description: 'Text for people: Danish always, English where written.' },
  ],
  [codeSet, { id: 'CodeSet', description: 'Codes of one system.' }],
  [
    codes,
    {
      id: 'Codes',
      description:
        'The name of a code set in `codes`, a code set written here, or several of these: a record matches when it matches one.',
    },
  ],
  [criterion, { id: 'Criterion', description: 'One boolean expression over a patient’s records.' }],
  [
    informationItem,
    { id: 'InformationItem', description: 'One thing that we want to know about each member.' },
  ],
  [
    marker,
    {
      id: 'Marker',
      description: 'What needs attention, with advice and the source of the rule.',
    },
  ],
  [indicator, { id: 'Indicator', description: 'What we count among the members.' }],
  [
    message,
    {
      id: 'Message',
      description:
        'A message to the patients, offered by actions that ask for one; placeholders such as {firstName} are filled in for each.',
    },
  ],
  [
    about,
    {
      id: 'About',
      description:
        'What changes no answer: authors, approval, reviews, changes. Other keys are passed over.',
    },
  ],
  [
    profileTest,
    {
      id: 'Test',
      description:
        'A made-up patient, and the answers that are expected on the day `on`. Everything is covered unless `coverage` says otherwise; no CPR number, name or address.',
    },
  ],
  [
    testRecord,
    {
      id: 'TestRecord',
      description:
        'A record as the contract has it, in which a day may be counted from the day of the test, "-P3M"; or a code alone: a span from a year before that goes on, a point the day before, an appointment a week ahead.',
    },
  ],
  [
    ageRange,
    {
      id: 'AgeRange',
      description:
        'An age, both ends included: completed years as numbers, or periods such as "P5M" and "P6W".',
    },
  ],
  [count, { id: 'Count', description: 'How many: at least `min`, at most `max`.' }],
  [value, { id: 'Value', description: 'Bounds of a number, or the texts that count.' }],
  [
    sameDay,
    {
      id: 'SameDay',
      description:
        'The latest day with a record of each, whatever its value; on it each is judged.',
    },
  ],
  [
    change,
    {
      id: 'Change',
      description: 'How the latest result in the window differs from another one in it.',
    },
  ],
  [diagnosisQuery, { id: 'DiagnosisQuery', description: 'Diagnoses. Default window "ever".' }],
  [medicationQuery, { id: 'MedicationQuery', description: 'Medication. Default window "now".' }],
  [resultQuery, { id: 'ResultQuery', description: 'Results. Default window "ever".' }],
  [serviceQuery, { id: 'ServiceQuery', description: 'Services. Default window "ever".' }],
  [
    appointmentQuery,
    { id: 'AppointmentQuery', description: 'Appointments. Default window "future".' },
  ],
  [referralQuery, { id: 'ReferralQuery', description: 'Referrals. Default window "ever".' }],
  [letterQuery, { id: 'LetterQuery', description: 'Discharge letters. Default window "ever".' }],
  [
    vaccinationQuery,
    { id: 'VaccinationQuery', description: 'Vaccinations given. Default window "ever".' },
  ],
  [carePlanQuery, { id: 'CarePlanQuery', description: 'Care plans. Default window "now".' }],
  [noteQuery, { id: 'NoteQuery', description: 'Notes in the journal. Default window "ever".' }],
  [
    correspondenceQuery,
    { id: 'CorrespondenceQuery', description: 'Correspondence. Default window "ever".' },
  ],
  [
    patientQuery,
    { id: 'PatientQuery', description: 'The patient’s own fields; several are all required.' },
  ],
  [
    period,
    {
      id: 'Period',
      description: 'ISO 8601 duration in years, months, weeks and days, e.g. "P12M".',
    },
  ],
  [
    windowEdge,
    {
      id: 'WindowEdge',
      description:
        'A calendar date, or a signed period from the date of evaluation: "-P24M", "+P1M", "P0D".',
    },
  ],
  [
    window,
    {
      id: 'Window',
      description:
        'Which days: "ever", "now", "future", or a span of days with both ends included.',
    },
  ],
];
for (const [schema, description] of parts) descriptions.add(schema, description);

describeKeys(profileSchema, {
  validFrom: 'First day for which the rule is written; before it the list is shown with a warning.',
  validTo: 'Last day for which the rule is written; after it the list is shown with a warning.',
  purpose: 'Why the population is found.',
  information: 'What we want to know about the population.',
});
describeKeys(about, {
  short:
    'A word or two for where there is little room, such as a column that names lists; default the title.',
  derivedFrom: 'The version of another profile that this one is a variant of.',
  audience: 'Whom the profile is written for: general practice, a municipality, a region.',
  approvedBy: 'Who vouches for the profile as it is; nobody where it is left out.',
  changes: 'What is other than in the version before, and by what source.',
  tests: 'Made-up patients with the expected answers; `overblik check` asks the profile of them.',
});
describeKeys(profileTest, {
  coverage: 'What of the records is there, by type, as the contract has it; default everything.',
  expect: 'The expected answers; at least one.',
});
describeKeys(testPatient, {
  age: 'In completed years on the day of the test, in place of a birth date.',
  birthDate: 'A date, a year or a month, or a period before the day of the test, "-P70Y".',
});
describeKeys(testAnswers, {
  population: 'Whether the patient is in the population.',
  markers: 'By the id of a marker: whether it is set. It is asked of members alone.',
  indicators: 'By the id of an indicator: whether the patient is counted in its numerator.',
  criteria: 'By JSON Pointer into the profile: whether the criterion there is met.',
});
describeKeys(codeSystemRelease, {
  release: 'As its publisher names it.',
  on: 'The day from which it holds.',
});
describeKeys(approval, { until: 'Last day on which the approval counts.' });
describeKeys(codeSet, {
  system: 'Code system, e.g. ICPC-2, ATC, NPU, ydelse.',
  include: 'Codes and ranges. In ATC, ICPC-2, ICD-10 and SKS a code stands for all below it.',
  exclude: 'Codes and ranges taken out again.',
  names: 'What codes are called, by code, as it stands in a sentence: for who reads the profile.',
});
describeKeys(allOf, { all: 'All of these.' });
describeKeys(anyOf, { any: 'At least one of these.' });
describeKeys(anchor, {
  on: 'The records of which one gives the day.',
  pick: 'Which of these records.',
  at: 'The day on which it ended, in the place of that on which it began.',
  is: 'What is asked on that day: windows and ages are counted from it, and nothing after the date of evaluation is seen.',
});
describeKeys(recordItem, {
  condition: 'Asked only of the patients for whom this is yes.',
  uncoded: 'The source names the item but gives no codes: it is shown as undecidable.',
});
describeKeys(marker, {
  short: 'A word or two for the chip in the list; default the title.',
  source: 'The guideline or paper that the rule comes from.',
});
describeKeys(indicator, {
  why: 'Why it is counted, for who reads the profile.',
  denominator: 'Among whom it is counted; default every member.',
  except: 'Who is left out of the denominator, where the numerator is no.',
});
describeKeys(ageRange, {
  on: 'The day on which the age is asked: a date, or a signed period from the date of evaluation.',
});
describeKeys(count, {
  apart: 'Only those count that are at least so much later than the one before.',
});
describeKeys(lengths, {
  atLeast: 'The shortest that counts.',
  atMost: 'The longest that counts; what goes on after the window’s last day is longer.',
});
describeKeys(episodes, { gap: 'Longest pause that still joins two spans.' });
describeKeys(patientQuery, {
  registered: 'The day on which the patient joined the clinic.',
  listed: 'Whether the patient is on the clinic’s list: one who is passing through is not.',
});
describeKeys(valueBounds, {
  unit: 'Unit of the bounds, needed; `"1"` of a score or a count. A result in a unit that converts into it is converted, in any other it is undecided.',
  plausible:
    'The numbers that a result can have, in `unit`, `min` and `max` included: a result outside them is undecided.',
});
describeKeys(change, {
  of: 'The results between which it is asked.',
  from: 'Which one of the others the latest is held against: "previous" is the one before it.',
  value: 'Bounds of the latest less the other: a fall of more than 5 is `{"below": -5}`.',
});
describeKeys(plausible, {
  min: 'The lowest number that is no mistake.',
  max: 'The highest number that is no mistake.',
});
describeKeys(medicationQuery, {
  first: 'Only the patient’s first record of its code.',
  source: 'Only records from this source.',
  lasting: 'The spans, joined, last this long: a period, or at least and at most so long.',
  gap: 'Longest pause that still joins two spans.',
  episodes: 'Count the spans, joined, instead of records.',
  distinct: 'Count different ATC codes cut at this level.',
});
describeKeys(resultQuery, {
  pick: 'Which result is judged by `value`.',
  prefer:
    'With `pick` "latest", in place of `codes`: of the first of these with a result in the window the latest is judged.',
});

/** Keys that several parts share are described once. */
function describeKeys<Shape extends z.core.$ZodShape>(
  { shape }: { readonly shape: Shape },
  keys: { readonly [Key in keyof Shape]?: string },
): void {
  for (const [key, description] of Object.entries(keys))
    descriptions.add(shape[key] as z.ZodMiniType, { description: description as string });
}
