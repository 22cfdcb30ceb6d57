/** Random criteria and patients, the same every time: small enough that everything meets everything. */
import type { Random } from '../../fixtures/clinic/random.ts';
import { parseProfile, type Criterion, type Window } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { asOf, documentOf } from './build.ts';

/** Records lie between these days, counted from `asOf`. */
export const earliest = -40;
export const latest = 20;

/** The calendar date so many days after `asOf`. */
export function onDay(day: number): string {
  return new Date(Date.parse(`${asOf}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
}

/** The day of a calendar date, counted from `asOf`. */
export function dayOf(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${asOf}T00:00:00Z`)) / 86_400_000;
}

const diagnosisCodes = ['A01', 'A011', 'A02', 'B10'];
const substances = ['N05AH03', 'N05AH04', 'N05BA01', 'C09AA02'];
const resultCodes = ['X', 'Y'];
export const unit = 'mmol/L';

const system = {
  diagnosis: 'ICPC-2',
  medication: 'ATC',
  result: 'NPU',
  service: 'ydelse',
} as const;
const asked = {
  diagnosis: [['A01'], ['A01', 'B10'], ['A01-A02'], ['A']],
  medication: [['N05A'], ['N05AH04'], ['N', 'C09'], ['N05AH-N05BA']],
  result: [['X'], ['X', 'Y']],
  service: [['0101'], ['0101', '2133']],
} as const;
type Asked = keyof typeof asked;

export interface CriterionOptions {
  /** Only windows with a first day, so that coverage always counts (R9). */
  readonly bounded?: boolean;
  /** Asks only what lasts, alone or together. */
  readonly lasting?: boolean;
  /** May ask for the highest or lowest result. */
  readonly extremes?: boolean;
  /** Only windows that begin by the day asked: all of them have come, whichever record's day that is. */
  readonly begun?: boolean;
}

/** A criterion that a profile may hold, of at most two levels above its queries. */
export function drawCriterion(random: Random, options: CriterionOptions = {}): Criterion {
  for (;;) {
    const criterion = drawTree(random, options, 2);
    // A contradiction comes up now and then; no profile may hold one.
    if (parseProfile(documentOf(criterion)).ok) return criterion;
  }
}

function drawTree(random: Random, options: CriterionOptions, depth: number): Criterion {
  if (depth === 0 || random.chance(0.55)) return drawQuery(random, options);
  if (random.chance(0.25)) return { not: drawTree(random, options, depth - 1) };
  if (random.chance(0.25)) return drawAnchor(random, options, depth - 1);
  const parts = Array.from({ length: random.whole(1, 3) }, () =>
    drawTree(random, options, depth - 1),
  );
  return random.pick<Criterion>([
    { all: parts },
    { any: parts },
    { atLeast: random.whole(1, parts.length), of: parts },
  ]);
}

function drawAnchor(random: Random, options: CriterionOptions, depth: number): Criterion {
  const begun = { ...options, begun: true };
  const is = drawTree(random, begun, depth);
  const when = drawWindow(random, begun);
  const pick = random.pick(['latest', 'earliest'] as const);
  const at = random.chance(0.4) ? { at: 'end' as const } : {};
  switch (random.whole(0, 3)) {
    case 0:
      return {
        anchor: {
          on: { diagnosis: { codes: codesOf(random, 'diagnosis'), when } },
          pick,
          ...at,
          is,
        },
      };
    case 1: {
      const codes = codesOf(random, 'medication');
      return { anchor: { on: { medication: { codes, when } }, pick, ...at, is } };
    }
    case 2: {
      const query = { codes: codesOf(random, 'result'), when, value: drawBounds(random) };
      return { anchor: { on: { result: query }, pick, is } };
    }
    default:
      return { anchor: { on: { service: { codes: codesOf(random, 'service'), when } }, pick, is } };
  }
}

