/**
 * Hand-worked cases, rule by rule: what a criterion says of a patient on 31 March 2024. Every evaluator is held
 * to them, and they are the examples of the docs' page on semantics (`.tools/semantics.ts`).
 */
import type { Truth } from '../../src/engine/index.ts';
import type { Criterion, Window } from '../../src/profile/index.ts';
import type { PatientRecords, SuppliedResult } from '../../src/record/index.ts';
import { complete, outcomeOf, patientWith, planOf } from './build.ts';

/** The end of a month, where months clamp. */
export const asOf = '2024-03-31';

export interface Case {
  /** The rule's number, then what is shown: `R2 exclude subtracts`. */
  readonly name: string;
  readonly criterion: Criterion;
  /** What the patient has beside what every test patient has: empty lists, all of them covered. */
  readonly patient: { readonly patient?: object };
  readonly truth: Truth;
}

/** The patient of a case, with an id of its own. */
export function patientOf(
  { patient: { patient, ...records } }: Pick<Case, 'patient'>,
  id = 'p1',
): PatientRecords {
  return patientWith({ coverage: complete, ...records }, { ...patient, id });
}

type Records = { readonly [List in keyof PatientRecords]?: unknown };
type Patient = Partial<Record<keyof PatientRecords['patient'], unknown>>;

const of = (
  name: string,
  criterion: Criterion,
  records: Records,
  truth: Truth,
  patient: Patient = {},
): Case => ({ name, criterion, patient: { ...records, patient }, truth });

const icpc = (...include: string[]) => ({ system: 'ICPC-2', include });
const atc = (...include: string[]) => ({ system: 'ATC', include });
const npu = (...include: string[]) => ({ system: 'NPU', include });
const fees = (...include: string[]) => ({ system: 'ydelse', include });

const P70: Criterion = { diagnosis: { codes: icpc('P70') } };
/** One concept in two systems. */
const twins: Criterion = {
  diagnosis: { codes: [icpc('P70'), { system: 'ICD-10', include: ['F00'] }] },
};
const coveredIn = (...systems: string[]) => ({
  coverage: { ...complete, diagnosis: { available: true, systems } },
});
const diagnosed = (code: unknown, from = '2020-01-01', more: object = {}) => ({
  diagnoses: [{ code, from, ...more }],
});
const measured = (...results: (Partial<SuppliedResult> | string | number)[]) => ({
  results: results.map((each) => ({
    code: 'X',
    at: '2024-01-01',
    ...(typeof each === 'object' ? { value: 1, ...each } : { value: each }),
  })),
});
const served = (...days: string[]) => ({ services: days.map((at) => ({ code: '0101', at })) });
const local = (...include: string[]) => ({ system: 'local', include });
const planned = (...plans: object[]) => ({ carePlans: plans });
const treated = (
  ...spans: (readonly [from: string, to?: string | undefined, code?: string])[]
) => ({
  medications: spans.map(([from, to, code = 'N05AH03']) => ({
    code,
    from,
    to,
    // R3a: of a medicine its text can be enough.
    ...(code === '' ? { text: 'Pille' } : {}),
  })),
});

const services = (when: object | string, count: object = {}): Criterion =>
  ({ service: { when, ...count } }) as Criterion;
const latest = (value: object, pick = 'latest'): Criterion =>
  ({ result: { codes: npu('X'), pick, value } }) as Criterion;
const latestFrom = (source: string, value: object, pick = 'latest'): Criterion =>
  ({ result: { codes: npu('X'), source, pick, value } }) as Criterion;
/** The first of some codes with a result in the window, above 5. */
const preferring = (when: Window, ...codes: string[]): Criterion => ({
  result: {
    pick: 'latest',
    prefer: (codes.length > 0 ? codes : ['H', 'X']).map((code) => npu(code)),
    when,
    value: { above: 5, unit: '1' },
  },
});
const any = (value: object): Criterion => ({ result: { value } });
const lasting = (period: string, more: object = {}): Criterion => ({
  medication: { codes: atc('N05A'), lasting: period, ...more },
});
/** So many services that are so far apart. */
const apart = (period: string, limits: object, when: Window = 'ever'): Criterion => ({
  service: { when, count: { ...limits, apart: period } },
});
/** So many results above 5 that are so far apart. */
const tested = (period: string, limits: object): Criterion => ({
  result: { codes: npu('X'), value: { above: 5, unit: '1' }, count: { ...limits, apart: period } },
});
const year = { last: 'P12M' } as const;
/** A treatment in the last year that lasted so long, all of it. */
const short = (lengths: object, more: object = {}): Criterion => ({
  medication: { codes: atc('N05A'), when: year, lasting: lengths, ...more },
});
/** So many courses in the last year, with 14 days at least between them. */
const courses = (count: object, more: object = {}): Criterion => ({
  medication: { codes: atc('N05A'), when: year, episodes: { gap: 'P14D' }, count, ...more },
});
const coveredSince = (from: string) => coverage({ medication: { available: true, from } });
const together = (more: object = {}): Criterion => ({
  concurrent: {
    of: [{ medication: { codes: atc('N05A') } }, { medication: { codes: atc('N05B') } }],
    ...more,
  },
});
const follows = (within: string): Criterion => ({
  sequence: { of: [{ diagnosis: { codes: icpc('P') } }, { service: {} }], within },
});
/** Asked on the day of the first diagnosis of P70, or of the latest. */
const onFirst = (is: Criterion, pick: 'earliest' | 'latest' = 'earliest'): Criterion => ({
  anchor: { on: { diagnosis: { codes: icpc('P70') } }, pick, is },
});
/** Asked on the latest day on which a treatment ended. */
const onEnd = (is: Criterion): Criterion => ({
  anchor: {
    on: { medication: { codes: atc('N05A'), when: 'ever' } },
    pick: 'latest',
    at: 'end',
    is,
  },
});
/** Asked on the latest day on which a care plan ended. */
const afterPlan = (is: Criterion): Criterion => ({
  anchor: { on: { carePlan: { when: 'ever' } }, pick: 'latest', at: 'end', is },
});
/** Asked on the day of the latest result above 5. */
const onResult = (is: Criterion): Criterion => ({
  anchor: {
    on: { result: { codes: npu('X'), value: { above: 5, unit: '1' } } },
    pick: 'latest',
    is,
  },
});
const coverage = (more: object) => ({ coverage: { ...complete, ...more } });
/** How the latest X differs from another one: by default risen by more than 5. */
const changed = (
  from: 'previous' | 'earliest' | 'highest' | 'lowest',
  value: object = { above: 5 },
  more: object = {},
): Criterion => ({
  change: { of: { codes: npu('X'), ...more }, from, value: { unit: '1', ...value } },
});
/** Results of X on one day after another, the last yesterday. */
const oneADay = (...results: (Partial<SuppliedResult> | string | number)[]) =>
  measured(
    ...results.map((each, index) => ({
      at: `2024-03-${String(31 - results.length + index).padStart(2, '0')}`,
      ...(typeof each === 'object' ? each : { value: each }),
    })),
  );
/** Systolic and diastolic blood pressure of one day: S below 140 and D below 90. */
const pressure = (picks: readonly [object, object] = [{}, {}], more: object = {}): Criterion => ({
  sameDay: {
    of: [
      { result: { codes: npu('S'), value: { below: 140, unit: '1' }, ...picks[0] } },
      { result: { codes: npu('D'), value: { below: 90, unit: '1' }, ...picks[1] } },
    ],
    ...more,
  },
});
const lowest = [{ pick: 'lowest' }, { pick: 'lowest' }] as const;
/** Readings of S and D: a code, a value, a day, and what else there is. */
const readings = (...all: (readonly ['S' | 'D', number | string, string, object?])[]) => ({
  results: all.map(([code, value, at, more]) => ({ code, value, at, ...more })),
});
const [d1, d2] = ['2024-01-15', '2024-02-15'] as const;
const resultsSince = (from: string) => coverage({ result: { available: true, from } });

