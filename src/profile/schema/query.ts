/** Queries: which records of one type, or which patients. */
import * as z from 'zod/mini';
import { parsePeriod, roughDays } from '../../record/period.ts';
import { codes } from './code-set.ts';
import { basicRule, listOf, optional, rule } from './build.ts';
import { ageRange, count, strengthBounds, value } from './quantity.ts';
import { prose } from './text.ts';
import { period, window } from './window.ts';

/** Compared without regard to case or surrounding space. */
const source = optional(prose);

/** R10a: fields of a record beside its code; a text, or several of which one is enough. */
const oneOrMore = optional(z.union([prose, listOf(prose, 1, 50)]));

/** What is cancelled matches nothing (R5), so that nobody can ask for it. */
const statuses = {
  appointment: ['booked', 'attended', 'missed'],
  referral: ['sent', 'accepted', 'completed'],
  carePlan: ['active', 'completed'],
} as const;

/** The statuses of all types. */
export const askableStatuses = [
  ...new Set([...statuses.appointment, ...statuses.referral, ...statuses.carePlan]),
];

const statusOf = (type: keyof typeof statuses) => {
  const status = z.enum(statuses[type]);
  return optional(z.union([status, listOf(status, 1, 10)]));
};

/** What a query of each type can ask beside codes, window and source. */
export const furtherFields = {
  medication: { product: oneOrMore, strength: optional(strengthBounds) },
  service: { specialty: oneOrMore },
  appointment: { status: statusOf('appointment') },
  referral: { status: statusOf('referral') },
  carePlan: { status: statusOf('carePlan'), maintained: optional(window) },
} as const;

/** Without `codes` every record of the type counts; without `when` the type's default window (R8). */
const selectionKeys = { codes: optional(codes), when: optional(window), source };
/** Without `count` one record is enough (R11). */
const queryKeys = { ...selectionKeys, count: optional(count) };

/** R16: how long a run lasts; `atMost` is the longest, the run being over. */
export const lengths = z
  .strictObject({ atLeast: optional(period), atMost: optional(period) })
  .check(
    basicRule(
      'empty-lengths',
      ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
    ),
    rule('lengths-order', ({ atLeast, atMost }) => isNoLonger(atLeast ?? 'P1D', atMost)),
  );

/** Of what is no period another rule tells. */
function isNoLonger(atLeast: string, atMost: string | undefined): boolean {
  const [least, most] = [
    parsePeriod(atLeast),
    atMost === undefined ? undefined : parsePeriod(atMost),
  ];
  // A couple of days of slack: months differ in length. No run is shorter than a day.
  return !least || !most || (roughDays(most) >= 1 && roughDays(least) <= roughDays(most) + 3);
}

/** R16a: the runs are counted that pauses of at most `gap` join. */
export const episodes = z.strictObject({ gap: optional(period) });

/** Only the patient's first record of its code. */
const first = optional(z.literal(true));
const firstKeys = { ...queryKeys, first };

const spanKeys = {
  ...firstKeys,
  lasting: optional(z.union([period, lengths])),
  gap: optional(period),
  episodes: optional(episodes),
};

interface SpanOptions {
  readonly count?: { readonly apart?: unknown } | undefined;
  readonly lasting?: unknown;
  readonly gap?: unknown;
  readonly episodes?: unknown;
  readonly distinct?: unknown;
  readonly first?: unknown;
  readonly when?: unknown;
}
/** R10b: what is new is counted one by one. */
const firstAlone = rule(
  'first-alone',
  ({ first, lasting, distinct, episodes, count }: SpanOptions) =>
    first === undefined ||
    (lasting === undefined &&
      distinct === undefined &&
      episodes === undefined &&
      count?.apart === undefined),
);
/** R11, R15, R16, R16a: what can be asked of spans together. */
const spanRules = [
  rule(
    'lasting-count',
    ({ lasting, count, episodes }: SpanOptions) =>
      lasting === undefined || count === undefined || episodes !== undefined,
  ),
  rule(
    'episodes-gap',
    ({ episodes, gap }: SpanOptions) => episodes === undefined || gap === undefined,
  ),
  rule(
    'episodes-apart',
    ({ episodes, count }: SpanOptions) => episodes === undefined || count?.apart === undefined,
  ),
  rule(
    'episodes-distinct',
    ({ episodes, distinct }: SpanOptions) => episodes === undefined || distinct === undefined,
  ),
  rule(
    'gap-alone',
    ({ lasting, gap, episodes }: SpanOptions) =>
      gap === undefined || lasting !== undefined || episodes !== undefined,
  ),
  rule(
    'lasting-distinct',
    ({ lasting, distinct }: SpanOptions) => lasting === undefined || distinct === undefined,
  ),
  rule('first-window', ({ first, when }: SpanOptions) => first === undefined || when !== undefined),
  firstAlone,
  rule(
    'apart-distinct',
    ({ count, distinct }: SpanOptions) => count?.apart === undefined || distinct === undefined,
  ),
] as const;

export const diagnosisQuery = z.strictObject(spanKeys).check(...spanRules);

/** `distinct` (R15): 1 is ATC's anatomical main group, 5 the substance. */
const distinct = z.strictObject({ level: z.literal([1, 2, 3, 4, 5]) });

