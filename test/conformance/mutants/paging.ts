/** Mistakes of paging, as public FHIR servers and those who read them make them. */
import type { PatientRecords } from '../../../src/record/index.ts';
import { goodAdapter, slimPatients as patients } from '../stage.ts';
import { but as butOf, manyTurns, mutant, textOf, type Loose, type Mutant } from './mutant.ts';

const slim = goodAdapter(patients);
const but: typeof butOf = (change, good = slim) => butOf(change, good);

interface Page {
  readonly entries: readonly PatientRecords[];
  /** Where the next one begins. */
  readonly next?: number;
}

/** A server that gives no more at a time than it likes. */
class Server {
  constructor(
    private readonly most: number,
    private readonly signal: AbortSignal,
    private readonly all: readonly PatientRecords[] = patients,
  ) {}

  page(from: number, count = this.most): Page {
    this.signal.throwIfAborted();
    const size = Math.min(count, this.most);
    const next = from + size;
    const entries = this.all.slice(from, next);
    return { entries, ...(next < this.all.length ? { next } : {}) };
  }
}

/** An adapter that reads pages in some way. */
function reading(pages: (server: Server) => AsyncIterable<unknown>, most = 25): Loose {
  return but(() => ({
    records: (_request: never, signal: AbortSignal) => pages(new Server(most, signal)),
  }));
}

/** Follows the links from page to page. */
async function* linked(
  server: Server,
  follow: (page: Page, number: number) => number | undefined = ({ next }) => next,
): AsyncGenerator<readonly unknown[]> {
  let from: number | undefined = 0;
  for (let number = 0; from !== undefined; number++) {
    const page: Page = await Promise.resolve(server.page(from));
    yield page.entries;
    from = follow(page, number);
  }
}

/** A good adapter that tells something else of its clinic. */
function describedAs(change: () => Loose): Loose {
  return but(({ describe }) => ({
    describe: async (signal: AbortSignal) => ({ ...(await describe(signal)), ...change() }),
  }));
}

const all = patients.length;

