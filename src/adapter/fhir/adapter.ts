/** The ready-made adapter over a FHIR R4 server. */
import { recordTypes, type CoverageByType } from '../../record/index.ts';
import type { ClinicAdapter } from '../types.ts';
import { Load, replacedBy, type Setting } from './load.ts';
import type { FhirOptions, FhirReport, FhirResource } from './options.ts';
import { countOf } from './paging.ts';
import { sourcesOf } from './resources.ts';
import { FhirError, FhirServer } from './server.ts';
import { Tally } from './tally.ts';
import { Zone } from './zone.ts';
import type { PatientRecords } from '../../record/types.ts';
import type { Patient } from 'fhir/r4';

/** An adapter, and what became of its loads. */
export interface FhirClinic {
  readonly adapter: ClinicAdapter;
  /** What became of the last load, of the clinic or of one patient; before the first, nothing was read. */
  report(): FhirReport;
}

const defaultZone = 'Europe/Copenhagen';
const defaultSize = 1000;
const patientsInBatch = 500;
/** So many batches of nothing tell the library that pages go on coming; after that, one in so many pages does. */
const mostSigns = 4000;
const pagesInSign = 50;

/**
 * Makes an adapter over a FHIR R4 server. It asks each resource type for the whole clinic, page by page, and joins them by
 * patient; what does not come whole is unknown, never *no*.
 *
 * @throws TypeError of a base address that is none. @throws RangeError of a time zone, a page size, or a rule that cannot
 * be used.
 */
export function fhirAdapter(options: FhirOptions): FhirClinic {
  const { clinic, base, fetch, map, openJournal, parallel = 4, timeZone = defaultZone } = options;
  const page = typeof options.page === 'number' ? { size: options.page } : (options.page ?? {});
  const { size = defaultSize, total = 'required' } = page;
  if (!(size >= 1)) throw new RangeError('page: at least 1 resource.');
  const sources = sourcesOf(map);
  const setting: Setting = {
    server: new FhirServer(base, fetch, parallel),
    sources,
    zone: new Zone(timeZone),
    options,
    coverage: coverageOf(options.coverage, new Set(sources.flatMap(({ makes }) => makes))),
    size: Math.floor(size),
    isTotalRequired: total === 'required',
  };
  let report = new Tally().report();
  const tell = ({ tally }: Load) => {
    report = tally.report();
    // What the host makes of it must not harm the load.
    if (options.onReport) void Promise.resolve(report).then(options.onReport);
  };

  return {
    report: () => report,
    adapter: {
      async describe(signal) {
        const patients = await countPatients(setting, signal);
        return {
          ...clinic,
          coverage: setting.coverage,
          ...(patients === undefined ? {} : { patients }),
        };
      },

      async *records(request, signal) {
        const load = new Load(setting, request, signal, false);
        try {
          yield* whilePagesCome((onPage) =>
            Promise.all([load.readPatients(onPage), load.readRecords(onPage)]),
          );
          load.settle();
          let batch: PatientRecords[] = [];
          for (const patient of load.patients()) {
            batch.push(patient);
            if (batch.length < patientsInBatch) continue;
            yield batch;
            batch = [];
          }
          if (batch.length > 0) yield batch;
        } finally {
          tell(load);
        }
      },

      async patient(id, request, signal) {
        const load = new Load(setting, request, signal, true);
        try {
          const resource = await readOne(setting, id, signal, load.tally);
          if (!resource || !load.addPatient(resource)) return null;
          const others = replacedBy(resource as unknown as Patient, setting.server);
          await load.readRecords(() => undefined, [id, ...others]);
          load.settle();
          return load.patient(id) ?? null;
        } finally {
          tell(load);
        }
      },

      async openJournal(patient, context) {
        await openJournal?.(patient, context);
      },
    },
  };
}

/** A type that no resource is read for is not covered, whatever is said of it. */
function coverageOf(declared: CoverageByType = {}, read: ReadonlySet<string>): CoverageByType {
  const missing = recordTypes.filter((type) => !read.has(type));
  return {
    ...declared,
    ...Object.fromEntries(missing.map((type) => [type, { available: false }])),
  };
}

/** How many patients will come; undefined where the server does not say. */
async function countPatients(setting: Setting, signal: AbortSignal): Promise<number | undefined> {
  const { server, options } = setting;
  const { search = {} } = options.map?.Patient ?? {};
  const count = (more: Readonly<Record<string, string>>) =>
    countOf(
      server,
      { resourceType: 'Patient', parameters: { ...search, ...more } },
      signal,
      new Tally(),
    );
  const [all, inactive] = await Promise.all([count({}), count({ active: 'false' })]);
  // A server that does not know the parameter counts all again.
  if (all === undefined || inactive === undefined || options.map?.Patient?.read) return undefined;
  return inactive < all ? all - inactive : undefined;
}

/** Reads a patient; undefined of one that the server has no longer. */
async function readOne(
  { server }: Setting,
  id: string,
  signal: AbortSignal,
  tally: Tally,
): Promise<FhirResource | undefined> {
  try {
    const path = `Patient/${encodeURIComponent(id)}`;
    const resource = await server.get(server.address(path), 'Patient', signal, tally);
    if (resource.resourceType === 'Patient' && resource.id === id) return resource as FhirResource;
    throw new FhirError('Patient: the server answered something else.', 'not-a-bundle');
  } catch (error) {
    if (error instanceof FhirError && (error.status === 404 || error.status === 410))
      return undefined;
    throw error;
  }
}

/**
 * Lets pages be read, and yields a batch of nothing for those that have come, so that whoever waits for the first patient
 * knows that something is going on.
 */
async function* whilePagesCome(
  read: (onPage: () => void) => Promise<unknown>,
): AsyncGenerator<readonly PatientRecords[]> {
  let pages = 0;
  let signs = 0;
  let wake = () => undefined as void;
  let isDone = false;
  const done = read(() => {
    pages++;
    wake();
  }).finally(() => {
    isDone = true;
    wake();
  });
  // It is thrown below, when it is waited for.
  done.catch(() => undefined);
  while (!isDone) {
    await new Promise<void>((resolve) => (wake = resolve));
    if (isDone || (signs >= mostSigns && pages < pagesInSign)) continue;
    pages = 0;
    signs++;
    yield [];
  }
  await done;
}
