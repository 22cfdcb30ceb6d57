/* eslint-disable lit/binding-positions, lit/no-invalid-html -- static templates put the tag names in before lit sees them */
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import {
  ActionRun,
  assessQuality,
  changeColumn,
  chosenRows,
  defaultView,
  describeView,
  exportTable,
  ExportRun,
  filterOf,
  markersIn,
  moveColumn,
  PopulationModel,
  readView,
  RoundModel,
  Selection,
  sortBy,
  textIn,
  toggleFilter,
  type Column,
  type DataQuality,
  type ExportFormat,
  type Filter,
  type HostAction,
  type ListedPopulation,
  type ListView,
  type PopulationState,
  type Port,
  type Profile,
  type RoundInputs,
  type LoadedPopulation,
} from '../../model/index.ts';
import { copyText } from '../../export/index.ts';
import { controls } from '../../ui/controls.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { showUnder } from '../../ui/popover.ts';
import { theme } from '../../ui/theme.ts';
import { OverblikElement } from '../shared/element.ts';
import { emit } from '../shared/events.ts';
import type { OverblikGrid } from '../grid/grid.ts';
import type { GridColumn, GridEvents } from '../grid/types.ts';
import { ModelController } from '../shared/model-controller.ts';
import { problemNotice, profileErrorsNotice } from '../shared/notices.ts';
import { isoNow } from '../shared/now.ts';
import { openJournal } from '../shared/open-journal.ts';
import { printAlone } from '../shared/print-frame.ts';
import { exportList } from './export-run.ts';
import { footer, type FooterAct } from './footer.ts';
import { emptyFace, faceWithoutList } from './states.ts';
import { header } from './header.ts';
import { Listing, type Listed } from './listing.ts';
import { overview } from './overview.ts';
import { exportStyles } from './panels/export.ts';
import { qualityStyles } from './panels/quality.ts';
import { panelContent, panelTitle, type Panel } from './panels/content.ts';
import { pendingNote } from './panels/round.ts';
import { preparePrint, printedList, printedStyles } from './print.ts';
import { runDialog } from './run-dialog.ts';
import { populationStyles } from './styles.ts';
import { rectOf, tools } from './tools.ts';

/**
 * The population list (populationsoverblik): who a profile finds, why each is there, what needs
 * attention, and what cannot be decided; to be sorted, filtered, acted on, and gone through in rounds.
 *
 * @tagname overblik-population
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - A CPR number was chosen. Cancel it to
 *   open the journal yourself; otherwise the adapter's `openJournal` is called.
 * @fires {CustomEvent<PatientSelectedDetail>} overblik-patient-selected - A row was opened.
 * @fires {CustomEvent<ProfileSelectedDetail>} overblik-profile-selected - Another profile was chosen.
 * @fires {CustomEvent<SelectionDetail>} overblik-selection-changed - Patients were chosen, or let go.
 * @fires {CustomEvent<ViewDetail>} overblik-view-changed - Columns, filters or sort are others: keep the view,
 *   and give it back as `view`. What is searched for stands in it, and may name a patient.
 * @fires {CustomEvent<ExportDetail>} overblik-export - A file was written: cancel it to take it yourself;
 *   otherwise the browser saves it.
 * @fires {CustomEvent<LoadedDetail>} overblik-loaded - A list was evaluated; numbers only.
 * @csspart frame - Everything.
 * @csspart header - Title, purpose and commands.
 * @csspart overview - The cards.
 * @csspart notice - What is missing from what is shown.
 * @csspart profile-errors - Errors of a profile that cannot be used.
 * @csspart grid - The list.
 * @csspart footer - What is chosen, and how far the round has come.
 * @csspart panel - What is open over the list: a filter, the columns, the round.
 * @csspart face - Loading, empty and failed.
 * @cssprop --overblik-accent - The one accent colour.
 * @cssprop --overblik-font - Font family.
 * @cssprop --overblik-font-size - Base size; everything scales with it.
 * @cssprop --overblik-height - Height of the element (default 100%).
 * @cssprop --overblik-surface - Background of rows and cards.
 * @cssprop --overblik-ground - Background behind them.
 */
export class OverblikPopulation extends OverblikElement {
  static override styles = [
    theme,
    controls,
    populationStyles,
    qualityStyles,
    exportStyles,
    printedStyles,
  ];

