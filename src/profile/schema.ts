/** The profile format: shapes, and every rule that can be told from one place alone. */
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { parsePeriod, roughDays } from './period.ts';
import { queryTypes } from './queries.ts';
import { list, object, text, textLike, union, words, type Rule, type Shape } from './shapes.ts';

function rule<Value>(code: string, holds: (value: Value) => boolean): Rule {
  return { code, holds };
}

function firstRule<Value>(code: string, holds: (value: Value) => boolean): Rule {
  return { code, holds, first: true };
}

const string = text({});
const prose = text({ least: 1, most: 4000 });
const id = textLike(/^[\p{L}\d][\p{L}\d._-]{0,99}$/u, 'name');
const localText = object({ da: prose, 'en?': prose });

const longestDays = 200 * 366;
const period = text(
  {},
  rule<string>('period', (value) => {
    const parsed = parsePeriod(value);
    return parsed !== undefined && value.startsWith('P') && roughDays(parsed) <= longestDays;
  }),
);

const windowEdge = text(
  {},
  rule<string>('window-edge', (value) => {
    const parsed = parsePeriod(value);
    if (!parsed) return isDate(value);
    const signed = !value.startsWith('P') || roughDays(parsed) === 0;
    return signed && Math.abs(roughDays(parsed)) <= longestDays;
  }),
);

interface Edges {
  readonly from?: string;
  readonly to?: string;
}
const window = union(
  words('ever', 'now', 'future'),
  object(
    { 'from?': windowEdge, 'to?': windowEdge },
    firstRule<Edges>('empty-window', ({ from, to }) => from !== undefined || to !== undefined),
    rule<Edges>('window-order', ({ from, to }) => inOrder(from, to)),
  ),
  object({ last: period }),
  object({ next: period }),
);

const codeEntries = list(
  text(
    { most: 60 },
    rule<string>('code-entry', (value) => value.trim() !== '' && !/\s{2,}/.test(value.trim())),
    rule<string>('code-range', isRangeOrCode),
  ),
  1,
  2000,
);
const codeSet = object({
  system: text({ least: 1, most: 60 }),
  'title?': localText,
  include: codeEntries,
  'exclude?': codeEntries,
});
const codes = union(text({ least: 1 }), codeSet);

const whole: Shape = { kind: 'int', least: 0, most: 100_000 };
interface Range {
  readonly min?: number;
  readonly max?: number;
}
/** A range that not everything is in. */
const range = () =>
  object(
    { 'min?': whole, 'max?': whole },
    firstRule<Range>('empty-range', ({ min, max }) => min !== undefined || max !== undefined),
    rule<Range>('range-order', ({ min = -Infinity, max = Infinity }) => min <= max),
    rule<Range>('always-true', ({ min = 0, max }) => min > 0 || max !== undefined),
  );
const count = range();

