/** The profile format as a zod schema: shapes, and every rule that can be told from one place alone. */
import * as z from 'zod/mini';
import { parsePeriod, roughDays } from './period.ts';
import { queryTypes } from './queries.ts';

// Strict content security policies forbid the code that zod otherwise generates. This must come before
// the first schema is made.
z.config({ jitless: true });

/** Words for the JSON Schema, so that an editor can explain each key. */
export const descriptions = z.registry<{ id?: string; title?: string; description?: string }>();

/** A copy with words of its own: the schema may be used, and named, elsewhere too. */
function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  const own = schema.clone();
  descriptions.add(own, { description });
  return own;
}

function named<Schema extends z.ZodMiniType>(
  schema: Schema,
  id: string,
  description: string,
): Schema {
  descriptions.add(schema, { id, description });
  return schema;
}

/** A rule beyond shape: `code` names it, `texts` has its words. */
function rule<Value>(code: string, holds: (value: Value) => boolean) {
  return z.refine<Value>(holds, { params: { rule: code } });
}

/** A rule that is asked first: where it is broken later ones are not, and of a union another branch may be meant. */
function firstRule<Value>(code: string, holds: (value: Value) => boolean) {
  return z.refine<Value>(holds, { params: { rule: code }, abort: true });
}

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000));
const id = z.string().check(z.regex(/^[\p{L}\d][\p{L}\d._-]{0,99}$/u));

const localText = named(
  z.strictObject({ da: text, en: z.optional(text) }),
  'Text',
  'Text for people: Danish always, English where written.',
);

const longestDays = 200 * 366;
const period = named(
  z.string().check(
    rule<string>('period', (value) => {
      const parsed = parsePeriod(value);
      return parsed !== undefined && value.startsWith('P') && roughDays(parsed) <= longestDays;
    }),
  ),
  'Period',
  'ISO 8601 duration in years, months, weeks and days, e.g. "P12M".',
);

const windowEdge = named(
  z.string().check(
    rule<string>('window-edge', (value) => {
      const parsed = parsePeriod(value);
      if (!parsed) return isDate(value);
      const signed = !value.startsWith('P') || roughDays(parsed) === 0;
      return signed && Math.abs(roughDays(parsed)) <= longestDays;
    }),
  ),
  'WindowEdge',
  'A calendar date, or a signed period from the date of evaluation: "-P24M", "+P1M", "P0D".',
);

const window = named(
  z.union([
    z.enum(['ever', 'now', 'future']),
    z.strictObject({ from: z.optional(windowEdge), to: z.optional(windowEdge) }).check(
      firstRule<{ from?: string | undefined; to?: string | undefined }>(
        'empty-window',
        ({ from, to }) => from !== undefined || to !== undefined,
      ),
      rule<{ from?: string | undefined; to?: string | undefined }>('window-order', ({ from, to }) =>
        inOrder(from, to),
      ),
    ),
    z.strictObject({ last: period }),
    z.strictObject({ next: period }),
  ]),
  'Window',
  'Which days: "ever", "now", "future", or a span of days with both ends included.',
);

const codeEntry = z.string().check(
  z.maxLength(60),
  rule<string>('code-entry', (value) => value.trim() !== '' && !/\s{2,}/.test(value.trim())),
  rule<string>('code-range', isRangeOrCode),
);
const codeSet = named(
  z.strictObject({
    system: described(
      z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
      'Code system, e.g. ICPC-2, ATC, NPU, ydelse.',
    ),
    title: z.optional(localText),
    include: described(
      z.array(codeEntry).check(z.minLength(1), z.maxLength(2000)),
      'Codes and ranges. In ATC, ICPC-2, ICD-10 and SKS a code stands for all below it.',
    ),
    exclude: z.optional(
      described(
        z.array(codeEntry).check(z.minLength(1), z.maxLength(2000)),
        'Codes and ranges taken out again.',
      ),
    ),
  }),
  'CodeSet',
  'Codes of one system.',
);
const codes = named(
  z.union([z.string().check(z.minLength(1)), codeSet]),
  'Codes',
  'The name of a code set in `codes`, or a code set written here.',
);

