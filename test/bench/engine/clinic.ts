/**
 * A made-up clinic of any size, the same on every machine: about 60 records a patient over 15 years. It comes
 * in batches, so that a million patients need not live as plain objects at once. Everything is readable
 * and covered: three-valued and two-valued answers are the same.
 */
import { Random } from '../../../fixtures/clinic/random.ts';
import { recordTypes, type CoverageByType } from 'overblik';
import type { MadePatient } from './subject.ts';
import { analyses, diagnosisCodes, medicationCodes, serviceCodes } from './codes.ts';

export const lastDay = '2026-11-24';

export const coverage: CoverageByType = Object.fromEntries(
  recordTypes.map((type) => [type, { available: true }]),
);

const batchSize = 1000;

/** The clinic's patients, a thousand at a time. */
export function* batchesOf(patients: number): Generator<readonly MadePatient[]> {
  const random = new Random('overblik bench');
  const more = new Random('overblik bench, further fields');
  for (let first = 0; first < patients; first += batchSize) {
    const batch: MadePatient[] = [];
    for (let number = first; number < Math.min(first + batchSize, patients); number++)
      batch.push(withFurtherFields(patientOf(number, random), more));
    yield batch;
  }
}

const dayLength = 86_400_000;
const lastNumber = Date.parse(lastDay) / dayLength;
const historyLength = Math.round(15 * 365.25);
const historyStart = lastNumber - historyLength;
const oldest = 97 * 365;
const ahead = 200;

/**
 * Every day's text, once: JSON.parse gives one string for all equal texts of up to ten characters, so
 * data off the wire share theirs too.
 */
const dayTexts = parsed(
  Array.from({ length: oldest + ahead + 1 }, (_, index) =>
    new Date((lastNumber - oldest + index) * dayLength).toISOString().slice(0, 10),
  ),
);

function dayText(number: number): string {
  return dayTexts[number - lastNumber + oldest] ?? lastDay;
}

function parsed<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const drawDiagnosis = zipf(parsed(diagnosisCodes), 6);
const drawMedication = zipf(parsed(medicationCodes), 20);
const drawAnalysis = zipf(parsed(analyses), 5);
const drawService = zipf(parsed(serviceCodes), 3);

