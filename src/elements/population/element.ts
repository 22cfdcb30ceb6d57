import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  textIn,
  type Activation,
  type Filter,
  type ListView,
  type NamedView,
  type Origin,
  type OtherLists,
  type Port,
  type Profile,
  type RoundModel,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { scrollEdges } from '../../ui/scroll-edges.ts';
import { theme } from '../../ui/theme.ts';
import { virtualListStyles } from '../../ui/virtual-list-styles.ts';
import type { GridEvents } from '../grid/types.ts';
import { askStyles } from '../shared/ask.ts';
import { dialogStyles } from '../shared/dialog-styles.ts';
import { OverblikElement } from '../shared/element.ts';
import { emit, type PatientPlace, type StepDirection } from '../shared/events.ts';
import { LaterPart } from '../shared/later-part.ts';
import { problemNotice, profileErrorsNotice, profileErrorsPart } from '../shared/notices.ts';
import { onceATask } from '../shared/once.ts';
import { Veil } from '../shared/veil.ts';
import { Controllers } from './controllers/index.ts';
import type { Shown } from './controllers/list.ts';
import { OverviewRoomController } from './controllers/overview-room.ts';
import { footer, footerStyles, moreActions, moreProgress } from './footer.ts';
import { grid, gridStyles } from './grid.ts';
import { header, headerStyles } from './header.ts';
import { profileSideStyles } from './controllers/profile-side.ts';
import { overview, overviewStyles } from './overview/index.ts';
import { panelFrameStyles } from './panels/frame-styles.ts';
import { panelTitle, type Panel } from './panels/panel.ts';
import { roundProgressStyles } from './round-progress.ts';
import { stateWithoutList } from './states.ts';
import { undoButtonStyles, undoneNotice } from './undo.ts';
import { frameStyles } from './styles.ts';
import { tools, type ToolsProps } from './tools.ts';
import { toolsStyles } from './tools-styles.ts';
import { populationUis, type Texts } from './ui.ts';
import { viewPanel } from './view-panel.ts';

/**
 * The population list (populationsoverblik): who a profile finds, why each is there, what needs
 * attention, and what cannot be decided; to be sorted, filtered, acted on, and gone through in rounds.
 *
 * @tagname overblik-population
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - A CPR number was chosen. Cancel it to
 *   open the journal yourself; otherwise the adapter's `openJournal` is called.
 * @fires {CustomEvent<PatientSelectedDetail>} overblik-patient-selected - A row was opened, or a patient of the list
 *   in the journal: a cockpit beside the list goes along.
 * @fires {CustomEvent<PlaceDetail>} overblik-place-changed - The patient whose row is marked is another, or stands
 *   elsewhere among the rows that are shown: for a cockpit beside the list.
 * @fires {CustomEvent<ProfileSelectedDetail>} overblik-profile-selected - Another profile was chosen.
 * @fires {CustomEvent<KeysDetail>} overblik-keys-changed - The user has turned shortcuts of one character on or off: keep
 *   it, and give it back as `keys`.
 * @fires {CustomEvent<SelectionDetail>} overblik-selection-changed - Patients were chosen, or let go.
 * @fires {CustomEvent<ViewDetail>} overblik-view-changed - Columns, filters or sort are others: keep the view,
 *   and give it back as `view`. What is searched for stands in it, and may name a patient.
 * @fires {CustomEvent<ViewsDetail>} overblik-views-changed - A view was saved under a name, renamed, shared or deleted: keep
 *   the views, and give them back as `views`.
 * @fires {CustomEvent<ExportDetail>} overblik-export - A file was written: cancel it to take it yourself;
 *   otherwise the browser saves it.
 * @fires {CustomEvent<LoadedDetail>} overblik-loaded - A list was evaluated: whether everything came, and numbers.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart header - Title, purpose and commands.
 * @csspart profile - What the list's profile says, beside the list.
 * @csspart overview - The cards.
 * @csspart notice - What is missing from what is shown.
 * @csspart profile-errors - Errors of a profile that cannot be used.
 * @csspart list - The list as a whole: a box.
 * @csspart grid - The rows with their heads.
 * @csspart chip - A marker in a row.
 * @csspart footer - What is chosen, and how far the round has come.
 * @csspart panel - What is open over the list: a filter, the columns, the round.
 * @csspart state - Loading, empty and failed.
 * @cssprop [--overblik-height=100%] - Height of the element.
 */
