/** How rounds are fetched and saved, and what can be used of a store's answers. */
import * as z from 'zod/mini';
import { pointer } from '../json/paths.ts';
import { callAdapter, type CallOptions } from './call.ts';
import { junk } from './failure.ts';
import { mostRounds, requireWithinInTurns, roundsLimits, savedLimits, tooLarge } from './limits.ts';
import { nextTurn } from './pause.ts';
import { anything, calendarDate, present, text } from './reading.ts';
import { contactOutcomes, mostAttempts } from './contact.ts';
import { mostExemptions } from './exemption.ts';
import type { ExemptionReason, Round, RoundMember, RoundStore } from './types.ts';

/** A round that came from a store. */
export interface CheckedRound {
  readonly round: Round;
  /** Members that cannot be read, as they came: they go back with every save, so that nothing is lost. */
  readonly rejected: readonly unknown[];
}

export interface CheckedRounds {
  readonly rounds: readonly CheckedRound[];
  /**
   * JSON Pointers to what could not be read and was set aside, a whole round or a member of one: the
   * last part names what is wrong with it.
   */
  readonly unusable: readonly string[];
}

/**
 * Fetches the stored rounds of a profile, in the store's order.
 * @throws {AdapterFailure}
 */
export async function listRounds(
  store: RoundStore,
  profileId: string,
  options: CallOptions,
): Promise<CheckedRounds> {
  const stored = await callAdapter(
    'rounds',
    async (signal) => ({ answer: (await store.list(profileId, signal)) as unknown }),
    options,
  );
  return readAnswer(options, async (reading) => {
    await requireWithinInTurns('rounds', stored.answer, roundsLimits);
    const { data: entries } = z.array(anything).safeParse(stored.answer);
    if (!entries) throw junk('rounds', stored.answer);
    if (entries.length > mostRounds) throw tooLarge('rounds');
    const rounds: CheckedRound[] = [];
    const { unusable } = reading;
    for (const [index, entry] of entries.entries()) {
      const found = await readRound(entry, `/${index}`, reading);
      if (found?.round.profile.id === profileId) rounds.push(found);
      else if (found) unusable.push(`/${index}/profile`);
    }
    return { rounds, unusable };
  });
}

/** What a store answered to a save. */
export interface SavedRound extends CheckedRound {
  readonly saved: boolean;
  /** JSON Pointers into the answer, to the members that could not be read and were set aside. */
  readonly unusable: readonly string[];
}

/**
 * Saves a round against its revision.
 * @throws {AdapterFailure} Also `junk`, when the answer does not say which round is stored now.
 */
export async function saveRound(
  store: RoundStore,
  round: Round,
  options: CallOptions,
): Promise<SavedRound> {
  const stored = await callAdapter(
    'rounds',
    async (signal) => ({ answer: (await store.save(round, signal)) as unknown }),
    options,
  );
  return readAnswer(options, async (reading) => {
    await requireWithinInTurns('rounds', stored.answer, savedLimits);
    const { data: answer } = saveSchema.safeParse(stored.answer);
    const part = answer?.saved ? 'round' : 'conflict';
    const found = answer && (await readRound(answer[part], `/${part}`, reading));
    // One of another profile says nothing of this one, by whatever id.
    if (found?.round.id !== round.id || found.round.profile.id !== round.profile.id)
      throw junk('rounds', stored.answer);
    return { saved: answer?.saved === true, ...found, unusable: reading.unusable };
  });
}

/** How far the reading of an answer has come. */
interface Reading {
  /** Gets the places of what is set aside. */
  readonly unusable: string[];
  /** Rounds and members that may be read before the page has its turn. */
  left: number;
}

/** So many are read in one go, in some milliseconds. */
const sliceSize = 1000;

async function rest(reading: Reading): Promise<void> {
  await nextTurn();
  reading.left = sliceSize;
}

/** Reads what a store has answered in time, however long that takes; what throws when it is read has failed. */
async function readAnswer<Answer>(
  options: CallOptions,
  read: (reading: Reading) => Promise<Answer>,
): Promise<Answer> {
  const reading: Reading = { unusable: [], left: sliceSize };
  return callAdapter('rounds', () => read(reading), { ...options, deadline: Infinity });
}

