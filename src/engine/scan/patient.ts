/** R17: the patient's own fields; several are all required, an absent one is unknown. */
import type { PatientQuery, Range } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';
import type { Ground } from './evaluation-context.ts';
import { minimum, no, unknown, yes, type Truths } from './truth-vector.ts';

export function patientScanner(
  { today }: Ground,
  query: PatientQuery,
): (segment: Segment) => Truths {
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner } = query;
  const fields: ((segment: Segment) => Truths)[] = [];
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

/** Dates as `yyyymmdd` subtract to completed years; one born on 29 February is older on 1 March. */
function ageIn(
  { born, size }: Segment,
  today: number,
  { min = -Infinity, max = Infinity }: Range,
): Truths {
  const truths = new Uint8Array(size);
  for (let patient = 0; patient < size; patient++) {
    const years = Math.floor((today - born[patient]!) / 10_000);
    truths[patient] = born[patient] === 0 ? unknown : years >= min && years <= max ? yes : no;
  }
  return truths;
}

function textField(
  field: 'municipality' | 'postalCode' | 'practitioner',
  asked: readonly string[],
): (segment: Segment) => Truths {
  const texts = new Set(asked.map((text) => text.trim().toLowerCase()));
  return ofPatients(({ [field]: own }) =>
    own === undefined ? undefined : texts.has(own.trim().toLowerCase()),
  );
}

function ofPatients(test: (patient: Patient) => boolean | undefined): (segment: Segment) => Truths {
  return ({ patients }) =>
    Uint8Array.from(patients, (patient) => {
      const answer = test(patient);
      return answer === undefined ? unknown : answer ? yes : no;
    });
}
