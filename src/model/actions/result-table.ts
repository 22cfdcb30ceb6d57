/** What came of a host's action, patient by patient, as a table for a file or the clipboard. */
import type { ExportCell, ExportTable } from '../../export/index.ts';
import { exportPhrases } from '../../i18n/phrases/export.ts';
import { actionsTexts } from '../../i18n/texts/actions.ts';
import { textIn, type Language } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import { exportedAt, line } from '../list/export/info.ts';
import type { ActionRun } from './action-run.ts';
import type { ActionOutcome, ActionStatus } from './outcome-log.ts';

export interface ResultTableOptions {
  /** Those whom the action was for, as they were when it was asked for. */
  readonly patients: readonly Pick<Patient, 'id' | 'name' | 'cpr'>[];
  /** The clinic's name. */
  readonly clinic: string;
  /** Who exports. */
  readonly by?: string | undefined;
  /** ISO date-time of the export, with offset. */
  readonly at: string;
  readonly language: Language;
}

const order: readonly ActionStatus[] = [
  ...(['failed', 'unknown', 'cancelled', 'running', 'waiting', 'ok'] as const),
];

/** Those that went wrong come first; else in the order they were given. */
export function troubleFirst(outcomes: readonly ActionOutcome[]): readonly ActionOutcome[] {
  return [...outcomes].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** What became of one patient, in words. */
export function describeOutcome(
  { status, isPermanent }: Pick<ActionOutcome, 'status' | 'isPermanent'>,
  language: Language,
): string {
  const { waiting, ok, notOk, notPossible, notSent, unknown } = actionsTexts[language];
  const failed = isPermanent ? notPossible : notOk;
  return { waiting, running: waiting, ok, failed, cancelled: notSent, unknown }[status];
}

/**
 * The results of a run as they are now.
 *
 * @throws {RangeError} of an `at` that does not begin with a date of the calendar (R26).
 */
export function resultTable(
  { action, state: { outcomes, counts } }: ActionRun,
  { patients, clinic, by, at, language }: ResultTableOptions,
): ExportTable {
  const text = exportPhrases[language];
  const title = actionsTexts[language].resultOf(textIn(action.label, language));
  const rows = troubleFirst(outcomes);
  const known = new Map(patients.map((patient) => [patient.id, patient]));
  const cellsOf = (outcome: ActionOutcome): readonly ExportCell[] => {
    const { patientId, message } = outcome;
    const { cpr, name } = known.get(patientId) ?? {};
    return [
      cpr ?? text.notGiven,
      name || text.notGiven,
      describeOutcome(outcome, language),
      message ? textIn(message, language) : text.nothing,
    ];
  };
  return {
    title,
    columns: [
      { title: text.cpr, type: 'cpr' },
      { title: text.name, type: 'text', width: 28 },
      { title: text.outcome, type: 'text', width: 28 },
      { title: text.message, type: 'text', width: 40 },
    ],
    rows: rows.length,
    cell: (row, column) => rows[row] && cellsOf(rows[row])[column],
    info: [
      ...line(text.info.action, textIn(action.label, language)),
      ...line(text.info.clinic, clinic),
      ...line(text.info.succeeded, text.succeeded(counts.ok, outcomes.length)),
      ...line(text.info.by, by),
      ...line(text.info.at, exportedAt(at, language)),
      ...line(text.info.privacy, text.privacy),
    ],
    at,
    language,
  };
}