const whole = z.int().check(z.gte(0), z.lte(100_000));
type RangeValue = { min?: number | undefined; max?: number | undefined };
const range = () =>
  z.strictObject({ min: z.optional(whole), max: z.optional(whole) }).check(
    firstRule<RangeValue>('empty-range', ({ min, max }) => min !== undefined || max !== undefined),
    rule<RangeValue>(
      'range-order',
      ({ min, max }) => min === undefined || max === undefined || min <= max,
    ),
  );
const count = named(
  range().check(
    rule<RangeValue>('always-true', ({ min, max }) => (min ?? 0) > 0 || max !== undefined),
  ),
  'Count',
  'How many: at least `min`, at most `max`.',
);

type Bounds = {
  above?: number | undefined;
  atLeast?: number | undefined;
  below?: number | undefined;
  atMost?: number | undefined;
};
const bounds = z
  .strictObject({
    above: z.optional(z.number()),
    atLeast: z.optional(z.number()),
    below: z.optional(z.number()),
    atMost: z.optional(z.number()),
    unit: z.optional(described(text, 'Unit of the bounds; a result in another unit is undecided.')),
  })
  .check(
    firstRule<Bounds>('empty-value', ({ above, atLeast, below, atMost }) =>
      [above, atLeast, below, atMost].some((bound) => bound !== undefined),
    ),
    rule<Bounds>(
      'two-bounds',
      ({ above, atLeast, below, atMost }) =>
        (above === undefined || atLeast === undefined) &&
        (below === undefined || atMost === undefined),
    ),
    rule<Bounds>('never-true', ({ above, atLeast, below, atMost }) => {
      const low = above ?? atLeast ?? -Infinity;
      const high = below ?? atMost ?? Infinity;
      return low < high || (low === high && above === undefined && below === undefined);
    }),
  );
const value = named(
  z.union([
    bounds,
    z.strictObject({ text: z.array(text).check(z.minLength(1), z.maxLength(200)) }),
  ]),
  'Value',
  'Bounds of a number, or the texts that count.',
);

const base = {
  codes: z.optional(codes),
  when: z.optional(window),
  source: z.optional(described(text, 'Only records from this source.')),
};
const counted = { ...base, count: z.optional(count) };
const spans = {
  ...counted,
  lasting: z.optional(described(period, 'The spans, joined, last this long.')),
  gap: z.optional(described(period, 'Longest pause that still joins two spans.')),
};

type SpanValue = { count?: unknown; lasting?: unknown; gap?: unknown; distinct?: unknown };
const lastingRules = [
  rule<SpanValue>(
    'lasting-count',
    (query) => query.lasting === undefined || query.count === undefined,
  ),
  rule<SpanValue>('gap-alone', (query) => query.gap === undefined || query.lasting !== undefined),
  rule<SpanValue>(
    'lasting-distinct',
    (query) => query.lasting === undefined || query.distinct === undefined,
  ),
] as const;

