/** One patient with more records of one kind than anyone has, in every order and on all kinds of days. */
import type { PatientRecords } from '../../src/record/index.ts';

type Lists = Partial<PatientRecords>;

/** Days since 1960. */
const day = (days: number) =>
  new Date(Date.UTC(1960, 0, 1 + Math.round(days))).toISOString().slice(0, 10);
/** As many days as records are spread over. */
const spread = 24_000;
/** As a host gives them: some of them cannot be read. */
const list = (count: number, make: (index: number) => object): never[] =>
  Array.from({ length: count }, (_, index) => make(index) as never);

const codes: Readonly<Record<string, (index: number) => string>> = {
  'of one drug': () => 'N05AH03',
  'of two drugs': (index) => (index % 2 ? 'N05AH03' : 'C09AA02'),
  'of many drugs': (index) =>
    `${'ABCDGHJLMNPRSV'[index % 14]}0${index % 10}AA${String(index % 100).padStart(2, '0')}`,
};

const spans: Readonly<Record<string, (index: number, count: number) => object>> = {
  'one after the other': (index, count) => ({
    from: day((index * spread) / count),
    to: day(((index + 1) * spread) / count),
  }),
  'without end': (index, count) => ({ from: day((index * spread) / count) }),
  'the latest first': (index, count) => ({
    from: day(((count - index) * spread) / count),
    to: day(((count - index + 3) * spread) / count),
  }),
  'with pauses': (index) => ({ from: day((index % 8000) * 3), to: day((index % 8000) * 3 + 1) }),
  'from one day on': (index) => ({
    from: '2020-01-01',
    ...(index % 2 ? { to: '2020-03-01' } : {}),
  }),
  'known by their years': (index) => ({
    from: `${1960 + (index % 60)}-0${1 + (index % 9)}`,
    to: `${1961 + (index % 60)}`,
  }),
};

const points: Readonly<Record<string, (index: number, count: number) => object>> = {
  'day by day': (index, count) => ({ at: day((index * spread) / count), value: index % 97 }),
  'of one day': (index) => ({ at: '2024-01-01', value: index % 97 }),
  'of one day, with times': (index) => ({
    at: `2024-01-01T${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
    value: index % 97,
  }),
  'known by their year': (index) => ({ at: index % 2 ? '2024' : '2024-05', value: index % 97 }),
  'below a limit': (index, count) => ({
    at: day((index * spread) / count),
    value: index % 97,
    comparator: '<',
  }),
  'as texts': (index, count) => ({ at: day((index * spread) / count), value: `pos. ${index}` }),
  'that cannot be read': () => ({ at: 'aldrig', value: 1 }),
  'every other of which cannot be read': (index, count) => ({
    at: index % 2 ? 'aldrig' : day((index * spread) / count),
    value: index % 97,
  }),
};

/** By what is odd about them: so many medicines. */
export const manyMedicines: Readonly<Record<string, (count: number) => Lists>> = {
  ...Object.fromEntries(
    Object.entries(spans).flatMap(([how, spanOf]) =>
      Object.entries(codes).map(([which, codeOf]) => [
        `${which}, ${how}`,
        (count: number): Lists => ({
          medications: list(count, (index) => ({ code: codeOf(index), ...spanOf(index, count) })),
        }),
      ]),
    ),
  ),
  'without a code': (count) => ({
    medications: list(count, (index) => ({ code: '', text: 'Pille', from: day(index) })),
  }),
  'and one without a code that goes on': (count) => ({
    medications: [
      { code: '', text: 'Pille', from: '1960-01-01' },
      ...list(count, (index) => ({ code: 'N05AH03', from: day(index * 3), to: day(index * 3) })),
    ],
  }),
  'that end before they begin': (count) => ({
    medications: list(count, () => ({ code: 'N05AH03', from: '2020-02-02', to: '2019-01-01' })),
  }),
  'and one that was taken on a day of a year that nobody knows': (count) => ({
    medications: [
      { code: 'N05AH03', from: '2019', to: '2019' },
      ...list(count, (index) => ({
        code: index % 2 ? 'N05AH03' : 'C09AA02',
        from: day(index * 3),
        to: day(index * 3),
      })),
    ],
  }),
};

/** By what is odd about them: so many results. */
export const manyResults: Readonly<Record<string, (count: number) => Lists>> = Object.fromEntries(
  Object.entries(points).map(([how, pointOf]) => [
    how,
    (count: number): Lists => ({
      results: list(count, (index) => ({
        code: 'NPU27300',
        unit: 'mmol/mol',
        ...pointOf(index, count),
      })),
    }),
  ]),
);

/** By their kind: so many records of all others. */
export const manyOthers: Readonly<Record<string, (count: number) => Lists>> = {
  diagnoses: (count) => ({
    diagnoses: list(count, (index) => ({ code: 'P70', from: day((index * spread) / count) })),
  }),
  appointments: (count) => ({
    appointments: list(count, (index) => ({
      at: `2027-01-0${1 + (index % 9)}T10:${String(index % 60).padStart(2, '0')}`,
      status: 'booked',
    })),
  }),
  services: (count) => ({
    services: list(count, (index) => ({ code: '0101', at: day(24_400 - (index % 700)) })),
  }),
  letters: (count) => ({
    letters: list(count, (index) => ({
      at: day((index * spread) / count),
      text: 'Udskrevet',
      body: 'Brev',
    })),
  }),
};
