/** Each method of the protocol, as it is asked of an adapter. */
import * as z from 'zod/mini';
import { isObject } from '../../json/values.ts';
import type { LocalText } from '../../profile/types.ts';
import type { ActionContext, OpenContext, PatientReference } from '../action-types.ts';
import { memberOf } from '../member.ts';
import { abandon, nextBatch, openStream } from '../stream.ts';
import type { ClinicAdapter, Round, SearchRequest } from '../types.ts';
import type { RecordsRequest } from '../../record/request.ts';
import { BridgeError } from './errors.ts';
import type { BridgeMethod } from './messages.ts';
import type { SaveLog } from './save-log.ts';
import { encodedBytes, mostTextBytes, writeJson } from './writer.ts';

/** How a host shares: the cockpit's `Sharer`. */
export interface HostSharer {
  readonly recipients: readonly { readonly name: string; readonly organisation: string }[];
  readonly longestDays?: number;
  readonly purposes?: readonly LocalText[];
  share(wish: never): Promise<void>;
  shares?(patientId: string): Promise<readonly unknown[]>;
  revoke?(shareId: string): Promise<void>;
}

/** The methods that an adapter has: what it does not have is not offered. Never throws. */
export function offeredMethods(
  adapter: ClinicAdapter,
  sharer: HostSharer | undefined,
): readonly BridgeMethod[] {
  const offered: BridgeMethod[] = [];
  const offer = (method: BridgeMethod, isThere: () => boolean) => {
    try {
      if (isThere()) offered.push(method);
    } catch {
      // What throws when it is looked at is not there.
    }
  };
  const isFunction = (holder: object | undefined, name: string) =>
    typeof (holder as Record<string, unknown> | undefined)?.[name] === 'function';
  for (const method of ['describe', 'records', 'search', 'patient', 'openJournal'] as const)
    offer(method, () => isFunction(adapter, method));
  for (const method of ['actions', 'action.run'] as const)
    offer(method, () => adapter.actions !== undefined);
  for (const name of ['list', 'save'] as const)
    offer(`rounds.${name}`, () => isFunction(adapter.rounds, name));
  for (const name of ['list', 'load'] as const)
    offer(`profiles.${name}`, () => isFunction(adapter.profiles, name));
  offer('sharer', () => isFunction(sharer, 'share'));
  for (const name of ['share', 'shares', 'revoke'] as const)
    offer(`sharer.${name}`, () => isFunction(sharer, name));
  return offered;
}

/** What a call asks. */
export interface Asked {
  readonly adapter: ClinicAdapter;
  readonly sharer: HostSharer | undefined;
  readonly saves: SaveLog;
  readonly method: BridgeMethod;
  /** Names a save. */
  readonly key: string | undefined;
  readonly params: unknown;
  readonly signal: AbortSignal;
}

/**
 * Asks the adapter, and writes each value of its answer as JSON: of `records` any number, of the others one, or none
 * where there is no answer.
 *
 * @throws {BridgeError} `invalid` when what is asked cannot be read. And what the adapter throws.
 */
export async function* answersOf(asked: Asked): AsyncGenerator<Iterable<string>, void, void> {
  const { data: params } = paramSchemas[asked.method].safeParse(asked.params);
  if (!params) throw new BridgeError('invalid');
  if (asked.method === 'records') yield* batchesOf(asked, params as Params<'records'>);
  else {
    const answer = answers[asked.method] as (asked: Asked, params: unknown) => unknown;
    yield writeJson(await answer(asked, params));
  }
}

const object = z.custom<object>(isObject);
const request = object as unknown as z.ZodMiniType<RecordsRequest>;
const patient = z.custom<PatientReference>(
  (given) => isObject(given) && typeof given.id === 'string',
);
const text = z.string();
const nothing = object;

/** What each method is asked with. Values of the contract pass as they are: they are the library's own. */
export const paramSchemas = {
  describe: nothing,
  records: z.object({ request }),
  search: z.object({ request: object as unknown as z.ZodMiniType<SearchRequest> }),
  patient: z.object({ patientId: text, request }),
  openJournal: z.object({ patient, context: object as unknown as z.ZodMiniType<OpenContext> }),
  actions: nothing,
  'action.run': z.object({
    index: z.int().check(z.gte(0)),
    actionId: z.unknown(),
    patients: z.array(patient),
    context: object as unknown as z.ZodMiniType<ActionContext>,
  }),
  'rounds.list': z.object({ profileId: text }),
  'rounds.save': z.object({ round: object as unknown as z.ZodMiniType<Round> }),
  'profiles.list': nothing,
  'profiles.load': z.object({ id: text, version: z.optional(text) }),
  sharer: nothing,
  'sharer.share': z.object({ wish: object }),
  'sharer.shares': z.object({ patientId: text }),
  'sharer.revoke': z.object({ shareId: text }),
} satisfies Readonly<Record<BridgeMethod, z.ZodMiniType>>;

