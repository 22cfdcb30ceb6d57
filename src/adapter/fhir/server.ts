/** Asking a FHIR server: nothing outside its base address, a few requests at a time, and again when it is busy. */
import { parseISO } from 'date-fns/parseISO';
import { isObject, type JsonObject } from '../../json/values.ts';
import { pause } from '../pause.ts';
import type { FhirFetch, FhirResponse, FhirShortfallReason } from './options.ts';
import type { Tally } from './tally.ts';

/** A request that brought nothing. The message names the resource type and what to do, never what was asked for or answered. */
export class FhirError extends Error {
  override readonly name = 'FhirError';

  constructor(
    message: string,
    readonly reason: FhirShortfallReason,
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a server says that it will say no longer: it waited in vain for the request, was asked too much, or is busy. */
const passing: ReadonlySet<number> = new Set([408, 429, 503]);

/** Times that one request is asked again, and the longest wait before each, in milliseconds. */
const mostRetries = 3;
const longestWait = 30_000;
/** The first wait where the server names none; each after it is twice as long. */
const firstWait = 500;

export class FhirServer {
  readonly base: URL;
  /** The base address with a slash. */
  readonly #start: string;
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** @throws TypeError of an address that is none. @throws RangeError of no requests at a time. */
  constructor(
    base: string,
    readonly fetch: FhirFetch,
    parallel: number,
  ) {
    this.base = new URL(base);
    this.base.search = '';
    this.base.hash = '';
    this.base.pathname = this.base.pathname.replace(/\/+$/, '');
    this.#start = `${this.base.href.replace(/\/+$/, '')}/`;
    if (!(parallel >= 1)) throw new RangeError('parallel: at least 1.');
    this.#free = Math.floor(parallel);
  }

  /** The address of a resource type or a resource, with search parameters. */
  address(path: string, search: Readonly<Record<string, string>> = {}): string {
    const address = new URL(this.#start + path);
    for (const [name, value] of Object.entries(search)) address.searchParams.append(name, value);
    return address.href;
  }

  /** A link of the server's as an address, where it lies within the base; undefined of any other. */
  within(link: string): string | undefined {
    let address: URL;
    try {
      address = new URL(link, this.#start);
    } catch {
      return undefined;
    }
    const { origin, pathname } = this.base;
    const path = pathname === '/' ? '' : pathname;
    const isWithin = address.pathname === path || address.pathname.startsWith(`${path}/`);
    const isOpen = address.username === '' && address.password === '';
    return address.origin === origin && isWithin && isOpen ? address.href : undefined;
  }

  /** The type and id that a reference names at this server; undefined of any other. */
  reference(text: string): ServerReference | undefined {
    // By far most are written so, or with the base before them: no address has to be taken apart.
    const start = text.startsWith(this.#start) ? this.#start.length : 0;
    return readReference(text.slice(start)) ?? this.#referenceWithin(text);
  }

  #referenceWithin(text: string): ServerReference | undefined {
    const address = text.startsWith('#') ? undefined : this.within(text);
    if (address === undefined) return undefined;
    return readReference(address.slice(this.#start.length).split(/[?#]/)[0]!);
  }

  /**
   * Asks for a resource, when there is room for a request.
   * @param what The resource type, for the words of an error.
   * @throws {FhirError} And the signal's reason.
   */
  async get(address: string, what: string, signal: AbortSignal, tally: Tally): Promise<JsonObject> {
    await this.#room(signal);
    try {
      return await this.#ask(address, what, signal, tally);
    } finally {
      this.#free++;
      this.#waiting.shift()?.();
    }
  }

  async #room(signal: AbortSignal): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (signal.aborted) {
      // Whoever waits behind is let in, to find the same.
      this.#waiting.shift()?.();
      signal.throwIfAborted();
    }
    this.#free--;
  }

  async #ask(
    address: string,
    what: string,
    signal: AbortSignal,
    tally: Tally,
  ): Promise<JsonObject> {
    for (let attempt = 0; ; attempt++) {
      signal.throwIfAborted();
      tally.requests++;
      const answer = await this.#fetch(address, what, signal, tally);
      const { status } = answer;
      if (status >= 200 && status < 300) return readJson(answer, what, signal);
      const wait = passing.has(status) ? waitOf(answer, attempt) : undefined;
      if (wait === undefined || attempt >= mostRetries)
        throw new FhirError(`${what}: ${wordsOf(status)}`, 'http', status);
      tally.retries++;
      await pause(wait, signal);
    }
  }

  async #fetch(
    address: string,
    what: string,
    signal: AbortSignal,
    tally: Tally,
  ): Promise<FhirResponse> {
    // Called by itself: a page's own `fetch` takes no object for its own.
    const { fetch } = this;
    const ask = () => fetch(address, { headers: { accept: 'application/fhir+json' }, signal });
    try {
      return await ask();
    } catch {
      signal.throwIfAborted();
      // A connection that was kept open may have been closed meanwhile: to read again harms nothing.
      tally.requests++;
      tally.retries++;
    }
    try {
      return await ask();
    } catch (cause) {
      signal.throwIfAborted();
      const message = `${what}: the server was not reached. See to its address (base), CORS, connect-src, and the fetch that was handed over.`;
      throw new FhirError(message, 'network', undefined, { cause });
    }
  }
}

async function readJson(
  answer: FhirResponse,
  what: string,
  signal: AbortSignal,
): Promise<JsonObject> {
  let body: unknown;
  try {
    body = await answer.json();
  } catch (cause) {
    signal.throwIfAborted();
    const message = `${what}: the server answered no JSON. It has to offer application/fhir+json.`;
    throw new FhirError(message, 'not-a-bundle', answer.status, { cause });
  }
  if (isObject(body)) return body;
  throw new FhirError(`${what}: the server answered no resource.`, 'not-a-bundle', answer.status);
}

/** How long a busy server asks to be left alone; undefined where that is longer than anybody waits. */
function waitOf({ headers }: FhirResponse, attempt: number): number | undefined {
  const after = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(after)
    ? Number(after) * 1000
    : after === ''
      ? firstWait * 2 ** attempt
      : // A day and time is told by the server's own clock.
        Math.max(0, instantOf(after) - instantOf(headers.get('date') ?? ''));
  return wait <= longestWait ? wait : undefined;
}

/** Milliseconds of `Wed, 21 Oct 2026 07:28:00 GMT` (RFC 9110, IMF-fixdate); NaN of anything else. */
function instantOf(text: string): number {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/.exec(text) ?? [];
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return parseISO(`${year}-${number}-${day}T${time}Z`).getTime();
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What an error of HTTP means here, and what to do about it. */
function wordsOf(status: number): string {
  switch (status) {
    case 401:
      return 'the server refused who asked (401). Renew the token in the fetch that was handed over.';
    case 403:
      return 'the server does not allow this (403). The token needs a scope for it.';
    case 404:
      return 'the server does not have it (404). See to base; a type it does not keep is left out by map.';
    case 410:
      return 'the link to the next page has expired (410). Let the server keep it longer, or ask for larger pages.';
    case 408:
    case 429:
    case 503:
      return `the server is busy (${status}), and was for longer than is waited. Ask less at a time (parallel).`;
    default:
      return `the server answered with an error (${status}).`;
  }
}

export interface ServerReference {
  readonly resourceType: string;
  readonly id: string;
}

/** Reads `Patient/7`, and `Patient/7/_history/2`. */
function readReference(path: string): ServerReference | undefined {
  const [, resourceType, id] = reference.exec(path) ?? [];
  return resourceType === undefined || id === undefined ? undefined : { resourceType, id };
}

const reference = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;