export class OverblikPopulation extends OverblikElement<keyof Texts> {
  static override styles = [
    theme,
    controls,
    scrollEdges,
    frameStyles,
    profileSideStyles,
    headerStyles,
    overviewStyles,
    toolsStyles,
    gridStyles,
    footerStyles,
    roundProgressStyles,
    undoButtonStyles,
    virtualListStyles,
    dialogStyles,
    askStyles,
    panelFrameStyles,
  ];

  protected override readonly uis = populationUis;

  /** Id of the profile to show. Default: the first one; of an id that none has, no other is shown, and it is said. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  #patientId: string | undefined;
  /** Whether the user has chosen the patient, in the list. */
  #isChosenHere = false;

  /** Id of the patient whose row is marked. One whom the user has chosen in the list goes with the clinic. */
  @property({ attribute: 'patient-id', reflect: true })
  get patientId(): string | undefined {
    return this.#patientId;
  }

  set patientId(id: string | undefined) {
    // A workspace, or a host, may give back what was chosen.
    if (id === this.#patientId) return;
    this.#patientId = id;
    this.#isChosenHere = false;
  }

  /** Row height where the view does not say: `compact` shows more rows. */
  @property({ reflect: true }) density: 'normal' | 'compact' | undefined;

  /**
   * A worker of the host's that runs `overblik-worker.js`: it checks the records and builds the columns. Without
   * one, and where it fails, the page does it in short slices.
   */
  @property({ attribute: false }) worker: Port | undefined;

  /** Whether a cockpit stands beside the list: it keeps the columns that find a patient and tell why. */
  @property({ type: Boolean, reflect: true }) beside = false;

  /**
   * How the overview stands until the user turns it: one line of numbers, or cards and charts. Default: charts where
   * the window is higher than 800 pixels and the list wider than 600.
   */
  @property({ reflect: true }) overview: 'line' | 'charts' | undefined;

  /**
   * `off`: shortcuts of one character (`?`, which tells the keys) do nothing. The user can turn them off and on as well,
   * which `overblik-keys-changed` tells.
   */
  @property({ reflect: true }) keys: 'off' | undefined;

  /**
   * Goes to all lists, where there is such a page around this one.
   *
   * @internal
   */
  @property({ attribute: false }) toAllLists: (() => void) | undefined;

  /**
   * The profile of a combined list, beside those that can be chosen.
   *
   * @internal
   */
  @property({ attribute: false }) combination: Profile | undefined;

  /**
   * What other lists the patients may be on, as far as a start page around this list has worked them out.
   *
   * @internal
   */
  @property({ attribute: false }) others: OtherLists | undefined;

  @state() private asTable = false;

  readonly #overviewRoom = new OverviewRoomController(this);
  readonly #errorList = profileErrorsPart(this);
  readonly #controllers = new Controllers(this, () => this.performUpdate());
  readonly #gridPart = new LaterPart(this);
  readonly #veil = new Veil(
    this,
    () => {
      const { loaded, held } = this.#controllers.list.state;
      return held !== undefined && !loaded;
    },
    () => this.#controllers.list.state.clinicNumber,
  );

  /**
   * How the list is looked at: columns, filters, sort, priority. A plain object, to be kept by the host and
   * given back; what no longer fits the profile is passed over. Undefined before there is a list.
   */
  @property({ attribute: false })
  get view(): ListView | undefined {
    return this.#controllers.view.known;
  }

  set view(view: unknown) {
    this.#controllers.view.give(view);
  }

