/** How rounds are fetched and saved, and what can be used of a store's answers. */
import { isCalendarDate } from '../record/index.ts';
import { AdapterFailure, callAdapter, type CallOptions } from './call.ts';
import type { Round, RoundMember, RoundStore } from './types.ts';

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
 * The stored rounds of a profile, in the store's order.
 * @throws {AdapterFailure}
 */
export async function listRounds(
  store: RoundStore,
  profileId: string,
  options: CallOptions,
): Promise<CheckedRounds> {
  return callAdapter(
    'rounds',
    async (signal) => {
      const answer: unknown = await store.list(profileId, signal);
      if (!Array.isArray(answer)) throw new AdapterFailure('junk', 'rounds');
      const unusable: string[] = [];
      const rounds = answer.flatMap((entry: unknown, index) => {
        const found = readRound(entry, `/${index}`, unusable);
        if (found && found.round.profile.id !== profileId) unusable.push(`/${index}/profile`);
        return found?.round.profile.id === profileId ? [found] : [];
      });
      return { rounds, unusable };
    },
    options,
  );
}

/**
 * Saves a round against its revision.
 * @throws {AdapterFailure} Also `junk`, when the answer does not say which round is stored now.
 */
export async function saveRound(
  store: RoundStore,
  round: Round,
  options: CallOptions,
): Promise<CheckedRound & { readonly saved: boolean }> {
  return callAdapter(
    'rounds',
    async (signal) => {
      const answer: unknown = await store.save(round, signal);
      if (!isObject(answer) || typeof answer.saved !== 'boolean')
        throw new AdapterFailure('junk', 'rounds');
      const { saved } = answer;
      const found = readRound(saved ? answer.round : answer.conflict, '', []);
      if (found?.round.id !== round.id) throw new AdapterFailure('junk', 'rounds');
      return { saved, ...found };
    },
    options,
  );
}

/** Takes a round apart, and names what is set aside. `null` is taken as absent. */
function readRound(entry: unknown, path: string, unusable: string[]): CheckedRound | undefined {
  const wrong = isObject(entry) ? firstWrong(entry, roundShape) : '';
  if (!isObject(entry) || wrong !== undefined) {
    unusable.push(wrong ? `${path}/${wrong}` : path);
    return undefined;
  }
  const members = new Map<string, RoundMember>();
  const rejected: unknown[] = [];
  for (const [index, member] of (entry.members as readonly unknown[]).entries()) {
    const found = isObject(member) ? firstWrong(member, memberShape) : '';
    if (isObject(member) && found === undefined && !members.has(member.patientId as string)) {
      members.set(member.patientId as string, withoutNull(member) as unknown as RoundMember);
      continue;
    }
    rejected.push(member);
    unusable.push(`${path}/members/${index}${found === '' ? '' : `/${found ?? 'patientId'}`}`);
  }
  const round = { ...withoutNull(entry), members: [...members.values()] } as unknown as Round;
  return { round, rejected };
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown) => typeof value === 'string';
const isDate = (value: unknown) => isText(value) && isCalendarDate(value);
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const optional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || value === null || check(value);

const roundShape: Shape = {
  id: isText,
  revision: (value) => Number.isInteger(value) && (value as number) >= 0,
  profile: (value) => isObject(value) && isText(value.id) && isText(value.version),
  asOf: isDate,
  finished: optional(isDate),
  undecided: optional(isTexts),
  members: Array.isArray,
};

const exemptionShape: Shape = {
  marker: isText,
  note: isText,
  until: optional(isDate),
  by: optional(isText),
  at: optional(isText),
};

const memberShape: Shape = {
  patientId: isText,
  status: (value) => ['new', 'to-follow-up', 'reviewed', 'exempt'].includes(value as string),
  note: optional(isText),
  earlier: optional(isText),
  exemptUntil: optional(isDate),
  exemptions: optional(
    (value) =>
      Array.isArray(value) &&
      value.every((each) => isObject(each) && firstWrong(each, exemptionShape) === undefined),
  ),
  by: optional(isText),
  at: optional(isText),
  markers: optional(isTexts),
  left: optional((value) => typeof value === 'boolean'),
};

/** Key of the first part that is not what the contract says. */
function firstWrong(entry: Readonly<Record<string, unknown>>, shape: Shape): string | undefined {
  return Object.keys(shape).find((key) => !shape[key]?.(entry[key]));
}

/** A copy without the parts that are `null`, and without ties to what the store may change later. */
function withoutNull(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) =>
      value === null ? [] : [[key, structuredClone(value)]],
    ),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
