/** What there is to say of the profile under way: errors at once, what else there is to look at in steps. */
import {
  reviewProfileInSteps,
  reviewProfileOnInSteps,
  type PatchStep,
  type ReviewFinding,
} from '../../authoring/index.ts';
import { fixOfIssue } from '../../authoring/review/fix-of-error.ts';
import { timeSlice } from '../../elements/shared/time-slice.ts';
import { keysOf, pointer } from '../../json/paths.ts';
import type { JsonObject } from '../../json/values.ts';
import { Memo, sameInputs, SlicedWork, type Steps } from '../../model/index.ts';
import { checkProfile } from '../../profile/check.ts';
import type { LocalText, ProfileError } from '../../profile/index.ts';
import { codesOf } from '../codes/part.ts';
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
  /** Whether the profile itself is looked through. */
  readonly isReviewed: boolean;
  /** Whether everything is: over the clinic as well. */
  readonly isWhole: boolean;
}

/** Looks through the draft again after each change; what is under way is abandoned then. */
export class FindingsOfDraft {
  readonly #known = new Memo<Findings>();
  readonly #format = new Memo<readonly EditorFinding[]>();
  readonly #alone: Looked;
  readonly #here: Looked;

  constructor(private readonly host: EditorHost) {
    const draw = () => host.requestUpdate();
    this.#alone = new Looked(draw);
    this.#here = new Looked(draw);
  }

  /** What is known now; begins to look for what is not. */
  get now(): Findings {
    const { draft, date, clinic: given } = this.host;
    const { document, profile, errors, warnings } = draft.state;
    const format = this.#format.of([document, errors, warnings], () =>
      ofFormat(document, errors, warnings),
    );
    const { clinic, revision } = given.state;
    const codes = codesOf(this.host).knownCodes;
    const alone = profile
      ? this.#alone.at([profile, date, codes], () =>
          reviewProfileInSteps(profile, { asOf: date, codes }),
        )
      : noFindings;
    // Over the clinic once that is known: it takes longer.
    const here =
      profile && clinic && alone
        ? this.#here.at([profile, date, clinic, revision], () =>
            reviewProfileOnInSteps(profile, clinic, date),
          )
        : noFindings;
    if (!profile) this.stop();
    return this.#known.of([document, format, alone, here], () => ({
      document,
      all: inOrder([
        ...format,
        ...[...(alone ?? []), ...(here ?? [])].map((each) => ({ ...each, fix: each.fix })),
      ]),
      isReviewed: alone !== undefined,
      isWhole: alone !== undefined && here !== undefined,
    }));
  }

  stop(): void {
    this.#alone.stop();
    this.#here.stop();
  }
}

/** What is found by one way of looking, of the inputs that were last asked about. */
class Looked {
  readonly #work: SlicedWork;
  #done: { readonly key: readonly unknown[]; readonly found: readonly ReviewFinding[] } | undefined;

  constructor(draw: () => void) {
    this.#work = new SlicedWork(timeSlice, draw);
  }

  /** Undefined until it is looked through. */
  at(
    key: readonly unknown[],
    look: () => Steps<readonly ReviewFinding[]>,
  ): readonly ReviewFinding[] | undefined {
    if (!this.#isDone(key)) this.#work.begin(key, () => this.#look(key, look()));
    return this.#isDone(key) ? this.#done?.found : undefined;
  }

  stop(): void {
    this.#work.stop();
  }

  #isDone(key: readonly unknown[]): boolean {
    return this.#done !== undefined && sameInputs(this.#done.key, key);
  }

  *#look(key: readonly unknown[], steps: Steps<readonly ReviewFinding[]>): Steps<void> {
    const found = yield* steps;
    this.#done = { key, found };
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