function drawQuery(random: Random, options: CriterionOptions): Criterion {
  const when = () => drawWindow(random, options);
  const days = (most: number) => `P${random.whole(1, most)}D`;
  switch (options.lasting ? random.pick([1, 3]) : random.whole(0, 11)) {
    case 0:
      return {
        patient: random.chance(0.5)
          ? { age: { min: random.whole(60, 90) } }
          : { sex: random.pick(['female', 'male'] as const) },
      };
    case 1: {
      const of = [0, 1].map(() => ({ medication: { codes: codesOf(random, 'medication') } }));
      const lasting = random.chance(0.6) ? { lasting: days(15) } : {};
      return { concurrent: { of, when: when(), ...lasting } };
    }
    case 2: {
      const first = { diagnosis: { codes: codesOf(random, 'diagnosis'), when: when() } };
      const second = random.chance(0.5)
        ? { diagnosis: { codes: codesOf(random, 'diagnosis'), when: when() } }
        : { result: { codes: codesOf(random, 'result'), when: when(), value: drawBounds(random) } };
      return { sequence: { of: [first, second], within: days(15) } };
    }
    case 3: {
      const type = random.pick(['diagnosis', 'medication'] as const);
      const gap = random.chance(0.5) ? { gap: days(5) } : {};
      const asked = { codes: codesOf(random, type), when: when() };
      const lasting = random.chance(0.5) ? days(20) : drawLengths(random);
      const query = random.chance(0.5)
        ? {
            ...asked,
            episodes: gap,
            count: drawCount(random),
            ...(random.chance(0.5) ? { lasting } : {}),
          }
        : { ...asked, ...gap, lasting };
      return type === 'diagnosis' ? { diagnosis: query } : { medication: query };
    }
    case 4:
    case 5: {
      const pick = random.pick([
        'any',
        'latest',
        'earliest',
        ...(options.extremes === false ? [] : (['highest', 'lowest'] as const)),
      ] as const);
      const count = pick === 'any' ? { count: drawCounted(random) } : {};
      if (pick === 'latest' && random.chance(0.5)) {
        const prefer = random
          .pick([
            ['X', 'Y'],
            ['Y', 'X'],
          ])
          .map((code) => ({
            system: system.result,
            include: [code],
          }));
        const windowed = drawWindow(random, { ...options, bounded: true });
        return { result: { prefer, when: windowed, pick, value: drawBounds(random) } };
      }
      const codes = codesOf(random, 'result');
      return { result: { codes, when: when(), pick, value: drawBounds(random), ...count } };
    }
    case 6:
      return {
        medication: {
          codes: codesOf(random, 'medication'),
          when: when(),
          distinct: { level: random.pick([1, 2, 4, 5] as const) },
          count: drawCount(random),
        },
      };
    case 7:
      return {
        diagnosis: {
          codes: codesOf(random, 'diagnosis'),
          when: when(),
          count: drawCounted(random),
        },
      };
    case 10: {
      const from = random.pick([
        'previous',
        'earliest',
        ...(options.extremes === false ? [] : (['highest', 'lowest'] as const)),
      ] as const);
      const { low, high } = { low: random.whole(-9, 4), high: random.whole(-4, 9) };
      const bounds = random.pick<object>([
        { above: low },
        { atLeast: low },
        { below: high },
        { atMost: high },
        { above: low, atMost: low + 5 },
      ]);
      const of = { codes: codesOf(random, 'result'), when: when() };
      return { change: { of, from, value: { ...bounds, unit } } };
    }
    case 11: {
      const part = (code: string) => {
        const pick = random.pick([
          'any',
          'latest',
          'earliest',
          ...(options.extremes === false ? [] : (['highest', 'lowest'] as const)),
        ] as const);
        const codes = { system: system.result, include: [code] };
        return { result: { codes, pick, value: drawBounds(random) } };
      };
      const second = random.chance(0.6)
        ? part('Y')
        : { service: { codes: codesOf(random, 'service') } };
      return { sameDay: { of: [part('X'), second], when: when() } };
    }
    case 8:
      return {
        medication: { codes: codesOf(random, 'medication'), when: when(), source: 'FMK' },
      };
    default:
      return {
        service: { codes: codesOf(random, 'service'), when: when(), count: drawCounted(random) },
      };
  }
}

