/** One pass through `records()`: what came, how, and when. */
import { nextTurn, type AdapterFailure, type ClinicAdapter } from '../adapter/index.ts';
import { abandon, nextBatch, openStream } from '../adapter/stream.ts';
import {
  checkPatientInSteps,
  type CheckOutcome,
  type PatientRecords,
  type RecordsRequest,
} from '../record/index.ts';
import { loadLimits } from '../model/load/intake.ts';
import { bySteps } from '../model/sliced-work.ts';
import type { Calls } from './calls.ts';
import { Heartbeat } from './clock.ts';
import { digestOf, Spread, type PatientDigest } from './digest.ts';
import { valueAt } from './places.ts';
import { Tally } from './tally.ts';
import { kindOf } from './traits.ts';
import { counted } from './verdicts.ts';
import { isObject } from '../json/values.ts';

/** What a load came to. */
export interface Load {
  /** Absent where the stream ended by itself. */
  readonly failure?: AdapterFailure;
  /** The same patients came again and again, or batches with nobody in them, and it was left. */
  readonly isEndless: boolean;
  /** Batches that were no lists. */
  readonly junkBatches: number;
  /** Patients in each batch. */
  readonly sizes: readonly number[];
  /** How often each patient came, by id, in the order in which they first came. */
  readonly times: ReadonlyMap<string, number>;
  /** Entries without an id that can be read, by what they are instead. */
  readonly nobody: Tally;
  /** Of patients spread over the whole: as they came first. */
  readonly sample: ReadonlyMap<string, PatientDigest>;
  /** Batches that were others when the next one had come. */
  readonly changed: number;
  /** Whether the request was another when the load had ended. */
  readonly isRequestChanged: boolean;
  /** Milliseconds until the first batch with somebody in it. */
  readonly first: number;
  /** Milliseconds that the adapter took, in all. */
  readonly took: number;
  /** The longest stretch in which the page got no turn. */
  readonly longest: Stretch;
}

/** A stretch of time in which nothing else got a turn. */
export interface Stretch {
  /** Milliseconds. */
  readonly took: number;
  /** Number of the batch that it brought; absent where it brought none. */
  readonly batch?: number;
  /** Patients in that batch. */
  readonly patients?: number;
}

export interface LoadWish {
  readonly adapter: ClinicAdapter;
  readonly calls: Calls;
  readonly request: RecordsRequest;
  /** What is asked, in kind and number. */
  readonly asked: string;
  readonly signal: AbortSignal;
  /** Is given everyone who came, as supplied and as checked; takes it in by steps. */
  readonly onPatient?: (supplied: unknown, outcome: CheckOutcome) => Generator<void, void>;
  readonly onProgress?: ((patients: number) => void) | undefined;
}

/** So many patients are kept for comparing. */
const mostKept = 300;
const checkSlice = bySteps(40);

/**
 * Reads a clinic to its end, or until it fails.
 * @throws The signal's reason, when it aborts.
 */
