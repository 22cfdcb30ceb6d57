/** The made-up people every subject shows: twenty columns, the same for the same count everywhere. */
import { firstNames, surnames } from '../../../fixtures/clinic/names.ts';
import { Random } from '../../../fixtures/clinic/random.ts';

/** One row, as plain as it gets. `null` is missing. Dates are `YYYY-MM-DD`. */
export interface Person {
  /** `ddmmyy-nnnn` with 60 added to the day: a replacement number, which is nobody's. Unique. */
  readonly cpr: string;
  readonly name: string;
  readonly age: number;
  /** mmol/mol. */
  readonly hba1c: number | null;
  readonly egfr: number | null;
  readonly systolic: number | null;
  readonly ldl: number | null;
  readonly weight: number | null;
  /** ICPC-2. */
  readonly diagnosis: string;
  /** ATC. */
  readonly medication: string | null;
  readonly lastVisit: string | null;
  readonly nextVisit: string | null;
  readonly sex: 'female' | 'male';
  readonly group: number;
  readonly practitioner: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly municipality: string;
  readonly birthDate: string;
}

export type ColumnId = keyof Person;

/** The columns in their order, with the widths in CSS pixels that every subject is given. */
export const columns: readonly {
  readonly id: ColumnId;
  readonly title: string;
  readonly width: number;
  readonly numeric?: true;
}[] = [
  { id: 'cpr', title: 'CPR', width: 120 },
  { id: 'name', title: 'Navn', width: 240 },
  { id: 'age', title: 'Alder', width: 80, numeric: true },
  { id: 'hba1c', title: 'HbA1c', width: 90, numeric: true },
  { id: 'egfr', title: 'eGFR', width: 90, numeric: true },
  { id: 'systolic', title: 'Systolisk', width: 90, numeric: true },
  { id: 'ldl', title: 'LDL', width: 90, numeric: true },
  { id: 'weight', title: 'Vægt', width: 90, numeric: true },
  { id: 'diagnosis', title: 'Diagnose', width: 110 },
  { id: 'medication', title: 'Medicin', width: 110 },
  { id: 'lastVisit', title: 'Seneste kontakt', width: 120 },
  { id: 'nextVisit', title: 'Næste aftale', width: 120 },
  { id: 'sex', title: 'Køn', width: 80 },
  { id: 'group', title: 'Gruppe', width: 80, numeric: true },
  { id: 'practitioner', title: 'Behandler', width: 110 },
  { id: 'address', title: 'Adresse', width: 180 },
  { id: 'postalCode', title: 'Postnr.', width: 90 },
  { id: 'city', title: 'By', width: 140 },
  { id: 'municipality', title: 'Kommune', width: 100 },
  { id: 'birthDate', title: 'Født', width: 120 },
];

export const rowHeight = 32;

export const diagnoses = ['P70', 'T90', 'K86', 'R95', 'L95', 'K74', 'P76', 'U99', 'A97', 'R96'];
export const medications = [
  'N06DA02',
  'A10BA02',
  'C09AA05',
  'R03BB04',
  'M05BA04',
  'B01AC06',
  'C10AA05',
];
const streets = ['Ådalsvej', 'Østergade', 'Ærøvej', 'Prøvevej', 'Mønstergade', 'Aabakken'];
const cities = ['Prøvekøbing', 'Østby', 'Ægirup', 'Aastrup', 'Ålsted', 'Testrup'];
/** Danish sorts Aa as Å, last: a comparer that knows no Danish shows at once. */
const lastNames = [...surnames, 'Aatest', 'Ægtefald', 'Åprøve', 'Ørkenmodel', 'Lundkopi'];
const givenNames = Object.values(firstNames).flatMap((byAge) => Object.values(byAge).flat());

export const today = '2026-11-24';

const day = 86_400_000;
const firstBirth = Date.UTC(1930, 0, 1);
/** Born before the first of their records (`recordsOf`): a diagnosis from before birth would be set aside. */
const birthDays = 32_500;
const todayAt = (Date.parse(today) - firstBirth) / day;

export function makePeople(count: number): readonly Person[] {
  const random = new Random('list');
  const dates = datesFrom(firstBirth, todayAt + 800);
  const maybe = <Value>(value: Value) => (random.chance(0.12) ? null : value);
  return Array.from({ length: count }, (_, index): Person => {
    // A step without a common factor with the number of days visits each day once before any twice.
    const born = (index * 7919) % birthDays;
    const birthDate = dates[born] ?? '';
    const sex = random.chance(0.5) ? 'female' : 'male';
    return {
      cpr: cprOf(birthDate, sex, Math.floor(index / birthDays)),
      name: `${random.pick(givenNames)} ${random.pick(lastNames)} ${random.pick(lastNames)}`,
      age: Math.floor((todayAt - born) / 365.25),
      hba1c: maybe(random.whole(28, 130)),
      egfr: maybe(random.whole(12, 110)),
      systolic: maybe(random.whole(95, 190)),
      ldl: maybe(random.whole(8, 62) / 10),
      weight: maybe(random.whole(420, 1380) / 10),
      diagnosis: random.pick(diagnoses),
      medication: maybe(random.pick(medications)),
      lastVisit: maybe(dates[todayAt - random.whole(0, 1500)] ?? ''),
      nextVisit: random.chance(0.4) ? (dates[todayAt + random.whole(1, 400)] ?? '') : null,
      sex,
      group: random.chance(0.97) ? 1 : 2,
      practitioner: `L${random.whole(1, 9)}`,
      address: `${random.pick(streets)} ${random.whole(1, 180)}`,
      postalCode: String(random.whole(1000, 9990)),
      city: random.pick(cities),
      municipality: `0${random.whole(101, 860)}`,
      birthDate,
    };
  });
}

function cprOf(birthDate: string, sex: Person['sex'], serial: number): string {
  const [year = '', month = '', dayOfMonth = ''] = birthDate.split('-');
  const last = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const century = Number(year) < 2000 ? 1 : 5;
  return `${Number(dayOfMonth) + 60}${month}${year.slice(2)}-${century}${last}`;
}

function datesFrom(start: number, days: number): readonly string[] {
  return Array.from({ length: days }, (_, index) =>
    new Date(start + index * day).toISOString().slice(0, 10),
  );
}