function codesOf(random: Random, type: Asked) {
  return { system: system[type], include: [...random.pick<readonly string[]>(asked[type])] };
}

function drawCount(random: Random) {
  const min = random.whole(1, 3);
  if (random.chance(0.5)) return { min };
  return random.chance(0.5) ? { max: min - 1 } : { min, max: min + 1 };
}

function drawLengths(random: Random) {
  const least = random.whole(1, 12);
  const [atLeast, atMost] = [`P${least}D`, `P${least + random.whole(0, 12)}D`];
  return random.pick([{ atMost }, { atLeast, atMost }]);
}

/** Now and then of those that are so far apart. */
function drawCounted(random: Random) {
  return random.chance(0.5)
    ? { ...drawCount(random), apart: `P${random.whole(1, 15)}D` }
    : drawCount(random);
}

function drawBounds(random: Random) {
  const bound = random.whole(1, 9);
  const low = random.pick([{ above: bound }, { atLeast: bound }, {}]);
  const high = random.pick([{ below: bound + 3 }, { atMost: bound + 3 }]);
  // Both ends are values that are drawn: each is plausible.
  const plausible = random.chance(0.3) ? { plausible: { min: 0, max: 12 } } : {};
  return { ...low, ...high, unit, ...plausible };
}

/** In whole days: what a month is, other tests say. */
export function drawWindow(
  random: Random,
  { bounded = false, begun = false }: CriterionOptions,
): Window {
  const from = random.whole(earliest, begun ? 0 : latest - 5);
  const to = from + random.whole(0, 20);
  const edge = (day: number) => (day < 0 ? `-P${-day}D` : day > 0 ? `+P${day}D` : 'P0D');
  switch (random.whole(0, bounded ? 6 : 8)) {
    case 0:
      return 'now';
    case 1:
      return 'future';
    case 2:
      return { last: `P${random.whole(0, 40)}D` };
    case 3:
      return { next: `P${random.whole(0, 20)}D` };
    case 4:
      return { from: edge(from), to: edge(to) };
    case 5:
      return { from: onDay(from), to: onDay(to) };
    case 6:
      // Ends today: empty when it begins later.
      return { from: edge(from) };
    case 7:
      return { to: edge(to) };
    default:
      return 'ever';
  }
}

/** A patient of whom everything is known. */
export function drawPatient(random: Random): PatientRecords {
  const many = <Entry>(most: number, draw: () => Entry) =>
    Array.from({ length: random.whole(0, most) }, draw);
  const span = () => {
    const from = random.whole(earliest, latest);
    const to = random.chance(0.7) ? { to: onDay(from + random.whole(0, 15)) } : {};
    return { from: onDay(from), ...to };
  };
  const at = () => onDay(random.whole(earliest, latest));
  return {
    patient: {
      id: 'p1',
      name: 'Test Testesen',
      birthDate: `${random.whole(1930, 1970)}-06-15`,
      sex: random.pick(['female', 'male']),
    },
    diagnoses: many(5, () => ({ code: random.pick(diagnosisCodes), ...span() })),
    medications: many(6, () => ({
      code: random.pick(substances),
      source: random.pick(['FMK', 'Journal']),
      ...span(),
    })),
    results: many(5, () => ({
      code: random.pick(resultCodes),
      at: at(),
      value: random.whole(0, 12),
      unit,
    })),
    services: many(4, () => ({ code: random.pick(['0101', '2133']), at: at() })),
    appointments: [],
    referrals: [],
    letters: [],
  };
}