export const cases: readonly Case[] = [
  of('R1 codes and systems compare without case and space', P70, diagnosed(' p70 '), 'yes'),
  of(
    'R1 a set matches its own system only',
    P70,
    diagnosed('P70', '2020-01-01', { system: 'ICD-10' }),
    'no',
  ),
  of('R1 a system by its alias', P70, diagnosed('P70', '2020-01-01', { system: 'ICPC2' }), 'yes'),
  of(
    'R1 a system by its OID',
    P70,
    diagnosed('P70', '2020-01-01', { system: 'urn:oid:1.2.208.176.2.31' }),
    'yes',
  ),
  of('R1 a code with a soft hyphen and a space in it', P70, diagnosed('P\u00ad 70'), 'yes'),
  of(
    'R1 an ICD-10 code with its dot',
    { diagnosis: { codes: { system: 'ICD-10', include: ['F039'] } } },
    diagnosed('F03.9', '2020-01-01', { system: 'ICD-10' }),
    'yes',
  ),
  of(
    'R1 a service code without its zeros',
    { service: { codes: fees('0101') } },
    { services: [{ code: '101', at: '2024-01-01' }] },
    'yes',
  ),
  of(
    'R2 a range written with a dash',
    { diagnosis: { codes: icpc('P68–P71') } },
    diagnosed('P70'),
    'yes',
  ),
  of(
    'R1a covered in another system only',
    P70,
    coverage({ diagnosis: { available: true, systems: ['ICD-10'] } }),
    'unknown',
  ),
  of(
    'R1a covered in the system asked',
    P70,
    coverage({ diagnosis: { available: true, systems: ['ICPC2', 'ICD-10'] } }),
    'no',
  ),
  of(
    'R1a without codes systems say nothing',
    { diagnosis: {} },
    coverage({ diagnosis: { available: true, systems: ['ICD-10'] } }),
    'no',
  ),
  of(
    'R1a proven all the same',
    P70,
    { ...coverage({ diagnosis: { available: true, systems: ['ICD-10'] } }), ...diagnosed('P70') },
    'yes',
  ),
  of('R2 a code matches what is below it', P70, diagnosed('P7001'), 'yes'),
  of('R2 and nothing above it', { diagnosis: { codes: icpc('P7001') } }, diagnosed('P70'), 'no'),
  of('R2 elsewhere only itself', { service: { codes: fees('010') } }, served('2024-01-01'), 'no'),
  of(
    'R2 a range has both its ends and what is below them',
    { diagnosis: { codes: icpc('L72-L76') } },
    diagnosed('L7601'),
    'yes',
  ),
  of(
    'R2 a code shorter than the range’s ends is outside',
    { diagnosis: { codes: icpc('K70-M05') } },
    diagnosed('L7'),
    'no',
  ),
  of(
    'R2 a range in character order, whatever the database sorts by',
    { service: { codes: fees('A1-Z9') } },
    { services: [{ code: '_1', at: '2024-01-01' }] },
    'no',
  ),
  of(
    'R2 exclude subtracts',
    { diagnosis: { codes: { ...icpc('P'), exclude: ['P70'] } } },
    diagnosed('P7001'),
    'no',
  ),
  of(
    'R2a one of several code sets',
    twins,
    diagnosed('F001', '2020-01-01', { system: 'ICD-10' }),
    'yes',
  ),
  of('R2a a code of one set in the system of another', twins, diagnosed('F00'), 'no'),
  of(
    'R2a exclude subtracts from its own set',
    {
      diagnosis: {
        codes: [
          { ...icpc('P'), exclude: ['P70'] },
          { system: 'ICD-10', include: ['F', 'P70'] },
        ],
      },
    },
    diagnosed('P70', '2020-01-01', { system: 'ICD-10' }),
    'yes',
  ),
  of('R2a covered in one of the systems', twins, coveredIn('ICPC-2'), 'no'),
  of('R2a covered in neither of the systems', twins, coveredIn('SKS'), 'unknown'),
  of(
    'R2a a record of one system set aside',
    twins,
    diagnosed('F00', '2020-02-30', { system: 'ICD-10' }),
    'unknown',
  ),
  of(
    'R2a a record of another system set aside',
    twins,
    diagnosed('DF00', '2020-02-30', { system: 'SKS' }),
    'no',
  ),
  of(
    'R2a a medicine without a code in one of the systems',
    { medication: { codes: [{ system: 'dm+d', include: ['1'] }, atc('N05A')] } },
    { medications: [{ code: '', text: 'Blandet', from: '2024-01-01' }] },
    'unknown',
  ),
  of(
    'R2a a medicine without a code in none of the systems',
    {
      medication: {
        codes: [
          { system: 'dm+d', include: ['1'] },
          { system: 'x', include: ['1'] },
        ],
      },
    },
    { medications: [{ code: '', text: 'Blandet', from: '2024-01-01' }] },
    'no',
  ),
  of(
    'R2 a hyphen can be part of a code',
    { result: { codes: npu('DNK-35-302') } },
    measured({ code: 'DNK-35-302' }),
    'yes',
  ),
  of('R3 set aside with the code: perhaps', P70, diagnosed('P7001', 'engang'), 'unknown'),
  of('R3 set aside with another code: no', P70, diagnosed('K86', 'engang'), 'no'),
  of('R3 before 1850 is impossible', P70, diagnosed('P70', '1840-01-01'), 'unknown'),
  of('R3 and so is long before the birth', P70, diagnosed('P70', '1900-06-01'), 'unknown', {
    birthDate: '1941-01-01',
  }),
  of(
    'R3 an end that stands for none',
    P70,
    diagnosed('P70', '2020-01-01', { to: '9999-12-31' }),
    'yes',
  ),
  of('R3 a sex that plainly says the same', { patient: { sex: 'female' } }, {}, 'yes', {
    sex: 'K',
  }),
  of('R3 a sex that says nothing', { patient: { sex: 'female' } }, {}, 'unknown', { sex: '7' }),
  of('R3 a birth date that stands for none', { patient: { age: { min: 100 } } }, {}, 'unknown', {
    birthDate: '1900-01-01',
  }),
  of('R3 set aside without a readable code: perhaps', P70, diagnosed(70), 'unknown'),
  of(
    'R3 set aside with a date out of the window: no',
    { diagnosis: { codes: icpc('P70'), when: { last: 'P1Y' } } },
    diagnosed('P70', '2020-01-01', { to: '2020-02-01', source: 7 }),
    'no',
  ),
  of(
    'R3 and in it: perhaps',
    { diagnosis: { codes: icpc('P70'), when: { last: 'P5Y' } } },
    diagnosed('P70', '2020-01-01', { to: '2020-02-01', source: 7 }),
    'unknown',
  ),
  of(
    'R3 ends before it begins: perhaps before or after',
    { diagnosis: { codes: icpc('P70'), when: { from: '2020-06-01', to: '2021-06-01' } } },
    diagnosed('P70', '2021-01-01', { to: '2020-01-01' }),
    'unknown',
  ),
  of(
    'R3 but not between',
    { diagnosis: { codes: icpc('P70'), when: { from: '2020-06-01', to: '2020-12-01' } } },
    diagnosed('P70', '2021-01-01', { to: '2020-01-01' }),
    'no',
  ),
  of(
    'R3 set aside from another source: no',
    { diagnosis: { source: 'FMK' } },
    diagnosed('P70', 'engang', { source: 'Journal' }),
    'no',
  ),
  of(
    'R3 set aside and cancelled: no',
    { appointment: { when: 'ever' } },
    { appointments: [{ at: 'engang', status: 'cancelled' }] },
    'no',
  ),
  of(
    'R3 without a readable code, in another system: no',
    P70,
    diagnosed(70, '2020-01-01', { system: 'ICD-10' }),
    'no',
  ),
  of(
    'R3 what is set aside takes nothing from what is proven',
    P70,
    {
      diagnoses: [
        { code: 'P70', from: '2020-01-01' },
        { code: 'P70', from: '' },
      ],
    },
    'yes',
  ),
  of(
    'R3 a list that cannot be read may hold any number',
    { service: { count: { max: 5 } } },
    { services: 'junk' },
    'unknown',
  ),
  of('R4a known by its year', P70, diagnosed('P70', '2019'), 'yes'),
  of(
    'R3a a medicine without a code may be any',
    { medication: { codes: atc('N05A') } },
    { medications: [{ code: '', text: 'Magistrel', from: '2020-01-01' }] },
    'unknown',
  ),
  of(
    'R3a but not in a window that it does not touch',
    { medication: { codes: atc('N05A'), when: { last: 'P1Y' } } },
    { medications: [{ code: '', text: 'Magistrel', from: '2020-01-01', to: '2020-02-01' }] },
    'no',
  ),
  of(
    'R3a and is one where no codes are asked',
    { medication: {} },
    { medications: [{ code: '', text: 'Magistrel', from: '2020-01-01' }] },
    'yes',
  ),
  of(
    'R3a counted with codes it is one at most',
    { medication: { codes: atc('N05A'), count: { min: 2 } } },
    { medications: [{ code: '', text: 'Magistrel', from: '2020-01-01' }] },
    'no',
  ),
  of(
    'R4 a date-time counts as its own date',
    { appointment: { when: 'now' } },
    { appointments: [{ at: '2024-03-31T23:30-08:00' }] },
    'yes',
  ),
  of(
    'R4a wholly in the window',
    services({ from: '2023-01-01', to: '2023-12-31' }),
    served('2023'),
    'yes',
  ),
  of(
    'R4a partly in the window',
    services({ from: '2023-02-01', to: '2023-12-31' }),
    served('2023'),
    'unknown',
  ),
  of('R4a out of the window', services({ last: 'P1M' }), served('2024-01'), 'no'),
  of(
    'R4a a diagnosis without a beginning has begun',
    { diagnosis: { when: 'now' } },
    { diagnoses: [{ code: 'P70' }] },
    'yes',
  ),
  of(
    'R4a and has lasted, nobody knows how long',
    { diagnosis: { when: { from: '2000-01-01', to: '2010-01-01' } } },
    { diagnoses: [{ code: 'P70', to: '2023-01-01' }] },
    'unknown',
  ),
  of(
    'R4a an end known by its month',
    { diagnosis: { when: { from: '2024-03-15' } } },
    diagnosed('P70', '2020-01-01', { to: '2024-03' }),
    'unknown',
  ),
  of(
    'R4a one certain and one perhaps are one or two',
    services({ last: 'P2M' }, { count: { max: 1 } }),
    served('2024-03-01', '2024'),
    'unknown',
  ),
  of(
    'R4a the latest, whichever day of the month it was',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2023-03' }, { value: 1, at: '2023-02-28' }),
    'yes',
  ),
  of(
    'R4a the latest, before or after',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2023-03' }, { value: 1, at: '2023-03-02' }),
    'unknown',
  ),
  of(
    'R4a on the last day of the month the later entry',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2023-03' }, { value: 1, at: '2023-03-31' }),
    'no',
  ),
  of(
    'R4a on the day of two others, and without a time, it makes the later entry the latest',
    latest({ below: 10, unit: '1' }),
    measured(
      { at: '2024-03', value: 5 },
      { at: '2024-03-10T09:00', value: 5 },
      { at: '2024-03-10T08:00', value: 50 },
    ),
    'unknown',
  ),
  of(
    'R4a whichever is the latest, both say the same',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2023-03' }, { value: 8, at: '2023-03-02' }),
    'yes',
  ),
  of(
    'R4a the highest of those that may be in the window',
    {
      result: { pick: 'highest', when: { last: 'P1Y' }, value: { above: 5, below: 20, unit: '1' } },
    },
    measured({ value: 9, at: '2023' }, { value: 8, at: '2024-01-01' }),
    'yes',
  ),
  of(
    'R4a lasting from the latest day that it may have begun',
    lasting('P3M', { when: 'ever' }),
    treated(['2023-01', '2023-04-30']),
    'yes',
  ),
  of(
    'R4a lasting only from the earliest',
    lasting('P4M', { when: 'ever' }),
    treated(['2023-01', '2023-04-30']),
    'unknown',
  ),
  of(
    'R4a not lasting even so',
    lasting('P5M', { when: 'ever' }),
    treated(['2023-01', '2023-04-30']),
    'no',
  ),
  of(
    'R4a a day in the year, whichever it is',
    lasting('P1D', { when: { from: '2023-01-01', to: '2023-12-31' } }),
    treated(['2023', '2023']),
    'yes',
  ),
  of(
    'R4a two of which nobody knows whether they touch',
    lasting('P5M', { when: 'ever' }),
    treated(['2023-01-01', '2023-03'], ['2023-03', '2023-06-30']),
    'unknown',
  ),
  of(
    'R4a together, whichever day they began',
    together(),
    treated(['2023', undefined], ['2024-03-01', undefined, 'N05BA01']),
    'yes',
  ),
  of(
    'R4a one follows another on each day of the month',
    follows('P1M'),
    { ...diagnosed('P70', '2023-03'), ...served('2023-03-31') },
    'yes',
  ),
  of(
    'R4a now one, now another',
    follows('P2W'),
    { ...diagnosed('P70', '2023-03'), ...served('2023-03-14', '2023-03-28', '2023-04-01') },
    'yes',
  ),
  of(
    'R4a on some days of the month only',
    follows('P2W'),
    { ...diagnosed('P70', '2023-03'), ...served('2023-03-14') },
    'unknown',
  ),
  of(
    'R4a follows whichever day it began, but has perhaps ended before the window',
    {
      sequence: {
        of: [
          { service: {} },
          { diagnosis: { codes: icpc('P'), when: { from: '2024-03-15', to: '2024-03-31' } } },
        ],
        within: 'P2M',
      },
    },
    { ...served('2024-02-01'), ...diagnosed('P70', '2024-02', { to: '2024-03' }) },
    'unknown',
  ),
  of('R4a of an age whichever day of the year', { patient: { age: { min: 80 } } }, {}, 'yes', {
    birthDate: '1943',
  }),
  of('R4a of an age on some days only', { patient: { age: { min: 80 } } }, {}, 'unknown', {
    birthDate: '1944',
  }),
  of(
    'R5 a cancelled appointment matches nothing',
    { appointment: {} },
    { appointments: [{ at: '2024-04-02', status: 'cancelled' }] },
    'no',
  ),
  of(
    'R5 a future result is not "ever"',
    any({ atLeast: 0, unit: '1' }),
    measured({ at: '2024-04-01' }),
    'no',
  ),
  of(
    'R6 a month back from the 31st ends at the month’s last day',
    services({ last: 'P1M' }),
    served('2024-02-29'),
    'yes',
  ),
  of('R6 and not the day before', services({ last: 'P1M' }), served('2024-02-28'), 'no'),
  of(
    'R6 years before months: a year and a month back',
    services({ from: '-P1Y1M' }),
    served('2023-02-28'),
    'yes',
  ),
  of('R6 a month ahead', services({ next: 'P1M' }), served('2024-04-30'), 'yes'),
  of(
    'R6 absolute days, both included',
    services({ from: '2024-01-01', to: '2024-01-02' }),
    served('2024-01-02'),
    'yes',
  ),
  of(
    'R6 a window that begins after it ends is empty',
    services({ from: '2024-04-30' }),
    served('2024-04-30'),
    'no',
  ),
  of(
    'R6 so it is for what goes on through it',
    { diagnosis: { when: { from: '2024-04-30' } } },
    diagnosed('P70'),
    'no',
  ),
  of(
    'R7 a span that ended on the first day shares it',
    { diagnosis: { when: 'now' } },
    diagnosed('P70', '2020-01-01', { to: '2024-03-31' }),
    'yes',
  ),
  of(
    'R7 a span that ended the day before does not',
    { diagnosis: { when: 'now' } },
    diagnosed('P70', '2020-01-01', { to: '2024-03-30' }),
    'no',
  ),
  of(
    'R8 a diagnosis counts ever',
    { diagnosis: {} },
    diagnosed('P70', '2020-01-01', { to: '2021-01-01' }),
    'yes',
  ),
  of('R8 a medication counts now', { medication: {} }, treated(['2020-01-01', '2021-01-01']), 'no'),
  of(
    'R8 an appointment counts in the future',
    { appointment: {} },
    { appointments: [{ at: '2024-03-30' }] },
    'no',
  ),
  of(
    'R9 covered from the window’s first day',
    services({ last: 'P1M' }),
    coverage({ service: { available: true, from: '2024-02-29' } }),
    'no',
  ),
  of(
    'R9 covered from later',
    services({ last: 'P1M' }),
    coverage({ service: { available: true, from: '2024-03-01' } }),
    'unknown',
  ),
  of(
    'R9 an open start asks what exists',
    services('ever'),
    coverage({ service: { available: true, from: '2024-03-01' } }),
    'no',
  ),
  of('R9 undeclared, but the list was supplied', services('ever'), { coverage: undefined }, 'no'),
  of(
    'R9 undeclared and not supplied',
    services('ever'),
    { coverage: undefined, services: undefined },
    'unknown',
  ),
  of(
    'R9 not updated for more than 31 days',
    services({ last: 'P1M' }),
    coverage({ service: { available: true, updated: '2024-02-01' } }),
    'unknown',
  ),
  of(
    'R9 updated 31 days ago',
    services({ last: 'P1M' }),
    coverage({ service: { available: true, updated: '2024-02-29' } }),
    'no',
  ),
  of(
    'R9 not updated for as long as its coverage allows',
    services({ last: 'P1M' }),
    coverage({ service: { available: true, updated: '2023-10-01', staleAfter: 'P6M' } }),
    'no',
  ),
  of(
    'R9 updated after the window that is asked',
    services({ from: '2023-01-01', to: '2023-12-31' }),
    coverage({ service: { available: true, updated: '2024-01-15' } }),
    'no',
  ),
  of(
    'R9 out of date, and proven nevertheless',
    services('ever'),
    {
      ...coverage({ service: { available: true, updated: '2023-01-01' } }),
      ...served('2022-01-01'),
    },
    'yes',
  ),
  of(
    'R10 a missing source still proves',
    services('ever'),
    { ...coverage({ service: { available: false } }), ...served('2024-01-01') },
    'yes',
  ),
  of(
    'R10 and leaves the rest unknown',
    services('ever'),
    coverage({ service: { available: false } }),
    'unknown',
  ),
  ...(
    [
      ['a specialty', '80', '80', 'yes'],
      ['a specialty, as a number', '80', 80, 'yes'],
      ['one of several specialties', ['24', ' 80 '], '80', 'yes'],
      ['another specialty', '80', '24', 'no'],
      ['a specialty that is not given', '80', undefined, 'unknown'],
      ['a specialty that is empty', '80', ' ', 'unknown'],
    ] as const
  ).map(([name, asked, specialty, truth]) =>
    of(
      `R10a ${name}`,
      { service: { codes: fees('0101'), specialty: asked } },
      { services: [{ code: '0101', at: '2024-01-01', specialty }] },
      truth,
    ),
  ),
  of(
    'R10a a specialty of a wrong type sets the service aside',
    { service: { specialty: '80' } },
    { services: [{ code: '0101', at: '2024-01-01', specialty: {} }] },
    'unknown',
  ),
  of(
    'R10a without a specialty, of another code',
    { service: { codes: fees('2133'), specialty: '80' } },
    { services: [{ code: '0101', at: '2024-01-01' }] },
    'no',
  ),
  of(
    'R10a without a specialty, in another window',
    { service: { specialty: '80', when: { last: 'P1M' } } },
    { services: [{ code: '0101', at: '2024-01-01' }] },
    'no',
  ),
  of(
    'R10a at most none, of a specialty that is not given',
    { service: { specialty: '80', count: { max: 0 } } },
    { services: [{ code: '0101', at: '2024-01-01' }] },
    'unknown',
  ),
  of(
    'R10a a source that is not given',
    { diagnosis: { codes: icpc('P70'), source: 'FMK' } },
    diagnosed('P70'),
    'unknown',
  ),
  of(
    'R10a one of a source beside one without',
    { diagnosis: { codes: icpc('P70'), source: 'FMK' } },
    {
      diagnoses: [
        { code: 'P70', from: '2020-01-01' },
        { code: 'P70', from: '2020-01-01', source: 'fmk' },
      ],
    },
    'yes',
  ),
  ...(
    [
      ['the latest has the source', ['FMK', 'FMK'], 'yes'],
      ['the latest has another source', ['FMK', 'Lab'], 'no'],
      ['the latest may have the source', ['FMK', undefined], 'unknown'],
      ['the latest has it, an earlier may', [undefined, 'FMK'], 'yes'],
      ['both may have it', [undefined, undefined], 'unknown'],
    ] as const
  ).map(([name, [first, second], truth]) =>
    of(
      `R10a ${name}`,
      { result: { pick: 'latest', source: 'FMK', value: { above: 5, unit: '1' } } },
      measured(
        { value: 1, at: '2024-01-01', ...(first ? { source: first } : {}) },
        { value: 9, at: '2024-02-01', ...(second ? { source: second } : {}) },
      ),
      truth,
    ),
  ),
  of(
    'R10a the latest may have the source, and judged alike',
    { result: { pick: 'latest', source: 'FMK', value: { above: 5, unit: '1' } } },
    measured({ value: 8, at: '2024-01-01', source: 'FMK' }, { value: 9, at: '2024-02-01' }),
    'yes',
  ),
  of(
    'R10a the highest has the source, a lower may',
    { result: { pick: 'highest', source: 'FMK', value: { above: 5, unit: '1' } } },
    measured({ value: 8, source: 'FMK' }, { value: 2 }),
    'yes',
  ),
  of(
    'R10a a higher may have the source',
    { result: { pick: 'highest', source: 'FMK', value: { below: 5, unit: '1' } } },
    measured({ value: 2, source: 'FMK' }, { value: 8 }),
    'unknown',
  ),
  ...(
    [
      ['a product', '123456', '123456', 'yes'],
      ['another product', '123456', '654321', 'no'],
      ['a product that is not given', '123456', undefined, 'unknown'],
    ] as const
  ).map(([name, asked, product, truth]) =>
    of(
      `R10a ${name}`,
      { medication: { codes: atc('A10BJ06'), product: asked } },
      { medications: [{ code: 'A10BJ06', from: '2024-01-01', product }] },
      truth,
    ),
  ),
  ...(
    [
      ['a strength', { value: 1.5, unit: 'mg' }, 'yes'],
      ['a strength in another unit', { value: 1500, unit: 'µg' }, 'yes'],
      ['a lower strength', { value: 0.75, unit: 'mg' }, 'no'],
      ['a strength in a unit that cannot be converted', { value: 2, unit: 'ml' }, 'unknown'],
      ['a strength that is not given', undefined, 'unknown'],
      ['a strength without a unit sets the medicine aside', { value: 2 }, 'unknown'],
    ] as const
  ).map(([name, strength, truth]) =>
    of(
      `R10a ${name}`,
      { medication: { codes: atc('A10BJ05'), strength: { atLeast: 1.5, unit: 'mg' } } },
      { medications: [{ code: 'A10BJ05', from: '2024-01-01', strength }] },
      truth,
    ),
  ),
  ...(
    [
      ['a status', 'attended', 'yes'],
      ['another status', 'missed', 'no'],
      ['a status that is not given', undefined, 'unknown'],
      ['what is cancelled', 'cancelled', 'no'],
    ] as const
  ).map(([name, status, truth]) =>
    of(
      `R10a ${name}`,
      { appointment: { status: ['attended', 'booked'], when: 'ever' } },
      { appointments: [{ at: '2024-01-01', status }] },
      truth,
    ),
  ),
  of(
    'R10a an appointment without a code may be any',
    { appointment: { codes: { system: 'local', include: ['KONTROL'] }, when: 'ever' } },
    { appointments: [{ at: '2024-01-01' }] },
    'unknown',
  ),
  of(
    'R10a an appointment without a code in another window',
    { appointment: { codes: { system: 'local', include: ['KONTROL'] } } },
    { appointments: [{ at: '2024-01-01' }] },
    'no',
  ),
  of(
    'R10a lasting with a strength that is not given',
    { medication: { codes: atc('A10BJ05'), strength: { atLeast: 1, unit: 'mg' }, lasting: 'P1M' } },
    { medications: [{ code: 'A10BJ05', from: '2024-01-01' }] },
    'unknown',
  ),
  of(
    'R10a together with a strength that is too low',
    {
      concurrent: {
        of: [
          { medication: { codes: atc('A10BJ05'), strength: { atLeast: 1, unit: 'mg' } } },
          { medication: { codes: atc('C09') } },
        ],
      },
    },
    {
      medications: [
        { code: 'A10BJ05', from: '2024-01-01', strength: { value: 0.5, unit: 'mg' } },
        { code: 'C09AA02', from: '2024-01-01' },
      ],
    },
    'no',
  ),
  of(
    'R10a followed by a specialty that is not given',
    {
      sequence: {
        of: [{ diagnosis: { codes: icpc('P70') } }, { service: { specialty: '80' } }],
        within: 'P10Y',
      },
    },
    { ...diagnosed('P70'), services: [{ code: '0101', at: '2024-01-01' }] },
    'unknown',
  ),
  of(
    'R11 enough',
    services('ever', { count: { min: 2 } }),
    served('2024-01-01', '2024-01-01'),
    'yes',
  ),
  of(
    'R11 with one set aside perhaps enough',
    services('ever', { count: { min: 2 } }),
    served('2024-01-01', ''),
    'unknown',
  ),
  of(
    'R11 with one set aside not enough',
    services('ever', { count: { min: 3 } }),
    served('2024-01-01', ''),
    'no',
  ),
  of(
    'R11 with one set aside perhaps too many',
    services('ever', { count: { max: 1 } }),
    served('2024-01-01', ''),
    'unknown',
  ),
  of(
    'R11 too many already, whatever is missing',
    services('ever', { count: { max: 0 } }),
    { ...coverage({ service: { available: false } }), ...served('2024-01-01') },
    'no',
  ),
  of('R11 at most: none, all covered', services('ever', { count: { max: 0 } }), {}, 'yes'),
  ...(
    [
      ['a week apart', '2024-01-08', 'yes'],
      ['a day less than a week apart', '2024-01-07', 'no'],
      ['on one day', '2024-01-01', 'no'],
      ['of which one cannot be read', '', 'unknown'],
      ['of which one is known to its year, and has room', '2024', 'unknown'],
    ] as const
  ).map(([name, second, truth]) =>
    of(`R11 two ${name}`, apart('P1W', { min: 2 }), served('2024-01-01', second), truth),
  ),
  of(
    'R11 two, a month apart by the calendar',
    apart('P1M', { min: 2 }),
    served('2024-02-29', '2024-01-31'),
    'yes',
  ),
  of(
    'R11 two, a day less than a month apart',
    apart('P1M', { min: 2 }),
    served('2024-02-28', '2024-01-31'),
    'no',
  ),
  of(
    'R11 three a week apart, one between them',
    apart('P1W', { min: 3 }),
    served('2024-01-15', '2024-01-05', '2024-01-08', '2024-01-01'),
    'yes',
  ),
  of(
    'R11 not four a week apart',
    apart('P1W', { min: 4 }),
    served('2024-01-15', '2024-01-05', '2024-01-08', '2024-01-01'),
    'no',
  ),
  of(
    'R11 at most three a week apart',
    apart('P1W', { max: 3 }),
    served('2024-01-15', '2024-01-05', '2024-01-08', '2024-01-01'),
    'yes',
  ),
  of(
    'R11 more than two a week apart',
    apart('P1W', { max: 2 }),
    served('2024-01-15', '2024-01-05', '2024-01-08', '2024-01-01'),
    'no',
  ),
  of('R11 none at all, at most one a week apart', apart('P1W', { max: 1 }), served(), 'yes'),
  of(
    'R11 two a week apart, whatever is missing',
    apart('P1W', { min: 2 }),
    { ...coverage({ service: { available: false } }), ...served('2024-01-01', '2024-01-08') },
    'yes',
  ),
  of(
    'R11 one, and what is missing may be apart from it',
    apart('P1W', { min: 2 }),
    { ...coverage({ service: { available: false } }), ...served('2024-01-01') },
    'unknown',
  ),
  of(
    'R11 one cannot be read, and the window has no day so far from the other',
    apart('P1W', { min: 2 }, { last: 'P6D' }),
    served('2024-03-28', ''),
    'no',
  ),
  of(
    'R11 one cannot be read, and the window has a day so far from the other',
    apart('P1W', { min: 2 }, { last: 'P1W' }),
    served('2024-03-31', ''),
    'unknown',
  ),
  of(
    'R11 an undecided value apart from the other',
    tested('P1W', { min: 2 }),
    measured({ value: 6 }, { value: '?', at: '2024-01-08' }),
    'unknown',
  ),
  of(
    'R11 an undecided value too close to the other',
    tested('P1W', { min: 2 }),
    measured({ value: 6 }, { value: '?', at: '2024-01-07' }),
    'no',
  ),
  of(
    'R11 a value that does not count between two that do',
    tested('P1W', { min: 2 }),
    measured({ value: 6 }, { value: 5, at: '2024-01-08' }, { value: 6, at: '2024-01-09' }),
    'yes',
  ),
  of(
    'R11 spans are apart by their beginnings',
    { medication: { count: { min: 2, apart: 'P1W' } } },
    treated(['2024-01-01'], ['2024-01-08']),
    'yes',
  ),
  of(
    'R11 spans that began too close, however they ended',
    { medication: { when: 'ever', count: { min: 2, apart: 'P1W' } } },
    treated(['2024-01-01', '2024-01-02'], ['2024-01-07', '2024-03-01']),
    'no',
  ),
  of(
    'R11 a medicine without a code, apart from the other',
    { medication: { codes: atc('N05A'), count: { min: 2, apart: 'P1W' } } },
    treated(['2024-01-01'], ['2024-01-08', undefined, '']),
    'unknown',
  ),
  ...(
    [
      ['so late that every day of the month is apart from it', ['2024-01', '2024-02-07'], 'yes'],
      ['so late that some days of the month are', ['2024-01', '2024-02-06'], 'unknown'],
      ['with two of one month', ['2024-01', '2024-01'], 'unknown'],
    ] as const
  ).map(([name, days, truth]) =>
    of(`R4a two a week apart, ${name}`, apart('P1W', { min: 2 }), served(...days), truth),
  ),
  of(
    'R4a no day of the month is so far from the other',
    apart('P1M', { min: 2 }),
    served('2024-01', '2024-01-20'),
    'no',
  ),
  of(
    'R4a two of one month are never a month apart',
    apart('P1M', { min: 2 }),
    served('2024-01', '2024-01'),
    'no',
  ),
  of(
    'R4a there is room for one more in the month',
    apart('P1W', { min: 4 }),
    served('2024-01-01', '2024-01-10', '2024-01-19', '2024-01'),
    'unknown',
  ),
  of(
    'R4a there is room for one more in the month, and it is one',
    apart('P1W', { min: 5 }),
    served('2024-01-01', '2024-01-10', '2024-01-12', '2024-01-19', '2024-01'),
    'no',
  ),
  of(
    'R4a there is no room for one more in the month',
    apart('P1W', { min: 6 }),
    served('2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29', '2024-01'),
    'no',
  ),
  of(
    'R4a in the place of another, and then there are more',
    apart('P1W', { min: 3 }),
    // The 1st, the 8th in the place of the 9th, the 15th.
    served('2024-01-01', '2024-01-09', '2024-01-15', '2024-01'),
    'unknown',
  ),
  of(
    'R4a several of one month, each of which may add one',
    apart('P1W', { min: 3 }),
    served('2023-12-01', '2024-01', '2024-01'),
    'unknown',
  ),
  of(
    'R4a several of one month, and too few of them',
    apart('P1W', { min: 4 }),
    served('2023-12-01', '2024-01', '2024-01'),
    'no',
  ),
  of(
    'R4a a span whose beginning nobody knows',
    { diagnosis: { count: { min: 2, apart: 'P1Y' } } },
    { diagnoses: [{ code: 'P70', from: '2024-01-01' }, { code: 'P70' }] },
    'unknown',
  ),
  of(
    'R12 only values that satisfy are matches',
    any({ above: 5, unit: '1' }),
    measured(5, 6),
    'yes',
  ),
  of(
    'R12 an undecided value is uncertain',
    any({ above: 5, unit: '1' }),
    measured(5, 'hæmolyse'),
    'unknown',
  ),
  of(
    'R13 the latest is judged',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2023-01-01' }, { value: 1, at: '2023-06-01' }),
    'no',
  ),
  of('R13 of one day the later entry', latest({ above: 5, unit: '1' }), measured(1, 9), 'yes'),
  of(
    'R13 the earliest is of one day the earlier entry',
    latest({ above: 5, unit: '1' }, 'earliest'),
    measured(9, 1),
    'yes',
  ),
  of(
    'R13 a text may be higher than what is seen',
    latest({ atMost: 5, unit: '1' }, 'highest'),
    measured(3, 'stor'),
    'unknown',
  ),
  of(
    'R13 and so may what is in a unit that does not convert',
    latest({ atMost: 5, unit: 'mmol/L' }, 'highest'),
    measured({ value: 3 }, { value: 3, at: '2024-02-01', unit: 'mg/dL' }),
    'unknown',
  ),
  of(
    'R13 what is higher than asked stays so, whatever a text says',
    latest({ above: 2, unit: '1' }, 'highest'),
    measured(3, 'stor'),
    'yes',
  ),
  of(
    'R13 of what is converted the highest',
    latest({ atMost: 5, unit: 'mmol/L' }, 'highest'),
    measured({ value: 3, unit: 'mmol/L' }, { value: 4000, unit: 'µmol/L' }),
    'yes',
  ),
  of(
    'R13 "> 3" may be the highest',
    latest({ atMost: 5, unit: '1' }, 'highest'),
    measured(4, { value: 3, comparator: '>' }),
    'unknown',
  ),
  of(
    'R13 "< 3" is not',
    latest({ atMost: 5, unit: '1' }, 'highest'),
    measured(4, { value: 3, comparator: '<' }),
    'yes',
  ),
  of(
    'R13 a lower one may be missing, and changes nothing of the highest',
    { result: { pick: 'highest', when: { last: 'P1Y' }, value: { above: 0, unit: '1' } } },
    { ...coverage({ result: { available: false } }), ...measured(1) },
    'yes',
  ),
  of(
    'R13 one that is too high is so, whatever is missing',
    { result: { pick: 'highest', when: { last: 'P1Y' }, value: { below: 1, unit: '1' } } },
    { ...coverage({ result: { available: false } }), ...measured(1) },
    'no',
  ),
  of(
    'R13 between two bounds one alone proves nothing',
    {
      result: { pick: 'highest', when: { last: 'P1Y' }, value: { above: 0, below: 2, unit: '1' } },
    },
    { ...coverage({ result: { available: false } }), ...measured(1) },
    'unknown',
  ),
  of(
    'R13 of an open window the highest since the first seen',
    latest({ above: 0, below: 2, unit: '1' }, 'highest'),
    { ...coverage({ result: { available: true, from: '2024-01-01' } }), ...measured(1) },
    'yes',
  ),
  of(
    'R13 and what is older than the data is not proven',
    latest({ above: 0, below: 2, unit: '1' }, 'highest'),
    { ...coverage({ result: { available: true, from: '2024-01-02' } }), ...measured(1) },
    'unknown',
  ),
  of(
    'R13 of one day the later time, where each has one',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2024-01-01T10:00' }, { value: 1, at: '2024-01-01T09:00:59' }),
    'yes',
  ),
  of(
    'R13 where one has no time, the later entry',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2024-01-01T10:00' }, { value: 1, at: '2024-01-01' }),
    'no',
  ),
  of(
    'R13 one that perhaps counts is of an earlier time of the day, and so not the latest',
    latestFrom('FMK', { above: 5, unit: '1' }),
    measured(
      { value: 1, at: '2024-01-01T08:30' },
      { value: 9, at: '2024-01-01T09:00', source: 'FMK' },
    ),
    'yes',
  ),
  of(
    'R13 of two that perhaps count the one may be the latest without the other',
    latestFrom('FMK', { above: 5, unit: '1' }),
    measured(
      { value: 9, at: '2024-01-01T09:00', source: 'FMK' },
      { value: 1, at: '2024-01-01T10:00' },
      { value: 9, at: '2024-01-01T11:00' },
    ),
    'unknown',
  ),
  of(
    'R13 the same of the earliest',
    latestFrom('FMK', { above: 5, unit: '1' }, 'earliest'),
    measured(
      { value: 9, at: '2024-01-01T09:00', source: 'FMK' },
      { value: 1, at: '2024-01-01T08:00' },
      { value: 9, at: '2024-01-01T07:00' },
    ),
    'unknown',
  ),
  of('R13 the lowest', latest({ below: 2, unit: '1' }, 'lowest'), measured(3, 1), 'yes'),
  of(
    'R13 of one below nothing asked what is unreadable may be lower',
    latest({ atLeast: 1, unit: 'g' }, 'lowest'),
    measured({ unit: 'g' }, { unit: 'mol' }),
    'unknown',
  ),
  of('R13 none, all covered', latest({ below: 2, unit: '1' }), {}, 'no'),
  of(
    'R13 one of the code set aside: unknown whatever is there',
    latest({ above: 0, unit: '1' }),
    measured(1, { at: '' }),
    'unknown',
  ),
  of(
    'R13 the latest needs coverage from its own day',
    { result: { pick: 'latest', when: { last: 'P1Y' }, value: { above: 0, unit: '1' } } },
    { ...coverage({ result: { available: true, from: '2024-01-01' } }), ...measured(1) },
    'yes',
  ),
  of(
    'R13 the earliest needs the window’s',
    { result: { pick: 'earliest', when: { last: 'P1Y' }, value: { above: 0, unit: '1' } } },
    { ...coverage({ result: { available: true, from: '2024-01-01' } }), ...measured(1) },
    'unknown',
  ),
  of(
    'R13 seconds count',
    latest({ above: 5, unit: '1' }),
    measured({ value: 9, at: '2024-01-01T09:00:59' }, { value: 1, at: '2024-01-01T09:00' }),
    'yes',
  ),
  of(
    'R13 set aside before the window: out of the question',
    { result: { pick: 'latest', when: { last: 'P1Y' }, value: { above: 0, unit: '1' } } },
    measured(1, { at: '2020-01-01', value: null as unknown as number }),
    'yes',
  ),
  of(
    'R13a the second set where the first has none',
    preferring({ last: 'P1Y' }),
    measured(9),
    'yes',
  ),
  of(
    'R13a the first set, though the second has a later one',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 1, at: '2024-01-01' }, { code: 'X', value: 9, at: '2024-03-01' }),
    'no',
  ),
  of(
    'R13a the latest of the first set',
    preferring({ last: 'P1Y' }),
    measured(
      { code: 'H', value: 1, at: '2024-01-01' },
      { code: 'H', value: 9, at: '2024-02-01' },
      { code: 'X', value: 1, at: '2024-03-01' },
    ),
    'yes',
  ),
  of(
    'R13a the first set has one before the window alone',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 1, at: '2023-03-30' }, { code: 'X', value: 9, at: '2024-01-01' }),
    'yes',
  ),
  of(
    'R13a on the first day of the window the first set has one',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 1, at: '2023-03-31' }, { code: 'X', value: 9, at: '2024-01-01' }),
    'no',
  ),
  of('R13a no set with a record', preferring({ last: 'P1Y' }), {}, 'no'),
  of(
    'R13a a third set, and none of the two before it',
    preferring({ last: 'P1Y' }, 'H', 'K', 'X'),
    measured(9),
    'yes',
  ),
  of(
    'R13a no set with a record, and not covered',
    preferring({ last: 'P1Y' }),
    coverage({ result: { available: true, from: '2023-04-01' } }),
    'unknown',
  ),
  of(
    'R13a the first set is covered from its latest on: enough',
    preferring({ last: 'P1Y' }),
    {
      ...measured({ code: 'H', value: 9, at: '2024-01-01' }),
      ...coverage({ result: { available: true, from: '2024-01-01' } }),
    },
    'yes',
  ),
  of(
    'R13a the second set is covered from its latest on, the first not for the whole window',
    preferring({ last: 'P1Y' }),
    { ...measured(9), ...coverage({ result: { available: true, from: '2024-01-01' } }) },
    'unknown',
  ),
  of(
    'R13a the first set is in a system that is not covered',
    {
      result: {
        pick: 'latest',
        prefer: [{ system: 'LOINC', include: ['8480-6'] }, npu('X')],
        when: { last: 'P1Y' },
        value: { above: 5, unit: '1' },
      },
    },
    { ...measured(9), ...coverage({ result: { available: true, systems: ['NPU'] } }) },
    'unknown',
  ),
  of(
    'R13a the second set is in a system that is not covered, the first is judged',
    {
      result: {
        pick: 'latest',
        prefer: [npu('X'), { system: 'LOINC', include: ['8480-6'] }],
        when: { last: 'P1Y' },
        value: { above: 5, unit: '1' },
      },
    },
    { ...measured(9), ...coverage({ result: { available: true, systems: ['NPU'] } }) },
    'yes',
  ),
  of(
    'R13a one of the first set is set aside in the window',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: null as unknown as number, at: '2024-01-01' }, 9),
    'unknown',
  ),
  of(
    'R13a one of the first set is set aside before the window',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: null as unknown as number, at: '2023-01-01' }, 9),
    'yes',
  ),
  of(
    'R13a one of the second set is set aside, and the first is judged',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 9 }, { code: 'X', value: null as unknown as number }),
    'yes',
  ),
  of(
    'R13a one of the first set is perhaps in the window, and the two are not judged alike',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 1, at: '2023' }, { code: 'X', value: 9, at: '2024-01-01' }),
    'unknown',
  ),
  of(
    'R13a one of the first set is perhaps in the window, and both are judged alike',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 8, at: '2023' }, { code: 'X', value: 9, at: '2024-01-01' }),
    'yes',
  ),
  of(
    'R13a one is perhaps in the window, and wrong, and there is no other',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 1, at: '2023' }),
    'no',
  ),
  of(
    'R13a an undecided value of the first set does not make way for the second',
    preferring({ last: 'P1Y' }),
    measured({ code: 'H', value: 'fejl' }, 9),
    'unknown',
  ),
  of(
    'R13a from a source, in each set',
    {
      result: {
        pick: 'latest',
        prefer: [npu('H'), npu('X')],
        when: { last: 'P1Y' },
        value: { above: 5, unit: '1' },
        source: 'Lab',
      },
    },
    measured({ code: 'H', value: 1, source: 'Journal' }, { code: 'X', value: 9, source: 'Lab' }),
    'yes',
  ),
  of('R14 above is not at', any({ above: 5, unit: '1' }), measured(5), 'no'),
  of(
    'R14 "< 60" is below 60',
    any({ below: 60, unit: '1' }),
    measured({ value: 60, comparator: '<' }),
    'yes',
  ),
  of(
    'R14 "<= 60" is perhaps below 60',
    any({ below: 60, unit: '1' }),
    measured({ value: 60, comparator: '<=' }),
    'unknown',
  ),
  of(
    'R14 "< 60" is perhaps below 45',
    any({ below: 45, unit: '1' }),
    measured({ value: 60, comparator: '<' }),
    'unknown',
  ),
  of(
    'R14 "< 60" is not at least 60',
    any({ atLeast: 60, unit: '1' }),
    measured({ value: 60, comparator: '<' }),
    'no',
  ),
  of(
    'R14 "<= 60" is perhaps at least 60',
    any({ atLeast: 60, unit: '1' }),
    measured({ value: 60, comparator: '<=' }),
    'unknown',
  ),
  of(
    'R14 "<= 60" is not above 60',
    any({ above: 60, unit: '1' }),
    measured({ value: 60, comparator: '<=' }),
    'no',
  ),
  of(
    'R14 "> 90" is above 90',
    any({ above: 90, unit: '1' }),
    measured({ value: 90, comparator: '>' }),
    'yes',
  ),
  of(
    'R14 "> 90" is not at most 90',
    any({ atMost: 90, unit: '1' }),
    measured({ value: 90, comparator: '>' }),
    'no',
  ),
  of(
    'R14 ">= 90" is perhaps at most 90',
    any({ atMost: 90, unit: '1' }),
    measured({ value: 90, comparator: '>=' }),
    'unknown',
  ),
  of(
    'R14 ">= 90" is perhaps between',
    any({ atLeast: 80, atMost: 100, unit: '1' }),
    measured({ value: 90, comparator: '>=' }),
    'unknown',
  ),
  of(
    'R14 a unit that does not convert is undecided',
    any({ above: 5, unit: 'mmol/L' }),
    measured({ value: 9, unit: 'mg/dL' }),
    'unknown',
  ),
  of(
    'R14 a unit that the table converts',
    any({ above: 5, unit: 'g/L' }),
    measured({ value: 9000, unit: 'mg/L' }),
    'yes',
  ),
  of(
    'R14 a converted number is the decimal as written',
    any({ atMost: 70, unit: 'µmol/L' }),
    measured({ value: 0.07, unit: 'mmol/L' }),
    'yes',
  ),
  of(
    'R14 a percentage is ten per mille',
    any({ atLeast: 75, unit: '10-3' }),
    measured({ value: 7.5, unit: '%' }),
    'yes',
  ),
  of(
    'R14 and no mmol/mol',
    any({ atLeast: 48, unit: 'mmol/mol' }),
    measured({ value: 7.5, unit: '%' }),
    'unknown',
  ),
  of(
    'R14 a limit is converted too',
    any({ above: 5, unit: 'g/L' }),
    measured({ value: 5000, unit: 'mg/L', comparator: '>' }),
    'yes',
  ),
  of(
    'R14 no unit is the profile’s',
    any({ above: 5, unit: 'mmol/L' }),
    measured({ value: 9 }),
    'yes',
  ),
  of(
    'R14 whole texts without case and space',
    any({ text: ['positiv'] }),
    measured(' POSITIV '),
    'yes',
  ),
  of(
    'R14 outside what is plausible',
    any({ above: 5, unit: '1', plausible: { min: 0, max: 30 } }),
    measured(900),
    'unknown',
  ),
  of(
    'R14 below what is plausible, and no less a mistake',
    any({ below: 5, unit: '1', plausible: { min: 0 } }),
    measured(-1),
    'unknown',
  ),
  of(
    'R14 the highest that is plausible counts',
    any({ above: 5, unit: '1', plausible: { min: 0, max: 30 } }),
    measured(30),
    'yes',
  ),
  of(
    'R14 the lowest that is plausible is too low',
    any({ above: 5, unit: '1', plausible: { min: 0, max: 30 } }),
    measured(0),
    'no',
  ),
  of(
    'R14 plausible where it is converted',
    any({ above: 5, unit: 'g/L', plausible: { max: 30 } }),
    measured({ value: 30_000, unit: 'mg/L' }),
    'yes',
  ),
  of(
    'R14 implausible where it is converted',
    any({ above: 5, unit: 'g/L', plausible: { max: 30 } }),
    measured({ value: 30_001, unit: 'mg/L' }),
    'unknown',
  ),
  of(
    'R14 without a unit it is in the profile’s, and implausible there',
    any({ above: 5, unit: 'g/L', plausible: { max: 30 } }),
    measured(9000),
    'unknown',
  ),
  of(
    'R14 "> 31" is no plausible limit',
    any({ above: 5, unit: '1', plausible: { max: 30 } }),
    measured({ value: 31, comparator: '>' }),
    'unknown',
  ),
  of(
    'R14 "> 30" is one, whatever it allows',
    any({ above: 5, unit: '1', plausible: { max: 30 } }),
    measured({ value: 30, comparator: '>' }),
    'yes',
  ),
  of(
    'R14 one that is plausible beside one that is not',
    any({ above: 5, unit: '1', plausible: { max: 30 } }),
    measured(900, 9),
    'yes',
  ),
  of(
    'R14 the latest is implausible, and the one before it does not answer for it',
    latest({ above: 5, unit: '1', plausible: { max: 30 } }),
    measured({ value: 9, at: '2023-01-01' }, { value: 900, at: '2024-01-01' }),
    'unknown',
  ),
  of(
    'R14 an earlier one is implausible, and the latest is not',
    latest({ above: 5, unit: '1', plausible: { max: 30 } }),
    measured({ value: 900, at: '2023-01-01' }, { value: 9, at: '2024-01-01' }),
    'yes',
  ),
  of(
    'R14 the highest that is plausible is high enough, whatever the other is',
    latest({ above: 5, unit: '1', plausible: { max: 30 } }, 'highest'),
    measured(9, 900),
    'yes',
  ),
  of(
    'R14 none is high enough but perhaps the implausible one',
    latest({ above: 5, unit: '1', plausible: { max: 30 } }, 'highest'),
    measured(3, 900),
    'unknown',
  ),
  of(
    'R14 perhaps the implausible one is the lowest',
    latest({ above: 5, unit: '1', plausible: { max: 30 } }, 'lowest'),
    measured(9, 900),
    'unknown',
  ),
  of(
    'R14 the lowest is too low, whatever the implausible one is',
    latest({ above: 5, unit: '1', plausible: { max: 30 } }, 'lowest'),
    measured(3, 900),
    'no',
  ),
  of(
    'R14 an implausible one may be the second of two',
    { result: { value: { above: 5, unit: '1', plausible: { max: 30 } }, count: { min: 2 } } },
    measured(9, 900),
    'unknown',
  ),
  of(
    'R14 an implausible one does not follow for certain',
    {
      sequence: {
        of: [
          { service: {} },
          { result: { value: { above: 5, unit: '1', plausible: { max: 30 } } } },
        ],
        within: 'P1M',
      },
    },
    { ...served('2024-01-01'), ...measured(900) },
    'unknown',
  ),
  of('R14 a number is no text', any({ text: ['1'] }), measured(1), 'no'),
  of(
    'R15 different beginnings of a level',
    { medication: { distinct: { level: 4 }, count: { min: 2 } } },
    treated(['2024-01-01', undefined, 'N05AH03'], ['2024-01-01', undefined, 'N05AH04']),
    'no',
  ),
  of(
    'R15 one level lower',
    { medication: { distinct: { level: 5 }, count: { min: 2 } } },
    treated(['2024-01-01', undefined, 'N05AH03'], ['2024-01-01', undefined, 'N05AH04']),
    'yes',
  ),
  of(
    'R15 a shorter code is uncertain',
    { medication: { distinct: { level: 5 }, count: { min: 2 } } },
    treated(['2024-01-01', undefined, 'N05AH03'], ['2024-01-01', undefined, 'N05A']),
    'unknown',
  ),
  of(
    'R15 what is counted already adds nothing',
    { medication: { distinct: { level: 5 }, count: { max: 1 } } },
    treated(['2024-01-01', undefined, 'N05AH03'], ['2024', undefined, 'N05AH03']),
    'yes',
  ),
  of(
    'R15 only ATC codes are counted',
    { medication: { distinct: { level: 5 } } },
    { medications: [{ code: '12345678901', system: 'local', from: '2024-01-01' }] },
    'no',
  ),
  of(
    'R16 a month from 29 February, that day included',
    lasting('P1M'),
    treated(['2024-02-29']),
    'yes',
  ),
  of('R16 a month from 1 March to the 31st', lasting('P1M'), treated(['2024-03-01']), 'yes'),
  of('R16 a month from 2 March is not over', lasting('P1M'), treated(['2024-03-02']), 'no'),
  of(
    'R16 the end of January and a month is the end of February',
    lasting('P1M', { when: { to: '2024-02-28' } }),
    treated(['2024-01-31']),
    'yes',
  ),
  of(
    'R16 a year before a month',
    lasting('P1Y1M', { when: { to: '2021-03-27' } }),
    treated(['2020-02-29']),
    'yes',
  ),
  of(
    'R16 the day after joins, and a day is missing',
    lasting('P3M1D'),
    treated(['2024-01-01', '2024-02-10'], ['2024-02-11']),
    'no',
  ),
  of(
    'R16 the day after joins, and so they last',
    lasting('P3M'),
    treated(['2024-01-01', '2024-02-10'], ['2024-02-11']),
    'yes',
  ),
  of(
    'R16 a day between does not',
    lasting('P2M'),
    treated(['2024-01-01', '2024-02-10'], ['2024-02-12']),
    'no',
  ),
  of(
    'R16 but for a gap',
    lasting('P2M', { gap: 'P1D' }),
    treated(['2024-01-01', '2024-02-10'], ['2024-02-12']),
    'yes',
  ),
  of(
    'R16 a long one holds a short one',
    lasting('P2M'),
    treated(['2024-01-01'], ['2024-01-02', '2024-01-03'], ['2024-03-01']),
    'yes',
  ),
  of(
    'R16 what goes on lasts as long as the calendar',
    lasting('P20Y', { when: 'future' }),
    treated(['9990-01-01']),
    'yes',
  ),
  of(
    'R16 a short one within does not part what touches',
    lasting('P3M'),
    treated(['2024-01-01', '2024-02-28'], ['2024-01-02', '2024-01-03'], ['2024-02-29']),
    'yes',
  ),
  of(
    'R16 the last date of all is no end',
    lasting('P2M', { when: 'future' }),
    treated(['2024-01-01', '9999-12-31']),
    'yes',
  ),
  of(
    'R16 what may have begun before the data does',
    lasting('P2M'),
    {
      ...coverage({ medication: { available: true, from: '2024-03-01' } }),
      ...treated(['2024-03-01']),
    },
    'unknown',
  ),
  of(
    'R16 what was seen to begin',
    lasting('P2M'),
    {
      ...coverage({ medication: { available: true, from: '2024-02-29' } }),
      ...treated(['2024-03-01']),
    },
    'no',
  ),
  of(
    'R16 what ended before the window needs no coverage',
    lasting('P2M'),
    {
      ...coverage({ medication: { available: true, from: '2024-01-01' } }),
      ...treated(['2023-01-01', '2023-02-01'], ['2024-03-01']),
    },
    'no',
  ),
  of(
    'R16 a gap back from the run, and not forth past it',
    lasting('P2M', { gap: 'P1M29D' }),
    {
      ...coverage({ medication: { available: true, from: '2024-01-02' } }),
      ...treated(['2024-03-02']),
    },
    'unknown',
  ),
  of(
    'R16 so far back that it reaches no further',
    lasting('P2M', { gap: 'P1M29D' }),
    {
      ...coverage({ medication: { available: true, from: '2024-01-01' } }),
      ...treated(['2024-03-02']),
    },
    'no',
  ),
  of(
    'R16 a month back from 29 February: what ended on 31 January may have joined',
    lasting('P2M', { gap: 'P1M' }),
    {
      ...coverage({ medication: { available: true, from: '2024-02-01' } }),
      ...treated(['2024-03-01']),
    },
    'unknown',
  ),
  of(
    'R16 and what ended the day before may not, for months differ in length',
    lasting('P2M', { gap: 'P1M' }),
    {
      ...coverage({ medication: { available: true, from: '2024-01-31' } }),
      ...treated(['2024-03-01']),
    },
    'no',
  ),
  ...(
    [
      ['reached on the day after a month that is too short', { min: 'P5M' }, '2023-10-31', 'yes'],
      ['not reached the day before', { min: 'P5M' }, '2023-11-01', 'no'],
      ['a month beyond its end is the first of the next', { min: 'P1M' }, '2024-02-29', 'yes'],
      ['no more than so many months, to the last day of them', { max: 'P7M' }, '2023-08-01', 'yes'],
      ['a month more', { max: 'P7M' }, '2023-07-31', 'no'],
      ['in weeks', { min: 'P5W', max: 'P5W' }, '2024-02-25', 'yes'],
      ['in weeks, the day before', { min: 'P5W', max: 'P5W' }, '2024-02-26', 'no'],
      ['in weeks, to the last day of the last', { min: 'P5W', max: 'P5W' }, '2024-02-19', 'yes'],
      ['a week more', { min: 'P5W', max: 'P5W' }, '2024-02-18', 'no'],
      ['in years and months', { min: 'P1Y3M' }, '2022-12-31', 'yes'],
      ['the smallest unit named is raised', { max: 'P12M0D' }, '2023-03-31', 'yes'],
      ['and no more than that', { max: 'P12M0D' }, '2023-03-30', 'no'],
      ['born in a leap year’s February', { min: 'P1Y1M' }, '2024-02-29', 'no'],
      ['years and months in turn', { min: 'P0Y1M' }, '2024-02-29', 'yes'],
      ['from birth on', { max: 'P3M' }, '2024-03-31', 'yes'],
      ['a year known, all days of it', { min: 'P3M' }, '2023', 'yes'],
      ['a year known, some days of it', { min: 'P5M' }, '2023', 'unknown'],
      ['a year known, no day of it', { max: 'P2M' }, '2023', 'no'],
      ['on another day, then not born', { max: 5, on: '-P12M' }, '2023-04-01', 'no'],
      ['on another day, then born', { max: 5, on: '-P12M' }, '2023-03-31', 'yes'],
      ['on another day, then younger', { min: 18, on: '-P12M' }, '2006-03-31', 'no'],
      ['on another day, then old enough', { min: 18, on: '-P12M' }, '2005-03-31', 'yes'],
      ['on a date', { min: 18, max: 18, on: '2024-01-01' }, '2006-01-01', 'yes'],
      ['on a date, a day short', { min: 18, max: 18, on: '2024-01-01' }, '2006-01-02', 'no'],
      ['on another day, born that year', { min: 0, on: '-P6M' }, '2023', 'unknown'],
    ] as const
  ).map(([name, age, birthDate, truth]) =>
    of(`R17 ${name}`, { patient: { age } }, {}, truth, { birthDate }),
  ),
  ...(
    [
      ['joined on the window’s first day', { last: 'P1Y' }, '2023-03-31', 'yes'],
      ['joined a day earlier', { last: 'P1Y' }, '2023-03-30', 'no'],
      ['joined in a year known, partly in the window', { last: 'P1Y' }, '2023', 'unknown'],
      ['joined in a year known, wholly in the window', { last: 'P2Y' }, '2023', 'yes'],
      ['joined in a year known, wholly before it', { last: 'P1Y' }, '2022', 'no'],
      ['joined, nobody knows when', { last: 'P1Y' }, undefined, 'unknown'],
      ['joined, told as what is no date', { last: 'P1Y' }, 'engang', 'unknown'],
      ['joined, told as none', { last: 'P1Y' }, '1900-01-01', 'unknown'],
      ['joined at least a year ago', { to: '-P1Y' }, '2023-03-31', 'yes'],
      ['joined less than a year ago', { to: '-P1Y' }, '2023-04-01', 'no'],
      ['joins later', 'ever', '2024-04-01', 'no'],
      ['joins later, asked so', 'future', '2024-04-01', 'yes'],
      ['joined in a window without days', { from: '+P1D', to: 'P0D' }, '2023', 'no'],
    ] as const
  ).map(([name, when, registered, truth]) =>
    of(`R17 ${name}`, { patient: { registered: { when } } }, {}, truth, { registered }),
  ),
  ...(
    [
      [true, true, 'yes'],
      [true, false, 'no'],
      [false, true, 'no'],
      [false, false, 'yes'],
      [true, undefined, 'unknown'],
      [false, 'true', 'no'],
      [false, 'måske', 'unknown'],
    ] as const
  ).map(([asked, listed, truth]) =>
    of(
      `R17 listed ${asked}, is ${JSON.stringify(listed) ?? 'not said'}`,
      { patient: { listed: asked } },
      {},
      truth,
      {
        listed,
      },
    ),
  ),
  of('R17 completed years', { patient: { age: { min: 80 } } }, {}, 'yes', {
    birthDate: '1944-03-31',
  }),
  of('R17 a day short', { patient: { age: { min: 80 } } }, {}, 'no', { birthDate: '1944-04-01' }),
  of('R17 at most', { patient: { age: { max: 79 } } }, {}, 'no', { birthDate: '1944-03-31' }),
  of('R17 at most, included', { patient: { age: { max: 80 } } }, {}, 'yes', {
    birthDate: '1944-03-31',
  }),
  of('R17 older than the calendar', { patient: { age: { min: 3000 } } }, {}, 'no', {
    birthDate: '1850-01-02',
  }),
  of('R17 an unreadable date', { patient: { age: { min: 1 } } }, {}, 'unknown', {
    birthDate: 'engang',
  }),
  of('R17 unknown sex', { patient: { sex: 'male' } }, {}, 'unknown', { sex: 'unknown' }),
  of(
    'R17 several fields are all: one no is enough',
    { patient: { sex: 'male', insuranceGroup: 1 } },
    {},
    'no',
    { sex: 'female' },
  ),
  of(
    'R17 lists mean one of, without case and space',
    { patient: { practitioner: ['Åse', 'Bo'] } },
    {},
    'yes',
    { practitioner: ' åSE' },
  ),
  ...(
    [
      ['21 days', { atMost: 'P21D' }, [['2024-01-01', '2024-01-21']], 'yes'],
      ['22 days', { atMost: 'P21D' }, [['2024-01-01', '2024-01-22']], 'no'],
      ['and still going on', { atMost: 'P3M' }, [['2024-03-01']], 'no'],
      [
        'and over on the window’s last day',
        { atMost: 'P21D' },
        [['2024-03-20', '2024-03-31']],
        'yes',
      ],
      ['and going on after the window', { atMost: 'P21D' }, [['2024-03-20', '2024-04-01']], 'no'],
      [
        'but 22 days with what it is joined to',
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-14'],
          ['2024-01-15', '2024-01-22'],
        ],
        'no',
      ],
      [
        'one beside one that is too long',
        { atMost: 'P21D' },
        [
          ['2023-06-01', '2023-12-31'],
          ['2024-02-01', '2024-02-07'],
        ],
        'yes',
      ],
      ['all of it before the window', { atMost: 'P21D' }, [['2023-03-20', '2023-03-30']], 'no'],
      ['partly before the window', { atMost: 'P21D' }, [['2023-03-20', '2023-03-31']], 'yes'],
      [
        'five days at least',
        { atLeast: 'P5D', atMost: 'P21D' },
        [['2024-01-01', '2024-01-05']],
        'yes',
      ],
      ['but only four', { atLeast: 'P5D', atMost: 'P21D' }, [['2024-01-01', '2024-01-04']], 'no'],
      ['at least alone is as a period', { atLeast: 'P1M' }, [['2024-03-01']], 'yes'],
      ['until a day of January', { atMost: 'P31D' }, [['2024-01-01', '2024-01']], 'yes'],
      [
        'until a day of January, perhaps too late',
        { atMost: 'P30D' },
        [['2024-01-01', '2024-01']],
        'unknown',
      ],
      [
        'from a day of October on, whichever',
        { atMost: 'P60D' },
        [['2023-10', '2024-01-31']],
        'no',
      ],
      [
        'with a medicine without a code joined to it',
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-10'],
          ['2024-01-11', '2024-01-30', ''],
        ],
        'unknown',
      ],
      [
        'with a medicine without a code far from it',
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-10'],
          ['2024-02-11', '2024-03-30', ''],
        ],
        'yes',
      ],
      [
        'if it is one, for it has no code',
        { atMost: 'P21D' },
        [['2024-01-01', '2024-01-10', '']],
        'unknown',
      ],
      [
        'and not this, whatever it is',
        { atMost: 'P21D' },
        [['2024-01-01', '2024-01-30', '']],
        'no',
      ],
      [
        'and too long whatever is joined to it',
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-30'],
          ['2024-01-31', '2024-02-01', ''],
        ],
        'no',
      ],
      [
        'begun on a day that cannot be read',
        { atMost: 'P21D' },
        [['engang', '2024-01-10']],
        'unknown',
      ],
    ] as const
  ).map(([name, lengths, spans, truth]) =>
    of(`R16 at most so long: ${name}`, short(lengths), treated(...spans), truth),
  ),
  of(
    'R16 at most so long: 20 days with a pause',
    short({ atMost: 'P21D' }, { gap: 'P14D' }),
    treated(['2024-01-01', '2024-01-05'], ['2024-01-20', '2024-01-20']),
    'yes',
  ),
  of(
    'R16 at most so long: what may have begun before the data does',
    short({ atMost: 'P21D' }),
    { ...coveredSince('2024-01-01'), ...treated(['2024-01-01', '2024-01-10']) },
    'unknown',
  ),
  of(
    'R16 at most so long: what was seen to begin, whatever was before the data',
    short({ atMost: 'P21D' }),
    { ...coveredSince('2024-01-01'), ...treated(['2024-01-02', '2024-01-10']) },
    'yes',
  ),
  of(
    'R16 at most so long: a gap before the data',
    short({ atMost: 'P21D' }, { gap: 'P14D' }),
    { ...coveredSince('2024-01-01'), ...treated(['2024-01-15', '2024-01-20']) },
    'unknown',
  ),
  of(
    'R16 at most so long: none that is seen, and the data begins late',
    short({ atMost: 'P21D' }),
    coveredSince('2024-01-01'),
    'unknown',
  ),
  of('R16 at most so long: none at all', short({ atMost: 'P21D' }), {}, 'no'),
  ...(
    [
      [
        'two',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-23', '2024-01-30'],
        ],
        'yes',
      ],
      [
        'two with 14 days between are one',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-22', '2024-01-30'],
        ],
        'no',
      ],
      [
        'at most one, for there are 14 days between',
        { max: 1 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-22', '2024-01-30'],
        ],
        'yes',
      ],
      [
        'two of which one was over before the window',
        { min: 2 },
        [
          ['2023-03-01', '2023-03-30'],
          ['2024-01-01', '2024-01-07'],
        ],
        'no',
      ],
      [
        'two of which one was over on the window’s first day',
        { min: 2 },
        [
          ['2023-03-01', '2023-03-31'],
          ['2024-01-01', '2024-01-07'],
        ],
        'yes',
      ],
      ['one that goes on', { min: 1 }, [['2024-01-01']], 'yes'],
      [
        'perhaps joined by a medicine without a code',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-08', '2024-02-09', ''],
          ['2024-02-20', '2024-02-27'],
        ],
        'unknown',
      ],
      [
        'one at least, joined or not',
        { min: 1 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-08', '2024-02-09', ''],
          ['2024-02-20', '2024-02-27'],
        ],
        'yes',
      ],
      [
        'no third, for it would join them',
        { min: 3 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-08', '2024-02-09', ''],
          ['2024-02-20', '2024-02-27'],
        ],
        'no',
      ],
      [
        'perhaps one more, without a code',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', '2024-03-02', ''],
        ],
        'unknown',
      ],
      [
        'no more, for it would belong to the one',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-01-20', '2024-01-22', ''],
        ],
        'no',
      ],
      [
        'two without a code that would be one',
        { min: 3 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', '2024-03-02', ''],
          ['2024-03-10', '2024-03-12', ''],
        ],
        'no',
      ],
      [
        'two without a code that would be two',
        { min: 3 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-02-01', '2024-02-02', ''],
          ['2024-03-10', '2024-03-12', ''],
        ],
        'unknown',
      ],
      [
        'begun on a day that cannot be read, and joined to all of them',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', '2024-03-07'],
          ['engang', '2024-03-31'],
        ],
        'unknown',
      ],
      [
        'begun on a day that cannot be read, and over by then',
        { min: 3 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', '2024-03-07'],
          ['engang', '2023-06-01'],
        ],
        'unknown',
      ],
      [
        'begun on a day that cannot be read, and over before the window',
        { min: 2 },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', '2024-03-07'],
          ['engang', '2023-03-01'],
        ],
        'yes',
      ],
      [
        'ended on a day of January, whichever',
        { min: 2 },
        [
          ['2024-01-01', '2024-01'],
          ['2024-02-16', '2024-02-20'],
        ],
        'yes',
      ],
      [
        'ended on a day of January, perhaps too late',
        { min: 2 },
        [
          ['2024-01-01', '2024-01'],
          ['2024-02-15', '2024-02-20'],
        ],
        'unknown',
      ],
    ] as const
  ).map(([name, count, spans, truth]) =>
    of(`R16a episodes: ${name}`, courses(count), treated(...spans), truth),
  ),
  of(
    'R16a episodes: a month between them',
    { medication: { episodes: { gap: 'P1M' }, when: 'ever', count: { min: 2 } } },
    treated(['2022-01-01', '2022-03-01'], ['2023-01-01', '2023-03-01']),
    'yes',
  ),
  of(
    'R16a episodes: the window is within a pause',
    courses({ min: 1 }, { when: { from: '2024-01-10', to: '2024-01-12' } }),
    treated(['2024-01-01', '2024-01-07'], ['2024-01-15', '2024-01-20']),
    'yes',
  ),
  of(
    'R16a episodes: of diagnoses, that touch',
    { diagnosis: { codes: icpc('R81'), episodes: {}, when: year, count: { min: 2 } } },
    {
      diagnoses: [
        { code: 'R81', from: '2024-01-01', to: '2024-01-07' },
        { code: 'R81', from: '2024-01-08', to: '2024-01-20' },
      ],
    },
    'no',
  ),
  of(
    'R16a episodes: of diagnoses, a day between them',
    { diagnosis: { codes: icpc('R81'), episodes: {}, when: year, count: { min: 2 } } },
    {
      diagnoses: [
        { code: 'R81', from: '2024-01-01', to: '2024-01-07' },
        { code: 'R81', from: '2024-01-09', to: '2024-01-20' },
      ],
    },
    'yes',
  ),
  ...(
    [
      ['two seen, that may be one', { min: 2 }, {}, 'unknown'],
      ['one at least', { min: 1 }, {}, 'yes'],
      ['none at most', { max: 0 }, {}, 'no'],
      ['one at least, but how long', { min: 1 }, { lasting: { atMost: 'P21D' } }, 'unknown'],
      ['one at least so long', { min: 1 }, { lasting: { atLeast: 'P7D' } }, 'yes'],
      ['two at least so long', { min: 2 }, { lasting: { atLeast: 'P7D' } }, 'unknown'],
    ] as const
  ).map(([name, count, more, truth]) =>
    of(
      `R16a episodes not covered: ${name}`,
      courses(count, more),
      {
        ...coverage({ medication: { available: false } }),
        ...treated(['2024-01-01', '2024-01-07'], ['2024-03-01', '2024-03-07']),
      },
      truth,
    ),
  ),
  of(
    'R16a episodes not covered: none seen',
    courses({ min: 1 }),
    coverage({ medication: { available: false } }),
    'unknown',
  ),
  of('R16a episodes: none', courses({ min: 1 }), {}, 'no'),
  of(
    'R16a episodes: a list that cannot be read',
    courses({ max: 3 }),
    { medications: 'junk' },
    'unknown',
  ),
  of(
    'R16a episodes: what is before the data joins no two in the window',
    courses({ min: 2 }),
    {
      ...coveredSince('2023-03-31'),
      ...treated(['2023-04-01', '2023-04-07'], ['2024-03-01', '2024-03-07']),
    },
    'yes',
  ),
  ...(
    [
      [
        'two courses',
        { min: 2 },
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', '2024-03-07'],
        ],
        'yes',
      ],
      [
        'steady, and a course',
        { min: 2 },
        { atMost: 'P21D' },
        [
          ['2023-06-01', '2023-12-31'],
          ['2024-03-01', '2024-03-07'],
        ],
        'no',
      ],
      [
        'a course in steady treatment',
        { min: 1 },
        { atMost: 'P21D' },
        [['2023-06-01'], ['2024-03-01', '2024-03-07']],
        'no',
      ],
      [
        'one that still goes on is none yet',
        { min: 1 },
        { atMost: 'P21D' },
        [['2024-03-25', '2024-04-02']],
        'no',
      ],
      [
        'perhaps made too long by what has no code',
        { min: 1 },
        { atMost: 'P21D' },
        [
          ['2024-03-01', '2024-03-07'],
          ['2024-03-08', '2024-03-28', ''],
        ],
        'unknown',
      ],
      [
        'one beside what goes on without a code',
        { min: 1 },
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', undefined, ''],
        ],
        'yes',
      ],
      [
        'no second, for what has no code goes on',
        { min: 2 },
        { atMost: 'P21D' },
        [
          ['2024-01-01', '2024-01-07'],
          ['2024-03-01', undefined, ''],
        ],
        'no',
      ],
      [
        'two long ones and a short one',
        { min: 3 },
        { atLeast: 'P10D' },
        [
          ['2023-06-01', '2023-06-10'],
          ['2024-01-01', '2024-01-10'],
          ['2024-03-01', '2024-03-07'],
        ],
        'no',
      ],
      [
        'two long ones beside a short one',
        { min: 2 },
        { atLeast: 'P10D' },
        [
          ['2023-06-01', '2023-06-10'],
          ['2024-01-01', '2024-01-10'],
          ['2024-03-01', '2024-03-07'],
        ],
        'yes',
      ],
      [
        'perhaps made long by what has no code',
        { min: 1 },
        { atLeast: 'P10D' },
        [
          ['2024-03-01', '2024-03-07'],
          ['2024-03-08', '2024-03-10', ''],
        ],
        'unknown',
      ],
      [
        'long in any case',
        { min: 1, max: 1 },
        { atLeast: 'P10D' },
        [
          ['2024-03-01', '2024-03-11'],
          ['2024-03-12', '2024-03-20', ''],
        ],
        'yes',
      ],
    ] as const
  ).map(([name, count, lengths, spans, truth]) =>
    of(
      `R16a episodes that last so: ${name}`,
      courses(count, { lasting: lengths }),
      treated(...spans),
      truth,
    ),
  ),
  of(
    'R16a episodes that last so: what may have begun before the data does',
    courses({ min: 1 }, { lasting: { atLeast: 'P10D' } }),
    { ...coveredSince('2023-03-31'), ...treated(['2023-04-01', '2023-04-07']) },
    'unknown',
  ),
  of(
    'R18 both now',
    together(),
    treated(['2024-03-01'], ['2024-03-31', undefined, 'N05BA01']),
    'yes',
  ),
  of(
    'R18 one ended the day before the other began',
    together({ when: 'ever' }),
    treated(['2024-03-01', '2024-03-10'], ['2024-03-11', undefined, 'N05BA01']),
    'no',
  ),
  of(
    'R18 together long enough',
    together({ lasting: 'P1M' }),
    treated(['2024-03-01'], ['2024-01-01', undefined, 'N05BA01']),
    'yes',
  ),
  of(
    'R18 together a day too short',
    together({ lasting: 'P1M' }),
    treated(['2024-03-02'], ['2024-01-01', undefined, 'N05BA01']),
    'no',
  ),
  of(
    'R18 one that goes on over two that join',
    together({ lasting: 'P1M' }),
    treated(
      ['2024-01-01'],
      ['2024-02-01', '2024-03-10', 'N05BA01'],
      ['2024-03-11', undefined, 'N05BA02'],
    ),
    'yes',
  ),
  of(
    'R18 one set aside',
    together(),
    treated(['2024-03-01'], ['engang', undefined, 'N05BA01']),
    'unknown',
  ),
  of(
    'R18 a record that began nobody knows when and ended in a year, and may not be one of those that the other asks',
    {
      concurrent: { of: [{ medication: {} }, { medication: { source: 'FMK' } }], when: 'ever' },
    },
    { medications: [{ code: 'N05AH04', to: '2024' }] },
    'unknown',
  ),
  of(
    'R18 a record that began nobody knows when and ended in a year, and is one of those that the other asks',
    {
      concurrent: { of: [{ medication: {} }, { medication: { source: 'FMK' } }], when: 'ever' },
    },
    { medications: [{ code: 'N05AH04', to: '2024', source: 'FMK' }] },
    'yes',
  ),
  of(
    'R18 without any of one, whatever is missing of the other',
    { concurrent: { of: [{ medication: {} }, { diagnosis: {} }] } },
    {
      ...coverage({ diagnosis: { available: false } }),
      diagnoses: [{ code: 'P70', from: '2020-01-01' }],
    },
    'no',
  ),
  of(
    'R19 a month later, clamped',
    follows('P1M'),
    { ...diagnosed('P70', '2024-01-31'), ...served('2024-02-29') },
    'yes',
  ),
  of(
    'R19 and a day',
    follows('P1M'),
    { ...diagnosed('P70', '2024-01-31'), ...served('2024-03-01') },
    'no',
  ),
  of(
    'R19 a year and a month later',
    follows('P1Y1M'),
    { ...diagnosed('P70', '2020-02-29'), ...served('2021-03-28') },
    'yes',
  ),
  of(
    'R19 on the same day',
    follows('P1D'),
    { ...diagnosed('P70', '2024-01-31'), ...served('2024-01-31') },
    'yes',
  ),
  of(
    'R19 a year before a month',
    follows('P1Y1M'),
    { ...diagnosed('P70', '2020-02-29'), ...served('2021-03-29') },
    'no',
  ),
  of(
    'R19 not before',
    follows('P1M'),
    { ...diagnosed('P70', '2024-01-31'), ...served('2024-01-30') },
    'no',
  ),
  of(
    'R19 no record comes after itself',
    { sequence: { of: [{ service: {} }, { service: {} }], within: 'P1D' } },
    served('2024-01-01'),
    'no',
  ),
  of(
    'R19 two on a day do',
    { sequence: { of: [{ service: {} }, { service: {} }], within: 'P1D' } },
    served('2024-01-01', '2024-01-01'),
    'yes',
  ),
  of(
    'R19 an undecided value leaves it open',
    {
      sequence: {
        of: [{ diagnosis: {} }, { result: { value: { above: 5, unit: '1' } } }],
        within: 'P1M',
      },
    },
    { ...diagnosed('P70', '2024-01-01'), ...measured('?') },
    'unknown',
  ),
  of(
    'R19 without any of one, whatever is missing of the other',
    follows('P1M'),
    { ...coverage({ service: { available: false } }), ...served('2024-01-01') },
    'no',
  ),
  of(
    'R19c risen by more than five since the one before',
    changed('previous'),
    oneADay(10, 16),
    'yes',
  ),
  of('R19c five is not more than five', changed('previous'), oneADay(10, 15), 'no'),
  of('R19c but at least five', changed('previous', { atLeast: 5 }), oneADay(10, 15), 'yes'),
  of('R19c fallen by more than five', changed('previous', { below: -5 }), oneADay(16, 10), 'yes'),
  of('R19c fallen by five', changed('previous', { below: -5 }), oneADay(15, 10), 'no'),
  of('R19c fallen by at least five', changed('previous', { atMost: -5 }), oneADay(15, 10), 'yes'),
  of('R19c neither much', changed('previous', { above: -5, below: 5 }), oneADay(15, 11), 'yes'),
  of('R19c a difference is exact', changed('previous', { atLeast: 0.2 }), oneADay(0.1, 0.3), 'yes'),
  of(
    'R19c and so is one of long numbers',
    changed('previous', { above: 0.2 }),
    oneADay(123456.1234567, 123456.3234567),
    'no',
  ),
  of('R19c since the first', changed('earliest'), oneADay(10, 14, 16), 'yes'),
  of('R19c since the one before alone', changed('previous'), oneADay(10, 14, 16), 'no'),
  of(
    'R19c from the highest of the others',
    changed('highest', { below: -5 }),
    oneADay(10, 20, 14),
    'yes',
  ),
  of(
    'R19c the latest is none of the others',
    changed('highest', { atLeast: 4 }),
    oneADay(10, 20, 24),
    'yes',
  ),
  of('R19c from the lowest of the others', changed('lowest'), oneADay(10, 20, 16), 'yes'),
  of('R19c the lowest of three', changed('lowest', { above: 6 }), oneADay(10, 20, 16), 'no'),
  of('R19c one alone', changed('previous'), oneADay(16), 'no'),
  of('R19c none', changed('lowest'), {}, 'no'),
  of(
    'R19c one alone, and who knows what was before',
    changed('previous'),
    { ...oneADay(16), ...resultsSince('2024-03-01') },
    'no',
  ),
  of(
    'R19c one alone in a window that is not covered whole',
    changed('previous', { above: 5 }, { when: { last: 'P1Y' } }),
    { ...oneADay(16), ...resultsSince('2024-03-01') },
    'unknown',
  ),
  of(
    'R19c what lies before the window is none of them',
    changed('previous', { above: 5 }, { when: { last: 'P1D' } }),
    oneADay(10, 16),
    'no',
  ),
  of(
    'R19c covered from the one before on',
    changed('previous', { above: 5 }, { when: { last: 'P1Y' } }),
    { ...oneADay(10, 16), ...resultsSince('2024-03-29') },
    'yes',
  ),
  of(
    'R19c covered from the one before on, which may be of another source: then the whole window',
    changed('previous', { above: 5 }, { when: { last: 'P1Y' }, source: 'Klinik' }),
    {
      ...oneADay(12, { value: 16, source: 'Klinik' }),
      ...resultsSince('2024-03-29'),
    },
    'unknown',
  ),
  of(
    'R19c covered from the one before on, of that source',
    changed('previous', { above: 5 }, { when: { last: 'P1Y' }, source: 'Klinik' }),
    {
      ...oneADay({ value: 12, source: 'Klinik' }, { value: 16, source: 'Klinik' }),
      ...resultsSince('2024-03-29'),
    },
    'no',
  ),
  of(
    'R19c covered from the day after the one before on',
    changed('previous'),
    { ...oneADay(10, 16), ...resultsSince('2024-03-30') },
    'unknown',
  ),
  of(
    'R19c the first in a window that is not covered whole',
    changed('earliest', { above: 5 }, { when: { last: 'P1Y' } }),
    { ...oneADay(10, 16), ...resultsSince('2024-03-29') },
    'unknown',
  ),
  of(
    'R19c the first ever, of the data that there is',
    changed('earliest'),
    { ...oneADay(10, 16), ...resultsSince('2024-03-30') },
    'yes',
  ),
  of(
    'R19c the highest ever, covered from the first seen on',
    changed('highest'),
    { ...oneADay(10, 9, 16), ...resultsSince('2024-03-28') },
    'yes',
  ),
  of(
    'R19c the highest ever, seen before what is covered',
    changed('highest'),
    { ...oneADay(10, 9, 16), ...resultsSince('2024-03-29') },
    'unknown',
  ),
  of(
    'R19c the lowest in a window that is not covered whole',
    changed('lowest', { above: 5 }, { when: { last: 'P1Y' } }),
    { ...oneADay(10, 16), ...resultsSince('2024-03-29') },
    'unknown',
  ),
  of(
    'R19c without coverage',
    changed('previous'),
    { ...oneADay(10, 16), ...coverage({ result: { available: false } }) },
    'unknown',
  ),
  of(
    'R19c one set aside in the window',
    changed('previous'),
    oneADay({ value: 1, at: 'engang' }, 10, 16),
    'unknown',
  ),
  of(
    'R19c one set aside before the window',
    changed('previous', { above: 5 }, { when: { last: 'P1W' } }),
    oneADay({ value: null as unknown as number, at: '2024-01-01' }, 10, 16),
    'yes',
  ),
  of(
    'R19c over fifteen from ten',
    changed('previous'),
    oneADay(10, { value: 15, comparator: '>' }),
    'yes',
  ),
  of(
    'R19c at least fifteen from ten',
    changed('previous'),
    oneADay(10, { value: 15, comparator: '>=' }),
    'unknown',
  ),
  of(
    'R19c at most fifteen from ten',
    changed('previous'),
    oneADay(10, { value: 15, comparator: '<=' }),
    'no',
  ),
  of(
    'R19c under fifteen from ten is less than five',
    changed('previous', { atLeast: 5 }),
    oneADay(10, { value: 15, comparator: '<' }),
    'no',
  ),
  of(
    'R19c at most fifteen may be five more than ten',
    changed('previous', { atLeast: 5 }),
    oneADay(10, { value: 15, comparator: '<=' }),
    'unknown',
  ),
  of(
    'R19c from over ninety to under sixty',
    changed('previous', { below: -30 }),
    oneADay({ value: 90, comparator: '>' }, { value: 60, comparator: '<' }),
    'yes',
  ),
  of(
    'R19c from at least ninety to at most sixty',
    changed('previous', { below: -30 }),
    oneADay({ value: 90, comparator: '>=' }, { value: 60, comparator: '<=' }),
    'unknown',
  ),
  of(
    'R19c over ninety twice',
    changed('previous', { below: -5 }),
    oneADay({ value: 90, comparator: '>' }, { value: 90, comparator: '>' }),
    'unknown',
  ),
  of(
    'R19c the highest is over twenty, whatever another allows',
    changed('highest', { below: -5 }),
    oneADay({ value: 20, comparator: '>' }, { value: 30, comparator: '<' }, 15),
    'yes',
  ),
  of(
    'R19c the highest may be twenty',
    changed('highest', { below: -5 }),
    oneADay({ value: 20, comparator: '>=' }, { value: 30, comparator: '<' }, 15),
    'unknown',
  ),
  of(
    'R19c twenty for certain, and perhaps twenty, is no more than twenty',
    changed('highest', { below: -5 }),
    oneADay({ value: 20, comparator: '<=' }, 20, 15),
    'no',
  ),
  of(
    'R19c the lowest is under ten, whatever another allows',
    changed('lowest'),
    oneADay({ value: 10, comparator: '<' }, { value: 5, comparator: '>' }, 15),
    'yes',
  ),
  of(
    'R19c the lowest may be ten',
    changed('lowest'),
    oneADay({ value: 10, comparator: '<=' }, { value: 5, comparator: '>' }, 15),
    'unknown',
  ),
  of('R19c the latest is a text', changed('previous'), oneADay(10, 'hæmolyse'), 'unknown'),
  of('R19c the one before is a text', changed('previous'), oneADay('hæmolyse', 16), 'unknown'),
  of('R19c an older one is a text', changed('previous'), oneADay('hæmolyse', 10, 16), 'yes'),
  of(
    'R19c one of the others is a text: the highest may be any',
    changed('highest'),
    oneADay('hæmolyse', 10, 16),
    'unknown',
  ),
  of(
    'R19c one of the others is a text: the lowest is no higher than another',
    changed('lowest'),
    oneADay('hæmolyse', 10, 16),
    'yes',
  ),
  of(
    'R19c a unit that converts',
    changed('previous', { atLeast: 0.2, unit: 'mmol/L' }),
    oneADay({ value: 100, unit: 'µmol/L' }, { value: 0.3, unit: 'mmol/L' }),
    'yes',
  ),
  of(
    'R19c a unit that does not convert',
    changed('previous', { above: 5, unit: 'mmol/L' }),
    oneADay({ value: 100, unit: 'mg/dL' }, { value: 0.3, unit: 'mmol/L' }),
    'unknown',
  ),
  of(
    'R19c a comparator that says nothing',
    changed('previous'),
    oneADay(10, { value: 90, comparator: 'ca.' as '<' }),
    'unknown',
  ),
  of(
    'R19c what is plausible is asked of each, not of the difference',
    changed('previous', { below: -5, plausible: { min: 1, max: 150 } }),
    oneADay(70, 60),
    'yes',
  ),
  of(
    'R19c an implausible one before',
    changed('previous', { below: -5, plausible: { min: 1, max: 150 } }),
    oneADay(700, 60),
    'unknown',
  ),
  of(
    'R19c an implausible latest',
    changed('previous', { below: -5, plausible: { min: 1, max: 150 } }),
    oneADay(70, 0.5),
    'unknown',
  ),
  of(
    'R19c of one day the later by time is the latest',
    changed('previous'),
    measured({ value: 16, at: '2024-01-01T10:00' }, { value: 10, at: '2024-01-01T08:00' }),
    'yes',
  ),
  of(
    'R19c of one day without times the order given',
    changed('previous'),
    measured({ value: 16, at: '2024-01-01T10:00' }, { value: 10, at: '2024-01-01' }),
    'no',
  ),
  of(
    'R19c of the others of one day each has a time',
    changed('previous', { above: 9 }),
    measured(
      { value: 5, at: '2024-01-01T10:00' },
      { value: 1, at: '2024-01-01T08:00' },
      { value: 12, at: '2024-01-01' },
    ),
    'no',
  ),
  of(
    'R19c of one the day is not known, and it makes no difference',
    changed('previous', { above: 4 }),
    measured(
      { value: 10, at: '2024-03' },
      { value: 11, at: '2024-03-15' },
      { value: 16, at: '2024-03-31' },
    ),
    'yes',
  ),
  of(
    'R19c of one the day is not known, but that it is the first',
    changed('earliest'),
    oneADay({ value: 10, at: '2023' }, 11, 16),
    'yes',
  ),
  of(
    'R19c of one the day is not known: perhaps it is the latest',
    changed('previous'),
    oneADay({ value: 1, at: '2024-03' }, 10, 16),
    'unknown',
  ),
  of(
    'R19c of one the day is not known: perhaps it is before the window',
    changed('previous', { above: 5 }, { when: { from: '2024-03-20' } }),
    oneADay({ value: 10, at: '2024-03' }, 16),
    'unknown',
  ),
  of(
    'R19c older than two others, whichever days they are',
    changed('previous'),
    oneADay({ value: 1, at: '2023' }, { value: 2, at: '2022-05' }, 10, 16),
    'yes',
  ),
  of(
    'R19c of two the day is not known',
    changed('earliest'),
    oneADay({ value: 10, at: '2023' }, { value: 10, at: '2022-05' }, 16),
    'unknown',
  ),
  of(
    'R19c one without the source that is asked, and it makes no difference',
    changed('lowest', { above: 5 }, { source: 'A' }),
    oneADay({ value: 10, source: 'A' }, { value: 12 }, { value: 16, source: 'A' }),
    'yes',
  ),
  of(
    'R19c one without the source that is asked: perhaps there are two',
    changed('previous', { above: 5 }, { source: 'A' }),
    oneADay({ value: 10 }, { value: 16, source: 'A' }),
    'unknown',
  ),
  of(
    'R19c of another source',
    changed('previous', { above: 5 }, { source: 'A' }),
    oneADay({ value: 10, source: 'B' }, { value: 16, source: 'A' }),
    'no',
  ),
  of(
    'R19c of the same day as the latest',
    changed('previous'),
    measured({ value: 10, at: '2024-01-01T08:00' }, { value: 16, at: '2024-01-01T10:00' }),
    'yes',
  ),
  of(
    'R19c an undecided one before is not passed over for an older one',
    changed('previous'),
    oneADay(10, { value: 12, unit: 'parsec' }, 16),
    'unknown',
  ),
  of(
    'R20 two of three',
    { atLeast: 2, of: [P70, { service: {} }, { referral: {} }] },
    { ...diagnosed('P70'), ...served('2024-01-01') },
    'yes',
  ),
  of(
    'R20 one, and one perhaps',
    { atLeast: 2, of: [P70, { service: {} }, { referral: {} }] },
    { ...diagnosed('P70'), services: 'junk' },
    'unknown',
  ),
  of(
    'R20 none, and one perhaps',
    { atLeast: 2, of: [P70, { service: {} }, { referral: {} }] },
    { services: 'junk' },
    'no',
  ),
  of(
    'R1 a vaccination is of ATC where it names no system',
    { vaccination: { codes: atc('J07BB') } },
    { vaccinations: [{ code: 'j07bb02', at: '2023-10-01' }] },
    'yes',
  ),
  of(
    'R2 a vaccination by its group',
    { vaccination: { codes: atc('J07') } },
    { vaccinations: [{ code: 'J06BB02', at: '2023-10-01' }] },
    'no',
  ),
  of(
    'R5 a cancelled care plan',
    { carePlan: {} },
    planned({ code: 'KOL', from: '2023-01-01', status: 'cancelled' }),
    'no',
  ),
  of(
    'R5 a vaccination on a later day',
    { vaccination: {} },
    { vaccinations: [{ code: 'J07BB02', at: '2024-04-01' }] },
    'no',
  ),
  of('R5a a plan goes on', { carePlan: {} }, planned({ code: 'KOL', from: '2023-01-01' }), 'yes'),
  of(
    'R5a a plan has ended',
    { carePlan: {} },
    planned({ code: 'KOL', from: '2023-01-01', to: '2024-03-30', status: 'completed' }),
    'no',
  ),
  of(
    'R5a a plan has ended, and nobody knows when',
    { carePlan: {} },
    planned({ code: 'KOL', from: '2023-01-01', status: 'completed' }),
    'unknown',
  ),
  of(
    'R5a nobody knows when a plan was created',
    { carePlan: { when: { last: 'P1M' } } },
    planned({ code: 'KOL' }),
    'yes',
  ),
  of(
    'R5a a vaccination that was refused',
    { vaccination: {} },
    { vaccinations: [{ code: 'J07BB02', at: '2023-10-01', status: 'not-done' }] },
    'unknown',
  ),
  of(
    'R7 a note on the first day of the window',
    { note: { when: { last: 'P1M' } } },
    { notes: [{ code: 'K', at: '2024-02-29' }] },
    'yes',
  ),
  of(
    'R7 a message the day before the window',
    { correspondence: { when: { last: 'P1M' } } },
    { correspondence: [{ code: 'K', at: '2024-02-28' }] },
    'no',
  ),
  of(
    'R8 a plan that has ended is none now',
    { carePlan: { codes: local('KOL') } },
    planned({ code: 'KOL', from: '2020-01-01', to: '2021-01-01' }),
    'no',
  ),
  of('R8 a note at any time', { note: {} }, { notes: [{ code: 'K', at: '1999-01-01' }] }, 'yes'),
  of(
    'R10a a message without a code',
    { correspondence: { codes: local('KOMMUNE') } },
    { correspondence: [{ at: '2024-01-01' }] },
    'unknown',
  ),
  ...(
    [
      ['on the first day of the window', '2023-03-31', 'yes'],
      ['the day before the window', '2023-03-30', 'no'],
      ['in a month that lies in the window', '2023-05', 'yes'],
      ['in a month of which some days do', '2023-03', 'unknown'],
      ['on a day that is not given', undefined, 'unknown'],
      ['on a day that cannot be read', 'engang', 'unknown'],
    ] as const
  ).map(([name, maintained, truth]) =>
    of(
      `R10a a plan last gone through ${name}`,
      { carePlan: { codes: local('KOL'), maintained: { last: 'P1Y' } } },
      planned({ code: 'KOL', from: '2020-01-01', maintained }),
      truth,
    ),
  ),
  of(
    'R10a a plan by its status',
    { carePlan: { status: 'active' } },
    planned({ code: 'KOL', from: '2020-01-01', status: 'active' }),
    'yes',
  ),
  ...(
    [
      ['the only one', [['KOL', '2024-01-01']], 'yes'],
      [
        'an earlier one of its code',
        [
          ['KOL', '2024-01-01'],
          ['KOL', '2020-01-01', '2021-01-01'],
        ],
        'no',
      ],
      [
        'an earlier one of another code',
        [
          ['KOL', '2024-01-01'],
          ['DIABETES', '2020-01-01'],
        ],
        'yes',
      ],
      [
        'an earlier one without a code',
        [
          ['KOL', '2024-01-01'],
          [undefined, '2020-01-01'],
        ],
        'unknown',
      ],
      [
        'one of the same day',
        [
          ['KOL', '2024-01-01'],
          ['KOL', '2024-01-01', '2024-01-02'],
        ],
        'yes',
      ],
      [
        'an earlier one that was cancelled',
        [
          ['KOL', '2024-01-01'],
          ['KOL', '2020-01-01', undefined, 'cancelled'],
        ],
        'yes',
      ],
      [
        'one of a day that nobody knows',
        [
          ['KOL', '2024-01-01'],
          ['KOL', undefined, '2024-01-10'],
        ],
        'unknown',
      ],
      [
        'one of a month before it',
        [
          ['KOL', '2024-01-01'],
          ['KOL', '2023-12'],
        ],
        'no',
      ],
      [
        'one that began before and goes on',
        [
          ['DIABETES', '2024-01-01'],
          ['KOL', '2020-01-01'],
        ],
        'no',
      ],
      [
        'one of the same month',
        [
          ['KOL', '2024-01-10'],
          ['KOL', '2024-01', '2024-02-01'],
        ],
        'unknown',
      ],
      [
        'one that cannot be read',
        [
          ['KOL', '2024-01-01'],
          ['KOL', 'engang'],
        ],
        'unknown',
      ],
      [
        'one of another code that cannot be read',
        [
          ['KOL', '2024-01-01'],
          ['DIABETES', 'engang'],
        ],
        'yes',
      ],
      [
        'one that was set aside, of a later day',
        [
          ['KOL', '2024-01-01'],
          ['KOL', '2024-03-01', '2024-02-01'],
        ],
        'unknown',
      ],
    ] as const
  ).map(([name, plans, truth]) =>
    of(
      `R10b new this year beside ${name}`,
      { carePlan: { codes: local('KOL'), when: { from: '2024-01-01' }, first: true } },
      planned(...plans.map(([code, from, to, status]) => ({ code, from, to, status }))),
      truth,
    ),
  ),
  of(
    'R10b new, in a source that goes back to a day only',
    { carePlan: { when: { last: 'P1Y' }, first: true } },
    {
      ...coverage({ carePlan: { available: true, from: '2024-01-01' } }),
      ...planned({ code: 'KOL', from: '2024-02-01' }),
    },
    'yes',
  ),
  of(
    'R10b new, as far as a source that is missing tells',
    { carePlan: { when: { last: 'P1Y' }, first: true } },
    {
      ...coverage({ carePlan: { available: false } }),
      ...planned({ code: 'KOL', from: '2024-02-01' }),
    },
    'unknown',
  ),
  of(
    'R10b new, and a source that was last updated too long ago',
    { diagnosis: { when: { to: '2023-12-31' }, first: true } },
    {
      ...coverage({ diagnosis: { available: true, updated: '2024-01-01' } }),
      ...diagnosed('P70', '2023-02-01'),
    },
    'unknown',
  ),
  of(
    'R10b a first prescription, whatever its source',
    { medication: { codes: atc('N05A'), source: 'FMK', first: true, when: { last: 'P1Y' } } },
    {
      medications: [
        { code: 'N05AH03', from: '2024-01-01', source: 'FMK' },
        { code: 'N05AH03', from: '2020-01-01', to: '2020-02-01', source: 'journal' },
      ],
    },
    'no',
  ),
  of(
    'R10b two new ones of one kind, each of a code of its own',
    { vaccination: { codes: atc('J07'), first: true, count: { min: 2 } } },
    {
      vaccinations: [
        { code: 'J07BB02', at: '2023-10-01' },
        { code: 'J07BX03', at: '2023-10-01' },
        { code: 'J07BB02', at: '2023-11-01' },
      ],
    },
    'yes',
  ),
  ...(
    [
      [
        'both below',
        [
          ['S', 130, d1],
          ['D', 80, d1],
        ],
        'yes',
      ],
      [
        'one at its limit',
        [
          ['S', 140, d1],
          ['D', 80, d1],
        ],
        'no',
      ],
      [
        'both, on different days',
        [
          ['S', 130, d1],
          ['D', 80, d2],
        ],
        'no',
      ],
      ['one alone', [['S', 130, d1]], 'no'],
      ['none', [], 'no'],
      [
        'a later day with one of them does not count',
        [
          ['S', 130, d1],
          ['D', 80, d1],
          ['S', 170, d2],
        ],
        'yes',
      ],
      [
        'a later day with both of them does',
        [
          ['S', 130, d1],
          ['D', 80, d1],
          ['S', 170, d2],
          ['D', 80, d2],
        ],
        'no',
      ],
      [
        'a day with both, whatever their values',
        [
          ['S', 130, d1],
          ['D', 80, d1],
          ['S', 'hæmolyse', d2],
          ['D', 100, d2],
        ],
        'no',
      ],
      [
        'a text on that day',
        [
          ['S', 'hæmolyse', d2],
          ['D', 80, d2],
        ],
        'unknown',
      ],
      [
        'a text, and one that is above',
        [
          ['S', 'hæmolyse', d2],
          ['D', 100, d2],
        ],
        'no',
      ],
      [
        'a comparator that decides',
        [
          ['S', 130, d2, { comparator: '<' }],
          ['D', 80, d2],
        ],
        'yes',
      ],
      [
        'a comparator that does not',
        [
          ['S', 150, d2, { comparator: '<' }],
          ['D', 80, d2],
        ],
        'unknown',
      ],
      [
        'one of several of that day is enough',
        [
          ['S', 150, d2],
          ['S', 130, d2],
          ['D', 80, d2],
        ],
        'yes',
      ],
      [
        'after the day asked',
        [
          ['S', 130, '2024-04-01'],
          ['D', 80, '2024-04-01'],
        ],
        'no',
      ],
      [
        'on the day asked',
        [
          ['S', 130, '2024-03-31'],
          ['D', 80, '2024-03-31'],
        ],
        'yes',
      ],
      [
        'a day that cannot be read, of one that is asked',
        [
          ['S', 130, d1],
          ['D', 80, d1],
          ['S', 170, 'engang'],
        ],
        'unknown',
      ],
      [
        'a month that may be the same day',
        [
          ['S', 130, d1],
          ['D', 80, '2024-01'],
        ],
        'unknown',
      ],
      [
        'a month that cannot be',
        [
          ['S', 130, d1],
          ['D', 80, '2024-02'],
        ],
        'no',
      ],
      [
        'a month, judged alike with or without it',
        [
          ['S', 130, d1],
          ['D', 100, d1],
          ['D', 100, '2024-01'],
        ],
        'no',
      ],
    ] satisfies readonly (readonly [string, Parameters<typeof readings>, Truth])[]
  ).map(([name, all, truth]) => of(`R19a ${name}`, pressure(), readings(...all), truth)),
  of(
    'R19a the lowest of each, not of one reading',
    pressure(lowest),
    readings(['S', 150, d1], ['S', 130, d1], ['D', 95, d1], ['D', 80, d1]),
    'yes',
  ),
  of(
    'R19a the lowest is not below',
    pressure(lowest),
    readings(['S', 150, d1], ['S', 140, d1], ['D', 80, d1]),
    'no',
  ),
  of(
    'R19a the latest of the day, by time',
    pressure([{ pick: 'latest' }, { pick: 'latest' }]),
    readings(['S', 130, `${d1}T08:00`], ['S', 150, `${d1}T09:00`], ['D', 80, d1]),
    'no',
  ),
  of(
    'R19a on the first day of the window',
    pressure(undefined, { when: { last: 'P1M' } }),
    readings(['S', 130, '2024-02-29'], ['D', 80, '2024-02-29']),
    'yes',
  ),
  of(
    'R19a the day before the window',
    pressure(undefined, { when: { last: 'P1M' } }),
    readings(['S', 130, '2024-02-28'], ['D', 80, '2024-02-28']),
    'no',
  ),
  of(
    'R19a covered from that day on',
    pressure(),
    { ...resultsSince(d1), ...readings(['S', 130, d1], ['D', 80, d1]) },
    'yes',
  ),
  of(
    'R19a covered from the day after',
    pressure(),
    { ...resultsSince('2024-01-16'), ...readings(['S', 130, d1], ['D', 80, d1]) },
    'unknown',
  ),
  of(
    'R19a no such day, and one of the types is not covered',
    { sameDay: { of: [{ result: { codes: npu('S') } }, { service: {} }] } },
    { ...coverage({ service: { available: false } }), ...readings(['S', 130, d1]) },
    'unknown',
  ),
  of(
    'R19a a result and a service of one day',
    { sameDay: { of: [{ result: { codes: npu('S') } }, { service: {} }] } },
    { ...readings(['S', 130, d1]), ...served(d1) },
    'yes',
  ),
  of(
    'R19a one record for more than one part',
    { sameDay: { of: [{ service: {} }, { service: { codes: fees('0101') } }] } },
    served(d1),
    'yes',
  ),
  of(
    'R19a several months, judged alike on whichever days',
    pressure(),
    readings(['S', 130, '2024-01'], ['S', 120, '2024-02'], ['D', 80, d1], ['D', 70, d2]),
    'unknown',
  ),
  of(
    'R19a several months beside a certain day, judged alike on whichever days',
    pressure(),
    readings(['S', 130, d1], ['D', 80, d1], ['S', 120, '2024-02'], ['D', 70, '2024-02']),
    'yes',
  ),
  of(
    'R19a a service of another specialty',
    { sameDay: { of: [{ result: { codes: npu('S') } }, { service: { specialty: '80' } }] } },
    { ...readings(['S', 130, d1]), services: [{ code: '0101', at: d1, specialty: '24' }] },
    'no',
  ),
  of(
    'R19a a service of a specialty that is not given',
    { sameDay: { of: [{ result: { codes: npu('S') } }, { service: { specialty: '80' } }] } },
    { ...readings(['S', 130, d1]), services: [{ code: '0101', at: d1 }] },
    'unknown',
  ),
  of(
    'R19b nothing in the year before the first diagnosis',
    onFirst({ service: { when: { last: 'P1Y' } } }),
    { ...diagnosed('P70'), ...served('2018-06-01') },
    'no',
  ),
  of(
    'R19b a year to the day before the first diagnosis',
    onFirst({ service: { when: { last: 'P1Y' } } }),
    { ...diagnosed('P70'), ...served('2019-01-01') },
    'yes',
  ),
  of('R19b no anchor', onFirst({ patient: { sex: 'female' } }), {}, 'no'),
  of('R19b no anchor, negated', { not: onFirst({ patient: { sex: 'female' } }) }, {}, 'yes'),
  of(
    'R19b not on the day of no anchor',
    onFirst({ not: { patient: { sex: 'female' } } }),
    {},
    'no',
  ),
  of(
    'R19b no anchor where the type is not covered',
    onFirst({ patient: { sex: 'female' } }),
    { coverage: { ...complete, diagnosis: { available: false } } },
    'unknown',
  ),
  of(
    'R19b the first of two',
    onFirst({ service: { when: 'now' } }),
    {
      diagnoses: [
        { code: 'P70', from: '2021-01-01' },
        { code: 'P70', from: '2020-01-01' },
      ],
      ...served('2020-01-01'),
    },
    'yes',
  ),
  of(
    'R19b the latest of two',
    onFirst({ service: { when: 'now' } }, 'latest'),
    {
      diagnoses: [
        { code: 'P70', from: '2021-01-01' },
        { code: 'P70', from: '2020-01-01' },
      ],
      ...served('2020-01-01'),
    },
    'no',
  ),
  of(
    'R19b now is the day of the record',
    onFirst({ medication: {} }),
    { ...diagnosed('P70'), ...treated(['2019-01-01', '2020-01-01']) },
    'yes',
  ),
  of(
    'R19b ever is up to the day of the record',
    onFirst({ service: {} }),
    { ...diagnosed('P70'), ...served('2020-01-02') },
    'no',
  ),
  of(
    'R19b what came after, up to the day of evaluation',
    onFirst({ service: { when: { next: 'P5Y' } } }),
    { ...diagnosed('P70'), ...served('2024-03-31') },
    'yes',
  ),
  of(
    'R19b nothing after the day of evaluation is seen',
    onFirst({ service: { when: { next: 'P5Y' } } }),
    { ...diagnosed('P70'), ...served('2024-04-01') },
    'no',
  ),
  of(
    'R19b the future ends on the day of evaluation',
    onFirst({ appointment: {} }),
    { ...diagnosed('P70'), appointments: [{ at: '2024-04-01' }] },
    'no',
  ),
  of(
    'R19b the future begins on the day of the record',
    onFirst({ appointment: {} }),
    { ...diagnosed('P70'), appointments: [{ at: '2020-01-01' }] },
    'yes',
  ),
  of(
    'R19b days of which none has come',
    onFirst({ service: { when: { from: '+P1M', to: '+P2M' } } }),
    { ...diagnosed('P70', '2024-03-01'), ...served('2024-03-02') },
    'unknown',
  ),
  of(
    'R19b days of which the first has come',
    onFirst({ service: { when: { from: '+P1M', to: '+P2M' } } }),
    { ...diagnosed('P70', '2024-02-29'), ...served('2024-03-02') },
    'no',
  ),
  of(
    'R19b none on days of which none has come',
    onFirst({ medication: { when: { from: '+P1M', to: '+P2M' }, lasting: 'P1D' } }),
    { ...diagnosed('P70', '2024-03-01'), ...treated(['2020-01-01']) },
    'unknown',
  ),
  of(
    'R19b together on days of which none has come',
    onFirst(together({ when: { from: '+P1M', to: '+P2M' } })),
    { ...diagnosed('P70', '2024-03-01'), ...treated(['2020-01-01']) },
    'unknown',
  ),
  of(
    'R19b an absolute window is cut, not moved',
    onFirst({ service: { when: { from: '2024-03-01', to: '2024-12-31' } } }),
    { ...diagnosed('P70'), ...served('2024-03-01') },
    'yes',
  ),
  of(
    'R19b the age is that of the day of the record',
    onFirst({ patient: { age: { min: 40 } } }),
    diagnosed('P70'),
    'no',
    { birthDate: '1980-01-02' },
  ),
  of(
    'R19b the age on another day is counted from the day of the record',
    onFirst({ patient: { age: { min: 40, on: '+P1D' } } }),
    diagnosed('P70'),
    'yes',
    { birthDate: '1980-01-02' },
  ),
  of(
    'R19b joined the clinic in the year after the record',
    onFirst({ patient: { registered: { when: { next: 'P1Y' } } } }),
    diagnosed('P70'),
    'yes',
    { registered: '2021-01-01' },
  ),
  of(
    'R19b a diagnosis after the day of evaluation is no anchor',
    onFirst({ patient: { sex: 'female' } }),
    diagnosed('P70', '2024-04-01'),
    'no',
    { sex: 'female' },
  ),
  of(
    'R19b the end of a treatment',
    onEnd({ service: { when: 'now' } }),
    { ...treated(['2022-01-01', '2022-06-30']), ...served('2022-06-30') },
    'yes',
  ),
  of(
    'R19b what has not ended is no record of an end',
    onEnd({ patient: { sex: 'female' } }),
    treated(['2022-01-01'], ['2022-01-01', '2024-04-01']),
    'no',
    { sex: 'female' },
  ),
  of(
    'R19b the latest end, not the end of the latest',
    onEnd({ service: { when: 'now' } }),
    {
      ...treated(['2020-01-01', '2023-06-30'], ['2022-01-01', '2022-06-30']),
      ...served('2023-06-30'),
    },
    'yes',
  ),
  of(
    'R19b the end of a care plan',
    afterPlan({ service: { when: { next: 'P3M' } } }),
    { ...planned({ code: 'KOL', from: '2022-01-01', to: '2023-06-30' }), ...served('2023-09-30') },
    'yes',
  ),
  of(
    'R19b a day too late after the end of a care plan',
    afterPlan({ service: { when: { next: 'P3M' } } }),
    { ...planned({ code: 'KOL', from: '2022-01-01', to: '2023-06-30' }), ...served('2023-10-01') },
    'no',
  ),
  of(
    'R19b a care plan that goes on has no end',
    { not: afterPlan({ not: { service: {} } }) },
    planned({ code: 'KOL', from: '2022-01-01' }),
    'yes',
  ),
  of(
    'R19b a care plan that ended nobody knows when',
    afterPlan({ service: {} }),
    planned({ code: 'KOL', from: '2022-01-01', status: 'completed' }),
    'unknown',
  ),
  of(
    'R19b the latest is covered from its own day on',
    onFirst({ patient: { sex: 'female' } }, 'latest'),
    {
      ...diagnosed('P70'),
      coverage: { ...complete, diagnosis: { available: true, from: '2020-01-01' } },
    },
    'yes',
    { sex: 'female' },
  ),
  of(
    'R19b the latest of what is covered from a day after it',
    onFirst({ patient: { sex: 'female' } }, 'latest'),
    {
      ...diagnosed('P70'),
      coverage: { ...complete, diagnosis: { available: true, from: '2020-01-02' } },
    },
    'unknown',
    { sex: 'female' },
  ),
  of(
    'R19b the year before the record is not covered',
    onFirst({ service: { when: { last: 'P1Y' } } }),
    {
      ...diagnosed('P70'),
      coverage: { ...complete, service: { available: true, from: '2019-01-02' } },
    },
    'unknown',
  ),
  of(
    'R19b a source that is out of date answers for a day long past',
    onFirst({ service: { when: { last: 'P1Y' } } }),
    {
      ...diagnosed('P70'),
      coverage: { ...complete, service: { available: true, updated: '2021-01-01' } },
    },
    'no',
  ),
  of(
    'R19b and not for days after its last update',
    onFirst({ service: { when: { next: 'P2Y' } } }),
    {
      ...diagnosed('P70'),
      coverage: { ...complete, service: { available: true, updated: '2021-01-01' } },
    },
    'unknown',
  ),
  of(
    'R19b on whichever day of the month it was',
    onFirst({ service: { when: { last: 'P1Y' } } }),
    { ...diagnosed('P70', '2020-05'), ...served('2019-12-01') },
    'yes',
  ),
  of(
    'R19b on some days of the month it was, not on others',
    onFirst({ service: { when: { last: 'P1Y' } } }),
    { ...diagnosed('P70', '2020-05'), ...served('2019-05-15') },
    'unknown',
  ),
  of(
    'R19b one that began on a day that nobody knows',
    onFirst({ patient: { sex: 'female' } }),
    { diagnoses: [{ code: 'P70' }] },
    'unknown',
    { sex: 'female' },
  ),
  of(
    'R19b what began on a day that nobody knows comes before the latest',
    onFirst({ service: { when: 'now' } }, 'latest'),
    {
      diagnoses: [
        { code: 'P70', to: '2019-01-01' },
        { code: 'P70', from: '2020-01-01' },
      ],
      ...served('2020-01-01'),
    },
    'yes',
  ),
  of(
    'R19b a medication without a code may be the anchor',
    onEnd({ service: { when: 'now' } }),
    {
      medications: [
        { code: 'N05AH03', from: '2022-01-01', to: '2022-06-30' },
        { text: 'Risperidon', from: '2022-01-01', to: '2022-07-31' },
      ],
      ...served('2022-06-30'),
    },
    'unknown',
  ),
  of(
    'R19b one without a code that ended before may not',
    onEnd({ service: { when: 'now' } }),
    {
      medications: [
        { code: 'N05AH03', from: '2022-01-01', to: '2022-06-30' },
        { text: 'Risperidon', from: '2022-01-01', to: '2022-05-31' },
      ],
      ...served('2022-06-30'),
    },
    'yes',
  ),
  of(
    'R19b either of two says the same',
    onEnd({ service: {} }),
    {
      medications: [
        { code: 'N05AH03', from: '2022-01-01', to: '2022-06-30' },
        { text: 'Risperidon', from: '2022-01-01', to: '2022-07-31' },
      ],
      ...served('2022-06-30'),
    },
    'yes',
  ),
  of(
    'R19b a result whose value is in doubt may be the anchor',
    onResult({ service: { when: 'now' } }),
    { ...measured('8', { value: 8, comparator: '<', at: '2024-02-01' }), ...served('2024-01-01') },
    'unknown',
  ),
  of(
    'R19b a result with another value is no anchor',
    onResult({ service: { when: 'now' } }),
    { ...measured(8, { value: 3, at: '2024-02-01' }), ...served('2024-01-01') },
    'yes',
  ),
  of(
    'R19b a record set aside may be the anchor',
    onResult({ service: { when: 'now' } }),
    { ...measured(8, { value: 8, at: 'yesterday' }), ...served('2024-01-01') },
    'unknown',
  ),
  of(
    'R19b one set aside that was before may not',
    onResult({ service: { when: 'now' } }),
    {
      ...measured(8, { value: {} as never, at: '2023-12-31' }),
      ...served('2024-01-01'),
    },
    'yes',
  ),
  of(
    'R19b a day from the day of a day',
    onFirst({
      anchor: {
        on: { service: { when: { next: 'P1Y' } } },
        pick: 'earliest',
        is: { medication: {} },
      },
    }),
    {
      ...diagnosed('P70'),
      ...served('2020-06-01', '2020-07-01'),
      ...treated(['2020-06-01', '2020-06-01']),
    },
    'yes',
  ),
  of(
    'R19b a sequence counted from the day of the record',
    onFirst({
      sequence: {
        of: [{ service: { when: { last: 'P1Y' } } }, { service: { when: 'now' } }],
        within: 'P1Y',
      },
    }),
    { ...diagnosed('P70'), ...served('2019-06-01', '2020-01-01') },
    'yes',
  ),
  of(
    'R19b a treatment had lasted by the day of the record',
    onFirst(lasting('P1Y')),
    { ...diagnosed('P70'), ...treated(['2019-01-02']) },
    'yes',
  ),
  of(
    'R19b and by the day of the record not yet so long',
    onFirst(lasting('P1Y')),
    { ...diagnosed('P70'), ...treated(['2019-01-03']) },
    'no',
  ),
  of(
    'R19b what had risen by the day of the record',
    onFirst(changed('previous')),
    {
      ...diagnosed('P70'),
      ...measured(
        { value: 1, at: '2019-01-01' },
        { value: 8, at: '2019-12-31' },
        { value: 2, at: '2020-01-02' },
      ),
    },
    'yes',
  ),
  of(
    'R19b two apart by the day of the record',
    onFirst({ service: { count: { min: 2, apart: 'P1M' } } }),
    { ...diagnosed('P70'), ...served('2019-12-15', '2020-01-01', '2020-03-01') },
    'no',
  ),
  of(
    'R19b the latest result on the day of the record',
    onFirst(latest({ above: 5, unit: '1' })),
    {
      ...diagnosed('P70'),
      ...measured({ value: 8, at: '2019-12-31' }, { value: 2, at: '2020-01-02' }),
    },
    'yes',
  ),
];

