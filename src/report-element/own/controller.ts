import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CalendarDate } from '../../record/index.ts';
import type { ReportedProfile } from '../../report/index.ts';
import type { OwnCounts, OwnFigures, OwnState } from './types.ts';

/** Asks for my own clinic's numbers, and keeps them as long as they are of what is shown. */
export class OwnNumbers implements ReactiveController {
  #source: OwnFigures | undefined;
  #states = new Map<string, OwnState>();
  #under = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** How it stands with a profile's numbers on a date; what was not asked for yet is asked for. */
  stateOf(
    source: OwnFigures | undefined,
    profile: ReportedProfile,
    date: CalendarDate | undefined,
  ): OwnState {
    if (source !== this.#source) this.#forget(source);
    if (!source?.counts || date === undefined) return none;
    const key = keyOf(profile, date);
    const known = this.#states.get(key);
    if (known) return known;
    this.#states.set(key, loading);
    void this.#ask(source, profile, date, key);
    return loading;
  }

  /** Asks again for what could not be had. */
  retry(profile: ReportedProfile, date: CalendarDate): void {
    this.#states.delete(keyOf(profile, date));
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#forget(undefined);
  }

  /** Another clinic's numbers, or those of another day of its engine, are never shown for these. */
  #forget(source: OwnFigures | undefined): void {
    this.#under.abort();
    this.#under = new AbortController();
    this.#states = new Map();
    this.#source = source;
  }

  async #ask(
    source: OwnFigures,
    profile: ReportedProfile,
    date: CalendarDate,
    key: string,
  ): Promise<void> {
    const { signal } = this.#under;
    const states = this.#states;
    const answer = await answerOf(source, profile, date, signal);
    if (signal.aborted) return;
    states.set(key, answer);
    this.host.requestUpdate();
  }
}

/** What is thrown may tell of a patient: that it failed is all that is kept. */
async function answerOf(
  source: OwnFigures,
  profile: ReportedProfile,
  date: CalendarDate,
  signal: AbortSignal,
): Promise<OwnState> {
  try {
    const counts: unknown = await source.counts?.(profile, date, signal);
    return { kind: 'there', counts: checked(counts) };
  } catch {
    return { kind: 'failed' };
  }
}

/**
 * A host's own code counts them: what are no counts is no answer.
 *
 * @throws {TypeError} of what are none.
 */
function checked(counts: unknown): Readonly<Record<string, OwnCounts | undefined>> {
  if (typeof counts !== 'object' || counts === null) throw new TypeError('No counts.');
  const read = new Map<string, OwnCounts>();
  for (const [id, each] of Object.entries(counts as Record<string, unknown>)) {
    if (each === undefined || each === null) continue;
    const { numerator, rest, unknown } = each as OwnCounts;
    if (![numerator, rest, unknown].every(isCount))
      throw new TypeError('A count is a whole number.');
    read.set(id, { numerator, rest, unknown });
  }
  return Object.fromEntries(read);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function keyOf({ id, version, definition }: ReportedProfile, date: CalendarDate): string {
  return JSON.stringify([id, version, definition, date]);
}

const none: OwnState = { kind: 'none' };
const loading: OwnState = { kind: 'loading' };
