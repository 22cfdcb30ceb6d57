/** Mistakes in what stands for an adapter, in its description, in one patient, in searches, opening and time. */
import type { ClinicAdapter, SearchOutcome, SearchRequest } from '../../../src/adapter/index.ts';
import { memoryAdapter } from '../../../src/adapter/index.ts';
import type { PatientRecords, RecordsRequest } from '../../../src/record/index.ts';
import { description, goodAdapter, patients } from '../stage.ts';
import { but, describedAs, manyTurns, mutant, slowly, type Loose, type Mutant } from './mutant.ts';

const good = goodAdapter();
type Fetch = ClinicAdapter['patient'];

/** A good adapter that fetches one patient in another way. */
function fetching(fetch: (good: Fetch, ...given: Parameters<Fetch>) => unknown): Loose {
  return but(({ patient }) => ({
    patient: (...given: Parameters<Fetch>) => fetch(patient, ...given),
  }));
}

/** Whether a search finds a patient, those whom nobody can decide among them. */
function isFound({ patient }: PatientRecords, { profile }: SearchRequest): boolean {
  const { population } = profile as { readonly population?: { readonly include: Loose } };
  const { sex } = (population?.include.patient ?? {}) as { readonly sex?: string };
  return sex === undefined || patient.sex === sex || patient.sex === 'unknown';
}

/** A good adapter that finds the patients itself. */
function searching(change: (outcome: SearchOutcome) => unknown = (outcome) => outcome): Loose {
  const searches = memoryAdapter(
    { description: { ...description, patients: patients.length }, patients },
    { search: isFound },
  );
  return {
    ...searches,
    search: async (request: SearchRequest, signal: AbortSignal) =>
      change(await searches.search!(request, signal)),
  };
}

/** Without a profile of a kind that it could not evaluate. */
const ownOnly = { profiles: [] };

