/**
 * Units: which name the same, and by which power of ten one converts into another (SEMANTICS R14). A number is
 * converted as a decimal, by moving its point: 0.07 mmol/L is 70 µmol/L, not 70.00000000000001.
 */
import { normalize } from './normalize.ts';

/** Units that convert into each other: each is so many powers of ten of the group's base. */
export interface UnitGroup {
  /** What is measured. */
  readonly title: string;
  /** By exponent of ten: the names of one unit, the first as it is best written. UCUM's names are among them. */
  readonly units: Readonly<Record<number, readonly string[]>>;
}

/**
 * The published table. A unit that is not in it is equal to itself alone, whatever space and letters it is
 * written with. Nothing converts from one group to another but `unitBridges`: not across a molar mass, not from
 * minutes to hours, not from enzyme units to katal or international units.
 *
 * Sources: UCUM (unitsofmeasure.org) for names and prefixes; the SI; the Danish NPU list for `10⁻³`, `arb.enh.`
 * and `int.enh.`.
 */
export const unitGroups: readonly UnitGroup[] = [
  {
    title: 'Score, count',
    units: { 0: ['1', 'point', 'points', 'score', '{score}', '{point}', '{points}', '{count}'] },
  },
  {
    title: 'Fraction of numbers',
    units: {
      [-2]: ['%', 'procent', 'percent', 'pct'],
      [-3]: ['10-3', '‰'],
      [-6]: ['10-6', 'ppm', '[ppm]'],
    },
  },
  {
    title: 'Substance fraction',
    units: {
      0: ['mol/mol'],
      [-3]: ['mmol/mol'],
      [-6]: ['µmol/mol', 'mmol/kmol'],
      [-9]: ['nmol/mol'],
    },
  },
  {
    title: 'Mass fraction',
    units: {
      0: ['g/g', 'kg/kg'],
      [-3]: ['mg/g', 'g/kg'],
      [-6]: ['µg/g', 'mg/kg'],
      [-9]: ['ng/g', 'µg/kg'],
    },
  },
  {
    title: 'Substance concentration',
    units: {
      0: ['mol/L', 'mmol/mL'],
      [-3]: ['mmol/L', 'µmol/mL', 'mol/m3'],
      [-6]: ['µmol/L', 'nmol/mL', 'mmol/m3'],
      [-9]: ['nmol/L', 'pmol/mL'],
      [-12]: ['pmol/L', 'fmol/mL'],
      [-15]: ['fmol/L'],
    },
  },
  {
    title: 'Mass concentration',
    units: {
      3: ['kg/L', 'g/mL'],
      1: ['g/dL', 'g/100mL'],
      0: ['g/L', 'mg/mL', 'kg/m3'],
      [-2]: ['mg/dL', 'mg/100mL'],
      [-3]: ['mg/L', 'µg/mL', 'g/m3'],
      [-5]: ['µg/dL', 'µg/100mL'],
      [-6]: ['µg/L', 'ng/mL', 'mg/m3'],
      [-8]: ['ng/dL'],
      [-9]: ['ng/L', 'pg/mL'],
      [-11]: ['pg/dL'],
      [-12]: ['pg/L'],
    },
  },
  {
    title: 'Number concentration',
    units: {
      12: ['10E12/L', '10E6/µL'],
      9: ['10E9/L', '10E6/mL', '10E3/µL', '/nL', 'mia/L'],
      6: ['10E6/L', '10E3/mL', '/µL', '/mm3', 'mio/L', 'mill/L'],
      3: ['10E3/L', '/mL'],
      0: ['/L'],
    },
  },
  {
    title: 'Enzyme activity concentration',
    units: { 3: ['kU/L', 'U/mL'], 0: ['U/L', 'mU/mL'], [-3]: ['mU/L', 'µU/mL'] },
  },
  {
    title: 'Catalytic activity concentration',
    units: { 0: ['kat/L'], [-3]: ['mkat/L'], [-6]: ['µkat/L'], [-9]: ['nkat/L'] },
  },
  {
    title: 'International units by volume',
    units: {
      3: ['kIU/L', 'IU/mL', 'k[iU]/L', '[iU]/mL', '10E3 IU/L', '10E3 int.enh./L'],
      0: ['IU/L', 'mIU/mL', '[iU]/L', 'm[iU]/mL', 'IE/L', 'int.enh./L'],
      [-3]: ['mIU/L', 'µIU/mL', 'm[iU]/L', 'µ[iU]/mL', 'mIE/L', '10-3 IU/L', '10-3 int.enh./L'],
    },
  },
  {
    title: 'Mass by amount of substance',
    units: { 0: ['g/mol', 'mg/mmol'], [-3]: ['mg/mol', 'µg/mmol'], 3: ['g/mmol', 'kg/mol'] },
  },
  {
    title: 'Amount of substance by mass',
    units: { 0: ['mol/kg'], [-3]: ['mmol/kg'], [-6]: ['µmol/kg'] },
  },
  {
    title: 'Mass by day',
    units: {
      0: ['g/d', 'g/24h', 'g/døgn'],
      [-3]: ['mg/d', 'mg/24h', 'mg/døgn'],
      [-6]: ['µg/d', 'µg/24h', 'µg/døgn'],
    },
  },
  {
    title: 'Amount of substance by day',
    units: {
      0: ['mol/d', 'mol/24h', 'mol/døgn'],
      [-3]: ['mmol/d', 'mmol/24h', 'mmol/døgn'],
      [-6]: ['µmol/d', 'µmol/24h', 'µmol/døgn'],
      [-9]: ['nmol/d', 'nmol/24h', 'nmol/døgn'],
    },
  },
  {
    title: 'Mass',
    units: {
      3: ['kg'],
      0: ['g', 'gram'],
      [-3]: ['mg'],
      [-6]: ['µg', 'mcg', 'mikrogram'],
      [-9]: ['ng'],
    },
  },
  {
    title: 'Amount of substance',
    units: { 0: ['mol'], [-3]: ['mmol'], [-6]: ['µmol'], [-9]: ['nmol'], [-12]: ['pmol'] },
  },
  {
    title: 'Volume',
    units: {
      0: ['L', 'liter', 'dm3'],
      [-1]: ['dL'],
      [-2]: ['cL'],
      [-3]: ['mL', 'cm3'],
      [-6]: ['µL', 'mm3'],
    },
  },
  {
    title: 'Length',
    units: { 3: ['km'], 0: ['m'], [-1]: ['dm'], [-2]: ['cm'], [-3]: ['mm'], [-6]: ['µm'] },
  },
  { title: 'Mass by area', units: { 0: ['kg/m2'], [-3]: ['g/m2'] } },
  { title: 'Pressure, of mercury', units: { 0: ['mmHg', 'mm[Hg]'] } },
  { title: 'Pressure', units: { 3: ['kPa'], 2: ['hPa', 'mbar'], 0: ['Pa'], 5: ['bar'] } },
  { title: 'Volume by minute', units: { 0: ['L/min'], [-3]: ['mL/min'] } },
  {
    title: 'Volume by minute and 1.73 m² of body surface',
    units: {
      [-3]: [
        'mL/min/1.73m2',
        'mL/min/{1.73_m2}',
        'mL/min/{1.73m2}',
        'mL/min/173m2',
        'mL/min/1.73',
        'mL/min/(1.73m2)',
      ],
    },
  },
  {
    title: 'Frequency by minute',
    units: { 0: ['/min', '1/min', 'min-1', 'bpm', 'slag/min', '{beats}/min', '{breaths}/min'] },
  },
  { title: 'Time, up to seconds', units: { 0: ['s', 'sek'], [-3]: ['ms'], [-6]: ['µs'] } },
  { title: 'Temperature', units: { 0: ['°C', 'Cel', 'grader C'] } },
  { title: 'International normalised ratio', units: { 0: ['INR', '{INR}'] } },
];