  /** Id of the profile to show. Default: the first one. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /** Id of the patient whose row is marked. */
  @property({ attribute: 'patient-id', reflect: true }) patientId: string | undefined;

  /** Row height where the view does not say: `compact` shows more rows. */
  @property({ reflect: true }) density: 'normal' | 'compact' | undefined;

  /**
   * A worker of the host's that runs `overblik-worker.js`: it checks the records and builds the columns. Without
   * one, and where it fails, the page does it in short slices.
   */
  @property({ attribute: false }) worker: Port | undefined;

  @state() private panel: Panel | undefined;
  @state() private find = '';
  @state() private only: { readonly ids: ReadonlySet<string>; readonly title: string } | undefined;
  @state() private selection = Selection.none;
  @state() private run: ActionRun | undefined;
  @state() private quality: DataQuality | undefined;
  @state() private compared: readonly [string, string] | undefined;
  @state() private profileOpen = false;
  @state() private asTable = false;
  @state() private printing = false;
  @state() private complaint = '';
  @state() private announcement = '';

  @query('.panel') private panelElement!: HTMLElement;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('[part~=list]') private grid: OverblikGrid | undefined;

  readonly #model = new ModelController<PopulationModel>(
    this,
    (options) => new PopulationModel(options),
    () => ({
      adapter: this.adapter,
      profiles: this.profiles,
      profileId: this.profileId,
      asOf: this.date,
      worker: this.worker,
    }),
  );
  readonly #listing = new Listing();
  /** By profile: as the host gave it, or as the user made it. */
  readonly #views = new Map<string, ListView>();
  #given: unknown;
  #listed: Listed | undefined;
  #round: RoundModel | undefined;
  #roundInputs: RoundInputs | undefined;
  #markersOf: { readonly of: unknown; readonly ask: (id: string) => readonly string[] } | undefined;
  #announced: LoadedPopulation | undefined;
  #profileIdInView: string | undefined;
  #warming: Listed['list'] | undefined;
  readonly #export = new ExportRun();
  /** Where the panel belongs that is open. */
  #anchor: DOMRect | undefined;
  #assessed: { readonly of: LoadedPopulation; readonly abort: AbortController } | undefined;

  /**
   * How the list is looked at: columns, filters, sort, priority. A plain object, to be kept by the host and
   * given back; what no longer fits the profile is passed over. Undefined before there is a list.
   */
  @property({ attribute: false })
  get view(): ListView | undefined {
    const profile = this.#model.state.loaded?.population.profile;
    return profile && this.#viewOf(profile);
  }

  set view(view: unknown) {
    this.#given = view;
    this.#takeView();
    this.requestUpdate();
  }

  /** The round, for a cockpit beside the list. Undefined where the clinic keeps none. */
  get round(): RoundModel | undefined {
    return this.adapter?.rounds ? this.#round : undefined;
  }

  /** Ids of the chosen patients. */
  get selectedIds(): readonly string[] {
    return this.selection.ids;
  }

  constructor() {
    super();
    this.#export.subscribe(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.ownerDocument.defaultView;
    page?.addEventListener('beforeprint', this.#beforePrint);
    page?.addEventListener('afterprint', this.#afterPrint);
    page?.addEventListener('beforeunload', this.#beforeUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const page = this.ownerDocument.defaultView;
    page?.removeEventListener('beforeprint', this.#beforePrint);
    page?.removeEventListener('afterprint', this.#afterPrint);
    page?.removeEventListener('beforeunload', this.#beforeUnload);
  }

  /** What could not be stored yet would be lost with the page. */
  readonly #beforeUnload = (event: Event): void => {
    const { pending, conflicts } = this.#round?.state ?? {};
    if ((pending?.count ?? 0) > 0 || (conflicts?.length ?? 0) > 0) event.preventDefault();
  };

  /** Loads everything again, and what others have changed in the round. */
  async reload(): Promise<void> {
    await Promise.all([this.#model.retry(), this.#round?.refresh()]);
  }

  /** Puts the focus where it was in the list. */
  override focus(options?: FocusOptions): void {
    if (this.grid) this.grid.focus(options);
    else super.focus(options);
  }

  // ── What it is made from ─────────────────────────────────────────────────────────────────────

  #viewOf(profile: Profile): ListView {
    let view = this.#views.get(profile.id);
    if (!view) this.#views.set(profile.id, (view = defaultView(profile)));
    return view;
  }

  /** A host may give the view before there is a profile to read it by. */
  #takeView(): void {
    const profile = this.#model.state.loaded?.population.profile;
    const { profileId } = (this.#given ?? {}) as { profileId?: unknown };
    if (!profile || this.#given === undefined || profileId !== profile.id) return;
    const { view, ignored } = readView(this.#given, profile);
    this.#given = undefined;
    this.#views.set(profile.id, view);
    if (ignored.length > 0) this.complaint = this.texts.list.refused;
  }

  #change(view: ListView, found = true): void {
    this.#views.set(view.profileId, view);
    this.requestUpdate();
    emit(this, 'overblik-view-changed', { view });
    if (found) this.#announceFound();
  }

  /** The round lives on while the list is moved or hidden: what is not stored yet must not be lost. */
  #updateRound({ loaded, phase, problems }: PopulationState): void {
    if (!this.#round) {
      this.#round = new RoundModel(this.deadline === undefined ? {} : { deadline: this.deadline });
      this.#round.subscribe(() => this.requestUpdate());
    }
    const population = loaded?.population;
    if (population && this.#markersOf?.of !== population)
      this.#markersOf = { of: population, ask: markersIn(population) };
    const inputs: RoundInputs = {
      adapter: this.adapter,
      profile: population?.profile,
      asOf: this.date,
      members: population?.members ?? [],
      undecided: population?.undecided ?? [],
      complete:
        phase === 'ready' && !problems.some(({ kind }) => kind === 'cut-short' || kind === 'call'),
      markersOf: this.#markersOf?.ask,
      user: loaded?.description.user,
      now: isoNow,
    };
    const known = this.#roundInputs;
    const keys = Object.keys(inputs) as (keyof RoundInputs)[];
    if (known && population === undefined && known.profile === undefined) return;
    if (known && keys.every((key) => known[key] === inputs[key])) return;
    this.#roundInputs = inputs;
    void this.#round.update(inputs);
  }

  /** What is drawn follows from the state as it is now: the model has had its new inputs by this time, not before. */
  protected override update(changed: PropertyValues<this>): void {
    this.#derive();
    super.update(changed);
  }

  #derive(): void {
    const { state } = this.#model;
    this.#updateRound(state);
    const { loaded } = state;
    const profileId = loaded?.population.profile.id;
    // What was chosen in one population means nothing in another.
    if (profileId !== undefined && profileId !== this.#profileIdInView) {
      if (this.#profileIdInView !== undefined) this.selection = Selection.none;
      this.only = this.compared = undefined;
      this.#profileIdInView = profileId;
    }
    this.#takeView();
    if (!loaded) {
      this.#listed = undefined;
      return;
    }
    const round = this.round;
    this.#listed = this.#listing.of({
      loaded,
      view: this.#viewOf(loaded.population.profile),
      round: round?.state.phase === 'none' ? undefined : round,
      roundState: round?.state,
      only: this.only?.ids,
      mayOpen: loaded.description.may?.openJournal !== false,
      language: this.language,
      texts: this.texts,
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { loaded, phase } = this.#model.state;
    if (phase === 'ready' && loaded && loaded !== this.#announced) {
      this.#announced = loaded;
      const { population, patients } = loaded;
      emit(this, 'overblik-loaded', {
        profile: { id: population.profile.id, version: population.profile.version },
        members: population.members.length,
        undecided: population.undecided.length,
        patients,
      });
    }
    // The first drawing chooses nobody.
    if ((changed as Map<string, unknown>).get('selection') !== undefined)
      emit(this, 'overblik-selection-changed', { patientIds: this.selection.ids });
    // What came later may have made it larger.
    if (this.#anchor && this.panelElement.matches(':popover-open'))
      showUnder(this.panelElement, this.#anchor);
    this.#warm();
  }

  /** What sorting and searching need is made while nothing else happens. */
  #warm(): void {
    const list = this.#listed?.list;
    const view = this.view;
    if (!list || !view || list === this.#warming) return;
    this.#warming = list;
    const steps = list.prepare(view);
    const later = (next: () => void) => setTimeout(next, 30);
    const go = () => {
      if (this.#warming !== list) return;
      if (!this.isConnected) {
        // Back in the page, it begins again: what is made is kept.
        this.#warming = undefined;
        return;
      }
      const end = performance.now() + 8;
      const wasSettled = list.isSettled;
      let done = false;
      while (!done && performance.now() < end) done = steps.next().done ?? false;
      if (list.isSettled !== wasSettled) this.requestUpdate();
      if (done) return;
      later(go);
    };
    later(go);
  }

  // ── The face ─────────────────────────────────────────────────────────────────────────────────

  protected override render(): TemplateResult {
    const { texts, language } = this;
    const { loaded, phase, problems, profileErrors } = this.#model.state;
    const retry = () => void this.reload();
    return html`<section class="frame" part="frame" aria-busy=${phase === 'loading'}>
      ${this.#header()}
      ${profileErrorsNotice(
        this.#chosenTitle(),
        profileErrors,
        language,
        texts,
        loaded ? texts.states.profileErrorsHint : undefined,
      )}
      ${loaded || phase !== 'failed' ? problemNotice(problems, language, texts, retry) : nothing}
      ${
        this.complaint
          ? html`<div class="notice critical" role="alert" part="notice">
              <span>${this.complaint}</span>
              <button type="button" class="button" @click=${() => (this.complaint = '')}>
                ${texts.list.close}
              </button>
            </div>`
          : nothing
      }
      ${this.#roundNotices()}
      ${phase === 'loading' && loaded ? html`<div class="loading-bar" aria-hidden="true"></div>` : nothing}
      ${loaded && this.#listed ? this.#list(loaded, this.#listed) : faceWithoutList(this.#model.state, this.adapter !== undefined, retry, language, texts)}
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>
      <div
        class="panel"
        part="panel"
        popover
        role="dialog"
        aria-label=${panelTitle(this.panel, texts)}
        @toggle=${this.#onPanelToggle}
      >
        ${this.panel && loaded && this.#listed ? this.#panelContent(this.panel, loaded, this.#listed) : nothing}
      </div>
      <dialog
        aria-label=${this.run ? textIn(this.run.action.label, language) : ''}
        @close=${this.#onRunClosed}
        @cancel=${this.#onRunCancel}
      >
        ${
          this.run
            ? runDialog({
                run: this.run,
                nameOf: this.#nameOf,
                close: () => this.dialog.close(),
                language,
                texts,
              })
            : nothing
        }
      </dialog>
      ${this.printing && loaded && this.#listed ? printedList(this.#population(loaded, this.#listed), texts) : nothing}
    </section>`;
  }

  #header(): TemplateResult {
    return header({
      state: this.#model.state,
      profileOpen: this.profileOpen,
      turnProfile: () => (this.profileOpen = !this.profileOpen),
      choose: (profileId) => {
        this.profileId = profileId;
        emit(this, 'overblik-profile-selected', { profileId });
      },
      print: () => void this.print(),
      export: (anchor) => this.#open({ kind: 'export', chosen: false }, anchor),
      language: this.language,
      texts: this.texts,
    });
  }

  #chosenTitle(): string {
    const { choices, chosen } = this.#model.state;
    const choice = choices.find(({ id }) => id === chosen);
    return choice?.title ?? choice?.id ?? '';
  }

  /** What is not stored, and what two have changed: in sight until it is settled. */
  #roundNotices(): TemplateResult | typeof nothing {
    const { round, texts } = this;
    if (!round) return nothing;
    const { conflicts } = round.state;
    return html`${pendingNote({ round, state: round.state, language: this.language, texts })}
    ${
      conflicts.length > 0
        ? html`<div class="notice" role="status" part="notice">
            <span>${texts.round.conflict(formatCount(conflicts.length, this.language))}</span>
            <button
              type="button"
              class="button"
              @click=${(event: Event) => this.#open({ kind: 'round' }, rectOf(event))}
            >
              ${texts.round.title}
            </button>
          </div>`
        : nothing
    }`;
  }

  #list(loaded: LoadedPopulation, listed: Listed): TemplateResult {
    const { texts, language, only } = this;
    const { population, description } = loaded;
    const view = this.#viewOf(population.profile);
    const { may } = description;
    const change = (next: ListView) => this.#change(next);
    const roundState = this.round?.state;
    const chosen = this.selection.ids;
    const gone = chosen.filter((id) => listed.list.indexOf(id) < 0).length;
    const hidden = chosen.filter((id) => listed.rows.indexOf(id) < 0).length - gone;
    return html`${overview({
      counts: listed.overview,
      view,
      toggle: (filter) => this.#toggle(filter),
      asTable: this.asTable,
      language,
      texts,
    })}
    ${tools({
      view,
      counts: {
        members: population.members.length,
        undecided: population.undecided.length,
      },
      shown: listed.visibleRows.length,
      all: listed.list.size,
      order: this.#order(view, listed),
      describe: (filter) => this.#describe(filter, listed),
      only: only && {
        words: texts.list.only(formatCount(only.ids.size, language), only.title),
        clear: () => {
          this.only = undefined;
          this.#announceFound();
        },
      },
      asTable: this.asTable,
      turn: () => (this.asTable = !this.asTable),
      hasRound: roundState !== undefined && roundState.phase !== 'none',
      change,
      showTab: (tab) => this.#change({ ...view, tab }),
      search: (words) => this.#change({ ...view, query: words }),
      open: (kind, anchor) => this.#open({ kind }, anchor),
      edit: (columnId, anchor) => this.#open({ kind: 'filter', columnId }, anchor),
      language,
      texts,
    })}
    ${this.#grid(loaded, listed, view)}
    ${footer({
      selected: this.selection.size,
      hidden,
      gone,
      actions: this.adapter?.actions ?? [],
      round: roundState,
      may: {
        open: may?.openJournal !== false,
        print: may?.print !== false,
        export: may?.export !== false,
      },
      act: (what, anchor) => this.#act(what, anchor),
      run: (action) => this.#start(action),
      language,
      texts,
    })}`;
  }

  #grid(loaded: LoadedPopulation, listed: Listed, view: ListView): TemplateResult {
    const { texts, language } = this;
    const title = textIn(loaded.population.profile.title, language);
    const tag = unsafeStatic(this.tagOf('grid'));
    return html`<div id="list" class="list" role="tabpanel" aria-labelledby="tab-${view.tab}">
      <${tag}
        part="list"
        exportparts="grid, chip"
        lang=${language}
        selectable
        label=${texts.population.grid(title)}
        .columns=${this.#gridColumns(listed.columns, view)}
        .rows=${listed.rows}
        .selection=${this.selection}
        .currentId=${this.patientId}
        .density=${view.density ?? this.density}
        @grid-sort=${this.#onSort}
        @grid-filter=${this.#onFilter}
        @grid-resize=${this.#onResize}
        @grid-move=${this.#onMove}
        @grid-select=${this.#onSelect}
        @grid-activate=${this.#onActivate}
        @grid-link=${this.#onLink}
      >
        <div slot="empty">${listed.visibleRows.length === 0 ? emptyFace({ loaded, view, size: listed.list.size, whole: this.#model.state.problems.length === 0, clear: this.#clearAll, language, texts }) : nothing}</div>
      </${tag}>
    </div>`;
  }

  #columnsMade:
    { readonly from: readonly unknown[]; readonly columns: readonly GridColumn[] } | undefined;

  /** The same columns as long as nothing about them is another: the grid lays out anew for others. */
  #gridColumns(columns: readonly Column[], view: ListView): readonly GridColumn[] {
    const from = [columns, view.sort, view.filters, this.language, view.tab];
    const made = this.#columnsMade;
    if (made?.from.every((each, index) => each === from[index])) return made.columns;
    const shown = columns.filter(({ hidden }) => !hidden);
    const grid = shown.map((column): GridColumn => {
      const place = view.sort.findIndex(({ columnId }) => columnId === column.id);
      const sort = view.sort[place];
      return {
        id: column.id,
        title: this.#titleOf(column),
        group: this.texts.groups[column.group],
        width: column.width,
        align: column.kind === 'age' ? 'end' : 'start',
        pinned: column.pinned ?? false,
        ...(sort ? { sort: { descending: sort.descending, place: place + 1 } } : {}),
        filterable: column.filter !== undefined,
        filtered: filterOf(view, column.id) !== undefined,
      };
    });
    this.#columnsMade = { from, columns: grid };
    return grid;
  }

  readonly #titleOf = (column: Column): string => {
    const { columns } = this.texts.population;
    if (column.kind === 'item') return column.item ? textIn(column.item.title, this.language) : '';
    return column.kind === 'why' && this.view?.tab === 'undecided'
      ? columns.missing
      : columns[column.kind];
  };

  /** A filter as its pill says it. */
  #describe(filter: Filter, { list }: Listed): string {
    const one = { ...this.#viewNow, filters: [filter], query: '' };
    const [words = ''] = describeView(list, one, this.#titleOf).filters;
    // A marker speaks for itself.
    return filter.columnId === 'markers' ? words.slice(words.indexOf(':') + 1).trim() : words;
  }

  /** How the rows are ordered, in a few words. */
  #order({ sort }: ListView, { columns }: Listed): string {
    const titles = sort.flatMap(({ columnId, descending }) => {
      const column = columns.find(({ id }) => id === columnId);
      return column ? [`${this.#titleOf(column)} ${descending ? '↓' : '↑'}`] : [];
    });
    return titles.length > 0 ? titles.join(', ') : this.texts.list.byPriority;
  }

  get #viewNow(): ListView {
    return this.view ?? defaultView({ id: '' } as Profile);
  }

  // ── Panels ───────────────────────────────────────────────────────────────────────────────────

  #open(panel: Panel, anchor: DOMRect): void {
    this.panel = panel;
    this.#anchor = anchor;
    this.find = '';
    if (panel.kind === 'quality') void this.#assess();
    void this.updateComplete.then(() => {
      showUnder(this.panelElement, anchor);
      this.panelElement.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    });
  }

  readonly #onPanelToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.panel = undefined;
  };

  #closePanel(): void {
    if (this.panelElement.matches(':popover-open')) this.panelElement.hidePopover();
  }

  #panelContent(
    panel: Panel,
    loaded: LoadedPopulation,
    listed: Listed,
  ): TemplateResult | typeof nothing {
    const view = this.#viewOf(loaded.population.profile);
    const { round } = this;
    return panelContent(panel, {
      loaded,
      listed,
      view,
      density: view.density ?? this.density ?? 'normal',
      round,
      selection: this.selection,
      find: this.find,
      compared: this.compared,
      quality: this.quality,
      exportRun: this.#export,
      today: this.date,
      titleOf: this.#titleOf,
      nameOf: this.#nameOf,
      change: (next) => this.#change(next),
      search: (find) => (this.find = find),
      compare: (ids) => (this.compared = ids),
      edit: (columnId) => this.#edit(columnId),
      exempt: (note, until) => {
        round?.setStatus(this.selection.ids, 'exempt', { note, exemptUntil: until });
        this.#closePanel();
      },
      startExport: (format, chosen) => this.#startExport(format, chosen),
      openPatients: (ids, title) => this.#openPatients(ids, title),
      openFilter: (filter) => {
        this.#closePanel();
        this.only = undefined;
        this.#change({ ...view, tab: 'members', filters: [filter], query: '' });
      },
      language: this.language,
      texts: this.texts,
    });
  }

  /** Looks through the data once for each list that is shown. */
  async #assess(): Promise<void> {
    const { loaded } = this.#model.state;
    if (!loaded || this.#assessed?.of === loaded) return;
    this.#assessed?.abort.abort();
    const abort = new AbortController();
    this.#assessed = { of: loaded, abort };
    this.quality = undefined;
    try {
      this.quality = await assessQuality(loaded, { signal: abort.signal });
    } catch {
      // Another list came in between: it is looked through when it is asked for.
    }
  }

  #startExport(format: ExportFormat, chosen: boolean): void {
    const { loaded } = this.#model.state;
    if (!loaded || !this.#listed) return;
    void exportList(this, this.#export, this.#population(loaded, this.#listed, chosen), format);
  }

  async #copy(): Promise<void> {
    const { loaded } = this.#model.state;
    const { clipboard } = this.ownerDocument.defaultView?.navigator ?? {};
    if (!loaded || !this.#listed) return;
    const population = this.#population(loaded, this.#listed, true);
    const { list } = this.texts;
    try {
      if (!clipboard) throw new Error('There is no clipboard.');
      await clipboard.writeText(await copyText(exportTable(population)));
      this.announcement = list.copied(formatCount(population.rows.length, this.language));
    } catch {
      this.complaint = list.copyFailed;
    }
  }

  /** From the choice of a column to its filter, where the panel stands. */
  #edit(columnId: string): void {
    this.panel = { kind: 'filter', columnId };
    void this.updateComplete.then(() =>
      this.panelElement.querySelector<HTMLElement>('input, button')?.focus(),
    );
  }

  /** Shows some patients alone, and says how many of them are not on the list at all. */
  #openPatients(ids: readonly string[], title: string): void {
    const listed = this.#listed;
    const view = this.view;
    if (!listed || !view) return;
    this.#closePanel();
    const undecided = new Set(this.#model.state.loaded?.population.undecided);
    const tab = ids.length > 0 && ids.every((id) => undecided.has(id)) ? 'undecided' : 'members';
    this.only = { ids: new Set(ids), title };
    this.#change({ ...view, tab, filters: [], query: '' });
    void this.updateComplete.then(() => {
      const missing = ids.filter((id) => (this.#listed?.list.indexOf(id) ?? -1) < 0).length;
      if (missing > 0)
        this.complaint = this.texts.list.notListed(formatCount(missing, this.language));
    });
  }

  readonly #nameOf = (id: string): string => {
    const { list } = this.#listed ?? {};
    const index = list?.indexOf(id) ?? -1;
    return (index >= 0 && list?.patientAt(index).name) || this.texts.population.noName;
  };

  // ── What the user does ───────────────────────────────────────────────────────────────────────

  readonly #clearAll = (): void => {
    this.only = undefined;
    this.#change({ ...this.#viewNow, query: '', filters: [] });
  };

  #toggle(filter: Filter): void {
    this.#change({ ...toggleFilter(this.#viewNow, filter), tab: 'members' });
  }

  readonly #onSort = ({ detail }: CustomEvent<GridEvents['grid-sort']>): void => {
    const { columnId, add } = detail;
    const column = this.#listed?.columns.find(({ id }) => id === columnId);
    if (!column) return;
    // The most urgent and the oldest come first at the first click; texts and dates run upwards.
    const descending = ['markers', 'control', 'age', 'priority'].includes(column.kind);
    const view = sortBy(this.#viewNow, columnId, { add, descending });
    this.#change(view, false);
    // Whoever sorts wants to see who comes first.
    void this.updateComplete.then(() => this.grid?.reveal(0));
    const sort = view.sort.find((each) => each.columnId === columnId);
    this.announcement = sort
      ? this.texts.population.sortedBy(this.#titleOf(column), sort.descending)
      : this.texts.list.byPriority;
  };

  readonly #onFilter = ({ detail }: CustomEvent<GridEvents['grid-filter']>): void => {
    this.#open({ kind: 'filter', columnId: detail.columnId }, detail.anchor);
  };

  readonly #onResize = ({ detail }: CustomEvent<GridEvents['grid-resize']>): void => {
    const { columnId, width } = detail;
    const view = this.#viewNow;
    if (width > 0) {
      this.#change(changeColumn(view, columnId, { width }), false);
      return;
    }
    // The width that fits is the one that the list gives itself.
    const columns = view.columns.map(({ width: given, ...rest }) =>
      rest.id === columnId || given === undefined ? rest : { ...rest, width: given },
    );
    this.#change({ ...view, columns }, false);
  };

  readonly #onMove = ({ detail }: CustomEvent<GridEvents['grid-move']>): void => {
    const order = this.#listed?.columns.map(({ id }) => id) ?? [];
    this.#change(moveColumn(this.#viewNow, order, detail.columnId, detail.before), false);
  };

  readonly #onSelect = ({ detail }: CustomEvent<GridEvents['grid-select']>): void => {
    const { selection } = this;
    switch (detail.kind) {
      case 'toggle':
        this.selection = selection.toggle(detail.id);
        break;
      case 'range':
        this.selection = detail.on ? selection.with(detail.ids) : selection.without(detail.ids);
        break;
      case 'all':
        this.selection = selection.with(this.#shownIds());
        break;
      case 'none':
        this.selection = Selection.none;
        break;
    }
    this.announcement = this.texts.list.selected(formatCount(this.selection.size, this.language));
  };

  #shownIds(): readonly string[] {
    const listed = this.#listed;
    return listed ? Array.from(listed.visibleRows, (row) => listed.list.idAt(row)) : [];
  }

  readonly #onActivate = ({ detail }: CustomEvent<GridEvents['grid-activate']>): void => {
    const { id, columnId } = detail;
    if ((columnId === 'status' || columnId === 'note') && this.round) {
      const focused = this.grid?.shadowRoot?.activeElement ?? this.grid;
      if (focused) this.#open({ kind: 'status', patientId: id }, focused.getBoundingClientRect());
      return;
    }
    this.patientId = id;
    emit(this, 'overblik-patient-selected', { patientId: id });
  };

  readonly #onLink = ({ detail }: CustomEvent<GridEvents['grid-link']>): void => {
    this.#openJournal(detail.id);
  };

  #openJournal(id: string): void {
    const { list } = this.#listed ?? {};
    const index = list?.indexOf(id) ?? -1;
    if (!list || index < 0) return;
    this.complaint = '';
    const { patient } = list.row(index);
    void openJournal(this, this.adapter, patient, this.#context).then((opened) => {
      if (!opened) this.complaint = this.texts.states.journalFailed;
    });
  }

  get #context() {
    const profile = this.#model.state.loaded?.population.profile;
    return {
      from: 'population' as const,
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    };
  }

  #act(what: FooterAct, anchor: DOMRect): void {
    const { ids } = this.selection;
    switch (what) {
      case 'clear':
        this.selection = Selection.none;
        break;
      case 'open':
        if (ids[0] !== undefined) this.#openJournal(ids[0]);
        break;
      case 'reviewed':
      case 'to-follow-up':
        this.round?.setStatus(ids, what);
        this.announcement = `${this.texts.round.statuses[what]}: ${ids.length}`;
        break;
      case 'print':
        void this.print({ chosen: true });
        break;
      case 'copy':
        void this.#copy();
        break;
      case 'export':
        this.#open({ kind: 'export', chosen: true }, anchor);
        break;
      default:
        this.#open({ kind: what }, anchor);
    }
  }

  /** A host's action: one patient at once, several after a word. Those who left the list are acted on too. */
  #start(action: HostAction): void {
    const { list } = this.#listed ?? {};
    if (!list) return;
    const patients = this.selection.ids.map((id) => {
      const index = list.indexOf(id);
      const cpr = index < 0 ? undefined : list.patientAt(index).cpr;
      return cpr === undefined ? { id } : { id, cpr };
    });
    const { deadline } = this;
    this.run = new ActionRun(
      action,
      patients,
      this.#context,
      deadline === undefined ? {} : { deadline },
    );
    this.run.subscribe(() => this.requestUpdate());
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  readonly #onRunCancel = (event: Event): void => {
    // Escape must not leave an action running unseen.
    if (this.run?.state.phase !== 'running') return;
    event.preventDefault();
    this.run.cancel();
  };

  readonly #onRunClosed = (): void => {
    this.run = undefined;
    this.focus();
  };

  #announceFound(): void {
    void this.updateComplete.then(() => {
      this.announcement = this.texts.population.found(
        formatCount(this.#listed?.visibleRows.length ?? 0, this.language),
      );
    });
  }

  // ── Print ────────────────────────────────────────────────────────────────────────────────────

  /** Prints the list as it is filtered and sorted, or the chosen ones alone, without the page around it. */
  async print({ chosen = false }: { readonly chosen?: boolean } = {}): Promise<void> {
    const { loaded } = this.#model.state;
    const { texts } = this;
    if (!loaded || !this.#listed || loaded.description.may?.print === false) return;
    const population = this.#population(loaded, this.#listed, chosen);
    const rows = await preparePrint(population, texts, {
      onProgress: (done, all) => {
        if (done < all)
          this.announcement = texts.export.writing(
            formatCount(done, this.language),
            formatCount(all, this.language),
          );
      },
    });
    printAlone(this, {
      title: textIn(loaded.population.profile.title, this.language),
      content: printedList(population, texts, rows),
      styles: [printedStyles.cssText],
      landscape: true,
    });
  }

  // A page print comes without warning: every row must be there before the event is over.
  readonly #beforePrint = (): void => {
    if (this.#model.state.loaded?.description.may?.print === false) return;
    this.printing = true;
    this.performUpdate();
  };

  readonly #afterPrint = (): void => {
    this.printing = false;
  };

  /** What leaves the list on paper, in a file or by the clipboard. */
  #population(
    loaded: LoadedPopulation,
    { list, columns, visibleRows: rows }: Listed,
    chosen = false,
  ): ListedPopulation {
    const view = this.#viewOf(loaded.population.profile);
    return {
      list,
      view,
      columns: columns.filter(({ hidden }) => !hidden),
      titleOf: this.#titleOf,
      rows: chosen ? chosenRows(list, view, this.selection) : rows,
      isChosen: chosen,
      only: this.only?.title,
      description: loaded.description,
      problems: this.#model.state.problems,
      by: loaded.description.user,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-population': OverblikPopulation;
  }
}
