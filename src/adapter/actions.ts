import { isObject } from '../json/values.ts';
import { localText, text } from './reading.ts';
import type { ClinicAdapter, HostAction } from './types.ts';

/**
 * What the host can do for patients, as far as it can be used: an action without an id, a label or a `run`, or with
 * an id that another before it has, is left out. A label that is a plain text is read as the Danish one (and reported, as is what is left out).
 */
export function actionsOf(adapter: ClinicAdapter | undefined): readonly HostAction[] {
  const given: unknown = adapter?.actions;
  if (!Array.isArray(given)) return [];
  let read = known.get(given);
  if (!read) known.set(given, (read = firstOfEach(given.flatMap(readAction))));
  return read;
}

/** Two of one id could not be told apart in what was done. */
function firstOfEach(actions: readonly HostAction[]): readonly HostAction[] {
  const byId = new Map<string, HostAction>();
  for (const action of actions) if (!byId.has(action.id)) byId.set(action.id, action);
  return [...byId.values()];
}

/** By list: so that the same actions are the same objects at every drawing. */
const known = new WeakMap<readonly unknown[], readonly HostAction[]>();

function readAction(given: unknown): readonly HostAction[] {
  if (!isObject(given) || typeof given.id !== 'string' || typeof given.run !== 'function')
    return [];
  // Asked of the host's own object, for whose `this` its `run` may be made.
  const action = given as unknown as HostAction;
  const { id, scope } = action;
  const run: HostAction['run'] = (patients, context, signal) =>
    action.run(patients, context, signal);
  const plain = text.safeParse(given.label).data?.trim();
  if (plain) return [{ id, label: { da: plain }, scope: scope === 'one' ? 'one' : 'many', run }];
  const { data: label } = localText.safeParse(given.label);
  return label ? [{ id, label, scope, run }] : [];
}