const diagnosis = named(
  z.strictObject(spans).check(...lastingRules),
  'DiagnosisQuery',
  'Diagnoses. Default window "ever".',
);
const distinct = z.strictObject({ level: z.literal([1, 2, 3, 4, 5]) });
const medication = named(
  z
    .strictObject({
      ...spans,
      distinct: z.optional(described(distinct, 'Count different ATC codes cut at this level.')),
    })
    .check(...lastingRules),
  'MedicationQuery',
  'Medication. Default window "now".',
);
const result = named(
  z
    .strictObject({
      ...counted,
      pick: z.optional(
        described(
          z.enum(['any', 'latest', 'earliest', 'highest', 'lowest']),
          'Which result is judged by `value`.',
        ),
      ),
      value: z.optional(value),
    })
    .check(
      rule<{ pick?: string | undefined; count?: unknown }>(
        'pick-count',
        ({ pick, count: number }) => (pick ?? 'any') === 'any' || number === undefined,
      ),
      rule<{ pick?: string | undefined; value?: unknown }>(
        'pick-value',
        ({ pick, value: asked }) => (pick ?? 'any') === 'any' || asked !== undefined,
      ),
    ),
  'ResultQuery',
  'Results. Default window "ever".',
);
const service = named(z.strictObject(counted), 'ServiceQuery', 'Services. Default window "ever".');
const appointment = named(
  z.strictObject(counted),
  'AppointmentQuery',
  'Appointments. Default window "future".',
);
const referral = named(
  z.strictObject(counted),
  'ReferralQuery',
  'Referrals. Default window "ever".',
);
const letter = named(
  z.strictObject(counted),
  'LetterQuery',
  'Discharge letters. Default window "ever".',
);

const texts = z.array(text).check(z.minLength(1), z.maxLength(500));
const patient = named(
  z
    .strictObject({
      age: z.optional(
        range().check(
          rule<RangeValue>('always-true', ({ min, max }) => (min ?? 0) > 0 || max !== undefined),
        ),
      ),
      sex: z.optional(z.enum(['female', 'male'])),
      municipality: z.optional(texts),
      postalCode: z.optional(texts),
      insuranceGroup: z.optional(z.literal([1, 2])),
      practitioner: z.optional(texts),
    })
    .check(rule<object>('empty-patient', (query) => Object.keys(query).length > 0)),
  'PatientQuery',
  'The patient’s own fields; several are all required.',
);

const selection = z.strictObject({ codes: z.optional(codes), source: z.optional(text) });
const concurrentPart = z.union([
  z.strictObject({ diagnosis: selection }),
  z.strictObject({ medication: selection }),
]);
const point = z.strictObject(base);
const sequencePart = z.union([
  z.strictObject({ diagnosis: point }),
  z.strictObject({ medication: point }),
  z.strictObject({ result: z.strictObject({ ...base, value: z.optional(value) }) }),
  z.strictObject({ service: point }),
  z.strictObject({ appointment: point }),
  z.strictObject({ referral: point }),
  z.strictObject({ letter: point }),
]);

type CriterionSchema = z.ZodMiniType<unknown>;
const parts = () => z.array(z.lazy(() => criterion)).check(z.minLength(1), z.maxLength(500));

/** One boolean expression. Exactly one key says what it is. */
export const criterion: CriterionSchema = named(
  z.union([
    z.strictObject({ all: described(parts(), 'All of these.') }),
    z.strictObject({ any: described(parts(), 'At least one of these.') }),
    z.strictObject({ not: z.lazy(() => criterion) }),
    z
      .strictObject({ atLeast: z.int().check(z.gte(1)), of: parts() })
      .check(
        rule<{ atLeast: number; of: readonly unknown[] }>(
          'at-least-more',
          ({ atLeast, of }) => atLeast <= of.length,
        ),
      ),
    z.strictObject({ patient }),
    z.strictObject({ diagnosis }),
    z.strictObject({ medication }),
    z.strictObject({ result }),
    z.strictObject({ service }),
    z.strictObject({ appointment }),
    z.strictObject({ referral }),
    z.strictObject({ letter }),
    z.strictObject({
      concurrent: z.strictObject({
        of: z.array(concurrentPart).check(z.minLength(2), z.maxLength(20)),
        when: z.optional(window),
        lasting: z.optional(period),
      }),
    }),
    z.strictObject({
      sequence: z.strictObject({ of: z.tuple([sequencePart, sequencePart]), within: period }),
    }),
  ]),
  'Criterion',
  'One boolean expression over a patient’s records.',
);

