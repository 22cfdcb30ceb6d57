/** Loops over plain objects, written by hand for each rule, as one would without a library. */
import { addPeriod, checkPatient, subtractPeriod } from 'overblik';
import type { MadePatient } from '../subject.ts';
import type { Subject, Loaded } from '../subject.ts';
import type { RuleId } from '../rules.ts';

const most = {
  patients: 100_000,
  because: 'a million patients of plain objects take over 4 GB, more than the heap of a page',
};

export const plain: Subject = {
  title: 'plain loop',
  note: 'keeps the records as they come, unchecked, so its load is next to nothing; two-valued, trusts the data',
  most,
  start: () => ({
    load(batches) {
      const patients: MadePatient[] = [];
      for (const batch of batches) for (const patient of batch) patients.push(patient);
      return askedOf(patients);
    },
  }),
};

export const plainChecked: Subject = {
  title: 'plain loop, checked',
  note: 'the same loops over records that passed our check; two-valued',
  most,
  start: () => ({
    load(batches) {
      const patients: Patient[] = [];
      for (const batch of batches)
        for (const supplied of batch) {
          const { patient } = checkPatient(supplied);
          if (!patient) continue;
          const { diagnosis, medication, result, service, appointment } = patient.records;
          patients.push({
            patient: { ...patient.patient, birthDate: patient.patient.birthDate ?? '' },
            diagnoses: diagnosis,
            medications: medication,
            results: result,
            services: service,
            appointments: appointment,
          });
        }
      return askedOf(patients);
    },
  }),
};

type Patient = Pick<
  MadePatient,
  'diagnoses' | 'medications' | 'results' | 'services' | 'appointments'
> & {
  readonly patient: {
    readonly id: string;
    readonly birthDate: string;
    readonly deceased?: string;
    readonly registered?: string;
    readonly listed?: boolean;
  };
};

function askedOf(patients: readonly Patient[]): Loaded {
  return {
    ask(rule, asOf) {
      const test = tests[rule](asOf);
      const members: string[] = [];
      let hits = 0;
      for (const each of patients) {
        const { id, birthDate, deceased } = each.patient;
        if (birthDate > asOf || (deceased !== undefined && deceased <= asOf) || !test(each))
          continue;
        members.push(id);
        if (rule === 'dementia') hits += countMarkers(each, asOf);
        else if (rule === 'except' && isCounted(each, asOf)) hits++;
      }
      return { members, hits };
    },
  };
}

