/** The structure of a report; what its parts have to do with one another is asked in `rules.ts`. */
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import * as z from 'zod/mini';
import { cutWithin } from '../../json/cut-text.ts';
import { plainText } from '../../json/plain-text.ts';
import { dataTypes, isCalendarDate, recordTypes } from '../../record/index.ts';
import { causes } from '../clinic/causes.ts';
import { reportedReasons } from '../protection/index.ts';
import { reportFormat, type Leaves } from '../types.ts';

/** So many clinics, indicators, dates and leaves of a kind a report has at the most. */
const most = { clinics: 20_000, indicators: 500, dates: 1000, groups: 500, markers: 1000 };

const longestName = 300;
const name = z.string().check(
  z.overwrite((text) => cutWithin(plainText(text), longestName)),
  z.minLength(1),
);
const text = z.string().check(z.overwrite((given) => cutWithin(plainText(given), 2000)));
const date = z.string().check(z.refine(isCalendarDate, { params: { code: 'date' } }));
const momentFormat = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** An ISO 8601 time with its offset, which there has been or will be. */
const moment = z.string().check(
  z.refine((given) => momentFormat.test(given) && isValid(parseISO(given)), {
    params: { code: 'moment' },
  }),
);
const whole = z.number().check(z.int(), z.minimum(0));

/** More than the country has people; sums of so many by all clinics are still whole numbers. */
const mostPatients = 10_000_000;
const leaf = z.union([whole.check(z.maximum(mostPatients)), z.enum(['under', 'few'])]);
const leaves = z.strictObject({
  numerator: leaf,
  rest: leaf,
  unknown: z.union([
    leaf,
    z
      .array(z.strictObject({ cause: z.enum(causes as [never]), count: leaf }))
      .check(z.minLength(1), z.maxLength(causes.length)),
  ]),
});
const anyValues = z.array(z.nullable(leaves)).check(z.maxLength(most.dates));
/** An area's report has a million of them: those of the usual form are seen at a glance, the others are looked into. */
const values = z.transform((given: unknown, { issues }): readonly (Leaves | null)[] => {
  if (areUsualValues(given)) return given;
  const { data, error } = anyValues.safeParse(given, { reportInput: true });
  if (data) return data;
  for (const issue of error.issues)
    issues.push({ ...issue, path: [...issue.path] } as z.core.$ZodRawIssue);
  return [];
});

function areUsualValues(given: unknown): given is readonly (Leaves | null)[] {
  return Array.isArray(given) && given.length <= most.dates && given.every(isUsualValue);
}

/** Whether it is `null`, or its three keys are the three leaves: each a word or a whole number. */
function isUsualValue(given: unknown): boolean {
  if (given === null) return true;
  if (typeof given !== 'object') return false;
  const { numerator, rest, unknown } = given as Readonly<Record<string, unknown>>;
  return (
    isUsualLeaf(numerator) &&
    isUsualLeaf(rest) &&
    isUsualLeaf(unknown) &&
    Object.keys(given).length === leafCount
  );
}

function isUsualLeaf(leaf: unknown): boolean {
  if (typeof leaf === 'string') return leaf === 'under' || leaf === 'few';
  return Number.isInteger(leaf) && (leaf as number) >= 0 && (leaf as number) <= mostPatients;
}

const leafCount = Object.keys(leaves.def.shape).length;
const group = z.strictObject({
  sex: z.optional(z.enum(['female', 'male', 'unknown'])),
  ages: z.optional(
    z.union([z.literal('unknown'), z.strictObject({ from: whole, to: z.optional(whole) })]),
  ),
});
const indicator = z.strictObject({
  id: name,
  values,
  groups: z.optional(
    z.array(z.strictObject({ group, values })).check(z.minLength(1), z.maxLength(most.groups)),
  ),
  notCounted: z.optional(
    z
      .array(z.strictObject({ date, type: z.enum(dataTypes as [never]), from: date }))
      .check(z.maxLength(most.dates)),
  ),
});
const indicators = z.array(indicator).check(z.maxLength(most.indicators));
const undecided = z.array(z.nullable(leaf)).check(z.maxLength(most.dates));
const reason = z.enum(reportedReasons as readonly [string, ...string[]]);
const exemptions = z
  .array(
    z.strictObject({
      marker: z.optional(name),
      rest: leaf,
      reasons: z
        .array(z.strictObject({ reason, count: leaf }))
        .check(z.maxLength(reportedReasons.length)),
    }),
  )
  .check(z.maxLength(most.markers));
const period = z.strictObject({ from: date, to: date });
const activities = z
  .array(
    z.strictObject({
      id: name,
      type: z.enum(recordTypes as [never]),
      periods: z.array(period).check(z.maxLength(most.dates)),
      values: z
        .array(z.nullable(z.strictObject({ new: leaf, maintained: leaf, unknown: leaf })))
        .check(z.maxLength(most.dates)),
    }),
  )
  .check(z.maxLength(most.indicators));
