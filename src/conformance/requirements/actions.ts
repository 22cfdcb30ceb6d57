/** What the host can do for patients: what an action is, and, where it may be run, what it answers. */
import {
  actionsOf,
  contactOutcomes,
  type ActionContext,
  type ActionField,
  type HostAction,
  type ProblemReport,
  type PatientReference,
} from '../../adapter/index.ts';
import { reportsOnAdapter } from '../../adapter/reports.ts';
import { isObject } from '../../json/values.ts';
import { endsWhenAborted } from '../aborting.ts';
import type { Answer } from '../calls.ts';
import { valueAt } from '../places.ts';
import { kindOf } from '../traits.ts';
import { Omitted, type Trial } from '../trial.ts';
import type { ConformanceFinding } from '../types.ts';
import {
  counted,
  failed,
  grouped,
  judged,
  ofFailure,
  ofReport,
  passed,
  skipped,
  Unjudged,
} from '../verdicts.ts';
import { shall, should, type Requirement } from './requirement.ts';

export const actionRequirements: readonly Requirement[] = [
  shall(
    'ACT-01',
    {
      source: 'actions',
      da: 'Handlingerne kan tilbydes',
      en: 'The actions can be offered',
      text: 'Every action SHALL have an `id` of its own, a `label` in words, a `scope` and a `run`, and fields that can be asked for.',
    },
    (trial) => {
      if (trial.part('actions') === undefined) throw new Omitted('the adapter has no actions');
      const reports = reportsOnAdapter(trial.adapter).filter(({ call }) => call === 'action');
      return judged(reports.map((each) => ofReport(each, actionSeen(trial.adapter, each))));
    },
  ),
  shall(
    'ACT-02',
    {
      source: 'actions',
      da: 'Der er et resultat for hver patient',
      en: 'There is a result for each patient',
      text: '`run()` SHALL answer one result for each patient it was asked for, `{ patientId, ok }`, and none for anybody else.',
    },
    async (trial) => {
      const findings: ConformanceFinding[] = [];
      for (const { index, action, asked, answer } of await ranOf(trial)) {
        if (!answer.ok) {
          findings.push({
            ...ofFailure(answer.failure, trial.adapter),
            where: placeOf({ index, action }),
          });
          continue;
        }
        const results = resultsIn(answer.value);
        const ids = new Set(asked.map(({ id }) => id));
        const told = new Set(results.map(({ patientId }) => patientId));
        const missing = [...ids].filter((id) => !told.has(id)).length;
        const others =
          results.length - told.size + [...told].filter((id) => !ids.has(id as string)).length;
        if (missing + others > 0)
          findings.push({
            seen: `Run for ${counted(asked.length, 'patient')}, it answered ${Array.isArray(answer.value) ? counted(results.length, 'result') : kindOf(answer.value)}: ${[
              missing > 0 ? `${counted(missing, 'patient')} without one` : '',
              others > 0 ? `${grouped(others)} too many` : '',
            ]
              .filter(Boolean)
              .join(', ')}.`,
            where: placeOf({ index, action }),
            fix: 'Answer one { patientId, ok } for each patient, also where some of them failed: nobody knows otherwise whether it was done.',
          });
      }
      return judged(findings);
    },
  ),
  shall(
    'ACT-03',
    {
      source: 'actions',
      da: 'Resultaterne kan læses',
      en: 'The results can be read',
      text: 'A result SHALL have `ok` true or false; its `message` be words (`{ da }`), its `contact` and `status` ones of the contract’s.',
    },
    async (trial) => {
      const wrong = (await answered(trial)).flatMap((each) =>
        each.results.flatMap((result) => {
          const faults = faultsOf(result);
          return faults.length === 0 ? [] : [{ where: placeOf(each), faults }];
        }),
      );
      const [first] = wrong;
      if (!first) return passed();
      return failed({
        seen: `${counted(wrong.length, 'result')} cannot be read, for the sake of ${first.faults.join(', ')}.`,
        where: first.where,
        fix: 'A result is { patientId, ok, permanent?, message?: { da, en? }, contact?: { outcome, nextTry? }, status? }.',
      });
    },
  ),
  shall(
    'ACT-04',
    {
      source: 'actions',
      da: 'En patient, der ikke findes, standser ikke de andre',
      en: 'A patient who is not there does not stop the others',
      text: 'Where something fails for one patient, `run()` SHALL answer `ok: false` for that one and go on with the others: it does not throw.',
    },
    async (trial) => {
      const findings: ConformanceFinding[] = [];
      for (const { index, action } of await manyActions(trial)) {
        const { patients } = requirePermission(trial);
        const asked = [...references(patients.slice(0, 1)), { id: unknownPatient }];
        const answer = await run(trial, action, asked, 'one patient and an unknown one');
        const results = answer.ok ? resultsIn(answer.value) : [];
        const unknown = results.find(({ patientId }) => patientId === unknownPatient);
        const known = results.find(({ patientId }) => patientId === patients[0]);
        if (answer.ok && unknown?.ok === false && known) continue;
        const told = answer.ok
          ? [
              known ? '' : 'there was no result for the first',
              unknown ? '' : 'there was none for the second',
              unknown && unknown.ok !== false ? 'the second was told as done' : '',
            ]
              .filter(Boolean)
              .join(', and ')
          : `${answer.failure.kind === 'deadline' ? 'it did not answer' : 'it threw'}, so that nobody knows what became of the first`;
        findings.push({
          seen: `Run for one patient of the clinic and one whom nobody has (\`${unknownPatient}\`): ${told}.`,
          where: placeOf({ index, action }),
          fix: 'Do it for each patient by itself, and answer { patientId, ok: false, message } for the one for whom it failed: what happened to the others is told nevertheless.',
        });
      }
      return judged(findings);
    },
  ),
  shall(
    'ACT-05',
    {
      source: 'actions',
      da: 'Samme nøgle gør intet to gange',
      en: 'The same key does nothing twice',
      text: 'Asked again with the same `patientKeys`, `run()` SHALL answer for each patient as before: what is done is `ok`, and is not done again.',
    },
    async (trial) => {
      const findings: ConformanceFinding[] = [];
      for (const { action, index, asked, results, context } of await answered(trial)) {
        const again = await run(trial, action, asked, 'the same again', context);
        const before = new Map(results.map(({ patientId, ok }) => [patientId, ok]));
        const after = again.ok ? resultsIn(again.value) : [];
        const others = asked.filter(
          ({ id }) =>
            before.get(id) === true && after.find(({ patientId }) => patientId === id)?.ok !== true,
        ).length;
        if (others > 0)
          findings.push({
            seen: `Run again with the same keys, it answered ${grouped(others)} of ${counted(asked.length, 'patient')} who had been done without \`ok: true\`.`,
            where: placeOf({ index, action }),
            fix: 'Keep `context.patientKeys[id]` with what was done, and answer `ok: true` where it is there already.',
          });
      }
      return judged(findings);
    },
  ),
  should(
    'ACT-06',
    {
      source: 'signals-and-deadlines',
      da: 'En afbrudt handling slutter',
      en: 'An action that is aborted ends',
      text: 'When its signal aborts, `run()` SHOULD end soon.',
    },
    async (trial) => {
      const [first] = await answered(trial);
      if (!first) return skipped('No action may be run.');
      return endsWhenAborted(
        trial,
        'action',
        'an action, aborted',
        (signal) => first.action.run(first.asked, first.context, signal),
        placeOf(first),
      );
    },
  ),
  shall(
    'ACT-07',
    {
      source: 'privacy',
      da: 'Beskeder nævner ingen patient',
      en: 'Messages name no patient',
      text: 'The `message` of a result SHALL NOT hold a name or a CPR number: it is shown for many at once, and may be copied.',
    },
    async (trial) => {
      const { secrets } = await trial.survey();
      const named = (await answered(trial)).filter(({ results }) =>
        results.some(({ message }) => holds(JSON.stringify(message ?? ''), secrets)),
      );
      if (named.length === 0) return passed();
      return failed({
        seen: 'The `message` of a result holds a patient’s name or CPR number.',
        where: placeOf(named[0]!),
        fix: 'Say what happened without saying to whom: the row says that.',
      });
    },
  ),
];