/** Each rule on a day: what does not depend on the patient is worked out once. */
const tests: Record<RuleId, (asOf: string) => (patient: Patient) => boolean> = {
  diagnosis: hasDiabetes,
  medication:
    (asOf) =>
    ({ medications = [] }) =>
      takes(medications, ['C10AA'], asOf),
  count: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
    return ({ services = [] }) => {
      let count = 0;
      for (const { code, at } of services)
        if (at >= first && at <= asOf && (code === '0101' || code === '0120' || code === '0105'))
          count++;
      return count >= 3;
    };
  },
  latest:
    (asOf) =>
    ({ results = [] }) => {
      const latest = latestIn(results, asOf);
      return typeof latest === 'number' && latest < 45;
    },
  plausible:
    (asOf) =>
    ({ results = [] }) => {
      const latest = latestIn(results, asOf);
      return typeof latest === 'number' && latest < 45 && latest >= 30 && latest <= 110;
    },
  polypharmacy:
    (asOf) =>
    ({ medications = [] }) => {
      if (medications.length < 10) return false;
      const substances = new Set<string>();
      for (const { code, from, to } of medications)
        if (from <= asOf && (to === undefined || to >= asOf) && code.length >= 7)
          substances.add(code.slice(0, 7));
      return substances.size >= 10;
    },
  lasting: (asOf) => {
    const latestStart = subtractPeriod(asOf, { years: 0, months: 0, weeks: 0, days: 89 });
    return ({ medications = [] }) => {
      const spans = medications.filter(({ code }) => code.startsWith('A02BC'));
      spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
      let start = '';
      let end: string | undefined = '';
      for (const { from, to } of spans) {
        if (end === undefined) break;
        if (end === '' || from > addDays(end, 15)) {
          // The run before this pause: does it hold the day, and did it begin early enough?
          if (end >= asOf && start <= latestStart) return true;
          start = from;
          end = to;
        } else if (to === undefined || to > end) end = to;
      }
      return end !== '' && (end === undefined || end >= asOf) && start <= latestStart;
    };
  },
  concurrent: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
    return ({ medications = [] }) => {
      const during = medications.filter(
        ({ from, to }) => from <= asOf && (to === undefined || to >= first),
      );
      const ofGroup = (prefix: string) => during.filter(({ code }) => code.startsWith(prefix));
      const painkillers = ofGroup('M01A');
      if (painkillers.length === 0) return false;
      const pressure = ofGroup('C09');
      if (pressure.length === 0) return false;
      for (const a of ofGroup('C03'))
        for (const b of pressure)
          for (const c of painkillers) {
            const start = max(max(a.from, b.from), c.from);
            if (goesOnAt(a, start) && goesOnAt(b, start) && goesOnAt(c, start)) return true;
          }
      return false;
    };
  },
  sequence:
    (asOf) =>
    ({ diagnoses = [], results = [] }) => {
      for (const { code, from } of diagnoses) {
        if (from > asOf || !code.startsWith('T90')) continue;
        const limit = addPeriod(from, { years: 0, months: 6, weeks: 0, days: 0 });
        for (const { code: analysis, at } of results)
          if (analysis === 'NPU27300' && at >= from && at <= limit && at <= asOf) return true;
      }
      return false;
    },
  anchor:
    (asOf) =>
    ({ diagnoses = [], results = [] }) => {
      let day: string | undefined;
      for (const { code, from } of diagnoses)
        if (from <= asOf && (day === undefined || from < day) && code.startsWith('T90')) day = from;
      if (day === undefined) return false;
      const start = subtractPeriod(day, { years: 0, months: 12, weeks: 0, days: 0 });
      for (const { code, at } of results)
        if (code === 'NPU27300' && at >= start && at <= day) return false;
      return true;
    },
  sameDay:
    (asOf) =>
    ({ results = [] }) => {
      let [day, isFound] = ['', false];
      for (const { code, at, value } of results) {
        if (at > asOf || at < day || code !== 'DNK35302') continue;
        let [isShared, isHigh] = [false, false];
        for (const other of results)
          if (other.at === at && other.code === 'NPU18016') {
            isShared = true;
            if (Number(other.value) > 90) isHigh = true;
          }
        if (!isShared) continue;
        const isOne = Number(value) < 60 && isHigh;
        isFound = at === day ? isFound || isOne : isOne;
        day = at;
      }
      return isFound;
    },
  change:
    (asOf) =>
    ({ results = [] }) => {
      let [day, before] = ['', ''];
      let [latest, previous] = [Infinity, Infinity];
      for (const { code, at, value } of results) {
        if (at > asOf || at < before || code !== 'DNK35302') continue;
        if (at >= day) {
          [before, previous] = [day, latest];
          [day, latest] = [at, Number(value)];
        } else [before, previous] = [at, Number(value)];
      }
      // As decimals: 63.1 is 5 below 68.1, and no more.
      return before !== '' && Number((latest - previous).toFixed(6)) < -5;
    },
  apart: (asOf) => {
    const first = subtractPeriod(asOf, { years: 5, months: 0, weeks: 0, days: 0 });
    return ({ results = [] }) => {
      let earliest = '';
      let latest = '';
      for (const { code, at, value } of results)
        if (
          at >= first &&
          at <= asOf &&
          code === 'DNK35302' &&
          typeof value === 'number' &&
          value < 60
        ) {
          if (earliest === '' || at < earliest) earliest = at;
          if (at > latest) latest = at;
        }
      return latest > earliest && latest >= addDays(earliest, 90);
    };
  },
  short: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
    return ({ medications = [] }) =>
      runsOf(medications, 'A02BC', 14).some(
        ({ from, to }) => to !== undefined && to >= first && to <= asOf && addDays(from, 90) > to,
      );
  },
  episodes: (asOf) => {
    const first = subtractPeriod(asOf, { years: 5, months: 0, weeks: 0, days: 0 });
    return ({ medications = [] }) => {
      let count = 0;
      for (const { from, to } of runsOf(medications, 'A02BC', 14))
        if (from <= asOf && (to === undefined || to >= first)) count++;
      return count >= 2;
    };
  },
  prefer: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 24, weeks: 0, days: 0 });
    return ({ results = [] }) => {
      let [day, otherDay] = ['', ''];
      let [latest, other]: (number | string)[] = [0, 0];
      for (const { code, at, value } of results) {
        if (at < first || at > asOf) continue;
        if (code === 'NPU03230' && at >= day) [day, latest] = [at, value];
        else if (code === 'NPU02319' && at >= otherDay) [otherDay, other] = [at, value];
      }
      const judged = day === '' ? other : latest;
      return typeof judged === 'number' && judged > 4.5;
    };
  },
  first: (asOf) => {
    const start = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
    return ({ medications = [] }) => {
      const earliest = new Map<string, string>();
      for (const { code, from } of medications) {
        if (!code.startsWith('A02BC')) continue;
        const known = earliest.get(code);
        if (known === undefined || from < known) earliest.set(code, from);
      }
      for (const from of earliest.values()) if (from >= start && from <= asOf) return true;
      return false;
    };
  },
  codeSets:
    (asOf) =>
    ({ diagnoses = [] }) => {
      for (const { code, from, system } of diagnoses)
        if (
          from <= asOf &&
          (system === 'SKS'
            ? code.startsWith('DE10') || code.startsWith('DE11')
            : code.startsWith('T90'))
        )
          return true;
      return false;
    },
  product: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
    return ({ medications = [] }) => {
      for (const { code, from, to, product } of medications)
        if (
          from <= asOf &&
          (to === undefined || to >= first) &&
          (product === '100001' || product === '100003') &&
          code.startsWith('C10AA01')
        )
          return true;
      return false;
    };
  },
  strength:
    (asOf) =>
    ({ medications = [] }) => {
      for (const { code, from, to, strength } of medications)
        if (
          from <= asOf &&
          (to === undefined || to >= asOf) &&
          strength?.unit === 'mg' &&
          strength.value >= 40 &&
          code.startsWith('C10AA')
        )
          return true;
      return false;
    },
  specialty: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 24, weeks: 0, days: 0 });
    return ({ services = [] }) => {
      let count = 0;
      for (const { code, at, specialty } of services)
        if (at >= first && at <= asOf && code === '0101' && specialty === '80') count++;
      return count >= 2;
    };
  },
  status: (asOf) => {
    const last = addPeriod(asOf, { years: 0, months: 6, weeks: 0, days: 0 });
    return ({ appointments = [] }) => {
      for (const { at, status } of appointments)
        if (at >= asOf && at <= last && status === 'booked') return true;
      return false;
    };
  },
  age: (asOf) => {
    const [youngest, oldest] = [addDays(asOf, -63), addDays(asOf, -455)];
    return ({ patient: { birthDate } }) => birthDate <= youngest && birthDate > oldest;
  },
  registered: (asOf) => {
    const first = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
    return ({ patient: { registered = '', listed } }) =>
      listed === true && registered >= first && registered <= asOf;
  },
  except: hasDiabetes,
  dementia:
    (asOf) =>
    ({ diagnoses = [], medications = [] }) => {
      for (const { code, from } of diagnoses)
        if (
          from <= asOf &&
          (code.startsWith('P70') || code.startsWith('P20') || code.startsWith('P15'))
        )
          return true;
      return takes(medications, ['N06DA02', 'N06DA03', 'N06DA04', 'N06DX01'], asOf);
    },
};

