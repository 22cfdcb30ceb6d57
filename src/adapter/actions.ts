import { isObject } from '../json/values.ts';
import type { HostAction } from './action-types.ts';
import { readFields } from './fields.ts';
import { memberOf } from './member.ts';
import { readLabel } from './reading.ts';
import type { ClinicAdapter } from './types.ts';

/** What is wrong with a part of an action in an adapter's list. */
export interface ActionFault {
  /** The action's place in the list, from nought. */
  readonly index: number;
  /** As a path below it: `label`, `fields/2/options/0/id`. Names and places alone, nothing of the host's own. */
  readonly part: 'id' | 'label' | 'scope' | 'run' | 'patientsPerCall' | `fields${string}`;
  readonly kind: 'unusable' | 'plain-text' | 'not-a-function';
}

/** What an adapter's list of actions says. */
export interface ReadActions {
  /** Those that can be used. */
  readonly actions: readonly HostAction[];
  readonly faults: readonly ActionFault[];
}

/** Patients in one call of an action that does not say how many it takes, and the most that one may say. */
export const usualPatientsPerCall = 20;
export const mostPatientsPerCall = 1000;

/** Actions of a list that are read; nobody finds one among more. */
export const mostActions = 200;

/**
 * What the host can do for patients, as far as it can be used: an action without an id, a label or a `run`, or with
 * an id that another before it has, is left out. A label that is a plain text is read as the Danish one. What is left
 * out or read otherwise is reported.
 */
export function actionsOf(adapter: ClinicAdapter | undefined): readonly HostAction[] {
  return readActions(memberOf(adapter, 'actions')).actions;
}

/** Reads a list of actions, once: the same list gives the same objects at every drawing. Never throws. */
export function readActions(given: unknown): ReadActions {
  try {
    if (!Array.isArray(given)) return nothing;
    let read = known.get(given);
    if (!read) known.set(given, (read = readList(given)));
    return read;
  } catch {
    return unreadable;
  }
}

const nothing: ReadActions = { actions: [], faults: [] };
const unreadable: ReadActions = {
  actions: [],
  faults: [{ index: 0, part: 'id', kind: 'unusable' }],
};
const known = new WeakMap<readonly unknown[], ReadActions>();

function readList(given: readonly unknown[]): ReadActions {
  const faults: ActionFault[] = [];
  const ids = new Set<unknown>();
  // A list can claim any length; and an empty place in it is an action that was left out as well.
  const length = Math.min(given.length, mostActions);
  const actions = Array.from({ length }).flatMap((_, index): readonly HostAction[] => {
    const fault = (part: ActionFault['part'], kind: ActionFault['kind'] = 'unusable') =>
      void faults.push({ index, part, kind });
    try {
      return readAction(given[index], ids, fault);
    } catch {
      // What throws when it is read names nothing.
      fault('id');
      return [];
    }
  });
  return { actions, faults };
}

/** @param ids Of the actions before it: two of one id could not be told apart in what was done. */
function readAction(
  given: unknown,
  ids: Set<unknown>,
  fault: (part: ActionFault['part'], kind?: ActionFault['kind']) => void,
): readonly HostAction[] {
  // Asked of the host's own object, for whose `this` its `run` may be made.
  const action = (isObject(given) ? given : {}) as unknown as HostAction;
  const { id, scope, patientsPerCall } = action;
  const isNew = typeof id === 'string' && !ids.has(id);
  ids.add(id);
  if (!isNew) fault('id');
  const label = readLabel(action.label);
  if (!label) fault('label');
  else if (typeof action.label === 'string') fault('label', 'plain-text');
  if (scope !== 'one' && scope !== 'many') fault('scope');
  if (typeof action.run !== 'function') fault('run', 'not-a-function');
  const isCount =
    Number.isInteger(patientsPerCall) &&
    patientsPerCall! >= 1 &&
    patientsPerCall! <= mostPatientsPerCall;
  if (patientsPerCall !== undefined && !isCount) fault('patientsPerCall');
  const fields = readFields(action, (part, kind) => fault(`fields${part}`, kind));
  if (!isNew || !label || typeof action.run !== 'function' || !fields) return [];
  return [
    {
      id,
      label,
      // An action that does not say that it takes many gets one at a time.
      scope: scope === 'many' ? 'many' : 'one',
      ...(isCount ? { patientsPerCall: patientsPerCall! } : {}),
      ...(fields.length > 0 ? { fields } : {}),
      run: (patients, context, signal) => action.run(patients, context, signal),
    },
  ];
}
