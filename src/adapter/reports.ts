/**
 * What is wrong with an adapter or its data, as its developer is told it: kinds, names and numbers, never a value
 * of the clinic's. The host hears it by the event `overblik-problem`; in words only where `dev` is set.
 */
import { isObject, type JsonObject } from '../json/values.ts';
import { nearest } from '../json/nearest.ts';
import { plainText } from '../json/plain-text.ts';
import type { Hint, RejectionReason } from '../record/index.ts';
import { mostActions, readActions } from './actions.ts';
import { shapeOf, type AnswerFault } from './answer.ts';
import type { AdapterCall, AdapterFailure } from './failure.ts';

export type ProblemReportKind =
  // What stands where an adapter, or one of its methods, should be.
  | 'not-an-adapter'
  | 'adapter-is-promise'
  | 'adapter-is-class'
  | 'not-a-function'
  | 'no-source'
  | 'misnamed'
  // A call that failed.
  | 'lost-this'
  | 'network'
  | 'not-json'
  | 'threw'
  | 'deadline'
  // A call that was answered with something else than was asked for: what it was.
  | AnswerFault
  | 'no-result'
  // A part of an answer, or of the adapter, that could not be used.
  | 'unusable'
  | 'plain-text'
  // What came, and what did not.
  | 'cut-short'
  | 'miscounted'
  | 'too-much'
  | 'repeated-patient'
  | 'missing-source'
  | 'no-list'
  | 'no-code-in-system'
  | 'foreign-codes'
  | 'profile-error'
  // An id that the host gave, and nothing has.
  | 'unknown-id'
  // What stands where a profile should be.
  | 'profile-is-promise'
  | 'profile-is-response'
  | 'profile-is-text'
  // Records, or fields of them, that could not be read.
  | RejectionReason
  // A browser without a feature that the elements cannot do without: its name is the `field`.
  | 'unsupported'
  // What could be read, and looks odd.
  | Hint['kind'];

export interface ProblemReport {
  readonly kind: ProblemReportKind;
  /** The adapter's method; absent where none was called. */
  readonly call?: AdapterCall;
  /**
   * The field or method at fault: a name or path of the contract (`describe`, `diagnoses.from`,
   * `/coverage/result/from`), the adapter's own misspelt name for one, or what the browser lacks.
   */
  readonly field?: string;
  /** What was probably meant by a misspelt name. */
  readonly meant?: string;
  /** How many records, entries or calls it concerns. */
  readonly count: number;
}

/**
 * Tells what is wrong with what a host handed over as its adapter, before anything is asked of it. Never calls it,
 * and never throws.
 */
export function reportsOnAdapter(given: unknown): readonly ProblemReport[] {
  const shape = shapeOf(given);
  if (shape === 'nothing') return [];
  if (shape === 'promise') return [{ kind: 'adapter-is-promise', count: 1 }];
  if (shape === 'function') return [{ kind: 'adapter-is-class', count: 1 }];
  try {
    if (!isObject(given) || shape === 'list') return [{ kind: 'not-an-adapter', count: 1 }];
    return [...methodReports(given), ...nestedReports(given), ...actionReports(given.actions)];
  } catch {
    // What throws when it is looked at says so when it is asked.
    return [];
  }
}

const methods = ['describe', 'records', 'search', 'patient', 'openJournal'] as const;
const needed: ReadonlySet<string> = new Set(['describe', 'patient', 'openJournal']);
const parts = [...methods, 'actions', 'rounds', 'profiles'] as const;

function methodReports(adapter: JsonObject): readonly ProblemReport[] {
  const wrong = methods.filter((name) =>
    adapter[name] === undefined ? needed.has(name) : typeof adapter[name] !== 'function',
  );
  const spelled = misspelt(adapter);
  return [
    ...wrong
      .filter((name) => !spelled.some(({ meant }) => meant === name))
      .map((field): ProblemReport => ({ kind: 'not-a-function', call: field, field, count: 1 })),
    ...spelled.map(({ field, meant }): ProblemReport => ({
      kind: 'misnamed',
      field,
      meant,
      count: 1,
    })),
    ...(adapter.records === undefined &&
    adapter.search === undefined &&
    !spelled.some(({ meant }) => meant === 'records' || meant === 'search')
      ? [{ kind: 'no-source', field: 'records', count: 1 } as const]
      : []),
  ];
}

/** Names of the adapter's own that are near one of the contract's which it does not have. */
function misspelt(
  adapter: JsonObject,
): readonly { readonly field: string; readonly meant: string }[] {
  const missing = parts.filter((name) => adapter[name] === undefined);
  const prototype: unknown = Object.getPrototypeOf(adapter);
  const inherited =
    isObject(prototype) && prototype !== Object.prototype
      ? Object.getOwnPropertyNames(prototype)
      : [];
  const own = namesOf(adapter);
  return [...own, ...inherited.slice(0, mostNames)]
    .flatMap((field) => {
      if ((parts as readonly string[]).includes(field)) return [];
      const meant =
        nearest(field, missing) ?? missing.find((name) => otherNames[name]?.includes(field));
      return meant === undefined ? [] : [{ field: plainText(field), meant }];
    })
    .slice(0, mostMisspelt);
}

/** So many of an adapter's names are looked at, and so many of its prototype's; so many are told. */
const mostNames = 500;
const mostMisspelt = 40;

