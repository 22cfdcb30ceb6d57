import type { ReactiveController } from 'lit';
import {
  describeMarkerCounts,
  textIn,
  type RoundModel,
  type RoundStatus,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { inSentences } from '../../../i18n/sentences.ts';
import { askExemption } from '../../shared/ask-exemption.ts';
import { ask } from '../../shared/ask.ts';
import { emit, type PatientPlace, type StepDirection } from '../../shared/events.ts';
import { setMemberStatus, type MemberProps } from '../../shared/round-member.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import { ageInWords } from '../../shared/who.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { ProfilesController } from './profiles.ts';
import type { RoundsController } from './rounds.ts';
import { SteadyPress } from './steady-press.ts';
import type { ViewController } from './view.ts';

export interface WorklistSources {
  readonly patient: PatientController;
  readonly rounds: RoundsController;
  readonly profiles: ProfilesController;
  readonly unsaved: Unsaved;
  readonly view: ViewController;
}

/** What is set of a patient in a round, and whose round it is. */
export interface Member extends MemberProps {
  readonly profileTitle: string;
  /** Whether the patient is seen through that profile alone. */
  readonly isSeen: boolean;
}

/** Whom the user has left with a change that was not stored yet, and in which round. */
interface Left {
  readonly id: string;
  readonly name: string;
  readonly round: RoundModel;
  readonly profileId: string;
  /** Whether it has been tried in vain. */
  hasFailed: boolean;
}

/** Where the cockpit's patient stands in a list, with what a host left out. */
export type Place = Required<Omit<PatientPlace, 'at'>> & Pick<PatientPlace, 'at'>;

/**
 * The way through a list, patient by patient: what is set of the one who is shown, and on to the next. Nobody is left
 * silently whose status or note cannot be saved.
 */
export class WorklistController implements ReactiveController {
  /** What is pressed to change something of a patient. */
  readonly press: SteadyPress;
  #said = '';
  #isRefused = false;
  /** Whether there was something to set of the patient before, while the next one is on the way. */
  #isAwaited = false;
  #left: readonly Left[] = [];
  /** Of whom it was said that it is not saved, and who is left all the same when that is asked for again. */
  #heldId: string | undefined;
  /** Which way the user wanted to go. */
  #heldTo: StepDirection = 'next';
  /** Whether the user has gone on all the same, since all was stored: it is not asked of each patient. */
  #isWarned = false;
  /** Who is to be told of when they are there. */
  #comingId: string | undefined;
  #shownId: string | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly sources: WorklistSources,
  ) {
    this.press = new SteadyPress(
      host,
      () => this.#whoIsThere,
      (isRefused) => this.#tellPress(isRefused),
    );
    host.addController(this);
  }

  /** What is said to screen readers. */
  get said(): string {
    return this.#said;
  }

  /** Whether something was pressed for a patient who was not there yet, or was there no more: nothing was changed. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Whether the next patient is on the way, of whom there will be as much to set as of the one before. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  /** Undefined where nobody walks through a list. */
  get place(): Place | undefined {
    const { place, patientId, envelope } = this.host;
    if (!place || patientId === undefined || envelope !== undefined) return undefined;
    const { at, of } = place;
    return {
      at,
      of,
      hasNext: place.hasNext ?? (at === undefined ? of > 0 : at < of),
      hasPrevious: place.hasPrevious ?? (at !== undefined && at > 1),
    };
  }

  /**
   * The patient in the round. In a list it is the list's round, whatever else the patient is seen through: what is set
   * there counts on the list. Else it is that of the one profile that is looked at. Undefined where nothing can be set.
   */
  get member(): Member | undefined {
    const { patient, rounds, profiles, unsaved } = this.sources;
    const { host } = this;
    const { chosen } = profiles;
    const person = patient.state.patient?.patient;
    if (!person || !chosen || patient.isReadOnly || host.size === 'strip') return undefined;
    const one = chosen.length === 1 ? chosen[0].profile : undefined;
    const listed = host.place ? this.#listed : undefined;
    const profile = [listed, one].find((each) => each && rounds.of(each.id));
    const round = profile && rounds.of(profile.id);
    if (!round) return undefined;
    const { ui } = host;
    return {
      round,
      profileTitle: textIn(profile.title, ui.language),
      isSeen: one?.id === profile.id,
      change: rounds.changes.of(round),
      unsaved: unsaved.texts,
      person,
      today: host.date,
      team: patient.state.description?.team,
      ask: (question) => ask(host, question, ui),
      askExemption: (title) => askExemption(host, title, host.date, ui),
      ui,
      shortcuts: host.keys === 'off' ? undefined : shortcuts,
    };
  }

  /** Whether there is anything to set of patients here, or a list to go through, be it that not now. */
  get isWorked(): boolean {
    return this.member !== undefined || this.place !== undefined;
  }

  /** What is set of the patient who is shown, as long as it is whom the host means. */
  get #acting(): Member | undefined {
    const { acting } = this.sources.patient;
    const isMeant = acting?.patient.patient.id === this.host.patientId;
    return isMeant && !this.sources.view.isPreparing ? this.member : undefined;
  }

  /** Whether the patient is shown whom the host means, or it is said why not. */
  get #isThere(): boolean {
    const { loading, isVeiled } = this.sources.patient;
    const { phase, patientId } = loading;
    const isReady = phase !== 'loading' && !isVeiled && !this.sources.view.isPreparing;
    return isReady && patientId === this.host.patientId;
  }

  /** Whose round a press would change, and of which patient. */
  get #whoIsThere(): string | undefined {
    const member = this.#isThere ? this.#acting : undefined;
    return member && `${member.person.id} ${member.round.profile?.id}`;
  }

  /** The patient as the round says it. */
  get status(): RoundStatus | undefined {
    const member = this.#acting;
    return member?.round.member(member.person.id).status;
  }

  /** Whether the user wanted to leave somebody whose change cannot be saved. */
  get isHeld(): boolean {
    return this.#heldId !== undefined && this.#heldId === this.host.patientId;
  }

  /** The names of those who were left, and whose change could not be saved since. */
  get notSaved(): readonly string[] {
    const { patientId, ui } = this.host;
    const { inConflict } = ui.texts.round;
    return this.#left.flatMap(({ id, name, round, hasFailed }) => {
      // Of whom is shown again it stands beside the note.
      if (id === patientId) return [];
      if (round.member(id).conflict) return [`${name} (${inConflict.toLowerCase()})`];
      return hasFailed ? [name] : [];
    });
  }

  /** Sets the status of the patient, and says it. */
  async set(status: RoundStatus): Promise<void> {
    const member = this.#acting;
    const { texts } = this.host.ui;
    if (!this.#isThere) return this.#tellPress(true);
    this.#isRefused = false;
    if (!member) this.#say(texts.worklist.readOnly);
    else if (await setMemberStatus(member, status))
      this.#say(`${member.person.name || texts.patient.noName}: ${texts.round.statuses[status]}`);
  }

  /**
   * Saves what is written, has who was not reviewed be so, and goes on to the next. Answers whether it left the
   * patient.
   */
  saveAndNext(): boolean {
    const { place } = this;
    const member = this.#acting;
    // Nobody goes on from a patient who is not there yet: what was pressed was meant for the one before.
    this.#tellPress(!this.#isThere);
    if (this.#isRefused) return false;
    if (member) {
      this.sources.rounds.keepNote();
      if (this.status === 'new') void setMemberStatus(member, 'reviewed');
    }
    const { worklist, round } = this.host.ui.texts;
    const isLeft = place ? this.step('next') : false;
    if (!isLeft && !this.isHeld && member) {
      const status = round.statuses[this.status ?? 'new'];
      this.#say(inSentences([status, worklist.saved, ...(place ? [worklist.last] : [])]));
    }
    return isLeft;
  }

  /** Says whether nothing was changed by what was pressed, as one patient gave way to another. */
  #tellPress(isRefused: boolean): void {
    if (isRefused === this.#isRefused) return;
    this.#isRefused = isRefused;
    // Not before the press is over: a radio button that is drawn in the midst of it would stand as it stood.
    setTimeout(() => this.host.requestUpdate());
  }

  /** Goes on to the next patient, or back. Answers whether it left the patient. */
  step(to: StepDirection): boolean {
    const { host, place } = this;
    const { patientId } = host;
    if (!place || patientId === undefined) return false;
    if (!(to === 'next' ? place.hasNext : place.hasPrevious)) {
      const { last, first } = host.ui.texts.worklist;
      this.#say(to === 'next' ? last : first);
      return false;
    }
    this.sources.rounds.keepNote();
    this.#heldTo = to;
    if (this.#holds(patientId)) return false;
    this.#isWarned ||= this.isHeld;
    this.#keepInMind();
    this.#comingId = undefined;
    emit(host, 'overblik-step', { patientId, to });
    return true;
  }

  /** Leaves the patient though it was said that the change is not saved. */
  readonly goOn = (): void => {
    this.#heldId = this.host.patientId;
    this.step(this.#heldTo);
  };

  /** Tries to save again what could not be saved. */
  readonly saveNow = (): void => {
    const rounds = new Set(this.#left.map(({ round }) => round));
    const { member } = this;
    if (member) rounds.add(member.round);
    for (const round of rounds) void round.retry();
  };

  /** Forgets whom the user has left: they are of another clinic. */
  leaveClinic(): void {
    this.#left = [];
    this.#heldId = this.#comingId = undefined;
    this.#isWarned = this.#isRefused = this.#isAwaited = false;
    this.#said = '';
  }

  hostUpdate(): void {
    const { patientId } = this.host;
    if (patientId !== this.#shownId) {
      // Who a cockpit alone shows first is no news.
      const isNews = this.#shownId !== undefined || this.place !== undefined;
      this.#comingId = isNews ? patientId : undefined;
      this.#shownId = patientId;
      this.#heldId = undefined;
      this.#isRefused = false;
      this.#said = '';
    }
    this.#await();
    this.#look();
    this.#tellWhoCame();
  }

  /** Keeps in mind that there is something to set, as long as patients follow each other. */
  #await(): void {
    if (this.member) this.#isAwaited = true;
    else if (!this.place || this.#isThere || this.host.seenOn !== undefined)
      this.#isAwaited = false;
  }

  /** Sees what has been stored meanwhile, and what could not be. */
  #look(): void {
    this.#left = this.#left.filter(({ id, round, profileId }) => {
      if (round.profile?.id !== profileId) return false;
      const { pending, conflict } = round.member(id);
      return pending || conflict !== undefined;
    });
    for (const left of this.#left)
      left.hasFailed ||= left.round.state.pending.problem !== undefined;
    const { member } = this;
    if (!member) return;
    if (!member.round.member(member.person.id).pending) this.#heldId = undefined;
    if (member.round.state.pending.count === 0) this.#isWarned = false;
  }

  /** The profile of the list, where the patient may be looked at through it. */
  get #listed() {
    const id = this.host.round?.profile?.id;
    const { present } = this.sources.patient.state;
    return present.find(({ profile }) => profile.id === id)?.profile;
  }

  /** Says once that the change of a patient is not saved; the second time the user means it. */
  #holds(patientId: string): boolean {
    const member = this.#acting;
    if (!member || this.#isWarned || this.#heldId === patientId) return false;
    const { pending } = member.round.member(patientId);
    if (!pending || !member.round.state.pending.problem) return false;
    this.#heldId = patientId;
    this.host.requestUpdate();
    return true;
  }

  /** Who is left with a change that is not stored yet is told of where that fails. */
  #keepInMind(): void {
    const member = this.#acting;
    const profileId = member?.round.profile?.id;
    if (!member || profileId === undefined) return;
    const { id, name } = member.person;
    const { pending } = member.round.member(id);
    if (!pending) return;
    const shown = name || this.host.ui.texts.patient.noName;
    const others = this.#left.filter((left) => left.id !== id);
    this.#left = [...others, { id, name: shown, round: member.round, profileId, hasFailed: false }];
  }

  /** Says who is shown now, where in the list, once they are there. */
  #tellWhoCame(): void {
    const { acting, seenOn } = this.sources.patient;
    const person = acting?.patient.patient;
    if (!person || person.id !== this.#comingId) return;
    this.#comingId = undefined;
    const { ui } = this.host;
    const { place } = this;
    const grave = describeMarkerCounts(this.sources.profiles.counts, ui.language).join(', ');
    const where = place ? placeInWords(place, ui.texts, ui.language) : [];
    const name = person.name || ui.texts.patient.noName;
    const words = [`${name}, ${ageInWords(person, seenOn, ui)}`, grave, ...where];
    this.#said = inSentences(words);
  }

  #say(text: string): void {
    this.#said = text;
    this.host.requestUpdate();
  }
}

/** Where in a list, and whether that is its end. */
export function placeInWords(
  { at, of, hasNext }: Place,
  { worklist }: CockpitHost['ui']['texts'],
  language: CockpitHost['ui']['language'],
): readonly string[] {
  const count = (value: number) => formatCount(value, language);
  return [
    at === undefined ? worklist.notShown(count(of)) : worklist.placeInWords(count(at), count(of)),
    ...(hasNext ? [] : [worklist.last]),
  ];
}

/** By what they do. */
export const shortcuts = { reviewed: 'R', 'to-follow-up': 'F', note: 'N' } as const;
