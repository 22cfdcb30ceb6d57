/** Any criterion as CQL, by its one key: a definition for each, named by its JSON Pointer. */
import {
  ageLimits,
  queryTypes,
  type AgeRange,
  type Anchor,
  type Criterion,
  type PatientQuery,
} from '../../profile/index.ts';
import { answerQuery } from './query.ts';
import type { AnyQuery } from './selection.ts';
import {
  answerAnchor,
  answerChange,
  answerConcurrent,
  answerSameDay,
  answerSequence,
} from './joined.ts';
import { wordsOf } from '../words.ts';
import { asOf, edge, monthsAndDays, type DayAsked } from './days.ts';
import type { Script } from './script.ts';
import { comment, listOf } from './text.ts';

/** Answers how a criterion is asked. */
export function answerCriterion(
  script: Script,
  criterion: Criterion,
  path: string,
  day: DayAsked,
): string {
  const branch = (part: Criterion, key: string) =>
    answerCriterion(script, part, `${path}/${key}`, day);
  const branches = (parts: readonly Criterion[], key: string) =>
    parts.map((part, index) => branch(part, `${key}/${index}`));
  const define = (body: string) =>
    script.define(path, [comment(wordsOf(criterion, script.profile, day === asOf))], body, day);
  if ('all' in criterion) return define(joined(branches(criterion.all, 'all'), 'and'));
  if ('any' in criterion) return define(joined(branches(criterion.any, 'any'), 'or'));
  if ('not' in criterion) return define(`not ${branch(criterion.not, 'not')}`);
  if ('atLeast' in criterion)
    return define(
      `Rules.AtLeastOf({\n  ${branches(criterion.of, 'of').join(',\n  ')}\n}, ${criterion.atLeast})`,
    );
  if ('anchor' in criterion)
    return define(anchored(script, criterion.anchor, `${path}/anchor`, day));
  if ('patient' in criterion)
    return define(answerPatient(script, criterion.patient, `${path}/patient`, day));
  if ('concurrent' in criterion)
    return define(answerConcurrent(script, criterion.concurrent, `${path}/concurrent`, day));
  if ('change' in criterion)
    return define(answerChange(script, criterion.change, `${path}/change`, day));
  if ('sequence' in criterion)
    return define(answerSequence(script, criterion.sequence, `${path}/sequence`, day));
  if ('sameDay' in criterion)
    return define(answerSameDay(script, criterion.sameDay, `${path}/sameDay`, day));
  const type = queryTypes.find((each) => each in criterion)!;
  const query = (criterion as Readonly<Record<string, AnyQuery>>)[type] ?? {};
  return define(answerQuery(script, type, query, `${path}/${type}`, day));
}

function joined(parts: readonly string[], word: 'and' | 'or'): string {
  return parts.join(`\n  ${word} `);
}

function anchored(script: Script, anchor: Anchor, path: string, day: DayAsked): string {
  if (day !== asOf)
    return script.refuse(path, 'anchor', 'an anchor within another is not written in CQL yet.');
  const is = answerCriterion(script, anchor.is, `${path}/is`, 'Day');
  return answerAnchor(script, anchor, path, is.replace('(Day)', ''));
}

/** R17: several fields are all required. */
function answerPatient(script: Script, query: PatientQuery, path: string, day: DayAsked): string {
  const { age, sex, municipality, postalCode, practitioner } = query;
  const noElement = 'FHIR has no element for it.';
  for (const field of ['insuranceGroup', 'registered', 'listed'] as const)
    if (query[field] !== undefined)
      script.refuse(`${path}/${field}`, `patient.${field}`, noElement);
  const oneOf = (field: string, values: readonly string[] | undefined) =>
    values
      ? [
          `Records.IsOneOf(Records.${field}, ${listOf(
            values.map((value) => value.trim().toLowerCase()),
            2,
          )})`,
        ]
      : [];
  const conditions = [
    ...(age ? ageConditions(age, day) : []),
    ...(sex === undefined ? [] : [`Records.Sex = '${sex}'`]),
    ...oneOf('Municipality', municipality),
    ...oneOf('PostalCode', postalCode),
    ...oneOf('Practitioner', practitioner),
  ];
  return conditions.length === 0 ? 'null' : joined(conditions, 'and');
}

/** Before birth there is no age. */
function ageConditions(age: AgeRange, day: DayAsked): readonly string[] {
  const on = edge(age.on ?? 'P0D', day);
  const { from, before } = ageLimits(age);
  const reached = (limit: typeof from) => {
    const { months, days } = monthsAndDays(limit);
    return `Records.Reached(${months}, ${days}, ${on})`;
  };
  return [reached(from), ...(before ? [`not ${reached(before)}`] : [])];
}
