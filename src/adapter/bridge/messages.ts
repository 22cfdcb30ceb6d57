/**
 * The messages between a page and its host, version 1: what each is made of, and how one that comes is read. The page
 * "Bridge" of the docs says what they mean; `bridge.schema.json` is made of these schemas.
 */
import * as z from 'zod/mini';
import { isObject } from '../../json/values.ts';
import { pointer } from '../../json/paths.ts';

/** The version that this library speaks. */
export const bridgeVersion = 1;

/** Most bytes of a message, as JSON in UTF-8. */
export const mostBytes = 256_000;

/** Chunks of one call, in one direction, that may be under way without an acknowledgement. */
export const mostUnacknowledged = 4;

/** Calls of a page that may be under way at once. */
export const mostCalls = 256;

/** Characters of one value, over all its chunks. */
export const mostCharacters = 100_000_000;

/** What a page can ask of its host. `action.run` and what follows a dot belong to what stands before it. */
export const bridgeMethods = [
  'describe',
  'records',
  'search',
  'patient',
  'openJournal',
  'actions',
  'action.run',
  'rounds.list',
  'rounds.save',
  'profiles.list',
  'profiles.load',
  'sharer',
  'sharer.share',
  'sharer.shares',
  'sharer.revoke',
] as const;
export type BridgeMethod = (typeof bridgeMethods)[number];

/** Characters of a safe text that are passed on. */
export const mostSaid = 200;

/** Why a call was not answered. None of them holds anything of a patient. */
export const failureCodes = [
  'failed',
  'unsupported',
  'invalid',
  'out-of-order',
  'too-large',
  'busy',
  'deadline',
  'junk',
] as const;

/** What is wrong with an answer of the host's own adapter (`junk`). */
const details = [
  'answer-is-nothing',
  'answer-is-text',
  'answer-is-number',
  'answer-is-boolean',
  'answer-is-function',
  'answer-is-promise',
  'answer-is-response',
  'answer-is-list',
  'answer-is-wrapped',
  'wrong-answer',
  'batch-is-no-list',
  'other-patient',
  'too-large',
] as const;

const marker = z.literal('bridge');
/** A name that one side has drawn for itself: of a page, a host, a session, a save. */
const drawn = z.string().check(z.minLength(1), z.maxLength(100));
const id = z.int().check(z.gte(1));
const place = { overblik: marker, session: drawn, id };
const piece = { text: z.string().check(z.maxLength(mostBytes)), last: z.boolean() };
const versions = z.array(z.int()).check(z.minLength(1), z.maxLength(20));
const patientId = z.string().check(z.maxLength(1000));

/** What the host tells of its own accord. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('patients'),
    patientIds: z.array(patientId).check(z.minLength(1), z.maxLength(1000)),
  }),
  z.object({ kind: z.literal('clinic') }),
  z.object({ kind: z.literal('rounds'), profileId: z.optional(patientId) }),
  z.object({ kind: z.literal('patient-selected'), patientId: z.optional(patientId) }),
]);
/**
 * What the host tells of its own accord: these patients have other records now; the clinic has; rounds were stored by
 * somebody else; another patient, or none, is open in the journal.
 */
export type BridgeChange = z.output<typeof changeSchema>;

export const messageSchemas = {
  hello: z.object({ overblik: marker, type: z.literal('hello'), page: drawn, versions }),
  ready: z.object({ overblik: marker, type: z.literal('ready'), host: drawn }),
  welcome: z.object({
    overblik: marker,
    type: z.literal('welcome'),
    page: drawn,
    host: drawn,
    session: drawn,
    version: z.int(),
    /** Methods of a later version are passed over. */
    methods: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(100)),
  }),
  refuse: z.object({ overblik: marker, type: z.literal('refuse'), page: drawn, versions }),
  call: z.object({
    ...place,
    type: z.literal('call'),
    method: z.string().check(z.maxLength(100)),
    key: z.optional(drawn),
    ...piece,
  }),
  chunk: z.object({ ...place, type: z.literal('chunk'), seq: id, ...piece }),
  ack: z.object({ ...place, type: z.literal('ack'), seq: id }),
  end: z.object({ ...place, type: z.literal('end') }),
  fail: z.object({
    ...place,
    type: z.literal('fail'),
    // What this version does not know says no less that it failed: whoever waits must hear it.
    code: z.catch(z.enum(failureCodes), 'failed'),
    message: z.catch(z.optional(z.string().check(z.maxLength(mostSaid))), undefined),
    detail: z.catch(z.optional(z.enum(details)), undefined),
  }),
  cancel: z.object({ ...place, type: z.literal('cancel') }),
  change: z.object({
    overblik: marker,
    type: z.literal('change'),
    session: drawn,
    seq: id,
    change: changeSchema,
  }),
  stale: z.object({ overblik: marker, type: z.literal('stale'), session: drawn }),
  bye: z.object({ overblik: marker, type: z.literal('bye'), session: drawn }),
};