/** Who is a member of a population, and who is not though a criterion says so. */
export interface MemberCase extends Omit<Case, 'criterion'> {
  readonly population: { readonly include: Criterion; readonly exclude?: Criterion };
}

/** Whether the patient of a case is a member, over the columns and through the reference. */
export function membershipOf(each: MemberCase): Truth {
  const plan = planOf(each.population.include, { population: each.population });
  return outcomeOf(plan, patientOf(each), { on: asOf, coverage: {} }).membership.truth;
}

const member = (
  name: string,
  records: Records,
  truth: Truth,
  patient: Patient = {},
): MemberCase => ({
  name,
  population: { include: P70, exclude: { service: {} } },
  patient: { ...records, patient },
  truth,
});

export const memberCases: readonly MemberCase[] = [
  member('R21 included, and not excluded', diagnosed('P70'), 'yes'),
  member('R21 included and excluded', { ...diagnosed('P70'), ...served('2024-01-01') }, 'no'),
  member('R21 neither', {}, 'no'),
  member('R21 perhaps excluded', { ...diagnosed('P70'), services: 'junk' }, 'unknown'),
  member(
    'R21 perhaps included, but excluded',
    { diagnoses: 'junk', ...served('2024-01-01') },
    'no',
  ),
  member('R21 died on the day', diagnosed('P70'), 'no', { deceased: '2024-03-31' }),
  member('R21 dies the day after', diagnosed('P70'), 'yes', { deceased: '2024-04-01' }),
  member('R21 born on the day', diagnosed('P70', '2024-03-31'), 'yes', { birthDate: '2024-03-31' }),
  member('R21 not born yet', diagnosed('P70', '2024-03-01'), 'no', { birthDate: '2024-04-01' }),
  member('R21 died on a day that cannot be read', diagnosed('P70'), 'unknown', {
    deceased: 'engang',
  }),
  member('R4a died this year, perhaps by now', diagnosed('P70'), 'unknown', { deceased: '2024' }),
  member('R4a died last year, whichever day', diagnosed('P70'), 'no', { deceased: '2023' }),
  member('R4a dies next month', diagnosed('P70'), 'yes', { deceased: '2024-04' }),
  member('R4a born this year, perhaps not yet', diagnosed('P70', '2024-03-01'), 'unknown', {
    birthDate: '2024',
  }),
];