export async function loadAll(wish: LoadWish): Promise<Load> {
  const { adapter, calls, request, asked, onProgress } = wish;
  const given = structuredClone(request);
  const inner = new AbortController();
  const sizes: number[] = [];
  const taken = new Taken(wish);
  let junkBatches = 0;
  let emptyBatches = 0;
  let isEndless = false;
  let changed = 0;
  let first = 0;
  let took = 0;
  let failure: AdapterFailure | undefined;
  let last: { readonly batch: readonly unknown[]; readonly print: string } | undefined;
  const end = calls.begin();
  const heart = new Heartbeat(calls.clock);
  let longest: Stretch = { took: 0 };
  let stream: AsyncIterator<unknown> | undefined;
  try {
    const opened = await calls.settle(
      'records',
      () => openStream(adapter, given, inner.signal),
      inner,
    );
    took += opened.took;
    if (opened.ok) stream = opened.value;
    else failure = opened.failure;
    while (stream && !failure) {
      const current = stream;
      const step = await calls.settle('records', () => nextBatch(current), inner);
      took += step.took;
      if (!step.ok) {
        failure = step.failure;
        break;
      }
      if (last && printOf(last.batch) !== last.print) changed++;
      if (step.value.done) {
        stream = undefined;
        break;
      }
      const { batch } = step.value;
      if (!Array.isArray(batch)) {
        if (++junkBatches >= mostJunk) break;
        continue;
      }
      if (first === 0 && batch.length > 0) first = took;
      sizes.push(batch.length);
      last = { batch: batch as readonly unknown[], print: printOf(batch as readonly unknown[]) };
      heart.rest();
      if (heart.longest > longest.took)
        longest = { took: heart.longest, batch: sizes.length, patients: batch.length };
      await taken.take(batch as readonly unknown[]);
      heart.goOn();
      if (batch.length === 0) emptyBatches++;
      // Nobody comes as often as that; and so many lists of nobody lead nowhere.
      isEndless = taken.entries > 1000 + 4 * taken.times.size || emptyBatches > mostEmpty;
      if (isEndless) break;
      onProgress?.(taken.entries);
      if (batch.length > 0 || emptyBatches % 100 === 0) await nextTurn();
    }
  } finally {
    inner.abort();
    abandon(stream);
    end();
  }
  const held = heart.stop();
  if (held > longest.took) longest = { took: held };
  calls.note({
    call: 'records',
    asked,
    took,
    outcome: failure ? (failure.kind === 'deadline' ? 'deadline' : 'threw') : 'answered',
    got: `${counted(taken.entries, 'patient')} in ${counted(sizes.length, 'batch', 'batches')}`,
  });
  return {
    ...(failure ? { failure } : {}),
    ...{ isEndless, junkBatches, sizes, changed, first, took, longest },
    times: taken.times,
    nobody: taken.nobody,
    sample: new Map(taken.kept.items.map((digest) => [digest.id, digest])),
    isRequestChanged: JSON.stringify(given) !== JSON.stringify(request),
  };
}

const mostJunk = 1000;
/** As many as an element takes in a load. */
const mostEmpty = loadLimits.batches;

/** Takes in what comes, in slices that leave the page its time. */
class Taken {
  readonly times = new Map<string, number>();
  readonly kept = new Spread<PatientDigest>(mostKept);
  readonly nobody = new Tally();
  entries = 0;

  constructor(private readonly wish: LoadWish) {}

  async take(batch: readonly unknown[]): Promise<void> {
    const steps = this.#steps(batch);
    while (!checkSlice(steps)) {
      await nextTurn();
      this.wish.signal.throwIfAborted();
    }
  }

  *#steps(batch: readonly unknown[]): Generator<void, void> {
    for (const supplied of batch) {
      this.entries++;
      const outcome = yield* checkPatientInSteps(supplied);
      const { patient } = outcome;
      if (!patient) this.nobody.add(whyNobody(supplied));
      else {
        const { id } = patient.patient;
        const times = this.times.get(id) ?? 0;
        this.times.set(id, times + 1);
        if (times === 0) this.kept.offer(id, () => digestOf(patient));
      }
      if (this.wish.onPatient) yield* this.wish.onPatient(supplied, outcome);
    }
  }
}

/** What stands where a patient should, in names of the contract and of the adapter’s own fields for an id. */
function whyNobody(supplied: unknown): string {
  if (!isObject(supplied)) return kindOf(supplied);
  const patient = valueAt(supplied, ['patient']);
  if (!isObject(patient))
    return `without \`patient\`${valueAt(supplied, ['id']) === undefined ? '' : ', its `id` beside the lists'}`;
  const other = idNames.find((name) => valueAt(patient, [name]) !== undefined);
  return `without an \`id\` that can be read${other === undefined ? '' : `, and with \`${other}\``}`;
}

/** What other systems call it. */
const idNames = [
  ...['patientId', 'patientid', 'patient_id', 'patientID', 'Id', 'ID', '_id', 'uuid', 'guid'],
  ...['identifier', 'key', 'personId', 'cpr'],
] as const;

/** Whom a batch is about and how much there is of each: another when the list or a patient in it was used again. */
function printOf(batch: readonly unknown[]): string {
  try {
    return batch
      .map((each) => {
        const patient = each as PatientRecords;
        const lengths = Object.values(patient).map((list: unknown) =>
          Array.isArray(list) ? list.length : '',
        );
        return [String(patient.patient.id), patient.patient.name, ...lengths].join(' ');
      })
      .join('\n');
  } catch {
    // What cannot be read is told by the check.
    return '';
  }
}
