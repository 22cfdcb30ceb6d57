/** What stands where an adapter should be, before anything is asked of it. */
import type { ProblemReport } from '../../adapter/index.ts';
import { reportsOnAdapter } from '../../adapter/reports.ts';
import { valueAt } from '../places.ts';
import { kindOf } from '../traits.ts';
import type { Verdict } from '../types.ts';
import type { Trial } from '../trial.ts';
import { judged, ofReport, omitted } from '../verdicts.ts';
import { shall, type Requirement } from './requirement.ts';

export const adapterRequirements: readonly Requirement[] = [
  shall(
    'ADP-01',
    {
      source: 'the-adapter',
      da: 'Adapteren er et objekt',
      en: 'The adapter is an object',
      text: 'The adapter SHALL be an object: not a class, a Promise, an address or a list.',
    },
    ({ adapter }) =>
      adapter
        ? about(
            adapter,
            ({ kind }) => objectKinds.has(kind),
            () => `What stands for an adapter is ${kindOf(adapter)}.`,
          )
        : judged([{ seen: 'There is no adapter.', where: 'adapter', fix: 'Hand one over.' }]),
  ),
  shall(
    'ADP-02',
    {
      source: 'the-adapter',
      da: 'describe, patient og openJournal findes',
      en: 'describe, patient and openJournal are there',
      text: 'The adapter SHALL have the functions `describe`, `patient` and `openJournal`; where it has `records` or `search`, they SHALL be functions.',
    },
    ({ adapter }) =>
      about(
        adapter,
        ({ kind, call }) => kind === 'not-a-function' && !partCalls.has(call ?? ''),
        (report) => partSeen(adapter, report),
      ),
  ),
  shall(
    'ADP-03',
    {
      source: 'the-adapter',
      da: 'records eller search findes',
      en: 'records or search is there',
      text: 'The adapter SHALL have `records` or `search`: a list needs one of them.',
    },
    ({ adapter }) =>
      about(
        adapter,
        ({ kind }) => kind === 'no-source',
        () => 'It has neither of them.',
      ),
  ),
  shall(
    'ADP-04',
    {
      source: 'the-adapter',
      da: 'Delene hedder som i kontrakten',
      en: 'The parts are named as in the contract',
      text: 'A part of the adapter SHALL have its name in the contract: under another it is not found.',
    },
    ({ adapter }) =>
      about(
        adapter,
        ({ kind }) => kind === 'misnamed',
        ({ field, meant }) => `There is \`${field}\`, and no \`${meant}\`.`,
      ),
  ),
  shall(
    'ADP-05',
    {
      source: 'the-adapter',
      da: 'Valgfri dele er hele',
      en: 'Optional parts are whole',
      text: 'Where the adapter has `rounds`, it SHALL have `list` and `save`; where it has `profiles`, `list` and `load`.',
    },
    (trial) => {
      if (!trial.part('rounds') && !trial.part('profiles'))
        return omitted('The adapter has neither rounds nor profiles.');
      return about(
        trial.adapter,
        ({ kind, call }) => kind === 'not-a-function' && partCalls.has(call ?? ''),
        (report) => partSeen(trial.adapter, report),
      );
    },
  ),
];

const objectKinds: ReadonlySet<string> = new Set([
  'not-an-adapter',
  'adapter-is-promise',
  'adapter-is-class',
]);
const partCalls: ReadonlySet<string> = new Set(['rounds', 'profiles', 'action']);

function about(
  adapter: Trial['adapter'],
  isMeant: (report: ProblemReport) => boolean,
  tell: (report: ProblemReport) => string,
): Verdict {
  return judged(
    reportsOnAdapter(adapter)
      .filter(isMeant)
      .map((report) => ({ ...ofReport(report, tell(report)), where: whereOf(report) })),
  );
}

/** `adapter.rounds.save`; the adapter itself has no place in it. */
function whereOf({ field }: ProblemReport): string {
  return field === undefined ? 'adapter' : `adapter.${field}`;
}

/** What stands where a function should. */
function partSeen(adapter: unknown, { field = '' }: ProblemReport): string {
  const part = valueAt(adapter, field.split('.'));
  return part === undefined
    ? `The adapter has no \`${field}\`.`
    : `\`${field}\` is ${kindOf(part)}, and no function.`;
}
