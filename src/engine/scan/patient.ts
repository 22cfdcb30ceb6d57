/** R17: the patient's own fields; several are all required, an absent one is unknown. */
import { ageLimits, type AgeRange, type PatientQuery } from '../../profile/index.ts';
import { dateOf, dayOf, latestBirthOf, openStart, type Day } from '../../record/days.ts';
import type { Patient } from '../../record/index.ts';
import { dayOfAge } from '../reference/windows.ts';
import type { Segment } from '../store/index.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { minimum, no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { noAnchor, windowPlacer, type PlacedWindow } from './windows.ts';

export function patientScanner(
  evaluation: EvaluationContext,
  query: PatientQuery,
): (segment: Segment) => TruthVector {
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner, registered, listed } =
    query;
  const fields: ((segment: Segment) => TruthVector)[] = [];
  if (age) fields.push(ageScanner(age, evaluation));
  if (sex) {
    const asked = sex === 'female' ? 1 : 2;
    fields.push(({ sex: own }) => eitherOf(own, asked));
  }
  if (municipality) fields.push(textField('municipality', municipality));
  if (postalCode) fields.push(textField('postalCode', postalCode));
  if (insuranceGroup)
    fields.push(ofPatients(({ insuranceGroup: own }) => own && own === insuranceGroup));
  if (practitioner) fields.push(textField('practitioner', practitioner));
  if (registered) fields.push(registeredScanner(windowPlacer(evaluation, registered.when)));
  if (listed !== undefined) {
    const asked = listed ? 1 : 2;
    fields.push(({ listed: own }) => eitherOf(own, asked));
  }
  return (segment) =>
    minimum(
      fields.map((field) => field(segment)),
      segment.size,
    );
}

/** An age is a question of birth days: it is reached by who was born by then. Before birth there is no age. */
function ageScanner(
  age: AgeRange,
  { today, anchors }: EvaluationContext,
): (segment: Segment) => TruthVector {
  const limits = ageLimits(age);
  const birthsOn = (asked: Day): Births => {
    const day = dayOf(dayOfAge(age, dateOf(asked)));
    const latest = latestBirthOf(limits.from, day);
    return { latest, before: limits.before ? latestBirthOf(limits.before, day) : openStart };
  };
  if (!anchors) {
    const births = birthsOn(today);
    return (segment) => bornBetween(segment, () => births);
  }
  /** By the day asked. */
  const known = new Map<Day, Births>();
  return (segment) => {
    const days = anchors(segment);
    return bornBetween(segment, (patient) => {
      const day = days[patient]!;
      if (day === noAnchor) return nobody;
      let births = known.get(day);
      if (!births) known.set(day, (births = birthsOn(day)));
      return births;
    });
  };
}

/** The birth days of those who are of an age: after one day and by another. */
interface Births {
  readonly before: Day;
  readonly latest: Day;
}

const nobody: Births = { before: openStart, latest: openStart };

function bornBetween(
  { born, size, doubtfulLives, patients }: Segment,
  birthsFor: (patient: number) => Births,
): TruthVector {
  const truths = new Uint8Array(size);
  for (let patient = 0; patient < size; patient++) {
    const birth = born[patient]!;
    const { before, latest } = birthsFor(patient);
    truths[patient] = birth === openStart ? unknown : birth <= latest && birth > before ? yes : no;
  }
  for (const patient of doubtfulLives) {
    const { birthDateLatest } = patients[patient]!;
    if (birthDateLatest === undefined) continue;
    const [first, last] = [born[patient]!, dayOf(birthDateLatest)];
    const { before, latest } = birthsFor(patient);
    truths[patient] =
      last <= latest && first > before ? yes : first > latest || last <= before ? no : unknown;
  }
  return truths;
}

/** Of a day known to its year or month (R4a), what every day of it gives. */
function registeredScanner(
  place: (segment: Segment) => PlacedWindow,
): (segment: Segment) => TruthVector {
  return (segment) => {
    const { own, ...all } = place(segment);
    const { size, registered, registeredLatest } = segment;
    const truths = new Uint8Array(size);
    for (let patient = 0; patient < size; patient++) {
      const [first, last] = [registered[patient]!, registeredLatest[patient]!];
      const [from, to] = own ? [own.from[patient]!, own.to[patient]!] : [all.from, all.to];
      if (first === openStart) truths[patient] = unknown;
      else if (last < from || first > to || to < from) truths[patient] = no;
      else truths[patient] = first >= from && last <= to ? yes : unknown;
    }
    return truths;
  };
}

/** Of two values, 1 and 2, or 0 where it is not known. */
function eitherOf(own: Uint8Array, asked: 1 | 2): TruthVector {
  return own.map((each) => (each === 0 ? unknown : each === asked ? yes : no));
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
  return ({ patients, size }) => {
    const truths = new Uint8Array(size);
    for (const [index, patient] of patients.entries()) {
      const answer = test(patient);
      truths[index] = answer === undefined ? unknown : answer ? yes : no;
    }
    return truths;
  };
}
