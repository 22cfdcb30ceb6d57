/** Any criterion as ehrQL: a variable for each, named by its place. */
import type { Criterion, PatientQuery } from '../../profile/index.ts';
import { wordsOf } from '../words.ts';
import { dayAfter, type Day } from './days.ts';
import { anchorDate, answerEvents, eventQuery } from './events.ts';
import type { EhrqlScript } from './script.ts';
import { comment, text } from './text.ts';

/** Writes a criterion, and answers the name of its answer. */
export function answerCriterion(
  script: EhrqlScript,
  criterion: Criterion,
  path: string,
  day: Day,
): string {
  const written = write(script, criterion, path, day);
  const name = script.nameOf(path);
  script.line(comment(wordsOf(criterion, script.profile, 'at' in day)), `${name} = ${written}`, '');
  return name;
}

function write(script: EhrqlScript, criterion: Criterion, path: string, day: Day): string {
  const asked = (parts: readonly Criterion[], key: string) =>
    parts.map((part, index) => answerCriterion(script, part, `${path}/${key}/${index}`, day));
  if ('all' in criterion) return asked(criterion.all, 'all').join(' & ');
  if ('any' in criterion) return asked(criterion.any, 'any').join(' | ');
  if ('not' in criterion) return `~${answerCriterion(script, criterion.not, `${path}/not`, day)}`;
  if ('atLeast' in criterion) {
    const numbers = asked(criterion.of, 'of').map((each) => `${each}.as_int()`);
    return `(${numbers.join(' + ')}) >= ${criterion.atLeast}`;
  }
  if ('patient' in criterion)
    return answerPatient(script, criterion.patient, `${path}/patient`, day);
  if ('anchor' in criterion) {
    const { is } = criterion.anchor;
    const date = anchorDate(script, criterion.anchor, `${path}/anchor`, day);
    if (date === undefined) return 'False';
    const name = `${script.nameOf(path)}_day`;
    script.line(`${name} = ${date}`);
    const answer = answerCriterion(script, is, `${path}/anchor/is`, {
      series: name,
      asOf: script.options.asOf,
    });
    return `${name}.is_not_null() & ${answer}`;
  }
  const event = eventQuery(criterion);
  if (event) return answerEvents(script, event, `${path}/${event.type}`, day);
  const [key = ''] = Object.keys(criterion);
  return script.refuse(
    `${path}/${key}`,
    key,
    notInTables[key] ?? 'the tables have no records of this kind.',
  );
}

function answerPatient(
  script: EhrqlScript,
  { age, sex, listed, ...others }: PatientQuery,
  path: string,
  day: Day,
): string {
  for (const field of Object.keys(others))
    script.refuse(
      `${path}/${field}`,
      `patient.${field}`,
      'the core tables do not have it, or not as a profile asks it.',
    );
  const on = age?.on === undefined ? dayAfter(day, 'P0D') : dayAfter(day, age.on);
  if (on === undefined)
    return script.refuse(
      `${path}/age/on`,
      'age.on',
      'ehrQL counts months otherwise than a profile does: use days or weeks.',
    );
  const limit = (value: number | string | undefined, operator: string) => {
    if (value === undefined) return [];
    if (typeof value === 'number') return [`(patients.age_on(${on}) ${operator} ${value})`];
    script.refuse(
      `${path}/age`,
      'age in months or days',
      'the tables have the month of birth, not the day.',
    );
    return [];
  };
  const listedOn = dayAfter(day, 'P0D')!;
  const isListed = `practice_registrations.for_patient_on(${listedOn}).exists_for_patient()`;
  const conditions = [
    ...limit(age?.min, '>='),
    ...limit(age?.max, '<='),
    ...(sex === undefined ? [] : [`(patients.sex == ${text(sex)})`]),
    ...(listed === undefined ? [] : [listed ? isListed : `~${isListed}`]),
  ];
  return conditions.length === 0 ? 'False' : conditions.join(' & ');
}

const notInTables: Readonly<Record<string, string>> = {
  concurrent: 'the tables have the day on which a medicine was issued, not how long it lasts.',
  sequence: 'ehrQL asks of one event of each patient, not of every pair.',
  sameDay: 'ehrQL asks of one event of each patient, not of the days that several have in common.',
  change: 'it is not written in ehrQL yet: numbers have no unit beside them there.',
};
