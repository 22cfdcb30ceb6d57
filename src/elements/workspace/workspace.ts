/* eslint-disable lit/binding-positions, lit/no-invalid-html -- static templates put the tag names in before lit sees them */
import { ContextProvider } from '@lit/context';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import {
  RoundRepositories,
  readFollowUps,
  type Filter,
  type FollowUp,
  type Origin,
  type Port,
  type Profile,
  type Sharer,
} from '../../model/index.ts';
import { statesTexts } from '../../i18n/texts/states.ts';
import { workspaceTexts } from '../../i18n/texts/workspace.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { theme } from '../../ui/theme.ts';
import { clinicContext, roundsContext, uisOf } from '../shared/context.ts';
import { OverblikElement } from '../shared/element.ts';
import type { OverblikPopulation } from '../population/element.ts';
import type { OverblikCockpit } from '../cockpit/element.ts';
import {
  emit,
  type KeysDetail,
  type PatientSelectedDetail,
  type ProfileSelectedDetail,
  type StepDetail,
} from '../shared/events.ts';
import { timeSlice } from '../shared/time-slice.ts';
import { Unsaved, unsavedContext } from '../shared/unsaved.ts';
import { CombinedList } from './combined-list.ts';
import { cockpitParts, populationParts } from './parts.ts';
import { SideWidth } from './side-width.ts';
import type { Refusal } from './start/combine.ts';
import { StartController } from './start-controller.ts';
import { workspaceStyles } from './styles.ts';

/** Milliseconds between two clicks that count as a pair, at the slowest setting of a mouse. */
const longestPair = 1000;

const workspaceUis = uisOf({ workspace: workspaceTexts, states: statesTexts });

/**
 * Everything in one tag: the start page with all lists, the population list of one, and the patient cockpit beside it.
 *
 * @tagname overblik-workspace
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - A CPR number was chosen. Cancel it to
 *   open the journal yourself; otherwise the adapter's `openJournal` is called.
 * @fires {CustomEvent<PatientSelectedDetail>} overblik-patient-selected - A row was chosen, or the
 *   cockpit closed.
 * @fires {CustomEvent<ProfileSelectedDetail>} overblik-profile-selected - Another profile was chosen.
 * @fires {CustomEvent<PageDetail>} overblik-page-changed - The user has gone to the start page, or from it to a list.
 * @fires {CustomEvent<FiguresAskedDetail>} overblik-figures-asked - The user wants to see the figures of a cluster meeting
 *   again: show the report.
 * @fires {CustomEvent<KeysDetail>} overblik-keys-changed - The user has turned shortcuts of one character on or off: keep
 *   it, and give it back as `keys`.
 * @fires {CustomEvent<SelectionDetail>} overblik-selection-changed - Patients were chosen, or let go.
 * @fires {CustomEvent<ViewDetail>} overblik-view-changed - Columns, filters or sort are others.
 * @fires {CustomEvent<ViewsDetail>} overblik-views-changed - A view was saved under a name, renamed, shared or deleted.
 * @fires {CustomEvent<ExportDetail>} overblik-export - A file was written; cancel it to take it yourself.
 * @fires {CustomEvent<LoadedDetail>} overblik-loaded - A list was evaluated: whether everything came, and numbers.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart start - The start page.
 * @csspart notice - What is missing from the start page, and lists that cannot be combined.
 * @csspart state - Of the start page: loading, and that nothing can be shown.
 * @csspart population - The population list as a whole: a box.
 * @csspart cockpit - The patient cockpit as a whole: a box.
 * @cssprop [--overblik-height=100%] - Height of the element.
 * @cssprop [--overblik-side=24rem] - Width of the cockpit beside the list.
 */
export class OverblikWorkspace extends OverblikElement<'workspace' | 'states'> {
  static override styles = [theme, controls, workspaceStyles];

  protected override readonly uis = workspaceUis;

