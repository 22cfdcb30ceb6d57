/** Any criterion, by its one key. */
import {
  ageLimits,
  type AgeRange,
  type Criterion,
  type PatientQuery,
} from '../../profile/index.ts';
import { dateOf, dayOf, firstDay, latestBirthOf, openStart } from '../../record/days.ts';
import { recordTypes, type PeriodParts } from '../../record/index.ts';
import type { AnyQuery } from '../reference/parts.ts';
import { dayOfAge, readEdge } from '../reference/windows.ts';
import { answerAnchored } from './anchor.ts';
import { answerChange } from './change.ts';
import { isOneOf } from './codes.ts';
import { ageReached, dayFor, windowIn, type DayWindow } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import { answerConcurrent } from './lasting.ts';
import { answerQuery } from './query.ts';
import { answerSameDay } from './same-day.ts';
import { answerSequence } from './sequence.ts';
import { and, join, or, sql, type Sql } from './text.ts';

export function answerCriterion(draft: Draft, criterion: Criterion): Answer {
  const combine = (parts: readonly Criterion[], rule: (columns: readonly Sql[]) => Sql) => {
    const answers = parts.map((part) => answerCriterion(draft, part));
    return draft.answer(rule(answers.map(({ column }) => column)), answers);
  };
  if ('all' in criterion) return combine(criterion.all, and);
  if ('any' in criterion) return combine(criterion.any, or);
  if ('not' in criterion) return combine([criterion.not], ([column = sql`NULL`]) => not(column));
  if ('atLeast' in criterion)
    return combine(criterion.of, (columns) => atLeast(draft.integer(criterion.atLeast), columns));
  if ('anchor' in criterion) return answerAnchored(draft, criterion.anchor, answerCriterion);
  if ('patient' in criterion) return answerPatient(draft, criterion.patient);
  if ('concurrent' in criterion) return answerConcurrent(draft, criterion.concurrent);
  if ('sequence' in criterion) return answerSequence(draft, criterion.sequence);
  if ('sameDay' in criterion) return answerSameDay(draft, criterion.sameDay);
  if ('change' in criterion) return answerChange(draft, criterion.change);
  const type = recordTypes.find((each) => each in criterion);
  if (!type) throw new RangeError('A criterion has one key that says what it is.');
  return answerQuery(draft, type, (criterion as Record<string, AnyQuery>)[type] ?? {});
}

function not(column: Sql): Sql {
  return sql`NOT ${column}`;
}

/** R20: yes when n are yes; no when fewer than n are not no. */
function atLeast(n: Sql, columns: readonly Sql[]): Sql {
  const count = (condition: Sql) =>
    join(
      columns.map((column) => sql`CASE WHEN ${column} ${condition} THEN 1 ELSE 0 END`),
      sql` + `,
    );
  return sql`CASE WHEN ${count(sql`IS TRUE`)} >= ${n} THEN TRUE
      WHEN ${count(sql`IS NOT FALSE`)} < ${n} THEN FALSE END`;
}

/** R17: several fields are all required; an absent one, NULL, is unknown by itself. */
function answerPatient(draft: Draft, query: PatientQuery): Answer {
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner, registered, listed } =
    query;
  const oneOf = (column: Sql, values: readonly string[] | undefined) =>
    values
      ? [
          isOneOf(
            draft,
            column,
            values.map((value) => value.trim().toLowerCase()),
          ),
        ]
      : [];
  const conditions = [
    ...(age ? ageConditions(draft, age) : []),
    ...(sex === undefined ? [] : [sql`p.sex = ${draft.text(sex)}`]),
    ...oneOf(sql`p.municipality`, municipality),
    ...oneOf(sql`p.postal_code`, postalCode),
    ...(insuranceGroup === undefined
      ? []
      : [sql`p.insurance_group = ${draft.integer(insuranceGroup)}`]),
    ...oneOf(sql`p.practitioner`, practitioner),
    ...(registered ? [isRegisteredIn(windowIn(draft, registered.when))] : []),
    ...(listed === undefined ? [] : [listed ? sql`p.listed` : sql`NOT p.listed`]),
  ];
  return draft.answer(and(conditions));
}

/** Before birth there is no age. */
function ageConditions(draft: Draft, age: AgeRange): readonly Sql[] {
  const { from, before } = ageLimits(age);
  const hasReached = draft.isAnchored ? hasReachedOnOwnDay : hasReachedOn;
  return [
    hasReached(draft, from, age),
    ...(before ? [sql`NOT ${hasReached(draft, before, age)}`] : []),
  ];
}

/** Whether an age is reached on a day; NULL where the lawful birth days differ (R4a). */
function hasReachedOn(draft: Draft, age: PeriodParts, asked: AgeRange): Sql {
  const latest = latestBirthOf(age, dayOf(dayOfAge(asked, draft.asOf)));
  // Before the calendar's first day nobody was born, and none of its days is before it.
  const isBy =
    latest === openStart
      ? sql`< ${draft.date(dateOf(firstDay))}`
      : sql`<= ${draft.date(dateOf(latest))}`;
  return sql`CASE WHEN p.birth_last ${isBy} THEN TRUE WHEN NOT p.birth_first ${isBy} THEN FALSE END`;
}

/** The same of a day that each patient is asked on: who is born on which day has reached the age by then. */
function hasReachedOnOwnDay(draft: Draft, age: PeriodParts, { on = 'P0D' }: AgeRange): Sql {
  const day = dayFor(draft, readEdge(on));
  return sql`CASE WHEN ${ageReached(draft, sql`p.birth_last`, age)} <= ${day} THEN TRUE
      WHEN ${ageReached(draft, sql`p.birth_first`, age)} > ${day} THEN FALSE END`;
}

/** Whether the patient joined the clinic in a window; NULL where the lawful days differ (R4a), or nobody knows. */
function isRegisteredIn({ from, to, isThere }: DayWindow): Sql {
  const edges = { from: from ? [from] : [], to: to ? [to] : [] };
  const inside = and([
    ...edges.from.map((day) => sql`p.registered_first >= ${day}`),
    ...edges.to.map((day) => sql`p.registered_last <= ${day}`),
  ]);
  const outside = or([
    ...edges.from.map((day) => sql`p.registered_last < ${day}`),
    ...edges.to.map((day) => sql`p.registered_first > ${day}`),
    // An empty window has no day.
    ...(isThere ? [sql`(p.registered_first IS NOT NULL AND NOT ${isThere})`] : []),
  ]);
  return sql`CASE WHEN ${outside} THEN FALSE WHEN ${inside} THEN TRUE END`;
}