function namesOf(adapter: JsonObject): readonly string[] {
  const names: string[] = [];
  for (const name in adapter) {
    if (names.length >= mostNames) break;
    if (Object.hasOwn(adapter, name)) names.push(name);
  }
  return names;
}

/** What other interfaces call the same. */
const otherNames: Readonly<Partial<Record<(typeof parts)[number], readonly string[]>>> = {
  describe: ['description', 'getDescription', 'info', 'getInfo'],
  records: ['getRecords', 'patients', 'getPatients', 'stream', 'getAll'],
  search: ['find', 'query', 'getSearch'],
  patient: ['getPatient', 'fetchPatient', 'patientRecords'],
  openJournal: ['open', 'openPatient', 'openRecord', 'journal'],
};

/** The methods of what an adapter may have besides. */
function nestedReports({ rounds, profiles }: JsonObject): readonly ProblemReport[] {
  const methodsOf = { rounds: ['list', 'save'], profiles: ['list', 'load'] } as const;
  const given: JsonObject = { rounds, profiles };
  return (['rounds', 'profiles'] as const).flatMap((name) => {
    const holder = given[name];
    if (holder === undefined) return [];
    return methodsOf[name].flatMap((method): ProblemReport[] =>
      isObject(holder) && typeof holder[method] === 'function'
        ? []
        : [{ kind: 'not-a-function', call: name, field: `${name}.${method}`, count: 1 }],
    );
  });
}

function actionReports(actions: unknown): readonly ProblemReport[] {
  if (actions === undefined) return [];
  if (!Array.isArray(actions))
    return [{ kind: 'unusable', call: 'action', field: '/actions', count: 1 }];
  const tooMany: ProblemReport = {
    kind: 'too-large',
    call: 'action',
    field: '/actions',
    count: mostActions,
  };
  return [
    ...(actions.length > mostActions ? [tooMany] : []),
    ...readActions(actions).faults.map(({ index, part, kind }): ProblemReport => ({
      kind,
      call: 'action',
      field: `/actions/${index}/${part}`,
      count: 1,
    })),
  ];
}

/** Tells why a call failed, as far as it can be told without a word of what was thrown. */
export function reportOnFailure(failure: AdapterFailure, adapter: unknown): ProblemReport {
  const { call } = failure;
  const about = (kind: ProblemReportKind, field?: string): ProblemReport => ({
    kind,
    call,
    ...(field === undefined ? {} : { field }),
    count: 1,
  });
  switch (failure.kind) {
    case 'deadline':
      return about('deadline');
    case 'not-supported':
      return about('no-source', 'records');
    case 'junk':
      return about(failure.detail ?? 'wrong-answer');
    case 'aborted':
    case 'threw':
  }
  const behind = methodsBehind(call, adapter);
  const missing = behind.find(({ run }) => typeof run !== 'function');
  if (missing) return about('not-a-function', missing.name);
  try {
    const { thrown } = failure;
    if (isNetworkError(thrown)) return about('network');
    if (thrown instanceof SyntaxError) return about('not-json');
    const unbound = thrown instanceof TypeError ? behind.find(losesThis) : undefined;
    return unbound ? about('lost-this', unbound.name) : about('threw');
  } catch {
    // What was thrown throws when it is looked at.
    return about('threw');
  }
}

interface Method {
  readonly name: string;
  readonly holder: object;
  readonly run: unknown;
}

/** The methods that a call may have asked. */
function methodsBehind(call: AdapterCall, adapter: unknown): readonly Method[] {
  try {
    return isObject(adapter) ? methodsOfCall(call, adapter) : [];
  } catch {
    // What cannot be read has no methods that could be named.
    return [];
  }
}

function methodsOfCall(call: AdapterCall, adapter: JsonObject): readonly Method[] {
  const { rounds, actions } = adapter;
  if (call === 'rounds' && isObject(rounds))
    return ['list', 'save'].map((name) => ({
      name: `rounds.${name}`,
      holder: rounds,
      run: rounds[name],
    }));
  if (call === 'action' && Array.isArray(actions))
    return actions
      .slice(0, mostActions)
      .flatMap((holder: unknown, index) =>
        isObject(holder) ? [{ name: `/actions/${index}/run`, holder, run: holder.run }] : [],
      );
  return (methods as readonly string[]).includes(call)
    ? [{ name: call, holder: adapter, run: adapter[call] }]
    : [];
}

/**
 * Whether a method uses something of `this` that the object it was handed over in does not have: a method of a class
 * that was taken out of it.
 */
function losesThis({ holder, run }: Method): boolean {
  if (typeof run !== 'function') return false;
  const source = Function.prototype.toString.call(run);
  // An arrow function keeps the `this` that it was made with.
  if (/^(async\s*)?(\([^)]*\)|[^\s(]+)\s*=>/.test(source)) return false;
  return [...source.matchAll(/\bthis\s*\??\.\s*(#?[\p{ID_Start}$_][\p{ID_Continue}$]*)/gu)].some(
    ([, name]) => name !== undefined && (name.startsWith('#') || !(name in holder)),
  );
}

/** `fetch` fails with a bare TypeError, in each engine's own words. */
function isNetworkError(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown.name === 'NetworkError') return true;
  return (
    thrown instanceof TypeError &&
    /^(failed to fetch|networkerror when|load failed|fetch failed|network request failed)/i.test(
      thrown.message,
    )
  );
}
