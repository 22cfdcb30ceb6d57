/** R17: the patient's own fields; several are all required, an absent one is unknown. */
import { ageLimits, type AgeRange, type PatientQuery } from '../../profile/index.ts';
import { dayOf, latestBirthOf, openStart, type Day } from '../../record/days.ts';
import type { CalendarDate, Patient } from '../../record/index.ts';
import { dayOfAge, windowOn } from '../reference/windows.ts';
import type { Segment } from '../store/index.ts';
import type { Span } from '../types.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { minimum, no, unknown, yes, type TruthVector } from './truth-vector.ts';

export function patientScanner(
  { asOf }: EvaluationContext,
  query: PatientQuery,
): (segment: Segment) => TruthVector {
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner, registered, listed } =
    query;
  const fields: ((segment: Segment) => TruthVector)[] = [];
  if (age) fields.push(ageScanner(age, asOf));
  if (sex) {
    const asked = sex === 'female' ? 1 : 2;
    fields.push(({ sex: each }) =>
      each.map((own) => (own === 0 ? unknown : own === asked ? yes : no)),
    );
  }
  if (municipality) fields.push(textField('municipality', municipality));
  if (postalCode) fields.push(textField('postalCode', postalCode));
  if (insuranceGroup)
    fields.push(ofPatients(({ insuranceGroup: own }) => own && own === insuranceGroup));
  if (practitioner) fields.push(textField('practitioner', practitioner));
  if (registered) fields.push(registeredScanner(windowOn(registered.when, asOf)));
  if (listed !== undefined)
    fields.push(ofPatients(({ listed: own }) => (own === undefined ? undefined : own === listed)));
  return (segment) =>
    minimum(
      fields.map((field) => field(segment)),
      segment.size,
    );
}

/** An age is a question of birth days: it is reached by who was born by then. Before birth there is no age. */
function ageScanner(age: AgeRange, asOf: CalendarDate): (segment: Segment) => TruthVector {
  const day = dayOf(dayOfAge(age, asOf));
  const limits = ageLimits(age);
  const latest = latestBirthOf(limits.from, day);
  const before = limits.before ? latestBirthOf(limits.before, day) : openStart;
  return (segment) => bornBetween(segment, before, latest);
}

/** Who was born after one day and by another. */
function bornBetween(
  { born, size, doubtfulLives, patients }: Segment,
  before: Day,
  latest: Day,
): TruthVector {
  const truths = new Uint8Array(size);
  for (let patient = 0; patient < size; patient++) {
    const birth = born[patient]!;
    truths[patient] = birth === openStart ? unknown : birth <= latest && birth > before ? yes : no;
  }
  for (const patient of doubtfulLives) {
    const { birthDateLatest } = patients[patient]!;
    if (birthDateLatest === undefined) continue;
    const [first, last] = [born[patient]!, dayOf(birthDateLatest)];
    truths[patient] =
      last <= latest && first > before ? yes : first > latest || last <= before ? no : unknown;
  }
  return truths;
}

/** Of a day known to its year or month (R4a), what every day of it gives. */
function registeredScanner({ from = '', to = '~' }: Span): (segment: Segment) => TruthVector {
  return ({ patients }) =>
    Uint8Array.from(patients, ({ registered: first, registeredLatest: last = first }) => {
      if (first === undefined || last === undefined) return unknown;
      if (last < from || first > to || to < from) return no;
      return first >= from && last <= to ? yes : unknown;
    });
}

function textField(
  field: 'municipality' | 'postalCode' | 'practitioner',
  asked: readonly string[],
): (segment: Segment) => TruthVector {
  const texts = new Set(asked.map((text) => text.trim().toLowerCase()));
  return ofPatients(({ [field]: own }) =>
    own === undefined ? undefined : texts.has(own.trim().toLowerCase()),
  );
}

function ofPatients(
  test: (patient: Patient) => boolean | undefined,
): (segment: Segment) => TruthVector {
  return ({ patients }) =>
    Uint8Array.from(patients, (patient) => {
      const answer = test(patient);
      return answer === undefined ? unknown : answer ? yes : no;
    });
}