const capacity = z.number().check(z.minimum(0), z.maximum(1000));

const clinic = {
  id: name,
  name,
  cluster: z.optional(name),
  municipality: z.optional(name),
  region: z.optional(name),
};
const counted = {
  indicators,
  undecided,
  exemptions: z.optional(exemptions),
  activities: z.optional(activities),
  capacity: z.optional(capacity),
};
const common = {
  format: z.literal(reportFormat),
  profile: z.strictObject({
    id: name,
    version: name,
    definition: z
      .string()
      .check(z.refine((hash) => /^[\da-f]{64}$/.test(hash), { params: { code: 'hash' } })),
  }),
  protection: z.strictObject({ method: name, threshold: whole, base: whole }),
  dates: z.array(date).check(z.minLength(1), z.maxLength(most.dates)),
  madeAt: moment,
  engine: name,
};

/** What one clinic sends. */
export const clinicReportSchema = z.strictObject({
  ...common,
  level: z.literal('clinic'),
  clinic: z.strictObject(clinic),
  coverage: z
    .array(
      z.strictObject({
        type: z.enum(dataTypes as [never]),
        available: z.boolean(),
        from: z.optional(date),
        updated: z.optional(date),
      }),
    )
    .check(z.maxLength(most.groups)),
  ...counted,
});

const interval = z.strictObject({ least: z.number(), most: z.number(), estimate: z.number() });
const named = z.strictObject({ id: name, name });

const areaCauses = z.strictObject({
  counts: z
    .array(z.strictObject({ cause: z.enum(causes as [never]), count: interval }))
    .check(z.minLength(1), z.maxLength(causes.length)),
  reported: whole,
});
const areaExemptions = z
  .array(
    z.strictObject({
      marker: z.optional(name),
      rest: interval,
      reasons: z
        .array(z.strictObject({ reason, count: interval }))
        .check(z.maxLength(reportedReasons.length)),
      reported: whole,
    }),
  )
  .check(z.maxLength(most.markers));
const areaActivities = z
  .array(
    z.strictObject({
      id: name,
      type: z.enum(recordTypes as [never]),
      periods: z.array(period).check(z.maxLength(most.dates)),
      values: z
        .array(
          z.nullable(
            z.strictObject({
              new: interval,
              maintained: interval,
              unknown: interval,
              reported: whole,
            }),
          ),
        )
        .check(z.maxLength(most.dates)),
      bands: z.strictObject({
        none: interval,
        oneToFour: interval,
        fiveOrMore: interval,
        notKnown: whole,
      }),
      clinics: whole,
      others: whole,
    }),
  )
  .check(z.maxLength(most.indicators));

/** What an area sends. */
export const areaReportSchema = z.strictObject({
  ...common,
  level: z.enum(['cluster', 'municipality', 'region', 'country']),
  area: named,
  clinics: z.optional(
    z
      .array(z.strictObject({ ...clinic, ...counted, madeAt: moment }))
      .check(z.maxLength(most.clinics)),
  ),
  sums: z
    .array(
      z.strictObject({
        id: name,
        values: z.array(
          z.nullable(
            z.strictObject({
              numerator: interval,
              rest: interval,
              unknown: interval,
              causes: z.optional(areaCauses),
              reported: whole.check(z.minimum(1)),
            }),
          ),
        ),
      }),
    )
    .check(z.maxLength(most.indicators)),
  undecided: z.array(z.nullable(interval)).check(z.maxLength(most.dates)),
  exemptions: z.optional(areaExemptions),
  activities: z.optional(areaActivities),
  missing: z.array(named).check(z.maxLength(most.clinics)),
  refused: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.optional(name),
        kind: z.enum([
          'profile',
          'version',
          'definition',
          'protection',
          'dates',
          'area',
          'older',
          'unreadable',
        ]),
        reason: z.strictObject({ da: text, en: z.optional(text) }),
      }),
    )
    .check(z.maxLength(most.clinics)),
});

/** Every key that a report has, for who misspells one. */
export const knownKeys: readonly string[] = [
  ...Object.keys(clinicReportSchema.def.shape),
  ...Object.keys(areaReportSchema.def.shape),
  ...Object.keys(clinic),
  ...['numerator', 'rest', 'unknown', 'values', 'groups', 'group', 'notCounted', 'sex', 'ages'],
  ...[
    'threshold',
    'base',
    'method',
    'version',
    'definition',
    'type',
    'from',
    'available',
    'updated',
  ],
  ...['marker', 'reasons', 'reason', 'count', 'causes', 'periods', 'bands', 'others'],
];
