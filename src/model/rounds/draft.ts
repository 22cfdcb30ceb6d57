import type { CheckedRound, Round, RoundAim, RoundMember } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import {
  differingParts,
  filledFrom,
  isSameAim,
  mergeAims,
  withOwnParts,
  withParts,
  type AimPart,
  type AimStep,
} from './aim.ts';
import { isBefore } from './clocks.ts';
import { differingFields, mergeMembers, newMember, sayTheSame, type RoundField } from './fields.ts';
import { takeBack, type UndoStep } from './undo.ts';

/** The same patient changed by two users: both are kept until the user has chosen. */
export interface RoundConflict {
  readonly roundId: string;
  readonly patientId: string;
  readonly mine: RoundMember;
  /** As it is stored. */
  readonly theirs: RoundMember;
  /** What both have changed, to different ends: what one of them alone has changed stands, whoever is chosen. */
  readonly fields: readonly RoundField[];
}

/** A change that takes something back: it gives way where somebody else has said something meanwhile. */
export interface Undoing {
  readonly step: UndoStep;
  /** Is told what stays as it is stored, when that comes to light, and whether nothing else is left to take back. */
  readonly onKept: (fields: readonly RoundField[], stored: RoundMember, isWhole: boolean) => void;
}

/** A change that is not stored yet, or not known to be. */
interface Change {
  readonly mine: RoundMember;
  /** What the user saw and changed. */
  readonly base: RoundMember;
  /** Sent, but never answered: it may be stored, and is then no one else's. */
  readonly sent: readonly RoundMember[];
  /** Nothing but that something is taken back. */
  readonly undoing?: Undoing | undefined;
}

/** A patient changed by both: what the user says, and what the user had seen before saying it. */
export type OwnVersion = Pick<Change, 'mine' | 'base'>;

/** What a save sends, and which changes it carries. */
export interface Sending {
  readonly round: Round;
  /** Members that nobody can read: they go back as they came. */
  readonly rejected: readonly unknown[];
  readonly changes: ReadonlyMap<string, RoundMember>;
  /** What the user says that it is to reach. */
  readonly aim: RoundAim | undefined;
}

/** What the user said a round is to reach, and a colleague, or the store, says otherwise. */
export interface AimDispute {
  readonly mine: RoundAim;
  readonly parts: readonly AimPart[];
  /** The day that its round began, where another has begun since. */
  readonly asOf?: CalendarDate;
}

/**
 * One round as the user sees it: what is stored, and over it what is not stored yet. Another user's
 * version is merged patient by patient; who was changed by both becomes a conflict.
 */
export class RoundDraft {
  #stored: Round | undefined;
  #rejected: readonly unknown[] = [];
  readonly #initial: () => Round;
  readonly #changes = new Map<string, Change>();
  readonly #conflicts = new Map<string, OwnVersion>();
  /** What the user has changed and is stored, as a change: a store that goes back to an older version has lost it. */
  readonly #written = new Map<string, Change>();
  /** What the user wanted to say and somebody else had said already. */
  readonly #saidByOthers = new WeakSet<RoundMember>();
  /** What the user says that it is to reach, and saw before, as long as that is not stored. */
  #aim: AimStep | undefined;
  #aimDispute: AimDispute | undefined;
  /** What was sent of it, but never answered: it may be stored, and is then no one else's. */
  #aimSent: readonly RoundAim[] = [];
  /** What was sent of it, and is not answered yet. */
  #aimUnderWay: RoundAim | undefined;
  /** What the user has said of it and is stored: a store that goes back to an older version has lost it. */
  #aimWritten: AimStep | undefined;
  /** The day on which the user has finished it, as it is stored. */
  #ended: CalendarDate | undefined;
  /** The highest revision that was stored. */
  #highest = 0;
  #finished: CalendarDate | undefined;
  /** The user has taken back that it is finished, and that is not stored yet. */
  #isReopened = false;
  /** The user has taken back that it began. */
  #isWithdrawn = false;
  /** Somebody has said something in it, though: that is in the way. */
  #onInUse: ((by: string | undefined) => void) | undefined;
  /** Whether it may be stored. */
  #isSent = false;
  #index: { readonly of: Round; readonly members: ReadonlyMap<string, RoundMember> } | undefined;
  #view: { readonly of: Round; readonly round: Round } | undefined;
  /** Whether it is a round at all, or only what the next one would be. */
  begun: boolean;
  /** The date of a change by someone else that came later and says that it was made before the round began. */
  changedOn: CalendarDate | undefined;

