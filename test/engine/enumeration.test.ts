/**
 * What the evaluator says for certain must hold in every world that the data leaves possible: a world is
 * drawn, some of it is hidden or spoiled, and a *yes* or *no* from the rest must be the world's own.
 */
import { expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import type { Truth } from '../../src/engine/index.ts';
import type {
  Coverage,
  CoverageByType,
  PatientRecords,
  RecordType,
  SuppliedPatient,
} from '../../src/record/index.ts';
import { cases, factor } from '../depth.ts';
import { ask, complete } from './build.ts';
import {
  drawCriterion,
  drawPatient,
  earliest,
  latest,
  onDay,
  unit,
  type CriterionOptions,
} from './random-arbitraries.ts';

interface Known {
  readonly patient: PatientRecords;
  readonly coverage: CoverageByType;
}
type Entry = Readonly<Record<string, unknown>>;
type Spoiling = (known: Known, random: Random) => Known;

const lists = ['diagnoses', 'medications', 'results', 'services'] as const;
type List = (typeof lists)[number];
const typeOf = {
  diagnoses: 'diagnosis',
  medications: 'medication',
  results: 'result',
  services: 'service',
} as const satisfies Record<List, RecordType>;

/** Changes one list, if it is one still; undefined leaves an entry out. */
function onList(known: Known, list: List, change: (entry: Entry) => Entry | undefined): Known {
  const entries: unknown = known.patient[list];
  if (!Array.isArray(entries)) return known;
  const kept = (entries as readonly Entry[]).flatMap((entry) => change(entry) ?? []);
  return { ...known, patient: { ...known.patient, [list]: kept } };
}

/** Changes a result whose number is the world's own still. */
function onNumber(known: Known, change: (value: number) => Entry): Known {
  return onList(known, 'results', ({ ...entry }) =>
    typeof entry.value === 'number' && entry.unit === unit && entry.comparator === undefined
      ? { ...entry, ...change(entry.value) }
      : entry,
  );
}

/** Hides something of one list, and declares so; what is hidden already stays as it is. */
function hide(known: Known, list: List, coverage: Coverage | undefined, hidden: Known): Known {
  const { [typeOf[list]]: own, ...others } = known.coverage;
  if (own?.available !== true || own.from !== undefined || own.systems !== undefined) return known;
  return { ...hidden, coverage: { ...others, ...(coverage ? { [typeOf[list]]: coverage } : {}) } };
}

const spoilings: Readonly<Record<string, Spoiling>> = {
  'R10 a source is missing, and some of its records with it': (known, random) => {
    const list = random.pick(lists);
    const some = onList(known, list, (entry) => (random.chance(0.5) ? entry : undefined));
    return hide(known, list, { available: false }, some);
  },
  'R9 a list was not supplied, and nothing is declared': (known, random) => {
    const list = random.pick(lists);
    const { [list]: _, ...rest } = known.patient;
    return hide(known, list, undefined, { ...known, patient: rest });
  },
  'R9 data goes back to a day only': (known, random) => {
    const list = random.pick(lists);
    const from = onDay(random.whole(earliest, latest));
    const some = onList(known, list, (entry) => {
      const last = entry.at ?? entry.to;
      return typeof last === 'string' && last < from ? undefined : entry;
    });
    return hide(known, list, { available: true, from }, some);
  },
  'R3 a date cannot be read': (known, random) =>
    onList(known, random.pick(lists), (entry) =>
      random.chance(0.4) ? { ...entry, ['at' in entry ? 'at' : 'from']: 'engang' } : entry,
    ),
  'R3 a code cannot be read': (known, random) =>
    onList(known, random.pick(lists), (entry) =>
      random.chance(0.4) ? { ...entry, code: 70 } : entry,
    ),
  'R3 a list cannot be read': (known, random) => ({
    ...known,
    patient: { ...known.patient, [random.pick(lists)]: 'junk' },
  }),
  'R1a codes are complete in another system only': (known, random) => {
    const list = random.pick(lists);
    const some = onList(known, list, (entry) => (random.chance(0.5) ? entry : undefined));
    return hide(known, list, { available: true, systems: ['another'] }, some);
  },
  'R3 a source is of a wrong type, and all else can be read': (known, random) =>
    onList(known, random.pick(lists), (entry) =>
      random.chance(0.4) ? { ...entry, source: 7 } : entry,
    ),
  'R3a a medicine has no code': (known, random) =>
    onList(known, 'medications', (entry) =>
      random.chance(0.4) ? { ...entry, code: '', text: 'Magistrel' } : entry,
    ),
  'R4a a date is known to its month or year': (known, random) => {
    const shorten = (date: unknown) =>
      typeof date === 'string' && random.chance(0.3) ? date.slice(0, random.pick([7, 7, 4])) : date;
    return onList(known, random.pick(lists), ({ at, from, to, ...entry }) => ({
      ...entry,
      ...(at === undefined ? { from: shorten(from), to: shorten(to) } : { at: shorten(at) }),
    }));
  },
  'R4a one date is known to its month': (known, random) => {
    const list = random.pick(lists);
    const chosen = random.whole(0, 3);
    let at = 0;
    return onList(known, list, (entry) => {
      if (at++ !== chosen) return entry;
      const field = 'at' in entry ? 'at' : random.pick(['from', 'to'] as const);
      const date = entry[field];
      return typeof date === 'string' ? { ...entry, [field]: date.slice(0, 7) } : entry;
    });
  },
  'R4a nobody knows when it began': (known, random) =>
    onList(known, random.pick(['diagnoses', 'medications']), ({ from, ...entry }) =>
      // What is not begun has a beginning that is known.
      random.chance(0.4) && typeof from === 'string' && from <= onDay(0)
        ? entry
        : { ...entry, from },
    ),
  'R4a a birth date is known to its year': (known) => ({
    ...known,
    patient: {
      ...known.patient,
      patient: {
        ...known.patient.patient,
        birthDate: known.patient.patient.birthDate.slice(0, 4),
      },
    },
  }),
  'R17 a field of the patient is missing': (known, random) => ({
    ...known,
    patient: {
      ...known.patient,
      patient: {
        ...known.patient.patient,
        ...random.pick<Partial<SuppliedPatient>>([{ sex: 'unknown' }, { birthDate: '' }]),
      },
    },
  }),
};

const undecided: Readonly<Record<string, Spoiling>> = {
  'R14 a result is known as a limit only': (known, random) =>
    onNumber(known, (value) =>
      random.pick<Entry>([
        { value: value + random.whole(1, 3), comparator: '<' },
        { value: value + random.whole(0, 3), comparator: '<=' },
        { value: value - random.whole(1, 3), comparator: '>' },
        { value: value - random.whole(0, 3), comparator: '>=' },
        {},
      ]),
    ),
  'R14 a result is in another unit': (known, random) =>
    onNumber(known, (value) => (random.chance(0.5) ? { value: value * 18, unit: 'mg/dL' } : {})),
  'R14 a result without a unit is in the profile’s': (known, random) =>
    onNumber(known, () => (random.chance(0.5) ? { unit: random.pick(['', ` ${unit} `]) } : {})),
  'R14 a result is in a unit that converts': (known, random) =>
    onNumber(known, (value) =>
      random.chance(0.5) ? { value: value * 1000, unit: random.pick(['µmol/L', 'umol/l']) } : {},
    ),
  'R14 a comparator says nothing': (known, random) =>
    onNumber(known, () => (random.chance(0.5) ? { comparator: 'ca.' } : {})),
  'R14 a result came as a text': (known, random) =>
    onNumber(known, () => (random.chance(0.5) ? { value: 'hæmolyse' } : {})),
};

/** What is said of a world of which only a part is known. */
function sayOf(random: Random, options: CriterionOptions, spoil: Spoiling): Truth {
  const criterion = drawCriterion(random, { bounded: true, ...options });
  const whole: Known = { patient: drawPatient(random), coverage: complete };
  const truth = ask(criterion, whole.patient).truth;
  // R19b: an anchor may ask of days that have not come, and of those nobody knows. Then another world is drawn.
  if (truth === 'unknown' && JSON.stringify(criterion).includes('"anchor"'))
    return sayOf(random, options, spoil);
  const known = spoil(whole, random);
  const said = ask(criterion, known.patient, { coverage: known.coverage }).truth;
  if (truth === 'unknown' || (said !== 'unknown' && said !== truth))
    throw new Error(
      `said ${said}, is ${truth}: ${JSON.stringify(criterion)} of ` +
        `${JSON.stringify(whole.patient)}, known as ${JSON.stringify(known)}`,
    );
  return said;
}

it.each([
  ...Object.entries(spoilings).map((each) => [...each, {}] as const),
  ...Object.entries(undecided).map((each) => [...each, {}] as const),
])('%s', (name, spoil, options) => {
  const random = new Random(name);
  const said = Array.from({ length: cases(40, 60) }, () => sayOf(random, options, spoil));
  // An evaluator that never dares is safe, and of no use. Of a handful of worlds (a mutation run) nothing follows.
  if (factor < 1) return;
  for (const decided of ['yes', 'no'])
    expect(said.filter((truth) => truth === decided).length).toBeGreaterThan(0.05 * said.length);
});

it('R16, R18 what lasted may have begun before the data does', () => {
  const random = new Random('what lasted');
  const shortened: Spoiling = (known) => {
    const from = onDay(random.whole(earliest, 0));
    const seen = onList(known, 'medications', (entry) =>
      typeof entry.to === 'string' && entry.to < from ? undefined : entry,
    );
    return hide(known, 'medications', { available: true, from }, seen);
  };
  const said = Array.from({ length: cases(40, 120) }, () =>
    sayOf(random, { lasting: true }, shortened),
  );
  expect(new Set(said)).toEqual(new Set(['yes', 'no', 'unknown']));
});

it('several of them at once', () => {
  const random = new Random('several of them at once');
  const all = [...Object.values(spoilings), ...Object.values(undecided)];
  const several: Spoiling = (known) =>
    [1, 2, 3].reduce((left) => random.pick(all)(left, random), known);
  const said = Array.from({ length: cases(40, 100) }, () => sayOf(random, {}, several));
  expect(new Set(said)).toEqual(new Set(['yes', 'no', 'unknown']));
});
