/**
 * Looks over what is written while a run goes on: on the console, in the page's storage, in addresses that are fetched.
 * Everything goes through as it would without; of a text only this is kept, that it was written, until it is known who
 * the patients are.
 */

/** Something that was written somewhere. */
export interface Writing {
  /** `console.log`, `localStorage`, `fetch`. */
  readonly where: string;
  readonly text: string;
}

const consoleMethods = [
  ...(['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group'] as const),
] as const;

/** So much is kept to be looked through. */
const mostWritings = 2000;
const longestWriting = 20_000;

type Loose = Record<string, unknown>;

export class Watch {
  readonly writings: Writing[] = [];
  /** Requests to a network, those during a call to the adapter and the others. */
  readonly requests = { during: 0, outside: 0 };
  #undo: (() => void)[] = [];
  #before: ReadonlyMap<string, string> = new Map();
  /** Whether a call to the adapter is under way. */
  isCalling: () => boolean = () => false;

  start(): void {
    const scope = globalThis as unknown as Loose;
    const screen = scope.console as Loose | undefined;
    for (const method of consoleMethods)
      this.#wrap(screen, method, (given) => this.#note(`console.${method}`, given.map(textOf)));
    this.#wrap(scope, 'fetch', ([target]) => this.#request('fetch', addressOf(target)));
    const { XMLHttpRequest: request, navigator } = scope as {
      readonly XMLHttpRequest?: { readonly prototype: Loose };
      readonly navigator?: Loose;
    };
    this.#wrap(request?.prototype, 'open', ([, target]) =>
      this.#request('XMLHttpRequest', addressOf(target)),
    );
    this.#wrap(navigator, 'sendBeacon', ([target]) =>
      this.#request('sendBeacon', addressOf(target)),
    );
    this.#before = stored();
  }

  stop(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }

  /** What storage holds now and did not at the start. */
  get stored(): readonly Writing[] {
    return [...stored()].flatMap(([where, text]) =>
      this.#before.get(where) === text
        ? []
        : [{ where: where.split(' ')[0]!, text: `${where} ${text}` }],
    );
  }

  /** Whether the page has a storage that can be looked into. */
  get hasStorage(): boolean {
    return storages().length > 0;
  }

  #request(where: string, address: string): void {
    this.requests[this.isCalling() ? 'during' : 'outside']++;
    this.#note(where, [address]);
  }

  #note(where: string, texts: readonly string[]): void {
    if (this.writings.length >= mostWritings) return;
    this.writings.push({ where, text: texts.join(' ').slice(0, longestWriting) });
  }

  /** Looks over a method's calls, which go on as before. */
  #wrap(holder: Loose | undefined, name: string, look: (given: readonly unknown[]) => void): void {
    const own: unknown = holder?.[name];
    if (!holder || typeof own !== 'function') return;
    const wasOwn = Object.hasOwn(holder, name);
    const wrapped = function (this: unknown, ...given: readonly unknown[]): unknown {
      look(given);
      return Reflect.apply(own, this, given) as unknown;
    };
    try {
      holder[name] = wrapped;
    } catch {
      // A host that has frozen it keeps it: there is nothing to see then.
      return;
    }
    this.#undo.push(() => {
      // Whoever wrapped it after us keeps what they did.
      if (holder[name] !== wrapped) return;
      if (wasOwn) holder[name] = own;
      else Reflect.deleteProperty(holder, name);
    });
  }
}

interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
}

/** The page's own storages; a page without an origin of its own has none. */
function storages(): readonly (readonly [string, StorageLike])[] {
  return ['localStorage', 'sessionStorage'].flatMap((name) => {
    try {
      // Node names them too, and has none without being told where.
      if (typeof document === 'undefined') return [];
      const storage = (globalThis as unknown as Loose)[name] as StorageLike | undefined;
      return storage ? [[name, storage] as const] : [];
    } catch {
      return [];
    }
  });
}

function stored(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, storage] of storages())
    for (let index = 0; index < storage.length; index++) {
      const key = storage.key(index);
      if (key !== null) found.set(`${name} ${key}`, storage.getItem(key) ?? '');
    }
  return found;
}

function addressOf(target: unknown): string {
  if (typeof target === 'object' && target !== null && 'url' in target) return String(target.url);
  try {
    return decodeURIComponent(String(target));
  } catch {
    return String(target);
  }
}

/** A text of anything, whatever it is. */
function textOf(given: unknown): string {
  if (typeof given === 'string') return given;
  try {
    if (given instanceof Error) return `${given.message} ${given.stack ?? ''}`;
    return JSON.stringify(given)?.slice(0, longestWriting) ?? '';
  } catch {
    return '';
  }
}