export type MessageType = keyof typeof messageSchemas;
export type Message<Type extends MessageType = MessageType> = {
  [Each in Type]: z.output<(typeof messageSchemas)[Each]>;
}[Type];

/** Any message: for a document that shows one, and the JSON Schema. */
export const messageSchema = z.discriminatedUnion('type', [
  messageSchemas.hello,
  messageSchemas.ready,
  messageSchemas.welcome,
  messageSchemas.refuse,
  messageSchemas.call,
  messageSchemas.chunk,
  messageSchemas.ack,
  messageSchemas.end,
  messageSchemas.fail,
  messageSchemas.cancel,
  messageSchemas.change,
  messageSchemas.stale,
  messageSchemas.bye,
]);

/** What a page reads, and what a host does. The other's own are passed over: a channel may echo. */
export const fromHost = {
  ...{ ready: true, welcome: true, refuse: true, chunk: true, ack: true, end: true },
  ...{ fail: true, change: true, stale: true, bye: true },
} as const satisfies Partial<Record<MessageType, true>>;
export const fromPage = {
  ...{ hello: true, call: true, chunk: true, ack: true, cancel: true, bye: true },
} as const satisfies Partial<Record<MessageType, true>>;

/** What is wrong with something that came over a channel: names and places alone, never anything of what it said. */
export interface BridgeProblem {
  readonly kind:
    | 'unreadable'
    | 'too-large'
    | 'unknown-type'
    | 'other-session'
    | 'other-origin'
    | 'other-source'
    // A listener that was given to the bridge: `field` is its name.
    | 'listener-threw';
  /** The message's type, where it is one of the protocol's, and the place in it: `chunk/seq`. */
  readonly field?: string;
}

type MessageOf<Types> = Extract<Message, { readonly type: keyof Types }>;

/**
 * Reads what came over a channel.
 *
 * @param types Those that this side reads.
 * @returns undefined of what is no message of the protocol's, and is passed over in silence: a channel may carry the
 *   host's own besides. Never throws.
 */
export function readMessage<Types extends Partial<Record<MessageType, true>>>(
  given: unknown,
  types: Types,
): MessageOf<Types> | BridgeProblem | undefined {
  try {
    if (typeof given === 'string' && given.length > mostBytes)
      return given.slice(0, 200).includes('"overblik"') ? { kind: 'too-large' } : undefined;
    const message: unknown = typeof given === 'string' ? parse(given) : given;
    if (!isObject(message) || message.overblik !== 'bridge') return undefined;
    const { type } = message;
    if (typeof type !== 'string' || !Object.hasOwn(messageSchemas, type))
      return { kind: 'unknown-type' };
    if (!Object.hasOwn(types, type)) return undefined;
    if (typeof message.text === 'string' && message.text.length > mostBytes)
      return { kind: 'too-large', field: type };
    const { data, error } = messageSchemas[type as MessageType].safeParse(message);
    if (data) return data as MessageOf<Types>;
    // The schema's own places: a key of the sender's own is passed over before.
    return { kind: 'unreadable', field: `${type}${pointer(error.issues[0]?.path ?? [])}` };
  } catch {
    return { kind: 'unreadable' };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program's own.
    return undefined;
  }
}

/** Tells each kind of problem once. */
export class ProblemTeller {
  readonly #told = new Set<string>();

  constructor(readonly onproblem: ((problem: BridgeProblem) => void) | undefined) {}

  tell(problem: BridgeProblem): void {
    const key = `${problem.kind} ${problem.field ?? ''}`;
    if (this.#told.has(key) || this.#told.size >= mostTold) return;
    this.#told.add(key);
    try {
      this.onproblem?.(problem);
    } catch {
      // A listener of the host's own that fails harms nobody else.
    }
  }
}

const mostTold = 100;

/** Sends one message; of a way that cannot take it, it is told, and nothing is thrown. */
export function sendOver(
  channel: { send(message: Message): void },
  message: Message,
  problems: ProblemTeller,
): void {
  try {
    channel.send(message);
  } catch {
    problems.tell({ kind: 'unreadable', field: message.type });
  }
}

/** A name that nobody else has drawn. */
export function drawName(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(numbers, (number) => number.toString(16).padStart(8, '0')).join('');
}

/** Keeps a name among those that have been heard, and no more of them than anybody needs. */
export function remember(names: Set<string>, name: string): void {
  names.add(name);
  const [oldest] = names;
  if (names.size > mostNames && oldest !== undefined) names.delete(oldest);
}

const mostNames = 1000;