  /**
   * The views that the host keeps under a name, of any profile: the user chooses one, saves what is looked at under a
   * name, renames, marks as shared and deletes, which `overblik-views-changed` tells. The library stores none: keep them,
   * and give them back. What cannot be read is left out, and said. Undefined: nothing of it is offered.
   */
  @property({ attribute: false })
  get views(): readonly NamedView[] | undefined {
    return this.#controllers.namedViews.all;
  }

  set views(views: unknown) {
    this.#controllers.namedViews.give(views);
  }

  /** The round, for a cockpit beside the list. Undefined where the clinic keeps none, and until it is loaded. */
  get round(): RoundModel | undefined {
    return this.#controllers.round.current;
  }

  /** Ids of the chosen patients. */
  get selectedIds(): readonly string[] {
    return this.#controllers.selection.ids;
  }

  /**
   * Loads everything again, and what others have changed in the round. Where the first rows are in view and nobody is
   * chosen, the gravest are in view afterwards; else the rows that are looked at stay.
   */
  async reload(): Promise<void> {
    await this.#reload();
  }

  readonly #reload = onceATask(async () => {
    const { model, round, grid, selection } = this.#controllers;
    const load = async () => void (await Promise.all([model.retry(), round.refresh()]));
    await (selection.current.size > 0 ? load() : grid.keepStart(load));
  });

  /**
   * Where the patient whose row is marked stands among the rows that are shown now: to be given to a cockpit beside the
   * list. Undefined where nobody is marked, and as long as there is no list.
   */
  get place(): PatientPlace | undefined {
    const { patientId } = this;
    return patientId === undefined ? undefined : this.placeOf(patientId);
  }

  /**
   * Goes on to the patient who stands after the one whose row is marked, or before: the row is brought into view, and
   * `overblik-patient-selected` tells. Where that row has moved or gone by a new status, next is who stood after it.
   * Answers the patient's id; undefined where there is none.
   */
  step(to: StepDirection): string | undefined {
    const { patientId } = this;
    return patientId === undefined ? undefined : this.#controllers.worklist.step(patientId, to);
  }

  /**
   * Where a patient stands, be it that its row is about to be marked.
   *
   * @internal
   */
  placeOf(patientId: string): PatientPlace | undefined {
    return this.#controllers.worklist.placeOf(patientId);
  }

  /**
   * Narrows a profile's list to some of its patients, as soon as it is there.
   *
   * @internal
   */
  narrow(profileId: string, filter: Filter): void {
    this.#controllers.list.narrow(profileId, filter);
  }

  /** Fetches one patient again, who has changed in the clinic's system; the rest of the list stays as it is. */
  async patientChanged(id: string): Promise<void> {
    await this.#controllers.model.patientChanged(id);
  }

  /** Prints the list as it is filtered and sorted, or the chosen ones alone, without the page around it. */
  async print({ chosen = false }: { readonly chosen?: boolean } = {}): Promise<void> {
    await this.#controllers.print.print(chosen);
  }

  /**
   * Makes a patient the current one: its row is marked, and others are told.
   *
   * @internal
   */
  makeCurrent(id: string, by: 'row' | 'journal'): void {
    this.patientId = id;
    this.#isChosenHere = true;
    this.#controllers.worklist.take(id);
    emit(this, 'overblik-patient-selected', { patientId: id, by });
  }

  /**
   * Lets go of the patient whom the user has chosen: the clinic is another.
   *
   * @internal
   */
  leaveCurrent(): void {
    if (!this.#isChosenHere) return;
    this.patientId = undefined;
    emit(this, 'overblik-patient-selected', { patientId: undefined });
  }

  /**
   * Where the patients of the list come from.
   *
   * @internal
   */
  get origin(): Origin | undefined {
    return this.#controllers.list.acting?.origin;
  }

  /** Puts the focus where it was in the list. */
  override focus(options?: FocusOptions): void {
    this.#controllers.focus.focus(options);
  }

  /** The element is drawn when its grid is. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#gridPart.settle();
    const isDrawn = await super.getUpdateComplete();
    await this.#controllers.grid.element?.updateComplete;
    return isDrawn;
  }

  protected override render(): TemplateResult {
    const { ui } = this;
    const { list, announcements, panels, actions, print, profile } = this.#controllers;
    const { state, shown } = list;
    const { panel } = panels;
    const { action } = actions;
    const isLoading =
      state.phase === 'loading' || (state.loaded !== undefined && !shown) || list.isUnderWay;
    const { isDrawn } = this.#veil;
    return html`<div class="room ${profile.isOpen ? 'both' : ''}">
      <div class="list-room">
        <section
          class="frame ${isDrawn ? 'veiled' : ''}"
          part="frame"
          tabindex="-1"
          lang=${ui.language}
          aria-busy=${isLoading}
        >
          ${this.#header()} ${this.#notices()}
          <div class="loading-bar" aria-hidden="true" ?hidden=${!isLoading || !state.loaded}></div>
          ${isDrawn || !shown ? stateWithoutList(state, this.adapter !== undefined, { retry: this.#retry, choose: this.#choose }, ui) : nothing}
          ${shown ? this.#list(shown) : this.#lateNotices()}
          <div class="visually-hidden" role="status" aria-live="polite">${announcements.said}</div>
          <div
            class="panel"
            part="panel"
            popover
            tabindex="-1"
            role="dialog"
            aria-label=${panelTitle(panel, ui.texts)}
            @toggle=${panels.onToggle}
          >
            ${panel ? this.#panel(panel) : nothing}
          </div>
          <dialog
            class="run"
            tabindex="-1"
            aria-label=${action ? textIn(action.label, ui.language) : ''}
            @close=${actions.onClosed}
            @cancel=${actions.onCancel}
            @keydown=${actions.onKey}
          >
            ${action ? actions.content() : nothing}
          </dialog>
          ${print.content()}
        </section>
      </div>
      ${profile.render()}
    </div>`;
  }

  #panel(panel: Panel): unknown {
    const { list, quality, exports, opened } = this.#controllers;
    if (panel.kind === 'more')
      return list.shown ? moreActions(list.shown, this.#controllers) : nothing;
    if (panel.kind === 'progress')
      return list.shown ? moreProgress(list.shown, this.#controllers) : nothing;
    if (panel.kind === 'view') return list.shown ? viewPanel(list.shown, this.#tools()) : nothing;
    if (panel.kind === 'quality') return quality.content();
    if (panel.kind === 'export') return exports.content(panel.chosen ? 'chosen' : 'shown');
    return opened.render(({ panelContent }) => panelContent(panel, this.#controllers), this.ui);
  }

  get #archived(): string | undefined {
    const { list, facts } = this.#controllers;
    const { loaded } = list.state;
    return loaded && facts.archived(loaded.population.profile, this.ui.language);
  }

  #header(): TemplateResult {
    const { list, print, panels, profile } = this.#controllers;
    const { ui } = this;
    return header({
      state: list.state,
      profileOpen: profile.isOpen,
      archived: this.#archived,
      toAllLists: this.toAllLists,
      turnProfile: profile.turn,
      onKey: profile.onKey,
      choose: this.#choose,
      print: () => void print.print(false),
      export: (anchor) => panels.open({ kind: 'export', chosen: false }, anchor),
      ui,
    });
  }

  /** What is missing, as it came with the list. What comes later stands over the list, which must not move. */
  #notices(): TemplateResult {
    const { ui } = this;
    const { list, notices } = this.#controllers;
    const { loaded, phase, profileErrors, choices, chosen } = list.state;
    const choice = choices.find(({ id }) => id === chosen);
    const name = choice?.title ?? choice?.id ?? '';
    const hint = loaded ? ui.texts.states.profileErrorsHint : undefined;
    return html`${profileErrorsNotice(name, profileErrors, this.#errorList, ui, hint)}
    ${loaded || phase !== 'failed' ? problemNotice(notices.early, ui, this.#retry) : nothing}`;
  }

  /** What came after the list: over its last rows, and closed by the user where nothing else ends it. */
  #lateNotices(): TemplateResult {
    const { ui } = this;
    const { notices, deeds, actions } = this.#controllers;
    const { texts } = ui;
    const close = (onClick: () => void) =>
      html`<button type="button" class="button" @click=${onClick}>${texts.list.close}</button>`;
    return html`<div class="late">
      ${problemNotice(notices.late, ui, this.#retry)}
      ${
        deeds.undoable
          ? html`<div class="notice mild" role="status" part="notice">
              <span>${deeds.undoable}</span>
              <button type="button" class="button" @click=${deeds.undo}>${texts.round.undo}</button>
              ${close(deeds.dismiss)}
            </div>`
          : nothing
      }
      ${undoneNotice(deeds, close, texts)}
      ${actions.notices.map(
        ({ text, show, copy, outcome, dismiss }) =>
          html`<div class="notice" role="status" part="notice">
            <span>${text}</span>
            <button type="button" class="button" @click=${show}>${texts.actions.show}</button>
            ${
              copy
                ? html`<button type="button" class="button" @click=${copy}>
                    ${texts.actions.copy}
                  </button>`
                : nothing
            }
            ${dismiss ? close(dismiss) : nothing} ${outcome}
          </div>`,
      )}
      ${this.#complaint(close)}
    </div>`;
  }

  #complaint(close: (onClick: () => void) => TemplateResult): TemplateResult | typeof nothing {
    const { announcements } = this.#controllers;
    return html`${
      announcements.complaint
        ? html`<div class="notice critical" role="alert" part="notice">
            <span>${announcements.complaint}</span>
            ${
              announcements.remedy
                ? html`<button type="button" class="button" @click=${announcements.remedy.run}>
                    ${announcements.remedy.label}
                  </button>`
                : nothing
            }
            ${close(announcements.dismiss)}
          </div>`
        : nothing
    }`;
  }

  #tools(): ToolsProps {
    const { asTable, ui, round } = this;
    const { list, notListed, namedViews, panels, notices } = this.#controllers;
    const { isLine, turn: turnCharts } = this.#overviewRoom;
    return {
      ...{ list, namedViews, panels, asTable, isLine, turnCharts, ui },
      hasRound: round !== undefined && round.state.phase !== 'none',
      turn: () => (this.asTable = !this.asTable),
      unread: notices.unread,
      notListed: notListed.found,
    };
  }

  #list(shown: Shown): TemplateResult {
    const { asTable, ui, round } = this;
    const controllers = this.#controllers;
    const { list, opened } = controllers;
    const props = this.#tools();
    const line = props.isLine
      ? {
          round: props.hasRound ? round?.state : undefined,
          toggleStatus: list.toggleStatus,
          clear: list.clearAll,
        }
      : undefined;
    return html`${overview({ counts: shown.overview, outline: shown.outline, view: shown.view, toggle: list.toggle, asTable, opened, line, ui })}
      ${tools(shown, props)}
      <div class="rows">
        ${
          this.#gridPart.isDue
            ? grid(shown, controllers, {
                tag: this.tagOf('grid'),
                patientId: this.patientId,
                beside: this.beside || controllers.profile.isOpen,
                onActivate: this.#onActivate,
              })
            : nothing
        }
      </div>
      ${footer(shown, controllers, this.#lateNotices())}`;
  }

  readonly #retry = (): void => void this.reload();

  readonly #choose = (profileId: string): void => {
    this.profileId = profileId;
    emit(this, 'overblik-profile-selected', { profileId });
  };

  readonly #onActivate = ({ detail }: CustomEvent<GridEvents['grid-activate']>): void => {
    const { id, activation } = detail;
    const { list, panels, journal, grid: rows } = this.#controllers;
    if (!list.acting) return;
    if (activation === ('journal' satisfies Activation)) {
      journal.open(id);
      return;
    }
    if (activation === ('status' satisfies Activation) && this.round) {
      const focused = rows.element?.shadowRoot?.activeElement ?? rows.element;
      const person = list.shown?.list.patientAt(list.indexOf(id));
      if (focused && person)
        panels.open({ kind: 'status', person }, focused.getBoundingClientRect());
      return;
    }
    this.makeCurrent(id, 'row');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-population': OverblikPopulation;
  }
}
