import type { CoverageByType, PatientRecords } from '../../record/index.ts';
import { Clinic } from '../store/clinic.ts';
import type { Delivery, Order, Port } from './messages.ts';

export interface WorkerOptions {
  /** Longest wait for the worker's answer to one batch, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

let loads = 0;

/**
 * Milliseconds for a worker to start. A policy's refusal may come before anyone listens, and a clinician is not
 * to wait for it: the page can do the work as well.
 */
const firstAnswer = 1500;

/**
 * The page's side: sends batches to the worker, takes its columns over. Batches are kept until their
 * columns have come: if the worker fails, hangs or was never allowed to start, `finish` answers with what
 * came and hands back the rest, so that nothing is lost.
 */
export class WorkerBuilder {
  readonly clinic: Clinic;
  /** Sent, and not yet wholly received; the first has number `#through + 1`. */
  #pending: (readonly PatientRecords[])[] = [];
  #through = 0;
  #waiting = 0;
  #answered = false;
  #failed = false;
  #closed = false;
  #wake: (() => void) | undefined;
  readonly #load = ++loads;

  constructor(
    coverage: CoverageByType,
    private readonly port: Port,
    private readonly options: WorkerOptions,
  ) {
    this.clinic = new Clinic(coverage);
    port.addEventListener('message', this.#receive);
    port.addEventListener('error', this.#fail);
    port.addEventListener('messageerror', this.#fail);
    port.start?.();
  }

  /** Sends a batch; resolves when the worker may have the next. */
  async add(batch: readonly PatientRecords[]): Promise<void> {
    this.#pending.push(batch);
    // A copy leaves out what objects inherit: a list behind a getter would be missing without a word.
    if (!batch.every(isPlain)) this.#failed = true;
    if (!this.#failed) await this.#order({ load: this.#load, kind: 'batch', patients: batch }, 1);
  }

  /** Waits for the last columns; answers the batches of which none came, in order. */
  async finish(): Promise<readonly (readonly PatientRecords[])[]> {
    if (!this.#failed && this.#pending.length > 0)
      await this.#order({ load: this.#load, kind: 'end' }, 0);
    this.close();
    return this.#pending;
  }

  /** Lets go of the worker: it may be serving others. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    try {
      this.port.postMessage({ load: this.#load, kind: 'drop' } satisfies Order, []);
    } catch {
      // A worker that is gone has nothing to drop.
    }
    this.port.removeEventListener('message', this.#receive);
    this.port.removeEventListener('error', this.#fail);
    this.port.removeEventListener('messageerror', this.#fail);
  }

  /** Sends, and waits until no more than `most` answers are out: two batches are on their way at most. */
  async #order(order: Order, most: number): Promise<void> {
    try {
      this.port.postMessage(order, []);
    } catch {
      // Something in the batch cannot be sent to a worker, such as a host's own function.
      this.#failed = true;
      return;
    }
    this.#waiting++;
    const { deadline, signal } = this.options;
    while (this.#waiting > most && !this.#failed) {
      signal.throwIfAborted();
      await new Promise<void>((resolve) => {
        const longest = this.#answered ? deadline : Math.min(deadline, firstAnswer);
        const timer = setTimeout(this.#fail, longest);
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        signal.addEventListener('abort', wake);
        this.#wake = wake;
      });
    }
  }

  readonly #receive = (event: Event): void => {
    if (this.#failed) return;
    const delivery = (event as MessageEvent<Delivery | undefined>).data;
    if (delivery?.load !== this.#load) return;
    this.#answered = true;
    this.#waiting--;
    this.#pending = this.#pending.slice(delivery.through - this.#through);
    this.#through = delivery.through;
    this.clinic.adopt(delivery);
    this.#wake?.();
  };

  readonly #fail = (): void => {
    this.#failed = true;
    this.#wake?.();
  };
}

function isPlain(supplied: unknown): boolean {
  const { patient, coverage } = Object(supplied) as Partial<Record<string, unknown>>;
  return [supplied, patient, coverage].every((each) => {
    if (typeof each !== 'object' || each === null) return true;
    const prototype: unknown = Object.getPrototypeOf(each);
    // An object from another frame has that frame's prototype, which itself has none.
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  });
}
