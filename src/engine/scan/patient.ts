/** R17: the patient's own fields; several are all required, an absent one is unknown. */
import type { PatientQuery, Range } from '../../profile/index.ts';
import { dayOf, latestBirth, openStart, type Day } from '../../record/days.ts';
import type { Patient } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { minimum, no, unknown, yes, type TruthVector } from './truth-vector.ts';

export function patientScanner(
  { today }: EvaluationContext,
  query: PatientQuery,
): (segment: Segment) => TruthVector {
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner } = query;
  const fields: ((segment: Segment) => TruthVector)[] = [];
  if (age) fields.push((segment) => ageIn(segment, today, age));
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
  return (segment) =>
    minimum(
      fields.map((field) => field(segment)),
      segment.size,
    );
}

/**
 * Completed years are a question of birth days: so many are completed by who was born by then. Before birth there is
 * no age.
 */
function ageIn(
  { born, size, doubtfulLives, patients }: Segment,
  today: Day,
  { min = 0, max }: Range,
): TruthVector {
  const latest = latestBirth(min, today);
  const before = max === undefined ? openStart : latestBirth(max + 1, today);
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
