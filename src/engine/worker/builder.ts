import {
  listNames,
  mostRecords,
  type CoverageByType,
  type PatientRecords,
} from '../../record/index.ts';
import { Clinic } from '../store/clinic.ts';
import { edition, type Delivery, type Opening, type Order, type Port } from './messages.ts';

export interface WorkerOptions {
  /** Longest wait for the worker's answer to one batch, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/**
 * Milliseconds for a worker to start. A policy's refusal may come before anyone listens, and a clinician is not
 * to wait for it: the page can do the work as well.
 */
const firstAnswer = 1500;

/** Longest delay of a timer, in milliseconds: with a longer one, such as `Infinity`, it fires at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * The page's side: sends batches to the worker, takes its columns over. Copies of the batches are kept until their
 * columns have come (an adapter may use its arrays again): if the worker fails, hangs or was never allowed to start,
 * `handBack` answers with those of which none came, so that nothing is lost.
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
  /** The page's end of this load's channel. */
  readonly #channel: MessagePort;

  constructor(
    coverage: CoverageByType,
    private readonly worker: Port,
    private readonly options: WorkerOptions,
  ) {
    this.clinic = new Clinic(coverage);
    const { port1, port2 } = new MessageChannel();
    this.#channel = port1;
    port1.addEventListener('message', this.#receive);
    port1.addEventListener('messageerror', this.#fail);
    port1.start();
    try {
      worker.addEventListener('error', this.#fail);
      worker.start?.();
      worker.postMessage({ kind: 'open', edition, port: port2 } satisfies Opening, [port2]);
    } catch {
      // What the host has in a worker's place takes no ports.
      this.#failed = true;
    }
  }

  /** Whether the worker is given up: the page takes back what it has not done. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Sends a batch; resolves when the worker may have the next. */
  async add(supplied: readonly PatientRecords[]): Promise<void> {
    const batch = this.#failed ? undefined : copyOf(supplied);
    if (!batch) {
      this.#failed = true;
      this.#pending.push(supplied);
      return;
    }
    this.#pending.push(batch);
    await this.#order({ kind: 'batch', patients: batch }, 1);
  }

  /** Waits for the last columns. */
  async finish(): Promise<void> {
    if (!this.#failed && this.#pending.length > 0) await this.#order({ kind: 'end' }, 0);
    this.close();
  }

  /** Gives up the worker, and answers the batches of which no columns came, in order. */
  handBack(): readonly (readonly PatientRecords[])[] {
    this.#failed = true;
    return this.#pending.splice(0);
  }

  /** Lets go of the worker: it may be serving others. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    try {
      this.#channel.postMessage({ kind: 'drop' } satisfies Order);
    } catch {
      // A channel that is gone has nothing to drop.
    }
    this.#channel.close();
    this.#channel.removeEventListener('message', this.#receive);
    this.#channel.removeEventListener('messageerror', this.#fail);
    try {
      this.worker.removeEventListener('error', this.#fail);
    } catch {
      // What the host has in a worker's place was never listened to.
    }
  }

  /** Sends, and waits until no more than `most` answers are out: two batches are on their way at most. */
  async #order(order: Order, most: number): Promise<void> {
    try {
      this.#channel.postMessage(order);
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
        const timer = setTimeout(this.#fail, Math.min(longest, longestTimer));
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

  readonly #receive = ({ data: delivery }: MessageEvent<Delivery>): void => {
    if (this.#failed) return;
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

/**
 * A copy of a batch, of which nothing is the host's to use again. Undefined where a copy, and so the worker, would not
 * get all: it leaves out what objects inherit, and a list behind a getter would be missing without a word; or where
 * there is more in it than is copied.
 */
function copyOf(batch: readonly PatientRecords[]): readonly PatientRecords[] | undefined {
  try {
    return batch.map((supplied) => copyOfPatient(supplied) as PatientRecords);
  } catch {
    // What throws when it is read is set aside by the check.
    return undefined;
  }
}

/** Of what holds the lists, those that are read; of anything else its name alone, which is all that is asked of it. */
function copyOfPatient(supplied: unknown): unknown {
  if (!isForCopy(supplied)) return supplied;
  const copy: Record<string, unknown> = { ...supplied };
  for (const key in copy) {
    const value = copy[key];
    if (typeof value !== 'object' || value === null) continue;
    // One more than is read tells that there are more.
    if (key === 'coverage' && isPlain(value)) Object.values(value).forEach(isForCopy);
    if (!Array.isArray(value)) copy[key] = ownParts.has(key) ? copyOfPart(value) : {};
    else if (lists.has(key)) copy[key] = value.slice(0, mostRecords + 1).map(copyOfPart);
    else copy[key] = [];
  }
  return copy;
}

const lists: ReadonlySet<string> = new Set(Object.values(listNames));
const ownParts: ReadonlySet<string> = new Set(['patient', 'coverage']);

/** A record, or what is said of the patient. */
function copyOfPart(part: unknown): unknown {
  return isForCopy(part) ? copied(part, { left: mostValues }) : part;
}

/**
 * Values of a record that are copied. Nothing that is read has nearly as many; and what stands in several places of a
 * host's own object is copied once for each, so that a few objects can come to any number.
 */
const mostValues = 5000;

/** @throws {RangeError} Where there are more values in it than are left. */
function copied(value: object, values: { left: number }): object {
  const copy = Array.isArray(value) ? (value.slice() as unknown[]) : { ...value };
  for (const key in copy) {
    if (--values.left < 0) throw new RangeError('More than is copied.');
    const part: unknown = (copy as Record<string, unknown>)[key];
    if (typeof part === 'object' && part !== null && (Array.isArray(part) || isPlain(part)))
      (copy as Record<string, unknown>)[key] = copied(part, values);
  }
  return copy;
}

/** @throws {TypeError} Where it is an object of a class. */
function isForCopy(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (isPlain(value)) return true;
  if (isOfHost(value)) throw new TypeError('An object of a class.');
  return false;
}

/** Whether it is of a class of the host's own: a `Date` and the like are copied whole. */
function isOfHost(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object from another frame has that frame's prototype, which itself has none.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