/** What stands in an action where something else should. */
function actionSeen(adapter: unknown, { field = '' }: ProblemReport): string {
  const value = valueAt(adapter, field.split('/').slice(1));
  return `What stands there is ${kindOf(value)}.`;
}

/** An action as a finding names it. */
function placeOf({
  index,
  action,
}: {
  readonly index: number;
  readonly action: HostAction;
}): string {
  return `/actions/${index}/run (\`${action.id}\`)`;
}

const unknownPatient = 'overblik-conformance-ukendt';

function holds(text: string, secrets: ReadonlySet<string>): boolean {
  for (const secret of secrets) if (text.includes(secret)) return true;
  return false;
}

interface Result {
  readonly patientId: unknown;
  readonly ok: unknown;
  readonly message?: unknown;
}

interface Ran {
  readonly action: HostAction;
  readonly index: number;
  readonly asked: readonly PatientReference[];
  readonly context: ActionContext;
  readonly answer: Answer<unknown>;
}

const ran = new WeakMap<Trial, Promise<readonly Ran[]>>();

/** Runs each action that may be, once. @throws {Unjudged} */
function ranOf(trial: Trial): Promise<readonly Ran[]> {
  let known = ran.get(trial);
  if (!known) ran.set(trial, (known = runEach(trial)));
  return known;
}