/**
 * Units of two groups that mean the same number: NPU writes a fraction as `10⁻³` whatever it is a fraction of. Only
 * these two names are equal: `mmol/mol` and `mg/g` never each other, `%` never either of them.
 */
export const unitBridges: readonly (readonly [string, string])[] = [
  ['10-3', 'mmol/mol'],
  ['10-3', 'mg/g'],
];

/** A unit as it is compared: in the one spelling of what only looks different. */
export function normalizeUnit(text: string): string {
  const unit = normalize(text.replace(superscripts, plainPower))
    // The micro sign and the Greek letter raise to one; as `u` it is only another writing of them.
    .replace(/\u039c(?=[\p{L}[])/gu, 'U')
    .replace(/[\u2044\u2215]/g, '/')
    .replaceAll(',', '.')
    .replaceAll('[HG]', 'HG');
  return tenPower(unit).replaceAll('^', '');
}

/** `10⁹`, `m²`: superscripts as a power that is written out. */
function plainPower(signs: string): string {
  return `^${signs.normalize('NFKC').replace('+', '')}`;
}
const superscripts = /[⁰¹²³⁴-⁹⁻⁺]+/g;

/** `10^9`, `10*9`, `10e9` and `x10E9` are one, and so are `10-3` and `10E-3`. */
function tenPower(unit: string): string {
  // Not of `109/L`: that may be a superscript lost, or one hundred and nine.
  return unit.replace(
    /^[X×·∙⋅*]?10(?:[\^*E](-?\d{1,2})|(-\d{1,2}))(?![\d.])/,
    (_, marked?: string, bare?: string) => `10E${marked ?? bare}`,
  );
}

/** A unit of the table. */
interface KnownUnit {
  readonly group: UnitGroup;
  readonly exponent: number;
}

const knownUnits: ReadonlyMap<string, KnownUnit> = new Map(
  unitGroups.flatMap((group) =>
    Object.entries(group.units).flatMap(([exponent, names]) =>
      names.map((name): [string, KnownUnit] => [
        normalizeUnit(name),
        { group, exponent: Number(exponent) },
      ]),
    ),
  ),
);
const [counted] = unitGroups;
const bridges: ReadonlySet<string> = new Set(
  unitBridges.flatMap(([a, b]) => [bridgeOf(a, b), bridgeOf(b, a)]),
);

function bridgeOf(from: string, to: string): string {
  return `${normalizeUnit(from)} ${normalizeUnit(to)}`;
}

/** Whether the table has the unit: one that it has not is only equal to itself. */
export function isKnownUnit(unit: string): boolean {
  return knownUnits.has(normalizeUnit(unit));
}

/**
 * The name by which a unit is best written; as it is where the table has none that is equal. What is counted has a word
 * of its own (`point`), and a day is written in each language.
 */
export function bestUnit(text: string): string {
  const written = text.trim();
  const known = knownUnits.get(knownNormal(written));
  if (!known || known.group === counted || known.group.title.endsWith(' by day')) return written;
  return known.group.units[known.exponent]![0]!;
}

/**
 * The power of ten that makes a number in one unit a number in another: 3 from `mmol/L` to `µmol/L`.
 * @returns undefined where the one cannot be judged in the other.
 */
export function unitExponent(from: string, to: string): number | undefined {
  return exponentOf(knownNormal(from), knownNormal(to));
}

/** As `normalizeUnit`: each spelling is read once. */
function knownNormal(text: string): string {
  let unit = normals.get(text);
  if (unit === undefined) {
    if (normals.size >= mostRead) normals.clear();
    normals.set(text, (unit = normalizeUnit(text)));
  }
  return unit;
}
const normals = new Map<string, string>();

/** As `unitExponent` to one unit, from many. */
export function unitReader(to: string): (from: string) => number | undefined {
  const own = normalizeUnit(to);
  return (from) => exponentOf(knownNormal(from), own);
}

/** A clinic has a few hundred spellings. */
const mostRead = 10_000;

/** Every unit, normalised, that can be judged in another, and the power of ten as `unitExponent`: the other itself too. */
export function unitsReadAs(to: string): ReadonlyMap<string, number> {
  const own = normalizeUnit(to);
  return new Map(
    [own, ...knownUnits.keys()].flatMap((from) => {
      const exponent = exponentOf(from, own);
      return exponent === undefined ? [] : [[from, exponent] as const];
    }),
  );
}

/** Of normalised units. */
function exponentOf(from: string, to: string): number | undefined {
  if (from === to) return 0;
  const [a, b] = [knownUnits.get(from), knownUnits.get(to)];
  if (a && b && a.group === b.group) return a.exponent - b.exponent;
  return bridges.has(`${from} ${to}`) ? 0 : undefined;
}

/**
 * One number less another, exact, for they are subtracted as the decimals that they are written as: 7.3 less 2.3 is 5,
 * where floating point says less.
 */
export function decimalDifference(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a - b;
  // As whole numbers of the first decimal place at which both are whole: a quotient of such is rounded once.
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const [one, other] = [Math.round(a * scale), Math.round(b * scale)];
    if (Math.abs(one) + Math.abs(other) > Number.MAX_SAFE_INTEGER) break;
    if (one / scale === a && other / scale === b) return (one - other) / scale;
  }
  const [one, other] = [decimalOf(a), decimalOf(b)];
  const power = Math.min(one.power, other.power);
  const whole = (each: Decimal) => each.digits * 10n ** BigInt(each.power - power);
  return Number(`${whole(one) - whole(other)}e${power}`);
}

/** So many times a power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly power: number;
}

function decimalOf(value: number): Decimal {
  const [digits = '', power = '0'] = String(value).split('e');
  const [whole = '', decimals = ''] = digits.split('.');
  return { digits: BigInt(whole + decimals), power: Number(power) - decimals.length };
}

/** A number with its decimal point moved so many places to the right: exact, for it is done to the digits as written. */
export function movePoint(value: number, places: number): number {
  if (places === 0) return value;
  const [digits, power = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(power) + places}`);
}