const number: Shape = { kind: 'number' };
interface Bounds {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
}
const bounds = object(
  { 'above?': number, 'atLeast?': number, 'below?': number, 'atMost?': number, 'unit?': prose },
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
const value = union(bounds, object({ text: list(prose, 1, 200) }));

const base = { 'codes?': codes, 'when?': window, 'source?': prose };
const counted = { ...base, 'count?': count };
const spans = { ...counted, 'lasting?': period, 'gap?': period };

interface SpanRules {
  readonly count?: unknown;
  readonly lasting?: unknown;
  readonly gap?: unknown;
  readonly distinct?: unknown;
}
const lastingRules = [
  rule<SpanRules>(
    'lasting-count',
    (query) => query.lasting === undefined || query.count === undefined,
  ),
  rule<SpanRules>('gap-alone', (query) => query.gap === undefined || query.lasting !== undefined),
  rule<SpanRules>(
    'lasting-distinct',
    (query) => query.lasting === undefined || query.distinct === undefined,
  ),
];

const diagnosis = object(spans, ...lastingRules);
const medication = object(
  { ...spans, 'distinct?': object({ level: words(1, 2, 3, 4, 5) }) },
  ...lastingRules,
);
interface Picked {
  readonly pick?: string;
  readonly count?: unknown;
  readonly value?: unknown;
}
const result = object(
  {
    ...counted,
    'pick?': words('any', 'latest', 'earliest', 'highest', 'lowest'),
    'value?': value,
  },
  rule<Picked>('pick-count', (query) => !picks(query) || query.count === undefined),
  rule<Picked>('pick-value', (query) => !picks(query) || query.value !== undefined),
);
const service = object(counted);
const appointment = object(counted);
const referral = object(counted);
const letter = object(counted);

const texts = list(prose, 1, 500);
const patient = object(
  {
    'age?': range(),
    'sex?': words('female', 'male'),
    'municipality?': texts,
    'postalCode?': texts,
    'insuranceGroup?': words(1, 2),
    'practitioner?': texts,
  },
  rule<object>('empty-patient', (query) => Object.keys(query).length > 0),
);

const selection = object({ 'codes?': codes, 'source?': prose });
const concurrentPart = union(object({ diagnosis: selection }), object({ medication: selection }));
const sequencePart = union(
  ...queryTypes.map((type) =>
    object({ [type]: object(type === 'result' ? { ...base, 'value?': value } : base) }),
  ),
);

const criterionLater: Shape = { kind: 'later', of: () => criterion };
const parts = list(criterionLater, 1, 500);

/** One boolean expression. Exactly one key says what it is. */
const criterion: Shape = union(
  object({ all: parts }),
  object({ any: parts }),
  object({ not: criterionLater }),
  object(
    { atLeast: { kind: 'int', least: 1 }, of: parts },
    rule<{ atLeast: number; of: readonly unknown[] }>(
      'at-least-more',
      ({ atLeast, of }) => atLeast <= of.length,
    ),
  ),
  object({ patient }),
  object({ diagnosis }),
  object({ medication }),
  object({ result }),
  object({ service }),
  object({ appointment }),
  object({ referral }),
  object({ letter }),
  object({
    concurrent: object({
      of: list(concurrentPart, 2, 20),
      'when?': window,
      'lasting?': period,
    }),
  }),
  object({ sequence: object({ of: list(sequencePart, 2, 2), within: period }) }),
);

const item = {
  id,
  title: localText,
  'description?': localText,
  // Asked only of the patients for whom this is yes.
  'condition?': criterion,
};
const informationItem = union(
  object({
    ...item,
    type: words('patient'),
    field: words(
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
    ),
  }),
  object(
    {
      ...item,
      type: words(...queryTypes),
      'codes?': codes,
      'when?': window,
      'source?': prose,
      'show?': words('list', 'latest', 'trend', 'count', 'next'),
      'uncoded?': localText,
    },
    rule<{ codes?: unknown; uncoded?: unknown }>(
      'uncoded-codes',
      (each) => each.codes === undefined || each.uncoded === undefined,
    ),
    rule<{ type: string; show?: string }>(
      'trend-type',
      ({ type, show }) => show !== 'trend' || type === 'result',
    ),
  ),
);

const marker = object({
  id,
  level: words('critical', 'warning', 'info'),
  title: localText,
  'short?': localText,
  when: criterion,
  'advice?': localText,
  'source?': prose,
});

const indicator = object({
  id,
  title: localText,
  numerator: criterion,
  'denominator?': criterion,
  'better?': words('higher', 'lower'),
  'source?': prose,
});

/** A whole profile. */
export const profileSchema = object({
  '$schema?': string,
  format: words('overblik-profile/1'),
  id,
  version: textLike(/^\d{1,6}\.\d{1,6}\.\d{1,6}(-[\dA-Za-z.-]{1,60})?$/, 'version'),
  'status?': words('draft', 'published', 'retired'),
  title: localText,
  purpose: list(localText, 1, 50),
  'description?': localText,
  'references?': list(object({ title: prose, 'url?': textLike(/^https:\/\/\S+$/, 'url') }), 0, 200),
  'codes?': { kind: 'record', name: id, of: codeSet },
  population: object({ include: criterion, 'exclude?': criterion }),
  information: list(informationItem, 0, 500),
  'markers?': list(marker, 0, 200),
  'indicators?': list(indicator, 0, 200),
});

/** The parts of the format that have a name in its JSON Schema. */
export const namedParts = {
  Text: localText,
  Period: period,
  WindowEdge: windowEdge,
  Window: window,
  CodeSet: codeSet,
  Codes: codes,
  Count: count,
  Value: value,
  DiagnosisQuery: diagnosis,
  MedicationQuery: medication,
  ResultQuery: result,
  ServiceQuery: service,
  AppointmentQuery: appointment,
  ReferralQuery: referral,
  LetterQuery: letter,
  PatientQuery: patient,
  Criterion: criterion,
  InformationItem: informationItem,
  Marker: marker,
  Indicator: indicator,
};

function picks({ pick = 'any' }: Picked): boolean {
  return pick !== 'any';
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isValid(parseISO(text));
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