  /** @param initial What a round that is not stored yet begins with. */
  constructor(initial: () => Round, stored?: CheckedRound) {
    this.#initial = initial;
    this.begun = stored !== undefined;
    if (stored) this.#take(stored);
  }

  /** The round, with what is not stored yet; `revision` is the stored one's. */
  get round(): Round {
    const base = this.#base;
    if (this.#view?.of === base) return this.#view.round;
    const ids = this.ownIds;
    let round = this.#finished === undefined ? base : { ...base, finished: this.#finished };
    if (this.#isWithdrawn) round = { ...round, withdrawn: true };
    if (this.#aim) round = withAim(round, this.#aim.mine);
    if (ids.size > 0) {
      const known = base.members.map((member) =>
        ids.has(member.patientId) ? this.member(member.patientId) : member,
      );
      const added = [...ids].filter((id) => !this.stored.has(id)).map((id) => this.member(id));
      round = { ...round, members: [...known, ...added] };
    }
    this.#view = { of: base, round };
    return round;
  }

  get isFinished(): boolean {
    return this.#finished !== undefined || this.#stored?.finished !== undefined;
  }

  /** Whether it counts for nothing: that it began was taken back. */
  get isWithdrawn(): boolean {
    return this.isFinished && (this.#isWithdrawn || this.#stored?.withdrawn === true);
  }

  /** Whether the stored round is finished. */
  get isClosed(): boolean {
    return this.#stored?.finished !== undefined;
  }

  get isDirty(): boolean {
    const isChanged =
      this.#changes.size > 0 ||
      this.#aim !== undefined ||
      this.#finished !== undefined ||
      this.#isReopened;
    return this.begun && (!this.#stored || isChanged);
  }

  /** Whether the store has gone back to a version that is older than one it had. */
  get isBehind(): boolean {
    return (this.#stored?.revision ?? 0) < this.#highest;
  }

  /** Members as they are stored; of a round that is not stored yet, as it begins. */
  get storedMembers(): readonly RoundMember[] {
    return this.#base.members;
  }

  /** The same by patient. */
  get stored(): ReadonlyMap<string, RoundMember> {
    const of = this.#base;
    if (this.#index?.of !== of)
      this.#index = { of, members: new Map(of.members.map((each) => [each.patientId, each])) };
    return this.#index.members;
  }

  get id(): string {
    return this.#base.id;
  }

  /** The day that it began. */
  get asOf(): CalendarDate {
    return this.#base.asOf;
  }

  /** Whether the user has changed any patient: not stored yet, or in conflict. */
  get hasOwn(): boolean {
    return this.#changes.size + this.#conflicts.size > 0;
  }

  /** Whether the user has changed a patient. */
  isOwn(id: string): boolean {
    return this.#changes.has(id) || this.#conflicts.has(id);
  }

  /** Ids of the patients whom the user has changed. */
  get ownIds(): ReadonlySet<string> {
    return new Set([...this.#changes.keys(), ...this.#conflicts.keys()]);
  }

  /** Ids of the patients of whom the round says, or has said, anything. */
  get knownIds(): ReadonlySet<string> {
    return new Set([...this.stored.keys(), ...this.ownIds]);
  }

  /** Ids of the patients whose changes are not stored. */
  get pending(): Iterable<string> {
    return this.#changes.keys();
  }

  get conflicts(): readonly RoundConflict[] {
    return [...this.#conflicts.keys()].flatMap((id) => this.conflict(id) ?? []);
  }

  conflict(id: string): RoundConflict | undefined {
    const conflict = this.#conflicts.get(id);
    if (!conflict) return undefined;
    const { mine, base } = conflict;
    const theirs = this.#storedMember(id);
    const { disputed: fields } = mergeMembers(base, mine, theirs);
    return { roundId: this.#base.id, patientId: id, mine, theirs, fields };
  }

  isPending(id: string): boolean {
    return this.#changes.has(id);
  }

  /** The user's own version of a patient. */
  member(id: string): RoundMember {
    return this.#conflicts.get(id)?.mine ?? this.#changes.get(id)?.mine ?? this.#storedMember(id);
  }

  /** Whether the round says, or has said, anything about a patient. */
  knows(id: string): boolean {
    return this.isOwn(id) || this.stored.has(id);
  }

  /** Whether somebody else had said the same of a patient before it was stored: then it is theirs. */
  isOthers(mine: RoundMember): boolean {
    return this.#saidByOthers.has(mine);
  }

  /**
   * Puts the user's version of a patient over the stored one. A patient in conflict stays so, until all is taken back
   * that the user has said.
   *
   * @param undoing It takes something back.
   */
  change(mine: RoundMember, undoing?: Undoing): void {
    const id = mine.patientId;
    this.begun = true;
    this.#view = undefined;
    const conflict = this.#conflicts.get(id);
    if (conflict && undoing && this.#isUndisputed({ mine, base: conflict.base })) {
      this.resolve(id, this.versionIn({ mine, base: conflict.base }, 'theirs'));
      return;
    }
    if (conflict) {
      this.#conflicts.set(id, { mine, base: conflict.base });
      return;
    }
    const known = this.#changes.get(id);
    const { base = this.#storedMember(id), sent = [] } = known ?? {};
    this.#changes.set(id, { mine, base, sent, undoing: undoing && giveWay(known, mine, undoing) });
  }

  /** What the user says of a patient in conflict, and had seen before. */
  contested(id: string): OwnVersion | undefined {
    return this.#conflicts.get(id);
  }

  /**
   * What a conflict comes to, of which the user chooses a side: all that one of the two alone has changed is in it.
   * Undefined where nothing of the user's is left, and what is stored stays.
   */
  versionIn({ mine, base }: OwnVersion, side: 'mine' | 'theirs'): RoundMember | undefined {
    const stored = this.#storedMember(mine.patientId);
    const { member } = mergeMembers(base, mine, stored, side);
    return sayTheSame(member, stored) ? undefined : member;
  }

  #isUndisputed({ mine, base }: OwnVersion): boolean {
    return mergeMembers(base, mine, this.#storedMember(mine.patientId)).disputed.length === 0;
  }

  /** Takes back that a conflict was ended by leaving what is stored: both versions are there again. */
  contest(own: OwnVersion): void {
    const id = own.mine.patientId;
    if (this.#changes.has(id) || sayTheSame(own.mine, this.#storedMember(id))) return;
    this.#conflicts.set(id, own);
    this.#view = undefined;
  }

  /** Ends a conflict: with a version that is to be stored, or by leaving the stored one. */
  resolve(id: string, chosen: RoundMember | undefined): void {
    this.#conflicts.delete(id);
    if (chosen) this.change(chosen);
    else this.#written.delete(id);
    this.#view = undefined;
  }

  /** Drops a change that nobody has seen. */
  drop(id: string): void {
    this.#changes.delete(id);
    this.#view = undefined;
  }

  /** What it is to reach, with what is not stored yet. */
  get aim(): RoundAim {
    return this.#aim?.mine ?? this.#storedAim;
  }

  /** What the user has said of it and is not what is stored, for a colleague has said otherwise meanwhile. */
  get aimDispute(): AimDispute | undefined {
    return this.#aimDispute;
  }

  get #storedAim(): RoundAim {
    return this.#base.aim ?? {};
  }

  /** Says what it is to reach. */
  changeAim(mine: RoundAim): void {
    const was = this.#aim?.was ?? this.#storedAim;
    const said = differingParts(this.aim, mine);
    const disputed = this.#aimDispute?.parts.filter((part) => !said.includes(part)) ?? [];
    // Whoever says it anew has chosen.
    this.#aimDispute =
      this.#aimDispute && disputed.length > 0
        ? { mine: this.#aimDispute.mine, parts: disputed }
        : undefined;
    this.begun = true;
    // Whoever takes back what was sent already has changed what is, or may be, stored.
    const isOut = this.#aimUnderWay !== undefined || this.#aimSent.length > 0;
    this.#aim = isSameAim(mine, was) && !isOut ? undefined : { was, mine };
    this.#view = undefined;
  }

  /** Ends a dispute about what it is to reach: with the user's version, or by leaving what is stored. */
  resolveAim(choice: 'mine' | 'theirs'): void {
    const dispute = this.#aimDispute;
    this.#aimDispute = undefined;
    if (dispute && choice === 'mine')
      this.changeAim(withParts(this.aim, dispute.mine, dispute.parts));
  }

  /** Takes in what a round that was open beside it is to reach, where nobody has said so of this one. */
  takeInAim(other: RoundAim): void {
    const filled = filledFrom(this.aim, other);
    if (filled !== this.aim) this.changeAim(filled);
  }

  /** Takes over what the user says that another draft is to reach, which becomes this one. */
  adoptAim(other: RoundDraft): void {
    if (this.#aim) this.takeInAim(other.aim);
    else {
      this.#aim = other.#aim;
      this.#aimSent = other.#aimSent;
      this.#aimDispute = other.#aimDispute;
      this.#settleAim();
    }
    other.#aim = other.#aimDispute = undefined;
    other.#view = undefined;
  }

  /** What the user says it is to reach, against what is stored now. */
  #settleAim(): void {
    if (!this.#aim) return;
    const { was, mine } = this.#aim;
    const theirs = this.#storedAim;
    const { aim, disputed } = mergeAims(withOwnParts(was, theirs, this.#aimSent), mine, theirs);
    if (disputed.length > 0) this.#disputeAim(mine, disputed);
    this.#aim = isSameAim(aim, theirs) ? undefined : { was: theirs, mine: aim };
    if (!this.#aim) this.#aimSent = [];
    this.#view = undefined;
  }

  /** What is in dispute already stays so, until the user has chosen. */
  #disputeAim(mine: RoundAim, parts: readonly AimPart[]): void {
    const known = this.#aimDispute;
    this.#aimDispute = known
      ? {
          mine: withParts(known.mine, mine, parts),
          parts: [...new Set([...known.parts, ...parts])],
        }
      : { mine, parts };
  }

  finish(asOf: CalendarDate): void {
    this.#finished = asOf;
    this.#isReopened = false;
    this.#view = undefined;
  }

  /** Takes back that it is finished, be it stored, under way or neither. */
  reopen(): void {
    this.#finished = this.#ended = undefined;
    this.#isReopened = true;
    this.#isWithdrawn = false;
    if (this.#stored) this.#stored = withoutEnd(this.#stored);
    this.#view = undefined;
  }

  /**
   * Takes back that it began: it is none where it cannot be stored yet, else it is finished and counts for nothing.
   *
   * @param onInUse Is told where somebody has said something in it meanwhile, and it goes on.
   */
  withdraw(asOf: CalendarDate, onInUse: (by: string | undefined) => void): void {
    this.#view = undefined;
    this.#changes.clear();
    this.#aim = this.#aimDispute = undefined;
    if (!this.#stored && !this.#isSent) {
      this.begun = false;
      return;
    }
    this.#isWithdrawn = true;
    this.#onInUse = onInUse;
    this.finish(asOf);
  }

  /** Holds the changes of a round that is not stored yet against what it now would begin with. */
  reconsider(): void {
    if (this.#stored) return;
    for (const [id, change] of this.#changes) this.#settle(id, change);
    this.#view = undefined;
  }

  /** What is to be stored. */
  send(): Sending {
    const changes = new Map([...this.#changes].map(([id, { mine }]) => [id, mine]));
    const base = this.#base;
    // Of a patient in conflict nothing is stored until the user has chosen.
    const known = new Set([...this.stored.keys(), ...changes.keys()]);
    const members = [...known].map((id) => changes.get(id) ?? this.#storedMember(id));
    const finished = this.#finished ?? base.finished;
    this.#isSent = true;
    const aim = this.#aim?.mine;
    this.#aimUnderWay = aim;
    const round = {
      ...(aim ? withAim(base, aim) : base),
      members,
      ...(finished ? { finished } : {}),
      ...(this.isWithdrawn ? { withdrawn: true } : {}),
    };
    return { round, changes, rejected: this.#rejected, aim };
  }

  /**
   * It was stored: what changed since stays to be stored; what the store did not keep is a conflict. Answers whether it
   * kept that the round is finished, or no longer is: else that stays to be stored.
   */
  saved(answer: CheckedRound, sending: Sending): boolean {
    const { finished } = sending.round;
    this.#aimUnderWay = undefined;
    const isEndKept = (finished === undefined) === (answer.round.finished === undefined);
    if (isEndKept && finished === undefined) this.#isReopened = false;
    if (isEndKept && finished !== undefined) {
      if (!this.#isReopened) this.#ended = finished;
      this.#finished = undefined;
    }
    this.#take(answer);
    for (const [id, sent] of sending.changes) {
      const change = this.#changes.get(id);
      if (!change) continue;
      const stored = this.#storedMember(id);
      if (!sayTheSame(stored, sent)) {
        // What the store does not keep is not asked of it again.
        if (change.undoing) this.#giveUp(id, change.undoing);
        else this.#toConflict(id, change);
        continue;
      }
      this.#keepWritten(id, sent, change.base);
      if (change.mine === sent) this.#changes.delete(id);
      else this.#changes.set(id, { ...change, base: stored, sent: [] });
    }
    if (sending.aim) this.#savedAim(sending.aim);
    return isEndKept || (finished === undefined && !this.#isReopened);
  }

  /** What a store does not keep is not asked of it again: the user is told. */
  #savedAim(sent: RoundAim): void {
    const parts = differingParts(sent, this.#storedAim);
    this.#aimSent = [];
    if (parts.length > 0) this.#disputeAim(sent, parts);
    else if (this.#aim)
      this.#aimWritten = { was: this.#aimWritten?.was ?? this.#aim.was, mine: sent };
    if (!this.#aim) return;
    const { mine } = this.#aim;
    const was = this.#storedAim;
    this.#aim = mine === sent || isSameAim(mine, was) ? undefined : { was, mine };
  }

  /** Nobody knows whether it was stored. */
  unanswered(sending: Sending): void {
    this.#aimUnderWay = undefined;
    for (const [id, sent] of sending.changes) {
      const change = this.#changes.get(id);
      if (change && !change.sent.includes(sent))
        this.#changes.set(id, { ...change, sent: [...change.sent, sent] });
    }
    if (sending.aim) this.#aimSent = [...this.#aimSent, sending.aim].slice(-mostEarlier);
  }

  /**
   * Another version is stored: ours goes over it, patient by patient. Of a version that is older than the one that was
   * there, or another under the same number, the user's own changes that it lacks are to be stored again.
   *
   * @param mayBeOlder Otherwise an older one is left aside: a list may come from before the last save.
   * @returns Whether it was taken.
   */
  rebase(theirs: CheckedRound, mayBeOlder: boolean): boolean {
    this.#aimUnderWay = undefined;
    const known = this.#stored;
    const step = theirs.round.revision - (known?.revision ?? -1);
    if (step < 0 && !mayBeOlder) return false;
    if (known && step === 0 && !this.#saysOtherwise(known, theirs.round)) return true;
    const hasEnd = theirs.round.finished !== undefined;
    const speaker = this.#isWithdrawn && !hasEnd ? this.#speakerIn(theirs.round) : undefined;
    this.#take(theirs);
    this.begun = true;
    if (speaker) this.#staysOpen(speaker);
    this.#settleAim();
    for (const [id, change] of this.#changes) this.#settle(id, change);
    for (const [id, own] of this.#conflicts)
      if (this.#isUndisputed(own)) this.resolve(id, this.versionIn(own, 'mine'));
    if (step > 0) {
      for (const [id, { mine }] of this.#written)
        if (!sayTheSame(mine, this.#storedMember(id))) this.#written.delete(id);
      if (!hasEnd) this.#ended = undefined;
      if (this.#aimWritten && !isSameAim(this.#aimWritten.mine, this.#storedAim))
        this.#aimWritten = undefined;
    } else {
      this.#aim ??= this.#aimWritten;
      this.#settleAim();
      for (const [id, change] of this.#written)
        if (!this.#changes.has(id) && !this.#conflicts.has(id)) this.#settle(id, change);
      if (!this.#isReopened) this.#finished ??= this.#ended;
    }
    if (hasEnd) this.#finished = undefined;
    if (hasEnd && theirs.round.withdrawn !== true) this.#isWithdrawn = false;
    this.#view = undefined;
    return true;
  }

  /**
   * Takes over another draft's changes and conflicts. Of a patient who is changed here too, which was
   * done later and in sight of the other, they stay where they are.
   *
   * @param carry What of a patient there would go on to here: that is what was seen and changed.
   */
  adopt(other: RoundDraft, carry: (member: RoundMember) => RoundMember): void {
    const isFree = ([id]: readonly [string, unknown]) => !this.isOwn(id);
    const changes = [...other.#changes].filter(isFree);
    const conflicts = [...other.#conflicts].filter(isFree);
    for (const [id] of changes) other.#changes.delete(id);
    for (const [id] of conflicts) other.#conflicts.delete(id);
    // What this one begins with may come from the other: without what is taken from there.
    other.#view = undefined;
    for (const [id, change] of changes) this.#settle(id, { ...change, base: carry(change.base) });
    for (const [id, { mine, base }] of conflicts)
      if (!sayTheSame(mine, this.#storedMember(id)))
        this.#conflicts.set(id, { mine, base: carry(base) });
    this.begun = true;
    this.#view = undefined;
  }

  /** A change against what is stored now. */
  #settle(id: string, change: Change): void {
    const stored = this.#storedMember(id);
    const { mine, base, sent, undoing } = change;
    if (sayTheSame(stored, mine)) {
      if (stored.by && mine.by && stored.by !== mine.by) this.#saidByOthers.add(mine);
      this.#changes.delete(id);
    } else if (
      sayTheSame(stored, base) ||
      sent.some(
        (each) => sayTheSame(each, stored) && each.at === stored.at && each.by === stored.by,
      )
    )
      this.#changes.set(id, { mine, base: stored, sent, undoing });
    else this.#merge(id, change);
  }

  /** A change of a patient whom somebody else has changed too: both stand where they are about different things. */
  #merge(id: string, change: Change): void {
    const { mine, sent, undoing } = change;
    if (undoing || !this.#isUndisputed(change)) {
      this.#toConflict(id, change);
      return;
    }
    const merged = this.versionIn(change, 'mine');
    if (merged) this.#changes.set(id, { mine: merged, base: this.#storedMember(id), sent });
    else {
      this.#saidByOthers.add(mine);
      this.#changes.delete(id);
    }
  }

  #toConflict(id: string, { mine, base, sent, undoing }: Change): void {
    this.#changes.delete(id);
    if (!undoing) {
      this.#conflicts.set(id, { mine, base });
      return;
    }
    // Nobody is asked whether a colleague's words are to stand: they do, and the rest is taken back.
    const stored = this.#storedMember(id);
    const { member, kept } = takeBack(stored, undoing.step);
    const isWhole = sayTheSame(member, stored);
    if (kept.length > 0) undoing.onKept(kept, stored, isWhole);
    if (isWhole) return;
    const { by, at } = mine;
    const again = { ...member, ...(by ? { by } : {}), ...(at ? { at } : {}) };
    this.#changes.set(id, { mine: again, base: stored, sent, undoing });
  }

  /** What was to be taken back stays as it is stored. */
  #giveUp(id: string, { step, onKept }: Undoing): void {
    this.#changes.delete(id);
    const stored = this.#storedMember(id);
    const deed = differingFields(step.was, step.mine);
    const kept = differingFields(step.was, stored).filter((each) => deed.includes(each));
    if (kept.length > 0) onKept(kept, stored, true);
  }

  /** Whoever has said something in a version that is newer than the one that is known. */
  #speakerIn(round: Round): RoundMember | undefined {
    return round.members.find((each) => !sayTheSame(each, this.#storedMember(each.patientId)));
  }

  /** It goes on though it was to be taken back: somebody needs it. */
  #staysOpen({ by }: RoundMember): void {
    this.#finished = this.#ended = undefined;
    this.#isWithdrawn = false;
    this.#onInUse?.(by);
  }

  /** What is stored now by this user's hand, over what. */
  #keepWritten(id: string, mine: RoundMember, base: RoundMember): void {
    const known = this.#written.get(id);
    const earlier = known ? [...known.sent, known.mine, base].slice(-mostEarlier) : [];
    this.#written.set(id, { mine, base: known?.base ?? base, sent: earlier });
  }

  /** Whether two versions of one revision are not the same: a store that went back counts on from there. */
  #saysOtherwise(known: Round, theirs: Round): boolean {
    const hasOtherEnd = !this.#isReopened && known.finished !== theirs.finished;
    if (!isSameAim(known.aim ?? {}, theirs.aim ?? {})) return true;
    if (hasOtherEnd || known.members.length !== theirs.members.length) return true;
    return theirs.members.some((each) => !sayTheSame(each, this.#storedMember(each.patientId)));
  }

  #take({ round, rejected }: CheckedRound): void {
    const late = this.#stored && this.#lateIn(round, this.stored);
    if (late !== undefined) this.changedOn = late;
    this.#highest = Math.max(this.#highest, round.revision);
    // What comes from before may say that it is finished still.
    this.#stored = this.#isReopened ? withoutEnd(round) : round;
    this.#rejected = rejected;
    this.#view = undefined;
  }

  /** The date of a change in a newer version that was made by another clock; undefined where none is. */
  #lateIn(round: Round, before: ReadonlyMap<string, RoundMember>): CalendarDate | undefined {
    const late = round.members.find((member) => {
      const was = before.get(member.patientId);
      return was?.at !== member.at && isBefore(member.at, round) && was !== undefined;
    });
    return late?.at?.slice(0, 10);
  }

  get #base(): Round {
    return this.#stored ?? this.#initial();
  }

  #storedMember(id: string): RoundMember {
    return this.stored.get(id) ?? newMember(id);
  }
}

/** So many earlier versions of what one user wrote of one patient are known again. */
const mostEarlier = 20;

function withAim({ aim: _, ...round }: Round, aim: RoundAim): Round {
  return Object.keys(aim).length > 0 ? { ...round, aim } : round;
}

function withoutEnd({ finished: _, withdrawn: __, ...round }: Round): Round {
  return round;
}

/**
 * How a change gives way that takes something back. Not at all where something else of the user's waits in it: of that,
 * both versions are shown.
 */
function giveWay(
  known: Change | undefined,
  mine: RoundMember,
  undoing: Undoing,
): Undoing | undefined {
  if (!known) return undoing;
  const { step } = undoing;
  if (known.undoing && sayTheSame(known.mine, step.mine))
    return { ...undoing, step: { was: step.was, mine: known.undoing.step.mine } };
  if (!known.undoing && sayTheSame(mine, known.base))
    return { ...undoing, step: { was: mine, mine: known.mine } };
  return undefined;
}
