/** Publishing a version, and taking one back: what must be in order, and what it changes in the document. */
import { isCalendarDate, type CalendarDate } from '../../record/index.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { isTested } from '../tests/types.ts';
import type { ProfileTestRun } from '../tests/types.ts';
import type { PatchStep } from '../review/types.ts';
import { isLater } from './version.ts';

/** What the author says of the version. */
export interface Publication {
  readonly version: string;
  /** What is other, for its readers. */
  readonly text: string;
  readonly on: CalendarDate;
  /** Why it is published though not every rule is tried by a test patient. */
  readonly untested?: string;
  /** Who vouches for it. */
  readonly approval?: { readonly name: string; readonly until?: string };
}

/** What stands in the way, by name. */
export type PublishFault =
  | 'invalid'
  | 'version-form'
  | 'version-not-later'
  | 'no-text'
  | 'tests-under-way'
  | 'untested-no-reason'
  | 'approval-day';

export interface PublishContext {
  /** The document as it is. */
  readonly isValid: boolean;
  /** The version that it began as; undefined of a profile that was never published. */
  readonly before: string | undefined;
  /** Undefined while it is under way. */
  readonly run: ProfileTestRun | undefined;
}

/** Whether every test patient comes out as expected, and every rule is tried both ways. */
export function isFullyTested({ ok, coverage }: ProfileTestRun): boolean {
  return ok && coverage.every(isTested);
}

/** All that stands in the way of publishing. */
export function publishFaults(
  { version, text, untested = '', approval }: Publication,
  { isValid, before, run }: PublishContext,
): readonly PublishFault[] {
  const isVersion = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version);
  const { until = '' } = approval ?? {};
  const faults: readonly (readonly [PublishFault, boolean])[] = [
    ['invalid', !isValid],
    ['version-form', !isVersion],
    ['version-not-later', isVersion && before !== undefined && !isLater(version, before)],
    ['no-text', text.trim() === ''],
    ['tests-under-way', isValid && !run],
    ['untested-no-reason', run !== undefined && !isFullyTested(run) && untested.trim() === ''],
    ['approval-day', until !== '' && !isCalendarDate(until)],
  ];
  return faults.flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}

/** The changes after which a document is the version: its number, its standing, a line of its history, an approval. */
export function publishSteps(
  document: JsonObject,
  { version, text, on, untested = '', approval }: Publication,
): readonly PatchStep[] {
  const change = {
    version,
    on,
    text: { da: text.trim() },
    ...(untested.trim() === '' ? {} : { untested: untested.trim() }),
  };
  const about = isObject(document['about']) ? document['about'] : {};
  const { name = '', until = '' } = approval ?? {};
  const approvedBy =
    name.trim() === ''
      ? {}
      : { approvedBy: [{ name: name.trim(), on, ...(until === '' ? {} : { until }) }] };
  return [
    { op: 'add', path: '/version', value: version },
    { op: 'add', path: '/status', value: 'published' },
    {
      op: 'add',
      path: '/about',
      value: { ...about, ...approvedBy, changes: [change, ...changesOf(about)] },
    },
  ];
}

/** The changes after which a document says that its version is taken back, and why. */
export function withdrawSteps(
  document: JsonObject,
  { reason, on }: { readonly reason: string; readonly on: CalendarDate },
): readonly PatchStep[] {
  const about = isObject(document['about']) ? document['about'] : {};
  const change = { version: document['version'], on, text: { da: reason.trim() } };
  return [
    { op: 'add', path: '/status', value: 'retired' },
    { op: 'add', path: '/about', value: { ...about, changes: [change, ...changesOf(about)] } },
  ];
}

function changesOf({ changes }: JsonObject): readonly unknown[] {
  return Array.isArray(changes) ? changes : [];
}