export const callMutants: readonly Mutant[] = [
  mutant('ADP-01', 'is a Promise of an adapter', () => Promise.resolve(good)),
  mutant('ADP-01', 'is an address', () => 'https://journal.example/api'),
  mutant('ADP-02', 'cannot open a journal', () => but(() => ({ openJournal: undefined }))),
  mutant('ADP-02', 'has a description in the place of describe', () =>
    but(() => ({ describe: description })),
  ),
  mutant('ADP-03', 'has neither records nor search', () => but(() => ({ records: undefined }))),
  mutant('ADP-04', 'calls its records getRecords', () =>
    but(({ records }) => ({ records: undefined, getRecords: records })),
  ),
  mutant('ADP-05', 'can list rounds and not save them', () =>
    but(({ rounds }) => ({ rounds: { list: rounds!.list } })),
  ),

  mutant('DES-01', 'answers an envelope for the description', () =>
    but(() => ({ describe: () => Promise.resolve({ data: description }) })),
  ),
  mutant('DES-01', 'never describes the clinic', () =>
    but(() => ({ describe: () => new Promise(() => undefined) })),
  ),
  mutant('DES-02', 'tells a right as a text', () =>
    describedAs(() => ({ may: { export: 'false' } })),
  ),
  mutant('DES-03', 'is another clinic every time', () => {
    let times = 0;
    return describedAs(() => ({ id: `clinic-${times++}` }));
  }),
  mutant('DES-04', 'has no id', () => describedAs(() => ({ id: undefined }))),
  mutant('DES-05', 'does not tell how many patients there are', () =>
    describedAs(() => ({ patients: undefined })),
  ),
  mutant('DES-06', 'says nothing of whether it has services', () =>
    describedAs(({ coverage }) => ({ coverage: { ...coverage, service: undefined } })),
  ),
  mutant('DES-07', 'was last updated last year', () =>
    describedAs(({ coverage }) => ({
      coverage: { ...coverage, medication: { ...coverage.medication!, updated: '2025-11-01' } },
    })),
  ),
  mutant('DES-07', 'does not tell when it was updated', () =>
    describedAs(({ coverage }) => ({ coverage: { ...coverage, result: { available: true } } })),
  ),
  mutant('DES-08', 'does not tell who the user is', () => describedAs(() => ({ user: undefined }))),
  mutant('DES-09', 'counts its calls in the description', () => {
    const mine = { ...description, patients: patients.length, calls: 0 };
    return but(() => ({
      describe() {
        mine.calls++;
        return Promise.resolve(mine);
      },
    }));
  }),
  mutant('DES-10', 'describes the clinic to the end when nobody wants it any more', () =>
    but(({ describe }) => ({
      async describe(signal: AbortSignal) {
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) await manyTurns();
        return describe(new AbortController().signal);
      },
    })),
  ),

  mutant('PAT-01', 'cannot fetch one patient', () =>
    fetching(() => Promise.reject(new Error('404'))),
  ),
  mutant('PAT-01', 'answers the fields of the patient alone', () =>
    fetching(async (fetch, ...given) => (await fetch(...given))?.patient ?? null),
  ),
  mutant('PAT-01', 'finds nobody, for it looks for another kind of id', () =>
    fetching((fetch, id, ...rest) => fetch(`Patient/${id}`, ...rest)),
  ),
  mutant('PAT-02', 'answers the first patient for everyone', () =>
    fetching(async (fetch, id, ...rest) =>
      (await fetch(id, ...rest)) ? fetch(patients[0]!.patient.id, ...rest) : null,
    ),
  ),
  mutant('PAT-03', 'fetches of one patient the first page of results', () =>
    fetching(async (fetch, ...given) => {
      const found = await fetch(...given);
      return found && { ...found, results: found.results?.slice(0, 3) ?? [] };
    }),
  ),
  mutant('PAT-03', 'maps the dates of one patient otherwise than those of the list', () =>
    fetching(async (fetch, ...given) => {
      const found = await fetch(...given);
      const diagnoses = found?.diagnoses?.map((each) => ({ ...each, from: '2020-01-01' }));
      return found && { ...found, diagnoses: diagnoses ?? [] };
    }),
  ),
  mutant('PAT-04', 'throws where a patient is not there', () =>
    fetching(async (fetch, ...given) => {
      const found = await fetch(...given);
      if (!found) throw new Error('404 Not Found');
      return found;
    }),
  ),
  mutant('PAT-04', 'answers an empty patient where there is none', () =>
    fetching(async (fetch, id, ...rest) => (await fetch(id, ...rest)) ?? { patient: { id } }),
  ),
  mutant('PAT-05', 'puts the id into an address as it is', () =>
    fetching((fetch, id, ...rest) => {
      if (/[^\w.-]/.test(id)) throw new Error('400 Bad Request');
      return fetch(id, ...rest);
    }),
  ),
  mutant('PAT-06', 'keeps who is asked for on the adapter', () => {
    let current = '';
    return fetching(async (fetch, id, request, signal) => {
      current = id;
      await new Promise((resolve) => setTimeout(resolve));
      return fetch(current, request, signal);
    });
  }),
  mutant('PAT-07', 'fills the same object for each patient', () => {
    const mine: Loose = {};
    return fetching(async (fetch, ...given) => {
      const found = await fetch(...given);
      return found && Object.assign(mine, structuredClone(found));
    });
  }),
  mutant('PAT-08', 'fetches a patient to the end when nobody wants it any more', () =>
    fetching(async (fetch, id, request: RecordsRequest, signal) => {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) await manyTurns();
      return fetch(id, request, new AbortController().signal);
    }),
  ),
  mutant('PAT-09', 'answers from a store that has kept less the second time', () => {
    const known = new Set<string>();
    return fetching(async (fetch, id, ...rest) => {
      const found = await fetch(id, ...rest);
      const isAgain = known.has(id);
      known.add(id);
      return isAgain && found ? { ...found, medications: [], services: [] } : found;
    });
  }),

  mutant('SEA-01', 'answers a list for a search', () => searching(({ found }) => found), ownOnly),
  mutant(
    'SEA-02',
    'finds a patient once for each record',
    () => searching(({ found, ...rest }) => ({ ...rest, found: [...found, ...found.slice(0, 3)] })),
    ownOnly,
  ),
  mutant(
    'SEA-03',
    'tells how many were found as how many there are',
    () => searching(({ found }) => ({ patients: found.length, found })),
    ownOnly,
  ),
  mutant(
    'SEA-04',
    'finds everyone',
    () => searching(({ patients: all }) => ({ patients: all, found: patients })),
    ownOnly,
  ),
  mutant(
    'SEA-05',
    'leaves out whom it cannot decide',
    () =>
      searching(({ found, ...rest }) => ({
        ...rest,
        found: found.filter(({ patient }) => patient.sex !== 'unknown'),
      })),
    ownOnly,
  ),
  mutant(
    'SEA-06',
    'leaves out some whom its own records are of',
    () =>
      but(() => ({
        search: searching(({ found, ...rest }) => ({
          ...rest,
          found: found.filter(({ patient }) => patient.id !== patients[3]!.patient.id),
        })).search,
        // How many it has looked through is right: who is left out is in neither list.
      })),
    { ...ownOnly, only: ['ADP', 'DES', 'LOA', 'SEA-01', 'SEA-02', 'SEA-03', 'SEA-04', 'SEA-06'] },
  ),

  mutant('JOU-01', 'cannot open the journal', () =>
    but(() => ({ openJournal: () => Promise.reject(new Error('No window')) })),
  ),

  mutant('PER-01', 'takes long to describe the clinic', (clock) =>
    but(({ describe }) => ({
      async describe(signal: AbortSignal) {
        await slowly(clock, 2500);
        return describe(signal);
      },
    })),
  ),
  mutant(
    'PER-02',
    'takes long until anybody comes',
    (clock) => streaming(async (number) => number === 0 && slowly(clock, 3200)),
    { limits: { load: 1e6 } },
  ),
  mutant('PER-03', 'takes long until everyone has come', (clock) =>
    streaming(async () => slowly(clock, 400)),
  ),
  mutant(
    'PER-04',
    'holds the page while it makes a batch',
    (clock) => streaming(async () => Promise.resolve(clock.pass(240))),
    { limits: { load: 1e6 } },
  ),
  mutant('PER-05', 'takes long for one patient', (clock) =>
    fetching(async (fetch, ...given) => {
      await slowly(clock, 1800);
      return fetch(...given);
    }),
  ),
  mutant(
    'PER-06',
    'hands over a large clinic in one batch',
    () => {
      const many = Array.from({ length: 2100 }, (_, index) => ({
        ...patients[index % patients.length]!,
        patient: { ...patients[index % patients.length]!.patient, id: `many-${index}` },
        results: [],
        services: [],
      }));
      const one = memoryAdapter(
        { description: { ...description, patients: many.length }, patients: many },
        { batchSize: 5000 },
      );
      return one;
    },
    { only: ['ADP', 'DES-01', 'LOA-01', 'LOA-02', 'LOA-03', 'LOA-04', 'PER'] },
  ),

  mutant('PRI-01', 'writes whom it fetches on the console', () =>
    fetching(async (fetch, ...given) => {
      const found = await fetch(...given);
      // As one does on a trial, and forgets.
      if (found) console.debug('patient', found.patient);
      return found;
    }),
  ),
  mutant('PRI-03', 'asks by the CPR number in an address', () =>
    fetching(async (fetch, ...given) => {
      const found = await fetch(...given);
      if (found) await fetchOf(`data:,${found.patient.cpr}`);
      return found;
    }),
  ),
  mutant(
    'PRI-04',
    'takes the CPR number for the id',
    () =>
      goodAdapter(
        patients.map((each) => ({
          ...each,
          patient: { ...each.patient, id: each.patient.cpr ?? each.patient.id },
        })),
      ),
    { actions: undefined as never },
  ),
];

/** The page's own, looked up when it is called, as adapters do. */
function fetchOf(address: string): Promise<unknown> {
  return globalThis.fetch(address);
}

/** A good adapter that does something before each batch. */
function streaming(before: (number: number) => Promise<unknown>): Loose {
  return but(({ records }) => ({
    async *records(request: RecordsRequest, signal: AbortSignal) {
      let number = 0;
      for await (const batch of records!(request, signal)) {
        await before(number++);
        yield batch;
      }
    },
  }));
}