async function runEach(trial: Trial): Promise<readonly Ran[]> {
  const { patients } = requirePermission(trial);
  const all: Ran[] = [];
  for (const { index, action } of permitted(trial)) {
    const asked = references(patients.slice(0, action.scope === 'one' ? 1 : patients.length));
    const context = contextFor(trial, action, asked);
    const answer = await run(trial, action, asked, counted(asked.length, 'patient'), context);
    all.push({ action, index, asked, context, answer });
  }
  return all;
}

/** Those that were answered with a result for each patient. @throws {Unjudged} */
async function answered(
  trial: Trial,
): Promise<readonly (Ran & { readonly results: readonly Result[] })[]> {
  return (await ranOf(trial)).map((each) => {
    const results = each.answer.ok ? resultsIn(each.answer.value) : [];
    if (!each.asked.every(({ id }) => results.some(({ patientId }) => patientId === id)))
      throw new Unjudged('an action was not answered for everyone (ACT-02)');
    return { ...each, results };
  });
}

function permitted(
  trial: Trial,
): readonly { readonly index: number; readonly action: HostAction }[] {
  const { actions } = requirePermission(trial);
  const found = actionsOf(trial.adapter).flatMap((action, index) =>
    actions.includes(action.id) ? [{ index, action }] : [],
  );
  if (found.length === 0)
    throw new Unjudged('none of the actions that may be run is there (ACT-01)');
  return found;
}

async function manyActions(trial: Trial) {
  await answered(trial);
  const many = permitted(trial).filter(({ action }) => action.scope === 'many');
  if (many.length === 0) throw new Omitted('no action that may be run takes many patients');
  return many;
}

function requirePermission(trial: Trial) {
  if (trial.part('actions') === undefined) throw new Omitted('the adapter has no actions');
  const { actions } = trial.options;
  if (!actions || actions.actions.length === 0 || actions.patients.length === 0)
    throw new Unjudged(
      'running actions was not allowed: give `actions: { actions, patients }` (`--action`, `--patient`)',
    );
  return actions;
}

function references(ids: readonly string[]): readonly PatientReference[] {
  return ids.map((id) => ({ id }));
}

function run(
  trial: Trial,
  action: HostAction,
  asked: readonly PatientReference[],
  words: string,
  context = contextFor(trial, action, asked),
): Promise<Answer<unknown>> {
  return trial.calls.ask({
    call: 'action',
    asked: words,
    run: (signal) => action.run(structuredClone(asked), structuredClone(context), signal),
    tell: (value) => counted(resultsIn(value).length, 'result'),
  });
}

function contextFor(
  trial: Trial,
  { id: actionId, fields = [] }: HostAction,
  asked: readonly PatientReference[],
): ActionContext {
  const content = Object.fromEntries(fields.map((field) => [field.id, contentOf(field, trial)]));
  return {
    from: 'population',
    profile: { id: 'overblik.conformance', version: '1.0.0' },
    runKey: `conformance-${trial.runId}-${actionId}`,
    patientKeys: Object.fromEntries(
      asked.map(({ id }) => [id, `conformance-${trial.runId}-${actionId}-${id}`]),
    ),
    ...(fields.length > 0
      ? { content: Object.fromEntries(asked.map(({ id }) => [id, content])) }
      : {}),
  };
}

/** What a user could have written: what stands there already, or a plain trial. */
function contentOf(field: ActionField, { options }: Trial): string {
  switch (field.type) {
    case 'text':
    case 'template':
      return (field.default ?? 'Overblik: prøve').slice(0, field.maxLength ?? 4000);
    case 'date':
      return options.asOf;
    case 'choice':
      return field.default ?? field.options[0]?.id ?? '';
    case 'priority':
      return field.default ?? field.options?.[0]?.id ?? 'routine';
  }
}

function resultsIn(value: unknown): readonly Result[] {
  return Array.isArray(value) ? (value.filter(isObject) as unknown as readonly Result[]) : [];
}

/** What of a result is not as the contract has it. */
function faultsOf(result: Result): readonly string[] {
  const { ok, message, contact, status } = result as unknown as Record<string, unknown>;
  const isWords = message === undefined || (isObject(message) && typeof message.da === 'string');
  const isContact =
    contact === undefined ||
    (isObject(contact) && contactOutcomes.some((each) => each === contact.outcome));
  const isStatus = status === undefined || status === 'to-follow-up' || status === 'reviewed';
  return [
    ...(typeof ok === 'boolean' ? [] : [`\`ok\` (${ok === undefined ? 'left out' : kindOf(ok)})`]),
    ...(isWords ? [] : [`\`message\` (${kindOf(message)} without \`da\`)`]),
    ...(isContact ? [] : ['`contact`']),
    ...(isStatus ? [] : ['`status`']),
  ];
}