const saveSchema = z.object({ saved: z.boolean(), round: anything, conflict: anything });

/** Reads a stored round, and names what is set aside. */
async function readRound(
  entry: unknown,
  path: string,
  reading: Reading,
): Promise<CheckedRound | undefined> {
  const { unusable } = reading;
  if (--reading.left < 0) await rest(reading);
  const { data: stored, error } = roundSchema.safeParse(entry);
  if (!stored) {
    unusable.push(firstPlace(error, path));
    return undefined;
  }
  const members = new Map<string, RoundMember>();
  const rejected: unknown[] = [];
  for (const [index, given] of stored.members.entries()) {
    if (--reading.left < 0) await rest(reading);
    const { data: member, error } = memberSchema.safeParse(given);
    if (member && !members.has(member.patientId)) {
      members.set(member.patientId, copyOf(member));
      continue;
    }
    rejected.push(given);
    const place = `${path}/members/${index}`;
    unusable.push(member ? `${place}/patientId` : firstPlace(error, place));
  }
  const round = { ...copyOf({ ...stored, members: [] }), members: [...members.values()] };
  return { round, rejected };
}

const assigneeSchema = z.pipe(
  z.looseObject({ id: z.string().check(z.minLength(1)), name: z.nullish(text) }),
  z.transform(present),
);

const aimSchema = z.pipe(
  z.looseObject({
    goal: z.nullish(text),
    evaluation: z.nullish(calendarDate),
    owner: z.nullish(assigneeSchema),
    evaluated: z.nullish(calendarDate),
    by: z.nullish(text),
    at: z.nullish(text),
  }),
  z.transform(present),
);

/** A `null` stands for an absent part; what the contract does not know is kept. */
const roundSchema = z.looseObject({
  id: z.string(),
  revision: z.int().check(z.gte(0)),
  profile: z.looseObject({ id: z.string(), version: z.string() }),
  asOf: calendarDate,
  finished: z.nullish(calendarDate),
  withdrawn: z.nullish(z.boolean()),
  undecided: z.nullish(z.array(z.string())),
  aim: z.nullish(aimSchema),
  members: z.array(anything),
});

/** Any code, of whatever kind: what has no words here goes back as it came. */
const keptReason = z.optional(z.custom<ExemptionReason | null>(() => true));

const exemptionSchema = z.pipe(
  z.looseObject({
    marker: z.string(),
    reason: keptReason,
    note: text,
    until: z.nullish(calendarDate),
    by: z.nullish(text),
    at: z.nullish(text),
  }),
  z.transform(present),
);

const contactSchema = z.pipe(
  z.looseObject({
    outcome: z.enum(contactOutcomes),
    at: text,
    by: z.nullish(text),
    nextTry: z.nullish(calendarDate),
  }),
  z.transform(present),
);

const memberSchema = z.looseObject({
  patientId: z.string(),
  status: z.enum(['new', 'to-follow-up', 'reviewed', 'exempt']),
  note: z.nullish(text),
  earlier: z.nullish(text),
  exemptReason: keptReason,
  exemptUntil: z.nullish(calendarDate),
  exemptions: z.nullish(z.array(exemptionSchema).check(z.maxLength(mostExemptions))),
  assignee: z.nullish(assigneeSchema),
  due: z.nullish(calendarDate),
  contact: z.nullish(z.array(contactSchema).check(z.maxLength(mostAttempts))),
  by: z.nullish(text),
  at: z.nullish(text),
  markers: z.nullish(z.array(z.string())),
  markersBefore: z.nullish(z.array(z.string())),
  joined: z.nullish(calendarDate),
  left: z.nullish(z.boolean()),
});

/** Copies an object without its absent parts, and without ties to what the store may change later. */
function copyOf<Stored extends object>(stored: Stored) {
  return structuredClone(present(stored));
}

/** JSON Pointer to the first part of an object that does not fit, or to the object that is none. */
function firstPlace(error: z.core.$ZodError | undefined, path: string): string {
  return path + pointer(error?.issues[0]?.path.slice(0, 1) ?? []);
}
