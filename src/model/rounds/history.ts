/** What the user has done in the rounds of a profile, the latest last: to be taken back, and done again. */
import type { Assignee, ContactOutcome, RoundStatus } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { AimStep } from './aim.ts';
import type { OwnVersion, RoundDraft } from './draft.ts';
import type { RoundField } from './fields.ts';
import type { UndoStep } from './undo.ts';

/** What can be taken back, or done again. */
export interface RoundUndo {
  /** Grows with each deed in all rounds that are shown together: of two, the greater was done, or taken back, later. */
  readonly number: number;
  /**
   * `status`, `assignee`, `due`: set for patients; `contact`: logged; `note`: written; `exemption`: of a marker, made or ended; `settle`: a
   * conflict was ended; `aim`: what the round is to reach was said; `finish`: the round was finished; `begin`: another was begun;
   * `run`: a run of an action left more than one of these.
   */
  readonly kind: RoundField | 'aim' | 'settle' | 'finish' | 'begin' | 'run';
  /** The key of the run of an action that it came of, which may have left something in other rounds too. */
  readonly run?: string;
  /** Of `run`: what it left, each with whom it concerns. */
  readonly parts?: readonly RoundUndo[];
  /** Whom it concerns; nobody of a whole round. */
  readonly patientIds: readonly string[];
  /** Of `status`: which. */
  readonly status?: RoundStatus;
  /** Of `status`: how many were exempt before. */
  readonly endedExemptions?: number;
  /** Of `assignee`: who is to see to them; absent: nobody in particular. */
  readonly assignee?: Assignee;
  /** Of `due`: by which day; absent: by none. */
  readonly due?: CalendarDate;
  /** Of `contact`: what came of it. */
  readonly contact?: ContactOutcome;
}

/** What of a patient was said otherwise since a deed, and was therefore not taken back. */
export interface KeptPart {
  readonly patientId: string;
  readonly fields: readonly RoundField[];
  /** Initials of whoever changed the patient last. */
  readonly by: string | undefined;
}

/** What became of taking a deed back, or of doing it again. */
export interface UndoOutcome {
  /** As of a deed: of two outcomes, and of an outcome and a deed, the greater came later. */
  readonly number: number;
  readonly deed: RoundUndo;
  readonly isRedo: boolean;
  /** Of whom anything was taken back. */
  readonly undone: readonly string[];
  /** What stays as others have said it; it may grow, when what they said comes to light as it is stored. */
  readonly kept: readonly KeptPart[];
  /** A round that was begun and cannot be taken back: somebody has said something in it; who, where that is known. */
  readonly inUse?: { readonly by: string | undefined };
  /** Something of what the round is to reach stays as others have said it; who, where that is known. */
  readonly aimKept?: { readonly by: string | undefined };
}

/** A deed with what it takes to take it back. */
export interface Deed {
  readonly undo: RoundUndo;
  /** The round that it was done in. */
  readonly draft: RoundDraft;
  readonly steps: readonly UndoStep[];
  /** Of `aim`: what was said, and what before. */
  readonly aim?: AimStep;
  /** Of a conflict that was ended by leaving what is stored: what the user had said. */
  readonly contested?: OwnVersion | undefined;
}

/** So many deeds can be taken back. */
const mostDeeds = 50;

/** The deeds of one user in one profile's rounds. They name patients: whoever forgets the clinic forgets them. */
export class RoundHistory {
  #done: Deed[] = [];
  #undone: Deed[] = [];
  #user: string | undefined;
  #age = 0;
  /** What became of the last that was taken back, until something else is done. */
  outcome: UndoOutcome | undefined;

  /** Another number whenever all was forgotten. */
  get age(): number {
    return this.#age;
  }

  /** The last deed. */
  get last(): Deed | undefined {
    return this.#done.at(-1);
  }

  /** The last that was taken back. */
  get next(): Deed | undefined {
    return this.#undone.at(-1);
  }

  /** Whose deeds they are: another user takes nothing back of this one's. */
  set user(user: string | undefined) {
    if (this.#user !== undefined && user !== undefined && user !== this.#user) this.clear();
    this.#user = user ?? this.#user;
  }

  /**
   * Remembers what the user has done; what was taken back before is not done again after it. What comes of one run of an
   * action comes some patients at a time, and is taken back as one.
   */
  add(deed: Deed): void {
    const { last } = this;
    const isMore =
      last !== undefined &&
      last.undo.run !== undefined &&
      last.undo.run === deed.undo.run &&
      last.draft === deed.draft;
    if (isMore) this.#done = this.#done.with(-1, joined(last, deed));
    else this.#push(deed);
    this.#undone = [];
    this.outcome = undefined;
  }

  /** The last deed is taken back. `again` is what it takes to do it again; absent, it cannot be. */
  takeBack(again: Deed | undefined): void {
    this.#done.pop();
    if (again) this.#undone.push(again);
  }

  /** The last that was taken back is done again. */
  repeat(deed: Deed | undefined): void {
    this.#undone.pop();
    if (deed) this.#push(deed);
  }

  /** What was done in one round goes on in another, which has taken it over. */
  move(from: RoundDraft, to: RoundDraft): void {
    const moved = (deed: Deed) => (deed.draft === from ? { ...deed, draft: to } : deed);
    this.#done = this.#done.map(moved);
    this.#undone = this.#undone.map(moved);
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#user = undefined;
    this.outcome = undefined;
    this.#age++;
  }

  /**
   * What somebody had said of a patient before a deed was taken back, as it turns out later.
   *
   * @param isWhole Nothing of the patient was taken back.
   * @param number Of the outcome, where another one is told by now.
   */
  addKept(deed: RoundUndo, part: KeptPart, isWhole: boolean, number: number): void {
    const { patientIds } = deed;
    const known = this.outcome?.deed === deed ? this.outcome : undefined;
    const { kept, undone } = known ?? { kept: [], undone: patientIds };
    const others = kept.filter(({ patientId }) => patientId !== part.patientId);
    this.outcome = {
      ...{ number: known?.number ?? number, deed, isRedo: false },
      undone: isWhole ? undone.filter((id) => id !== part.patientId) : undone,
      kept: [...others, part],
    };
  }

  #push(deed: Deed): void {
    this.#done = [...this.#done, deed].slice(-mostDeeds);
  }
}

/** What a run of an action left, and what it leaves besides. */
function joined(last: Deed, { steps, undo }: Deed): Deed {
  const { parts = [last.undo] } = last.undo;
  const alike = parts.findIndex((each) => isLike(each, undo));
  const all = alike < 0 ? [...parts, undo] : parts.with(alike, withPatientsOf(parts[alike]!, undo));
  const { number, run } = last.undo;
  const patientIds = [...new Set(all.flatMap((each) => each.patientIds))];
  return {
    ...last,
    steps: [...last.steps, ...steps],
    undo: all.length > 1 ? { number, run: run!, kind: 'run', patientIds, parts: all } : all[0]!,
  };
}

/** Whether two deeds say the same of patients. */
function isLike(a: RoundUndo, b: RoundUndo): boolean {
  return a.kind === b.kind && a.status === b.status && a.contact === b.contact;
}

function withPatientsOf(part: RoundUndo, { patientIds, endedExemptions }: RoundUndo): RoundUndo {
  const ended = (part.endedExemptions ?? 0) + (endedExemptions ?? 0);
  return {
    ...part,
    patientIds: [...part.patientIds, ...patientIds],
    ...(endedExemptions === undefined ? {} : { endedExemptions: ended }),
  };
}
