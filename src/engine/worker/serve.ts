import {
  addUnidentified,
  checkPatient,
  type PatientRecords,
  type Rejection,
} from '../../record/index.ts';
import { Dictionary, SegmentBuilder, type Segment } from '../store/index.ts';
import { edition, type Delivery, type Opening, type Order, type Port } from './messages.ts';

/**
 * The worker's side: checks batches and builds columns of them. Columns are handed over, not copied. Runs
 * in a dedicated worker (`dist/overblik-worker.js`), or behind any message port. What is said to it that opens no
 * load is the host's own business. A load of another edition is left unanswered, and the page builds its columns itself.
 */
export function serveColumns(port: Port): void {
  port.addEventListener('message', (event) => {
    const opening = (event as MessageEvent<Partial<Opening> | undefined>).data;
    if (opening?.kind !== 'open' || opening.edition !== edition || !opening.port) return;
    // A worker of the host's may hold two copies of this: a load that both answer would have everybody twice.
    event.stopImmediatePropagation();
    serveLoad(opening.port);
  });
  port.start?.();
}

function serveLoad(port: MessagePort): void {
  const load = new Load();
  port.addEventListener('message', ({ data: order }: MessageEvent<Order>) => {
    if (order.kind === 'drop') {
      port.close();
      return;
    }
    const delivery = order.kind === 'batch' ? load.take(order.patients) : load.end();
    port.postMessage(delivery, delivery.segment ? buffersOf(delivery.segment) : []);
  });
  port.start();
}

/** One clinic in the making. */
class Load {
  readonly #dictionary = new Dictionary();
  readonly #builder = new SegmentBuilder(this.#dictionary);
  #taken = 0;
  #through = 0;
  #codes = 0;
  #details = 0;
  #unidentified: Rejection[] = [];

  take(patients: readonly PatientRecords[]): Delivery {
    for (const supplied of patients) {
      const { patient, rejected } = checkPatient(supplied);
      if (patient) this.#builder.add(patient);
      else for (const entry of rejected) addUnidentified(this.#unidentified, entry);
    }
    this.#taken++;
    // Segments end where batches do, so that the page knows which batches it has.
    return this.#builder.isFull ? this.end() : this.#deliver();
  }

  /** Everything that has not been delivered yet. */
  end(): Delivery {
    this.#through = this.#taken;
    return this.#deliver(this.#builder.size > 0 ? this.#builder.seal() : undefined);
  }

  #deliver(segment?: Segment): Delivery {
    const { codes, details } = this.#dictionary;
    const delivery: Delivery = {
      through: this.#through,
      ...(segment ? { segment } : {}),
      codes: segment ? codes.slice(this.#codes) : [],
      details: segment ? details.slice(this.#details) : [],
      unidentified: this.#through === this.#taken ? this.#unidentified : [],
    };
    if (segment) [this.#codes, this.#details] = [codes.length, details.length];
    if (this.#through === this.#taken) this.#unidentified = [];
    return delivery;
  }
}

/** Every buffer of a segment once: some columns are one and the same. */
function buffersOf(segment: Segment): Transferable[] {
  const { born, died, sex, registered, registeredLatest, listed, doubtfulLives, classOf } = segment;
  const ofPatients = [
    born,
    died,
    sex,
    registered,
    registeredLatest,
    listed,
    doubtfulLives,
    classOf,
  ];
  const arrays = ofPatients.map(({ buffer }) => buffer);
  for (const { postings, isWhole: _, ...columns } of Object.values(segment.types))
    for (const { buffer } of [...arraysIn(columns), ...arraysIn(postings)]) arrays.push(buffer);
  return [...new Set(arrays)];
}

function arraysIn(columns: object): readonly { readonly buffer: ArrayBuffer }[] {
  return Object.values(columns) as readonly { readonly buffer: ArrayBuffer }[];
}
