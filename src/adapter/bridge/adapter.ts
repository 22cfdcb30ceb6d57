/** The adapter that a page has of one session: exactly the methods that the host offers. */
import type { HostAction } from '../action-types.ts';
import type { LocalText } from '../../profile/types.ts';
import { isObject } from '../../json/values.ts';
import type { ClinicAdapter, Round } from '../types.ts';
import type { BridgeMethod, BridgeProblem } from './messages.ts';
import type { SaveKeys } from './save-keys.ts';
import type { PageSession } from './session.ts';
import { writeJson } from './writer.ts';

/** How a host shares, as a page has it over a bridge: for the cockpit's `sharer`. */
export interface BridgeSharer {
  readonly recipients: readonly { readonly name: string; readonly organisation: string }[];
  readonly longestDays?: number;
  readonly purposes?: readonly LocalText[];
  share(wish: object): Promise<void>;
  shares?(patientId: string): Promise<readonly never[]>;
  revoke?(shareId: string): Promise<void>;
}

/** An adapter over a bridge. */
export interface BridgeAdapter extends ClinicAdapter {
  /** How the host shares, where it does: for the cockpit's `sharer`. */
  readonly sharer?: BridgeSharer;
  /** Ends the bridge: the host is told, and every call fails. */
  close(): void;
}

/** Makes the adapter; of its actions, and of how it shares, the host is asked first. */
export async function adapterOver(
  session: PageSession,
  saves: SaveKeys,
  close: () => void,
  tell: (problem: BridgeProblem) => void,
): Promise<BridgeAdapter> {
  const has = (method: BridgeMethod) => session.has(method);
  /** An answer is checked by the library, as that of any adapter. */
  const ask = (method: BridgeMethod, params: object, signal?: AbortSignal) =>
    session.ask(method, params, { signal }) as Promise<never>;

  const records: ClinicAdapter['records'] = (request, signal) =>
    session.stream('records', { request }, { signal }) as AsyncIterable<never>;
  const search: ClinicAdapter['search'] = (request, signal) => ask('search', { request }, signal);

  const list = has('rounds.list') && {
    list: (profileId: string, signal: AbortSignal) => ask('rounds.list', { profileId }, signal),
  };
  const save = has('rounds.save') && {
    save: (round: Round, signal: AbortSignal) => saveRound(session, saves, round, signal),
  };
  const profileList = has('profiles.list') && {
    list: (signal: AbortSignal) => ask('profiles.list', {}, signal),
  };
  const load = has('profiles.load') && {
    load: (id: string, version: string | undefined, signal: AbortSignal) =>
      ask('profiles.load', { id, version }, signal),
  };
  /** What cannot be told is not offered: the rest still is. */
  const first = async (method: 'actions' | 'sharer'): Promise<unknown> => {
    try {
      return has(method) ? await session.ask(method, {}) : undefined;
    } catch {
      if (!session.isOver) tell({ kind: 'unreadable', field: method });
      return undefined;
    }
  };
  const actions = actionsOver(session, await first('actions'));
  const sharer = sharerOver(session, await first('sharer'));

  return {
    describe: (signal) => ask('describe', {}, signal),
    ...(has('records') ? { records } : {}),
    ...(has('search') ? { search } : {}),
    patient: (patientId, request, signal) => ask('patient', { patientId, request }, signal),
    openJournal: (patient, context) => ask('openJournal', { patient, context }),
    ...(actions === undefined ? {} : { actions }),
    ...(list || save ? { rounds: { ...list, ...save } as never } : {}),
    ...(profileList || load ? { profiles: { ...profileList, ...load } as never } : {}),
    ...(sharer === undefined ? {} : { sharer }),
    close,
  };
}

/** A save that is tried again has the name that it had. */
async function saveRound(
  session: PageSession,
  saves: SaveKeys,
  round: Round,
  signal: AbortSignal,
): Promise<never> {
  // As it is now: the caller may change it while it is being sent.
  const text = [...writeJson(round)].join('');
  const key = saves.keyOf(round.id, text);
  const texts = ['{"round":', text, '}'];
  const answer = await session.ask('rounds.save', { round }, { signal, key, texts });
  saves.answered(round.id, key);
  return answer as never;
}

/** The host's actions as they are, but that each `run` goes over the bridge; what is no list of them is left to the check. */
function actionsOver(session: PageSession, given: unknown): readonly HostAction[] | undefined {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) return given as readonly HostAction[];
  return given.map((each: unknown, index): HostAction => {
    if (!isObject(each)) return each as HostAction;
    const { run, ...action } = each;
    if (run === false) return action as unknown as HostAction;
    return {
      ...(action as unknown as HostAction),
      run: (patients, context, signal) =>
        session.ask(
          'action.run',
          { index, actionId: action.id, patients, context },
          { signal },
        ) as Promise<never>,
    };
  });
}

function sharerOver(session: PageSession, given: unknown): BridgeSharer | undefined {
  if (!isObject(given)) return undefined;
  const facts = given as unknown as BridgeSharer;
  const ask = (method: BridgeMethod, params: object) =>
    session.ask(method, params) as Promise<never>;
  return {
    ...facts,
    share: (wish) => ask('sharer.share', { wish }),
    ...(session.has('sharer.shares')
      ? { shares: (patientId: string) => ask('sharer.shares', { patientId }) }
      : {}),
    ...(session.has('sharer.revoke')
      ? { revoke: (shareId: string) => ask('sharer.revoke', { shareId }) }
      : {}),
  };
}