const item = {
  id,
  title: localText,
  description: z.optional(localText),
  // Asked only of the patients for whom this is yes.
  condition: z.optional(criterion),
};
const recordItem = z
  .strictObject({
    ...item,
    type: z.enum(queryTypes),
    codes: z.optional(codes),
    when: z.optional(window),
    source: z.optional(text),
    show: z.optional(z.enum(['list', 'latest', 'trend', 'count', 'next'])),
    uncoded: z.optional(
      described(
        localText,
        'The source names the item but gives no codes: it is shown as undecidable.',
      ),
    ),
  })
  .check(
    rule<{ codes?: unknown; uncoded?: unknown }>(
      'uncoded-codes',
      (each) => each.codes === undefined || each.uncoded === undefined,
    ),
    rule<{ type: string; show?: string | undefined }>(
      'trend-type',
      ({ type, show }) => show !== 'trend' || type === 'result',
    ),
  );
const informationItem = named(
  z.union([
    z.strictObject({
      ...item,
      type: z.literal('patient'),
      field: z.enum([
        'cpr',
        'name',
        'age',
        'sex',
        'birthDate',
        'address',
        'municipality',
        'insuranceGroup',
        'practitioner',
        'phone',
      ]),
    }),
    recordItem,
  ]),
  'InformationItem',
  'One thing that we want to know about each member.',
);

const marker = named(
  z.strictObject({
    id,
    level: z.enum(['critical', 'warning', 'info']),
    title: localText,
    short: z.optional(localText),
    when: criterion,
    advice: z.optional(localText),
    source: z.optional(text),
  }),
  'Marker',
  'What needs attention, with advice and the source of the rule.',
);

const indicator = named(
  z.strictObject({
    id,
    title: localText,
    numerator: criterion,
    denominator: z.optional(criterion),
    better: z.optional(z.enum(['higher', 'lower'])),
    source: z.optional(text),
  }),
  'Indicator',
  'What we count among the members.',
);

const semver = /^\d{1,6}\.\d{1,6}\.\d{1,6}(-[\dA-Za-z.-]{1,60})?$/;

/** A whole profile. */
export const profileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal('overblik-profile/1'),
  id,
  version: z.string().check(z.regex(semver)),
  status: z.optional(z.enum(['draft', 'published', 'retired'])),
  title: localText,
  purpose: described(
    z.array(localText).check(z.minLength(1), z.maxLength(50)),
    'Why the population is found.',
  ),
  description: z.optional(localText),
  references: z.optional(
    z
      .array(
        z.strictObject({
          title: text,
          url: z.optional(z.string().check(z.regex(/^https:\/\/\S+$/))),
        }),
      )
      .check(z.maxLength(200)),
  ),
  codes: z.optional(z.record(id, codeSet)),
  population: z.strictObject({ include: criterion, exclude: z.optional(criterion) }),
  information: described(
    z.array(informationItem).check(z.maxLength(500)),
    'What we want to know about the population.',
  ),
  markers: z.optional(z.array(marker).check(z.maxLength(200))),
  indicators: z.optional(z.array(indicator).check(z.maxLength(200))),
});

function isDate(text: string): boolean {
  const midnight = `${text}T00:00:00.000Z`;
  const time = Date.parse(midnight);
  // Of ten letters, for a year may have more digits, and a sign.
  return text.length === 10 && !Number.isNaN(time) && new Date(time).toISOString() === midnight;
}

/** Two ends can be compared when both are dates, or both are relative. */
function inOrder(from: string | undefined, to: string | undefined): boolean {
  if (from === undefined || to === undefined) return true;
  const [a, b] = [parsePeriod(from), parsePeriod(to)];
  // A couple of days of slack: months differ in length.
  if (a && b) return roughDays(a) <= roughDays(b) + 3;
  return a || b ? true : from <= to;
}

/** R2: the ends of a range are of one length, the first not after the last. */
function isRangeOrCode(text: string): boolean {
  const ends = /^([^-\s]+)\s*-\s*([^-\s]+)$/.exec(text.trim());
  if (!ends) return true;
  const [from, to] = ends.slice(1) as [string, string];
  return from.length === to.length && from.toUpperCase() <= to.toUpperCase();
}
