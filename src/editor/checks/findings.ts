/** What there is to say of the profile under way: errors at once, what else there is to look at in steps. */
import { reviewProfileInSteps, type PatchStep, type ReviewFinding } from '../../authoring/index.ts';
import { fixOfIssue } from '../../authoring/review/fix-of-error.ts';
import { timeSlice } from '../../elements/shared/time-slice.ts';
import { keysOf, pointer } from '../../json/paths.ts';
import type { JsonObject } from '../../json/values.ts';
import { Memo, SlicedWork, type Steps } from '../../model/index.ts';
import { checkProfile } from '../../profile/check.ts';
import type { LocalText, ProfileError } from '../../profile/index.ts';
import type { EditorHost } from '../host.ts';

/** One thing to look at. */
export interface EditorFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  /** JSON Pointer. */
  readonly path: string;
  readonly message: LocalText;
  readonly todo: LocalText;
  /** Changes after which it is gone. */
  readonly fix: readonly PatchStep[] | undefined;
}

/** What is found in one document. */
export interface Findings {
  readonly document: JsonObject;
  readonly all: readonly EditorFinding[];
  /** Whether everything is looked through. */
  readonly isWhole: boolean;
}

/** Looks through the draft again after each change; what is under way is abandoned then. */
export class FindingsOfDraft {
  readonly #work: SlicedWork;
  readonly #known = new Memo<Findings>();
  readonly #format = new Memo<readonly EditorFinding[]>();
  #reviewed:
    | { readonly key: readonly unknown[]; readonly found: readonly ReviewFinding[] }
    | undefined;

  constructor(private readonly host: EditorHost) {
    this.#work = new SlicedWork(timeSlice, () => host.requestUpdate());
  }

  get isUnderWay(): boolean {
    return this.#work.isUnderWay;
  }

  /** What is known now; begins to look for what is not. */
  get now(): Findings {
    const { draft, date } = this.host;
    const { document, profile, errors, warnings } = draft.state;
    const format = this.#format.of([document, errors, warnings], () =>
      ofFormat(document, errors, warnings),
    );
    const key = [profile, date];
    const isReviewed = this.#reviewed?.key.every((each, at) => each === key[at]) ?? false;
    if (!profile) this.#work.stop();
    else if (!isReviewed) this.#work.begin(key, () => this.#review(key));
    const reviewed = profile ? this.#reviewed : undefined;
    const isWhole = !profile || (reviewed?.key.every((each, at) => each === key[at]) ?? false);
    const found = isWhole ? (reviewed?.found ?? noFindings) : noFindings;
    return this.#known.of([document, format, found, isWhole], () => ({
      document,
      all: inOrder([...format, ...found.map((each) => ({ ...each, fix: each.fix }))]),
      isWhole,
    }));
  }

  stop(): void {
    this.#work.stop();
  }

  *#review(key: readonly unknown[]): Steps<void> {
    const { draft, date } = this.host;
    const { profile } = draft.state;
    if (!profile) return;
    const found = yield* reviewProfileInSteps(profile, { asOf: date });
    this.#reviewed = { key, found };
  }
}

const noFindings: readonly ReviewFinding[] = [];

function ofFormat(
  document: JsonObject,
  errors: readonly ProfileError[],
  warnings: readonly ProfileError[],
): readonly EditorFinding[] {
  if (errors.length + warnings.length === 0) return [];
  const outcome = checkProfile(document);
  const issues = [...(outcome.ok ? [] : outcome.errors), ...outcome.warnings];
  const found = (severity: 'error' | 'warning') => (each: ProfileError) => {
    const issue = issues.find(({ code, path }) => code === each.code && path === each.path);
    const fix = issue && fixOfIssue(issue, document);
    const { code, path, message } = each;
    return { severity, code, path, message, todo: each.fix, fix };
  };
  return [...errors.map(found('error')), ...warnings.map(found('warning'))];
}

const gravity = { error: 0, warning: 1, note: 2 } as const;

function inOrder(findings: readonly EditorFinding[]): readonly EditorFinding[] {
  return findings.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]);
}

const roots: readonly (readonly string[])[] = [
  ['population', 'include'],
  ['population', 'exclude'],
  ...['when'].map((key) => ['markers', '#', key]),
  ...['numerator', 'denominator', 'except'].map((key) => ['indicators', '#', key]),
  ['information', '#', 'condition'],
];

/** The pointer of the row that a place is shown in: the innermost criterion, the entry, or the part. */
export function rowOfPlace(path: string): string {
  const keys = keysOf(path);
  const isDigit = (key: string | undefined) => /^\d+$/.test(key ?? '');
  const root = roots.find(
    (each) =>
      each.length <= keys.length &&
      each.every((key, at) => (key === '#' ? isDigit(keys[at]) : key === keys[at])),
  );
  if (!root) return pointer(keys.slice(0, keys[0] === 'about' ? 1 : 2));
  let end = root.length;
  for (;;) {
    if (['all', 'any', 'of'].includes(keys[end] ?? '') && isDigit(keys[end + 1])) end += 2;
    else if (keys[end] === 'not') end += 1;
    else break;
  }
  return pointer(keys.slice(0, end));
}