function countMarkers({ medications = [], results = [] }: Patient, asOf: string): number {
  let hits = 0;
  if (takes(medications, ['N05A'], asOf)) hits++;
  if (takes(medications, ['N05CD', 'N05BA', 'N03AE'], asOf)) hits++;
  if (takes(medications, ['N05CF'], asOf)) hits++;
  if (!results.some(({ code, at }) => at <= asOf && (code === 'MCS88042' || code === 'MCS88198')))
    hits++;
  return hits;
}

function hasDiabetes(asOf: string): (patient: Patient) => boolean {
  return ({ diagnoses = [] }) => {
    for (const { code, from } of diagnoses) if (from <= asOf && code.startsWith('T90')) return true;
    return false;
  };
}

/** Whether the indicator of `except` counts a member: measured in a year, or here for longer than that. */
function isCounted({ patient: { registered = '' }, results = [] }: Patient, asOf: string): boolean {
  const first = subtractPeriod(asOf, { years: 0, months: 12, weeks: 0, days: 0 });
  for (const { code, at } of results)
    if (code === 'NPU27300' && at >= first && at <= asOf) return true;
  return registered < first || registered > asOf;
}

type Span = { readonly code: string; readonly from: string; readonly to?: string };

function takes(medications: readonly Span[], prefixes: readonly string[], asOf: string): boolean {
  for (const { code, from, to } of medications)
    if (from <= asOf && (to === undefined || to >= asOf))
      for (const prefix of prefixes) if (code.startsWith(prefix)) return true;
  return false;
}

/** The value of the latest eGFR; Infinity where there is none. */
function latestIn(results: NonNullable<Patient['results']>, asOf: string): number | string {
  let day = '';
  let latest: number | string = Infinity;
  for (const { code, at, value } of results)
    if (at <= asOf && at >= day && code === 'DNK35302') {
      day = at;
      latest = value;
    }
  return latest;
}

/** Joins the spans of a code, oldest first, over pauses of so many days. */
function runsOf(medications: readonly Span[], prefix: string, gap: number): readonly Days[] {
  const spans = medications.filter(({ code }) => code.startsWith(prefix));
  spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const runs: { from: string; to: string | undefined }[] = [];
  for (const { from, to } of spans) {
    const last = runs.at(-1);
    if (last && (last.to === undefined || from <= addDays(last.to, gap + 1))) {
      if (last.to !== undefined && (to === undefined || to > last.to)) last.to = to;
    } else runs.push({ from, to });
  }
  return runs;
}

interface Days {
  readonly from: string;
  readonly to: string | undefined;
}

function goesOnAt({ to }: Span, day: string): boolean {
  return to === undefined || to >= day;
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