  /**
   * What is shown: the start page, which tells how all lists stand, or the list of one profile. Default: the start page
   * where there are several profiles and neither `profileId` nor `patientId` is given. A profile or a patient that is
   * given later opens the list.
   */
  @property({ reflect: true }) page: 'start' | 'list' | undefined;

  /** Id of the profile to show. Default: the first one. One that is given later takes the place of a combined list. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /**
   * Ids of the profiles whose combined list is shown: everybody who is on any of them, one row a patient. Two at least.
   * The user opens one from the start page, which `overblik-profile-selected` tells (`combined`).
   */
  @property({ attribute: false }) combined: readonly string[] | undefined;

  #patientId: string | undefined;
  /** Whose patient that is, where the user has chosen it in the list; a host's choice is of the clinic it gives. */
  #patientOf: Origin | undefined;

  /** Id of the patient whose cockpit is open. One whom the user has chosen is closed with the clinic. */
  @property({ attribute: 'patient-id', reflect: true })
  get patientId(): string | undefined {
    return this.#patientId;
  }

  set patientId(id: string | undefined) {
    // A host may give back what was chosen.
    if (id === this.#patientId) return;
    this.#patientId = id;
    this.#patientOf = undefined;
  }

  /** Row height of the list: `compact` shows more rows. */
  @property({ reflect: true }) density: 'normal' | 'compact' | undefined;

  /** How the list is looked at, as kept from `overblik-view-changed`: of the profile that it names. */
  @property({ attribute: false }) view: unknown;

  /** The views that the host keeps under a name, as told by `overblik-views-changed`; without it none is offered. */
  @property({ attribute: false }) views: unknown;

  /** A worker of the host's that runs `overblik-worker.js`, for the list to build its columns in. */
  @property({ attribute: false }) worker: Port | undefined;

  /** How the host shares a patient; without it the cockpit offers nothing to share. */
  @property({ attribute: false }) sharer: Sharer | undefined;

  /**
   * `off`: shortcuts of one character (J, K, R, F, N and ?) do nothing, in the list and in the cockpit. The user can turn
   * them off and on as well, which `overblik-keys-changed` tells.
   */
  @property({ reflect: true }) keys: 'off' | undefined;

  /**
   * What meetings of the clinic's cluster left to be followed up, as the host keeps it: the start page tells when the next
   * figures come, and opens the lists that move them.
   */
  @property({ attribute: false }) followUps: readonly FollowUp[] | undefined;

  readonly #start = new StartController(this, {
    isShown: () => this.#isStart,
    rounds: () => this.#rounds.value,
    open: (profileId, filter) => void this.#open(profileId, filter),
    combine: (ids) => this.#combinedList.of(this.profiles, ids),
    openCombined: (ids) => void this.#openCombined(ids),
    refused: () => this.#refusal,
    followUps: () => this.#followUps,
    showFigures: (id) => emit(this, 'overblik-figures-asked', { id }),
  });
  readonly #combinedList = new CombinedList();
  #followUps: readonly FollowUp[] = [];
  #toldOf: readonly string[] | undefined;
  /** Of the combined list that was shown last. */
  #combinedId: string | undefined;

  readonly #sideWidth = new SideWidth(this);

  @query('.list > *') private population: HTMLElement | null | undefined;

  readonly #clinic = new ContextProvider(this, { context: clinicContext });
  readonly #rounds = new ContextProvider(this, { context: roundsContext });

  constructor() {
    super();
    const unsaved = new Unsaved(this);
    // Whoever changed something in a round may be gone.
    unsaved.watch(() => this.#rounds.value?.isUnsaved ?? false);
    new ContextProvider(this, { context: unsavedContext, initialValue: unsaved });
  }

  /** Fetches everything again, for the list and the cockpit, and what others have changed in the round. */
  async reload(): Promise<void> {
    await this.updateComplete;
    // Whichever is asked, what both show is fetched once, for both.
    if (this.#isStart) await this.#start.reload();
    else await this.#list?.reload();
  }

  /** Fetches one patient again, who has changed in the clinic's system: in the list and in the cockpit. */
  async patientChanged(id: string): Promise<void> {
    await this.updateComplete;
    if (this.#list) await this.#list.patientChanged(id);
    else await this.#start.patientChanged(id);
  }

  /**
   * Opens the list of a profile, narrowed to some of its patients where a filter is given (`indicatorFilter`, say): as a
   * number of the start page does.
   */
  async openList(profileId: string, filter?: Filter): Promise<void> {
    await this.#open(profileId, filter);
  }

  /** Puts the focus where it was in the list, or on the start page. */
  override focus(options?: FocusOptions): void {
    if (this.#isStart) this.#start.focus(this.profileId);
    else if (this.population) this.population.focus(options);
    else super.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#checkPage();
    if (changed.has('followUps')) this.#readFollowUps();
    this.#leaveCombined(changed);
    this.#leaveStart(changed);
    this.#provide();
    if (!this.hasUpdated) this.#provideRounds();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Whoever changed something in a round may be gone, and log nobody out.
    if (changed.has('adapter') && !this.adapter) this.#rounds.value?.logOut();
    if (changed.has('patientId') && this.patientId !== undefined) void this.#followFocus();
  }

  /** Where the cockpit covers the list, the focus goes along: the row that had it is not seen any more. */
  async #followFocus(): Promise<void> {
    const { cockpit, population } = this;
    await cockpit?.updateComplete;
    if (!cockpit?.isConnected || cockpit.matches(':focus-within')) return;
    const { activeElement, body } = this.ownerDocument;
    const isFree = activeElement === body || activeElement === this;
    if (isFree && population?.getClientRects().length === 0) cockpit.focus({ preventScroll: true });
  }

  /** Called for each property that is set. */
  override requestUpdate(
    ...args: Parameters<OverblikElement<'workspace' | 'states'>['requestUpdate']>
  ): void {
    super.requestUpdate(...args);
    // What is pressed before the next drawing must not reach the clinic before.
    if (args[0] === 'adapter' && this.hasUpdated) this.#provide();
  }

  /** Hands the clinic on to the list and the cockpit. */
  #provide(): void {
    const { adapter, profiles, asOf, deadline, failureHandler, dev } = this;
    this.#clinic.setValue({ adapter, profiles, asOf, deadline, failureHandler, dev });
  }

  /** The profile of the combined list that is shown; one that cannot be made is told, and is none. */
  get #combination(): Profile | undefined {
    const { combined } = this;
    if (combined === undefined) return undefined;
    const ids = readIds(combined);
    const outcome = ids && this.#combinedList.of(this.profiles, ids);
    if (outcome?.ok) return outcome.profile;
    if (this.#toldOf !== combined && hasSeveral(this.profiles)) {
      this.#toldOf = combined;
      const missing = ids && this.#combinedList.missing(this.profiles, ids);
      this.problems.tell(
        missing && missing.ids.length > 0
          ? {
              ...{ kind: 'unknown-id', field: 'combined', count: missing.ids.length },
              ...(missing.meant === undefined ? {} : { meant: missing.meant }),
            }
          : { kind: 'unusable', field: 'combined', count: 1 },
      );
    }
    return undefined;
  }

  /** Why the combined list that is asked for is not shown; undefined where it is, or none is asked for. */
  get #refusal(): Refusal | undefined {
    const { combined, profiles } = this;
    if (combined === undefined || !hasSeveral(profiles) || this.#combination) return undefined;
    const ids = readIds(combined);
    const outcome = ids && this.#combinedList.of(profiles, ids);
    return {
      missing: ids ? this.#combinedList.missing(profiles, ids).ids : [],
      reason: outcome && !outcome.ok ? outcome.reason : 'too-few',
    };
  }

  /** Of the list that is shown. */
  get #shownId(): string | undefined {
    return this.#combination?.id ?? this.profileId;
  }

  /** What is said of a patient in the cockpit is seen in the list at once, and the other way round. */
  #provideRounds(): void {
    const { deadline } = this;
    const { onFailure, tell: onReport } = this.problems;
    const told = { onFailure, onReport, doSlice: timeSlice };
    this.#rounds.setValue(
      new RoundRepositories(deadline === undefined ? told : { deadline, ...told }),
    );
  }

  protected override render(): TemplateResult {
    const { patientId } = this;
    const isStart = this.#isStart;
    // What was opened stands behind the start page as it was left; before anything was, there is nothing to load.
    const hasList = !isStart || (this.page !== undefined && this.population);
    if (!patientId) this.#sideWidth.close();
    const both = this.#sideWidth.isFull ? 'both full' : 'both';
    const look = isStart ? 'on-start' : patientId ? both : '';
    return html`<div class="frame ${look}" part="frame" lang=${this.language}>
      ${isStart ? this.#startPage() : nothing} ${hasList ? this.#listPage(patientId) : nothing}
      ${
        hasList && patientId
          ? html`${isStart ? nothing : this.#sideWidth.edge(this.ui.texts.workspace)}${this.#side(patientId)}`
          : nothing
      }
    </div>`;
  }

  #startPage(): TemplateResult {
    return html`<div
      class="start"
      part="start"
      role="region"
      aria-label=${this.ui.texts.workspace.startRegion}
    >
      ${this.#start.render()}
    </div>`;
  }

  #listPage(patientId: string | undefined): TemplateResult {
    const population = unsafeStatic(this.tagOf('population'));
    return html`<div
      class="list"
      role="region"
      aria-label=${this.ui.texts.workspace.listRegion}
      @keydown=${this.#onListKey}
    >
      <${population}
        part="population"
        exportparts=${populationParts}
        .profileId=${this.#shownId}
        .combination=${this.#combination}
        .others=${this.#start.others}
        .patientId=${patientId}
        .overview=${'line'}
        .beside=${patientId !== undefined}
        .toAllLists=${hasSeveral(this.profiles) ? this.#toStart : undefined}
        .keys=${this.keys}
        .density=${this.density}
        .worker=${this.worker}
        .view=${this.view}
        .views=${this.views}
        @overblik-patient-selected=${this.#onSelect}
        @overblik-profile-selected=${this.#onProfile}
        @round-ready=${this.#onList}
        @overblik-loaded=${this.#onList}
        @overblik-place-changed=${this.#onPlace}
        @overblik-keys-changed=${this.#onKeys}
      ></${population}>
    </div>`;
  }

  #side(patientId: string): TemplateResult {
    const cockpit = unsafeStatic(this.tagOf('cockpit'));
    const { texts } = this.ui;
    return html`<div
      class="side"
      role="region"
      aria-label=${texts.workspace.cockpitRegion}
      @keydown=${this.#onKey}
      @click=${this.#holdSecondClick}
    >
      <div class="back">
        <button type="button" class="button" @click=${this.#close}>
          ${texts.workspace.backToList}
        </button>
      </div>
      <${cockpit}
        part="cockpit"
        exportparts=${cockpitParts}
        .profileId=${this.#combination ? 'all' : (this.#list?.view?.profileId ?? this.profileId)}
        .patientId=${patientId}
        .patientOf=${this.#patientOf}
        .sharer=${this.sharer}
        .round=${(this.population as Partial<OverblikPopulation> | undefined)?.round}
        .place=${this.#list?.placeOf?.(patientId)}
        .keys=${this.keys}
        @overblik-step=${this.#onStep}
        @overblik-keys-changed=${this.#onKeys}
      >
        <span slot="commands" class="panel-commands">
          <button
            type="button"
            class="button wide"
            aria-label=${this.#sideWidth.isFull ? texts.workspace.besideList : texts.workspace.fullPage}
            title=${this.#sideWidth.isFull ? texts.workspace.besideList : texts.workspace.fullPage}
            @click=${() => this.#sideWidth.toggle()}
          >
            ${this.#sideWidth.isFull ? icons.narrower() : icons.wider()}
          </button>
          <button
            type="button"
            class="button close"
            aria-label=${texts.workspace.closeCockpit}
            title=${texts.workspace.closeCockpit}
            @click=${this.#close}
          >
            ${icons.close()}
          </button>
        </span>
      </${cockpit}>
    </div>`;
  }

  get #isStart(): boolean {
    const { page, profileId, patientId, profiles } = this;
    // A combined list whose profiles are gone is no other list.
    if (this.combined !== undefined && hasSeveral(profiles) && !this.#combination) return true;
    if (page !== undefined) return page === 'start';
    const isGiven = [profileId, patientId, this.combined].some((each) => each !== undefined);
    return !isGiven && hasSeveral(profiles);
  }

  /** What of them cannot be read is told, and the rest is shown. */
  #readFollowUps(): void {
    const { followUps, unusable } = readFollowUps(this.followUps);
    this.#followUps = followUps;
    if (unusable > 0) this.problems.tell({ kind: 'unusable', field: 'followUps', count: unusable });
  }

  /** Another page than there is is told, and taken for none. */
  #checkPage(): void {
    const page: string | null | undefined = this.page;
    if (page === undefined || page === null || page === 'start' || page === 'list') return;
    this.page = undefined;
    this.problems.tell({ kind: 'unusable', field: 'page', count: 1 });
  }

  /**
   * A profile that a host gives while a combined list is shown is to be looked at instead of it. One that is let go of
   * leaves no id behind, which no profile has.
   */
  #leaveCombined(changed: PropertyValues): void {
    const combination = this.#combination?.id;
    if (combination === undefined && this.profileId === this.#combinedId)
      this.profileId = undefined;
    this.#combinedId = combination ?? this.#combinedId;
    if (!this.hasUpdated || this.combined === undefined) return;
    if (!changed.has('profileId') || changed.has('combined') || this.profileId === undefined)
      return;
    if (this.profileId !== this.#combination?.id) this.combined = undefined;
  }

  /** A profile or a patient that a host gives while the start page is shown is to be looked at. */
  #leaveStart(changed: PropertyValues): void {
    if (this.page !== 'start' || !this.hasUpdated || changed.has('page')) return;
    const isGiven = (['profileId', 'patientId', 'combined'] as const).some(
      (name) => changed.has(name) && this[name] !== undefined,
    );
    if (isGiven) this.page = 'list';
  }

  /** Opens a list from the start page: as it was left, or narrowed to whom a number counts. */
  async #open(profileId: string, filter?: Filter, combined?: readonly string[]): Promise<void> {
    const isOther =
      !this.population || profileId !== (this.#shownId ?? this.#list?.view?.profileId);
    this.combined = combined;
    if (isOther && this.patientId !== undefined) {
      this.patientId = undefined;
      emit(this, 'overblik-patient-selected', { patientId: undefined });
    }
    this.profileId = profileId;
    this.page = 'list';
    if (isOther || filter)
      emit(this, 'overblik-profile-selected', {
        profileId,
        ...(filter ? { filter } : {}),
        ...(combined ? { combined } : {}),
      });
    emit(this, 'overblik-page-changed', { page: 'list' });
    const { adapter } = this;
    await this.updateComplete;
    // A number of one clinic narrows no list of another.
    if (filter && this.adapter === adapter) this.#list?.narrow(profileId, filter);
    await this.#list?.updateComplete;
    this.population?.focus();
  }

  /** Opens the combined list of some profiles from the start page. */
  async #openCombined(ids: readonly string[]): Promise<void> {
    const outcome = this.#combinedList.of(this.profiles, ids);
    if (outcome?.ok) await this.#open(outcome.profile.id, undefined, ids);
  }

  readonly #toStart = (): void => {
    // The cockpit stands where it stood when its list is opened again.
    this.page = 'start';
    emit(this, 'overblik-page-changed', { page: 'start' });
    void this.updateComplete.then(() =>
      this.#start.focus(this.#list?.view?.profileId ?? this.profileId),
    );
  };

  get #list(): OverblikPopulation | undefined {
    return (this.population ?? undefined) as OverblikPopulation | undefined;
  }

  private get cockpit(): OverblikCockpit | null {
    return this.renderRoot.querySelector<OverblikCockpit>('[part=cockpit]');
  }

  readonly #onSelect = (event: CustomEvent<PatientSelectedDetail>): void => {
    const { patientId, by } = event.detail;
    // The journal alone opens no cockpit; one that is open shows whom the journal shows.
    if (by === 'journal' && this.patientId === undefined) return;
    this.patientId = patientId;
    this.#patientOf = patientId === undefined ? undefined : this.#list?.origin;
  };

  /** The cockpit beside the list goes on with the list's profile and its round. */
  readonly #onList = (): void => this.requestUpdate();

  /** The cockpit tells where its patient stands, as the rows are now. */
  readonly #onPlace = (event: Event): void => {
    event.stopPropagation();
    this.requestUpdate();
  };

  /** The list goes on, and takes the cockpit along. */
  readonly #onStep = (event: CustomEvent<StepDetail>): void => {
    event.stopPropagation();
    const { patientId, to } = event.detail;
    // Clicks that come in one go are one wish.
    if (patientId === this.patientId) this.#list?.step(to);
  };

  readonly #onKeys = ({ detail }: CustomEvent<KeysDetail>): void => {
    this.keys = detail.keys === 'off' ? 'off' : undefined;
  };

  /** With the cockpit open its keys work in the list as well. */
  readonly #onListKey = (event: KeyboardEvent): void => {
    if (this.population) this.cockpit?.takeKey?.(event, this.population);
  };

  readonly #onProfile = (event: CustomEvent<ProfileSelectedDetail>): void => {
    const { profileId } = event.detail;
    if (profileId !== this.#combination?.id) this.combined = undefined;
    this.profileId = profileId;
  };

  /** The second click of two that opened the cockpit was aimed at the row, and is none on what came in its place. */
  readonly #holdSecondClick = {
    capture: true,
    firstAt: -Infinity,
    handleEvent(event: MouseEvent): void {
      if (event.detail === 1) this.firstAt = event.timeStamp;
      if (event.detail < 2 || event.timeStamp - this.firstAt < longestPair * event.detail) return;
      event.stopPropagation();
      event.preventDefault();
    },
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { cockpit } = this;
    // What it has heard itself it does not hear again.
    if (cockpit && !event.composedPath().includes(cockpit)) cockpit.takeKey(event, cockpit);
    if (event.key === 'Escape') this.#close();
  };

  /** Closing gives the focus back to the list. */
  readonly #close = (): void => {
    this.patientId = undefined;
    emit(this, 'overblik-patient-selected', { patientId: undefined });
    void this.updateComplete.then(() => this.population?.focus());
  };
}

/** Whether there is anything to choose from, as far as what a host gives can be read. */
function hasSeveral(profiles: unknown): boolean {
  try {
    return Array.isArray(profiles) && profiles.length > 1;
  } catch {
    return false;
  }
}

/** Ids as a host gives them; undefined of what are none. */
function readIds(given: unknown): readonly string[] | undefined {
  try {
    const ids = Array.isArray(given) ? [...new Set<unknown>(given)] : [];
    return ids.length > 1 && ids.every((id) => typeof id === 'string') ? ids : undefined;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-workspace': OverblikWorkspace;
  }
}