/** Draws by frequencies that fall as 1 / (rank + `flat`). */
function zipf<Value>(values: readonly Value[], flat: number): (random: Random) => Value {
  const reach = new Float64Array(values.length);
  let total = 0;
  for (let rank = 0; rank < values.length; rank++) reach[rank] = total += 1 / (rank + flat);
  return (random) => {
    const at = random.next() * total;
    let low = 0;
    for (let high = values.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return values[low] as Value;
  };
}

function patientOf(number: number, random: Random): MadePatient {
  const age = random.whole(0, 95);
  const born = lastNumber - age * 365 - random.whole(1, 364);
  // The old have more of everything, and some people much more than others.
  const burden = (0.35 + (1.3 * age) / 95) * (0.5 + random.next());
  const about = (mean: number) => Math.round(mean * burden * (0.6 + 0.8 * random.next()));
  const start = Math.max(born, historyStart);
  const dies = age > 60 && random.chance(0.03);
  return {
    patient: {
      id: `p${String(number).padStart(7, '0')}`,
      name: 'Test Testesen',
      birthDate: dayText(born),
      sex: random.chance(0.5) ? 'female' : 'male',
      ...(dies ? { deceased: dayText(lastNumber - random.whole(0, 900)) } : {}),
    },
    diagnoses: diagnosesOf(about(8), start, random),
    medications: medicationsOf(about(12), start, random),
    results: resultsOf(about(27), start, random),
    services: Array.from({ length: about(11) }, () => ({
      code: drawService(random),
      at: dayText(random.whole(start, lastNumber)),
    })),
    appointments: Array.from({ length: about(3) }, () => ({
      at: dayText(random.whole(start, lastNumber + ahead)),
      status: random.chance(0.9) ? ('booked' as const) : ('cancelled' as const),
    })),
    referrals: Array.from({ length: about(1) }, () => ({
      at: dayText(random.whole(start, lastNumber)),
      status: 'sent' as const,
    })),
  };
}

function diagnosesOf(count: number, start: number, random: Random) {
  return Array.from({ length: count }, () => {
    const from = random.whole(start, lastNumber);
    const code = drawDiagnosis(random);
    return random.chance(0.6)
      ? { code, from: dayText(from) }
      : {
          code,
          from: dayText(from),
          to: dayText(Math.min(from + random.whole(3, 400), lastNumber)),
        };
  });
}

/** Treatments: a prescription, renewed a few times with small pauses; some go on. */
function medicationsOf(count: number, start: number, random: Random) {
  const spans: { code: string; from: string; to?: string }[] = [];
  while (spans.length < count) {
    const code = drawMedication(random);
    let from = random.whole(start, lastNumber);
    for (let renewals = random.whole(1, 3); renewals > 0 && spans.length < count; renewals--) {
      if (renewals === 1 && random.chance(0.55)) spans.push({ code, from: dayText(from) });
      else {
        const to = Math.min(from + random.whole(10, 120), lastNumber);
        spans.push({ code, from: dayText(from), to: dayText(to) });
        from = to + random.whole(-3, 30);
        if (from > lastNumber) break;
      }
    }
  }
  return spans;
}

/** Panels of up to four analyses a day; no day has the same analysis twice, so that "latest" has no ties. */
function resultsOf(count: number, start: number, random: Random) {
  const results: { code: string; at: string; value: number; unit: string }[] = [];
  // An infant has fewer days than panels.
  const panels = Math.min(Math.max(1, Math.ceil(count / 3)), lastNumber - start);
  const stretch = Math.floor((lastNumber - start) / panels);
  for (let panel = 0; panel < panels; panel++) {
    const at = dayText(start + panel * stretch + random.whole(0, Math.max(0, stretch - 1)));
    const first = results.length;
    const size = Math.min(random.whole(1, 5), count - first);
    for (let tries = 0; tries < size; tries++) {
      const { code, unit, mean, spread } = drawAnalysis(random);
      if (results.some((other, index) => index >= first && other.code === code)) continue;
      // A sum of two draws: near enough to normal, and quick.
      const deviation = (random.next() + random.next() - 1) * 2.45 * spread;
      results.push({ code, at, value: Math.round((mean + deviation) * 10) / 10, unit });
    }
  }
  return results;
}

const products = parsed(
  Array.from({ length: 4 * medicationCodes.length }, (_, index) => String(100_000 + index)),
);
const placeOf = new Map(medicationCodes.map((code, index) => [code, index]));
const [sks = 'SKS', general = '80', other = '21', milligrams = 'mg'] = parsed([
  'SKS',
  '80',
  '21',
  'mg',
]);
const hospitalCodes = parsed(['DE10', 'DE11', 'DI10', 'DI20', 'DJ44', 'DF00', 'DN18', 'DM81']);

/** The fields and the code system that few rules ask for, drawn apart: all else stays as it was without them. */
function withFurtherFields(made: MadePatient, random: Random): MadePatient {
  const { patient, diagnoses = [], medications = [], services = [] } = made;
  const { birthDate } = patient;
  // Some come with every year; the others have been there for as long as anyone knows.
  const joined = dayText(lastNumber - random.whole(0, historyLength));
  return {
    ...made,
    patient: {
      ...patient,
      registered: joined > birthDate ? joined : birthDate,
      listed: random.chance(0.98),
    },
    diagnoses: [
      ...diagnoses,
      ...(random.chance(0.3) && diagnoses[0]
        ? [{ code: random.pick(hospitalCodes), system: sks, from: diagnoses[0].from }]
        : []),
    ],
    medications: medications.map((each) => ({
      ...each,
      product: products[4 * (placeOf.get(each.code) ?? 0) + random.whole(0, 3)] ?? '',
      strength: { value: random.pick([5, 10, 20, 40, 80]), unit: milligrams },
    })),
    services: services.map((each) => ({
      ...each,
      specialty: random.chance(0.9) ? general : other,
    })),
  };
}