export const pagingMutants: readonly Mutant[] = [
  mutant('LOA-03', 'leaves the last page out, for it divides the total by the size of a page', () =>
    reading(async function* (server) {
      for (let page = 0; page < Math.floor(all / 25); page++)
        yield (await Promise.resolve(server.page(page * 25))).entries;
    }),
  ),
  mutant(
    'LOA-03',
    'reckons with pages of the size that it asked for, and the server gives fewer',
    () =>
      reading(async function* (server) {
        for (let from = 0; from < all; from += 50)
          yield (await Promise.resolve(server.page(from, 50))).entries;
      }, 20),
  ),
  mutant('LOA-03', 'takes a page that is shorter than asked for the last one', () =>
    reading(async function* (server) {
      for (let from = 0; ; from += 50) {
        const { entries } = await Promise.resolve(server.page(from, 50));
        yield entries;
        if (entries.length < 50) return;
      }
    }, 20),
  ),
  mutant('LOA-03', 'gets a page whose link to the next is lost', () =>
    reading((server) => linked(server, ({ next }, number) => (number === 2 ? undefined : next))),
  ),
  mutant('LOA-03', 'pages by number over an order that is another for every page', () =>
    reading((server) =>
      linked(server, ({ next }) => (next === undefined ? undefined : next + (next < 60 ? -5 : 10))),
    ),
  ),
  mutant('LOA-03', 'reads at most three pages', () =>
    reading((server) => linked(server, ({ next }, number) => (number < 2 ? next : undefined))),
  ),
  mutant('LOA-03', 'tells a total that the server has estimated', () =>
    describedAs(() => ({ patients: Math.ceil((all + 1) / 100) * 100 })),
  ),
  mutant('LOA-06', 'tells the number of patients on the first page as the total', () =>
    describedAs(() => ({ patients: 25 })),
  ),
  mutant('LOA-04', 'reads the first page twice', () =>
    reading(async function* (server) {
      yield (await Promise.resolve(server.page(0))).entries;
      yield* linked(server);
    }),
  ),
  mutant('LOA-04', 'begins each page with the last of the one before', () =>
    reading((server) => linked(server, ({ next }) => (next === undefined ? undefined : next - 1))),
  ),
  mutant('LOA-04', 'hands a patient over again when further records come on a later page', () =>
    reading(async function* (server) {
      yield* linked(server);
      yield patients.slice(0, 5).map(({ patient }) => ({ patient, results: [] }));
    }),
  ),
  mutant('LOA-02', 'follows a link to the next page that leads to the page itself', () =>
    reading((server) => linked(server, ({ next }) => (next === undefined ? undefined : 25))),
  ),
  mutant('LOA-02', 'goes on asking for pages behind the last one', () =>
    reading(async function* (server) {
      for (let from = 0; ; from += 25) yield (await Promise.resolve(server.page(from))).entries;
    }),
  ),
  mutant('LOA-02', 'breaks off where the server answers a page with an error', () =>
    reading(async function* (server) {
      yield (await Promise.resolve(server.page(0))).entries;
      throw new Error('500 Internal Server Error');
    }),
  ),
  mutant('LOA-02', 'waits for a page that never comes', () =>
    reading(async function* (server) {
      yield (await Promise.resolve(server.page(0))).entries;
      await new Promise(() => undefined);
    }),
  ),
  mutant('LOA-05', 'takes the outcome that a server puts into a page for a patient', () =>
    reading(async function* (server) {
      for await (const entries of linked(server))
        yield [...entries, { resourceType: 'OperationOutcome', issue: [] }];
    }),
  ),
  mutant('LOA-05', 'hands over patients of whom the id was not asked', () =>
    reading(async function* (server) {
      yield* linked(server);
      yield [{ patient: { name: 'Uden id', birthDate: '1950-01-01' } }];
    }),
  ),
  mutant('LOA-01', 'yields pages as they come, and not the patients in them', () =>
    reading(async function* (server) {
      yield await Promise.resolve({ resourceType: 'Bundle', entry: server.page(0).entries });
    }),
  ),
  mutant('LOA-01', 'answers a list and no stream', () =>
    but(() => ({ records: () => Promise.resolve(patients) })),
  ),
  mutant('LOA-01', 'never hands anybody over', () =>
    but(() => ({
      async *records() {
        await new Promise(() => undefined);
        yield [];
      },
    })),
  ),
  mutant('LOA-01', 'has no rights on the server', () =>
    but(() => ({ records: () => Promise.reject(new Error('403')) })),
  ),
  mutant(
    'LOA-07',
    'answers a second time from a search that has run out, with less of each',
    () => {
      let streams = 0;
      return but((good) => ({
        async *records(request: never, signal: AbortSignal) {
          const isFirst = streams++ === 0;
          for await (const batch of good.records!(request, signal))
            yield isFirst ? batch : batch.map((each) => ({ ...each, results: [] }));
        },
      }));
    },
  ),
  mutant('LOA-07', 'keeps its place on the adapter, and goes on from there the second time', () => {
    let from = 0;
    return but(() => ({
      async *records(_request: never, signal: AbortSignal) {
        const server = new Server(25, signal);
        while (from < all) {
          yield (await Promise.resolve(server.page(from))).entries;
          from += 25;
        }
      },
    }));
  }),
  mutant('LOA-08', 'fills the same list for each batch', () => {
    return but((good) => ({
      async *records(request: never, signal: AbortSignal) {
        const batch: unknown[] = [];
        for await (const each of good.records!(request, signal)) {
          batch.length = 0;
          batch.push(...each);
          yield batch;
        }
      },
    }));
  }),
  mutant('LOA-09', 'stays locked when a stream was left', () => {
    let isBusy = false;
    return but((good) => ({
      async *records(request: never, signal: AbortSignal) {
        // Whoever waits at the lock is let in when the one before has ended.
        for (let turn = 0; isBusy && turn < 50_000; turn++) {
          signal.throwIfAborted();
          if (turn > 3000) return;
          await new Promise((resolve) => setTimeout(resolve));
        }
        isBusy = true;
        yield* good.records!(request, signal);
        isBusy = false;
      },
    }));
  }),
  mutant('LOA-10', 'goes on for a long time when nobody wants the stream any more', () =>
    but((good) => ({
      async *records(request: never, signal: AbortSignal) {
        for await (const batch of good.records!(request, new AbortController().signal)) {
          if (signal.aborted) await manyTurns();
          yield batch;
          if (signal.aborted) await manyTurns();
        }
      },
    })),
  ),
  mutant('LOA-10', 'hands over the rest though nobody wants it any more', () =>
    but((good) => ({
      records: (request: never) => good.records!(request, new AbortController().signal),
    })),
  ),
  mutant('LOA-11', 'has one place for all streams that are under way', () => {
    let from = 0;
    return but(() => ({
      async *records(_request: never, signal: AbortSignal) {
        const server = new Server(25, signal);
        from = 0;
        while (from < all) {
          const { entries } = server.page(from);
          from += 25;
          yield await Promise.resolve(entries);
        }
      },
    }));
  }),
  mutant('ASK-01', 'leaves out who has nothing of what is asked (an inner join)', () =>
    but(
      (good) => ({
        async *records(request: { readonly types: object }, signal: AbortSignal) {
          for await (const batch of good.records!(request as never, signal))
            yield batch.filter((patient) =>
              Object.entries(patient).some(
                ([key, list]: [string, unknown]) =>
                  key !== 'patient' && Array.isArray(list) && list.length > 0,
              ),
            );
        },
      }),
      goodAdapter(patients.map((each) => (each.diagnoses ? each : { ...each, diagnoses: [] }))),
    ),
  ),
  mutant('ASK-02', 'asks for so many entries that those of few types fill the page', () =>
    but((good) => ({
      async *records(request: { readonly types: object }, signal: AbortSignal) {
        const most = Object.keys(request.types).length < 8 ? 1 : Infinity;
        for await (const batch of good.records!(request as never, signal))
          yield batch.map((patient) => shortened(patient, ['results', 'medications'], most));
      },
    })),
  ),
  mutant('ASK-03', 'asks for the very codes, and not for what is below them', () =>
    filtering(({ code }, asked) => code === undefined || asked.includes(textOf(code))),
  ),
  mutant('ASK-04', 'asks for what began in the period, and not for what reaches into it', () =>
    but((good) => ({
      async *records(
        request: { readonly types: Record<string, { readonly earliest?: string }> },
        signal: AbortSignal,
      ) {
        const earliest = request.types.medication?.earliest ?? '';
        for await (const batch of good.records!(request as never, signal))
          yield batch.map((patient) => ({
            ...patient,
            ...(patient.medications
              ? { medications: patient.medications.filter(({ from }) => from >= earliest) }
              : {}),
          }));
      },
    })),
  ),
  mutant('ASK-05', 'leaves out medicines without a code when codes are asked for', () =>
    filtering(({ code }) => code !== undefined && code !== ''),
  ),
  mutant('ASK-06', 'writes into the request', () =>
    but((good) => ({
      records(request: { types: Loose }, signal: AbortSignal) {
        const copy = structuredClone(request);
        request.types.page = {};
        return good.records!(copy as never, signal);
      },
    })),
  ),
];

function shortened(patient: PatientRecords, lists: readonly string[], most: number): Loose {
  const loose = patient as unknown as Loose;
  return {
    ...loose,
    ...Object.fromEntries(
      lists.flatMap((list) =>
        Array.isArray(loose[list]) ? [[list, (loose[list] as unknown[]).slice(0, most)]] : [],
      ),
    ),
  };
}

/** Hands over of the medicines those that a filter lets through, where codes are asked for. */
function filtering(isKept: (record: Loose, asked: readonly string[]) => boolean): Loose {
  return but((good) => ({
    async *records(
      request: {
        readonly types: Record<
          string,
          { readonly codes?: readonly { readonly include: readonly string[] }[] }
        >;
      },
      signal: AbortSignal,
    ) {
      const codes = request.types.medication?.codes;
      const asked = codes?.flatMap(({ include }) => include) ?? [];
      for await (const batch of good.records!(request as never, signal))
        yield codes
          ? batch.map((patient) => ({
              ...patient,
              ...(patient.medications
                ? {
                    medications: patient.medications.filter((each) =>
                      isKept(each as unknown as Loose, asked),
                    ),
                  }
                : {}),
            }))
          : batch;
    },
  }));
}