type Params<Method extends BridgeMethod> = z.output<(typeof paramSchemas)[Method]>;

const answers: {
  readonly [Method in Exclude<BridgeMethod, 'records'>]: (
    asked: Asked,
    params: Params<Method>,
  ) => unknown;
} = {
  describe: ({ adapter, signal }) => adapter.describe(signal),
  search: ({ adapter, signal }, params) => adapter.search?.(params.request, signal),
  patient: ({ adapter, signal }, params) =>
    adapter.patient(params.patientId, params.request, signal),
  openJournal: ({ adapter }, params) => adapter.openJournal(params.patient, params.context),
  actions: ({ adapter }) => actionsOf(memberOf(adapter, 'actions')),
  'action.run': ({ adapter, signal }, { index, actionId, patients, context }) => {
    const action = adapter.actions?.[index];
    // Other actions than were told: whoever asks means another one.
    if (!action || action.id !== actionId) throw new BridgeError('unsupported');
    return action.run(patients, context, signal);
  },
  'rounds.list': ({ adapter, signal }, params) => adapter.rounds?.list(params.profileId, signal),
  'rounds.save': ({ adapter, signal, saves, key }, { round }) =>
    saves.once(key, async () => adapter.rounds?.save(round, signal)),
  'profiles.list': ({ adapter, signal }) => adapter.profiles?.list(signal),
  'profiles.load': ({ adapter, signal }, { id, version }) =>
    adapter.profiles?.load(id, version, signal),
  sharer: ({ sharer }) => {
    const { recipients, longestDays, purposes } = sharer ?? {};
    return { recipients, longestDays, purposes };
  },
  'sharer.share': ({ sharer }, { wish }) => sharer?.share(wish as never),
  'sharer.shares': ({ sharer }, { patientId }) => sharer?.shares?.(patientId),
  'sharer.revoke': ({ sharer }, { shareId }) => sharer?.revoke?.(shareId),
};

/** An adapter's actions as they are, without their functions; `run: false` where one has none. */
function actionsOf(given: unknown): unknown {
  if (!Array.isArray(given)) return given;
  return given.slice(0, mostActions).map((each: unknown) => {
    if (!isObject(each)) return each;
    const read: Record<string, unknown> = {};
    for (const name of ['id', 'label', 'scope', 'patientsPerCall', 'fields']) {
      try {
        if (each[name] !== undefined) read[name] = each[name];
      } catch {
        // Left to the check, which names what is not there.
      }
    }
    return typeof each.run === 'function' ? read : { ...read, run: false };
  });
}

/** One more than the library reads, so that it tells of those that it does not. */
const mostActions = 201;

/** The clinic's patients, as many in each value as fit into one message. */
async function* batchesOf(
  { adapter, signal }: Asked,
  params: Params<'records'>,
): AsyncGenerator<Iterable<string>, void, void> {
  const stream = await openStream(adapter, params.request, signal);
  try {
    for (;;) {
      const { done, batch } = await nextBatch(stream);
      if (done) return;
      if (Array.isArray(batch) && batch.length > 0) yield* packed(batch);
      else yield [...writeJson(batch ?? null)];
    }
  } finally {
    abandon(stream);
  }
}

/** A batch as JSON lists that each fit into a message; one patient who does not is a list alone, written as it is sent. */
function* packed(batch: readonly unknown[]): Generator<Iterable<string>> {
  let held: string[] = [];
  let bytes = 2;
  for (const patientRecords of batch) {
    const texts = writeJson(patientRecords ?? null);
    const begun: string[] = [];
    let size = 1;
    let next = texts.next();
    for (; !next.done && size <= mostTextBytes; next = texts.next()) {
      begun.push(next.value);
      size += encodedBytes(next.value);
    }
    if (held.length > 0 && bytes + size > mostTextBytes) {
      yield ['[', ...held, ']'];
      held = [];
      bytes = 2;
    }
    if (!next.done) {
      yield alone([...begun, next.value], texts);
      continue;
    }
    if (held.length > 0) held.push(',');
    held.push(...begun);
    bytes += size;
  }
  if (held.length > 0) yield ['[', ...held, ']'];
}

function* alone(begun: readonly string[], rest: Iterable<string>): Generator<string> {
  yield '[';
  yield* begun;
  yield* rest;
  yield ']';
}