export const medicationQuery = z
  .strictObject({
    ...spanKeys,
    ...furtherFields.medication,
    distinct: optional(distinct),
  })
  .check(...spanRules);

export const pick = z.enum(['any', 'latest', 'earliest', 'highest', 'lowest']);

/** R13a: the first of these with a record in the window is the one judged. */
const prefer = listOf(codes, 2, 20);

function hasStart(when: z.infer<typeof window> | undefined): boolean {
  if (when === undefined || when === 'ever') return false;
  return typeof when === 'string' || 'last' in when || 'next' in when || when.from !== undefined;
}

interface PickOptions {
  readonly pick?: z.infer<typeof pick>;
  readonly value?: object;
}
/** R12, R13: a pick other than `any` is one result, judged by `value`. */
const pickRules = [
  rule(
    'pick-value',
    ({ pick = 'any', value }: PickOptions) => pick === 'any' || value !== undefined,
  ),
  rule(
    'pick-text',
    ({ pick, value }: PickOptions) =>
      !((pick === 'highest' || pick === 'lowest') && value !== undefined && 'text' in value),
  ),
] as const;

export const resultQuery = z
  .strictObject({
    ...queryKeys,
    pick: optional(pick),
    prefer: optional(prefer),
    value: optional(value),
  })
  .check(
    rule('prefer-latest', ({ pick, prefer }) => prefer === undefined || pick === 'latest'),
    rule('prefer-codes', ({ codes, prefer }) => prefer === undefined || codes === undefined),
    rule('prefer-window', ({ when, prefer }) => prefer === undefined || hasStart(when)),
    rule('pick-count', ({ pick = 'any', count }) => pick === 'any' || count === undefined),
    ...pickRules,
  );

export const serviceQuery = z.strictObject({ ...queryKeys, ...furtherFields.service });

export const appointmentQuery = z.strictObject({ ...queryKeys, ...furtherFields.appointment });

export const referralQuery = z.strictObject({ ...queryKeys, ...furtherFields.referral });

export const letterQuery = z.strictObject(queryKeys);

export const vaccinationQuery = z.strictObject(firstKeys).check(firstAlone);
export const noteQuery = z.strictObject(firstKeys).check(firstAlone);
export const correspondenceQuery = z.strictObject(firstKeys).check(firstAlone);

export const carePlanQuery = z
  .strictObject({ ...spanKeys, ...furtherFields.carePlan })
  .check(...spanRules);

const oneOf = optional(listOf(prose, 1, 500));

/** R17. `registered` is the day on which the patient joined the clinic; municipalities are four-digit codes. */
export const patientQuery = z
  .strictObject({
    age: optional(ageRange),
    sex: optional(z.enum(['female', 'male'])),
    municipality: oneOf,
    postalCode: oneOf,
    insuranceGroup: optional(z.literal([1, 2])),
    practitioner: oneOf,
    registered: optional(z.strictObject({ when: window })),
    listed: optional(z.boolean()),
  })
  .check(
    z.refine((query) => Object.keys(query).length > 0, {
      params: { code: 'empty-patient' },
      // An unknown key is no longer in `query`, and its error says enough.
      when: ({ issues }) => issues.length === 0,
    }),
  );

/** A query inside `concurrent`: which spans, with neither window nor count (R18). */
export const spanSelection = z.strictObject({ codes: optional(codes), source });
export const medicationSpanSelection = z.strictObject({
  codes: optional(codes),
  source,
  ...furtherFields.medication,
});

export const carePlanSpanSelection = z.strictObject({
  codes: optional(codes),
  source,
  ...furtherFields.carePlan,
});

/** A query inside `sequence`: records of one type in a window of their own (R19). */
export const recordSelection = z.strictObject(selectionKeys);
export const medicationSelection = z.strictObject({
  ...selectionKeys,
  ...furtherFields.medication,
});
export const serviceSelection = z.strictObject({ ...selectionKeys, ...furtherFields.service });
export const appointmentSelection = z.strictObject({
  ...selectionKeys,
  ...furtherFields.appointment,
});
export const referralSelection = z.strictObject({ ...selectionKeys, ...furtherFields.referral });
export const carePlanSelection = z.strictObject({ ...selectionKeys, ...furtherFields.carePlan });
export const resultSelection = z.strictObject({ ...selectionKeys, value: optional(value) });

/** A query inside `sameDay`: which records of one day, and how they are judged (R19a). */
export const daySelection = spanSelection.check();
export const serviceDaySelection = z.strictObject({
  codes: optional(codes),
  source,
  ...furtherFields.service,
});
export const appointmentDaySelection = z.strictObject({
  codes: optional(codes),
  source,
  ...furtherFields.appointment,
});
export const referralDaySelection = z.strictObject({
  codes: optional(codes),
  source,
  ...furtherFields.referral,
});
export const resultDaySelection = z
  .strictObject({ codes: optional(codes), source, pick: optional(pick), value: optional(value) })
  .check(...pickRules);

/** R19c: the results of one analyte, between which a change is asked: without codes it would mean nothing. */
export const measuredSelection = z.strictObject({ ...selectionKeys, codes });
/** Which of the others the latest is held against. */
export const changeFrom = z.enum(['previous', 'earliest', 'highest', 'lowest']);
