import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  PopulationList,
  PopulationModel,
  defaultView,
  describeProfile,
  formatCpr,
  formatDate,
  formatUpdated,
  textIn,
  type Column,
  type ListTab,
  type ListView,
  type PopulationState,
  type Port,
  type Profile,
  type Row,
  type Shown,
  type Sort,
} from '../../model/index.ts';
import { markerChip } from '../../ui/chips.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { formatCount, formatPercent, textComparer } from '../../ui/numbers.ts';
import { sparkline } from '../../ui/sparkline.ts';
import { theme } from '../../ui/theme.ts';
import { OverblikElement } from '../element.ts';
import { announce } from '../events.ts';
import { ModelLife } from '../model-life.ts';
import { face, problemNotice, profileErrorsNotice } from '../notices.ts';
import { openJournal } from '../open-journal.ts';
import { printAlone } from '../print-frame.ts';
import { GridFocus, type GridPosition, type GridShape } from './grid-focus.ts';
import { overview } from './overview.ts';
import { printedList, type PrintParts } from './print.ts';
import { populationStyles, printStyles } from './styles.ts';

/**
 * The population list (populationsoverblik): who a profile finds, why each is there, what needs
 * attention, and what cannot be decided.
 *
 * @tagname overblik-population
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - A CPR number was chosen. Cancel it to
 *   open the journal yourself; otherwise the adapter's `openJournal` is called.
 * @fires {CustomEvent<PatientSelectedDetail>} overblik-patient-selected - A row was chosen.
 * @fires {CustomEvent<ProfileSelectedDetail>} overblik-profile-selected - Another profile was chosen.
 * @fires {CustomEvent<LoadedDetail>} overblik-loaded - A list was evaluated; numbers only.
 * @csspart frame - Everything.
 * @csspart header - Title, purpose and commands.
 * @csspart overview - The cards.
 * @csspart notice - What is missing from what is shown.
 * @csspart profile-errors - Errors of a profile that cannot be used.
 * @csspart grid - The list.
 * @csspart chip - A marker.
 * @csspart face - Loading, empty and failed.
 * @cssprop --overblik-accent - The one accent colour.
 * @cssprop --overblik-font - Font family.
 * @cssprop --overblik-font-size - Base size; everything scales with it.
 * @cssprop --overblik-height - Height of the element (default 100%).
 * @cssprop --overblik-surface - Background of rows and cards.
 * @cssprop --overblik-ground - Background behind them.
 */
export class OverblikPopulation extends OverblikElement {
  static override styles = [theme, controls, populationStyles, printStyles];

  /** Id of the profile to show. Default: the first one. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /** Id of the patient whose row is marked. */
  @property({ attribute: 'patient-id', reflect: true }) patientId: string | undefined;

  /** Row height: `compact` shows more rows. */
  @property({ reflect: true }) density: 'normal' | 'compact' | undefined;

  /**
   * A worker of the host's that runs `overblik-worker.js`: it checks the records and builds the columns. Without
   * one, and where it fails, the page does it in short slices.
   */
  @property({ attribute: false }) worker: Port | undefined;

  @state() private tab: ListTab = 'members';
  @state() private sort: Sort | undefined;
  @state() private query = '';
  @state() private filters: ReadonlySet<string> = new Set();
  @state() private profileOpen = false;
  @state() private printing = false;
  @state() private journalFailed = false;
  @state() private announcement = '';

  @query('.scroller') private scroller: HTMLElement | null | undefined;
  @query('.rows') private rowHost: HTMLElement | null | undefined;

  readonly #life = new ModelLife<PopulationModel>(
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
  readonly #focus: GridFocus = new GridFocus(this, {
    shape: () => this.#shape(),
    showRow: (row) => this.#showRow(row),
    cellAt: (position) => this.#cellAt(position),
  });
  #rows: PopulationList | undefined;
  #columns: readonly Column[] = [];
  #visible: readonly Row[] = [];
  #members: PopulationList | undefined;
  readonly #loadedFrom = new Sources();
  readonly #viewedFrom = new Sources();
  #announced: Shown | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.ownerDocument.defaultView;
    page?.addEventListener('beforeprint', this.#beforePrint);
    page?.addEventListener('afterprint', this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const page = this.ownerDocument.defaultView;
    page?.removeEventListener('beforeprint', this.#beforePrint);
    page?.removeEventListener('afterprint', this.#afterPrint);
  }

  /** Loads everything again. */
  async reload(): Promise<void> {
    await this.#life.retry();
  }

  /**
   * Rows and columns follow from what is loaded and how it is looked at. Each step is done again only
   * when what it is made from is another: the grid tells by identity what to draw anew.
   */
  #derive(): void {
    const { tab, language, query: search, filters, sort } = this;
    const { shown } = this.#life.state;
    if (this.#loadedFrom.isNew(shown, tab, language)) {
      const listOf = (each: ListTab) =>
        shown &&
        new PopulationList(shown.population, {
          tab: each,
          language,
          compareText: textComparer(language),
          patients: shown.patients,
        });
      this.#rows = listOf(tab);
      this.#members = tab === 'members' ? this.#rows : listOf('members');
      this.#columns = this.#rows?.columns.filter(({ hidden }) => !hidden) ?? [];
    }
    if (this.#viewedFrom.isNew(this.#rows, search, filters, sort)) {
      const list = this.#rows;
      this.#visible =
        list && shown ? Array.from(list.shown(this.#listView(shown)), (row) => list.row(row)) : [];
    }
  }

  #listView({ population }: Shown): ListView {
    return {
      ...defaultView(population.profile),
      query: this.query,
      sort: this.sort ? [this.sort] : [],
      filters: [...this.filters].map((id) => ({ columnId: 'markers', any: [id] })),
    };
  }

  protected override updated(): void {
    this.#layOut();
    const { shown, phase } = this.#life.state;
    if (phase === 'ready' && shown && shown !== this.#announced) {
      this.#announced = shown;
      const { population, patients } = shown;
      announce(this, 'overblik-loaded', {
        profile: { id: population.profile.id, version: population.profile.version },
        members: population.members.length,
        undecided: population.undecided.length,
        patients,
      });
    }
  }

  /** Column widths go through the style object: a strict CSP refuses style attributes. */
  #layOut(): void {
    const { scroller } = this;
    if (!scroller) return;
    const widths = this.#columns.map(({ width }) => `${width / 14}em`);
    const total = this.#columns.reduce((sum, { width }) => sum + width, 0);
    scroller.style.setProperty(
      '--o-columns',
      widths
        .map((width, index) => (index === widths.length - 1 ? `minmax(${width}, 1fr)` : width))
        .join(' '),
    );
    scroller.style.setProperty('--o-width', `${total / 14}em`);
    scroller.style.setProperty('--o-pin', widths[0] ?? '0');
    for (const cell of scroller.querySelectorAll<HTMLElement>('.groups [aria-colspan]'))
      cell.style.gridColumn = `span ${cell.getAttribute('aria-colspan')}`;
  }

  /** Puts the focus where it was in the list. */
  override focus(options?: FocusOptions): void {
    const { position } = this.#focus;
    const cell = this.#cellAt(position);
    if (cell) cell.focus(options);
    // A row that is not drawn: scrolled away, or dropped while the host hid the list.
    else if (this.#visible[position.row]) void this.#focus.moveTo(position);
    else super.focus(options);
  }

  // ── The face ─────────────────────────────────────────────────────────────────────────────────

  protected override render(): TemplateResult {
    this.#derive();
    const { texts, language } = this;
    const loaded = this.#life.state;
    const { shown, phase, problems, profileErrors } = loaded;
    const retry = () => void this.reload();
    return html`<section class="frame" part="frame" aria-busy=${phase === 'loading'}>
      ${this.#header()}
      ${profileErrorsNotice(
        this.#chosenTitle(),
        profileErrors,
        language,
        texts,
        shown ? texts.states.profileErrorsHint : undefined,
      )}
      ${shown || phase !== 'failed' ? problemNotice(problems, language, texts, retry) : nothing}
      ${
        this.journalFailed
          ? html`<div class="notice critical" role="alert" part="notice">
              ${texts.states.journalFailed}
            </div>`
          : nothing
      }
      ${phase === 'loading' && shown ? html`<div class="loading-bar" aria-hidden="true"></div>` : nothing}
      ${shown ? this.#list(shown) : this.#faceWithout(retry)}
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>
      ${this.printing && shown ? printedList(this.#printParts(shown)) : nothing}
    </section>`;
  }

  #header(): TemplateResult | typeof nothing {
    const { texts } = this;
    const loaded = this.#life.state;
    const text = texts.population;
    const { shown, choices, chosen } = loaded;
    const profile = shown?.population.profile;
    return html`<header class="head" part="header">
      <div class="words">
        <h2>${profile ? textIn(profile.title, this.language) : text.title}</h2>
        ${profile && shown ? this.#subtitle(profile, shown) : nothing}
      </div>
      <div class="commands">
        ${
          choices.length > 1
            ? html`<label>
                <span class="visually-hidden">${text.switchProfile}</span>
                <select class="field" @change=${this.#onChoose}>
                  ${choices.map(
                    ({ id, profile: each, title }) =>
                      html`<option value=${id} ?selected=${id === chosen}>
                        ${each ? textIn(each.title, this.language) : (title ?? id)}
                      </option>`,
                  )}
                </select>
              </label>`
            : nothing
        }
        ${
          shown && shown.description.may?.print !== false
            ? html`<button type="button" class="button print" @click=${() => this.print()}>
                ${icons.print()}${text.print}
              </button>`
            : nothing
        }
      </div>
      ${profile && this.profileOpen ? this.#profilePanel(profile) : nothing}
    </header>`;
  }

  #subtitle(profile: Profile, shown: Shown): TemplateResult {
    const text = this.texts.population;
    const facts = this.#facts(profile, shown);
    const purpose = profile.purpose.map((each) => textIn(each, this.language)).join(' · ');
    return html`<p class="purpose">
      <span class="long">${text.purpose}: ${purpose} · </span>${facts.join(' · ')} ·
      <button
        type="button"
        class="link"
        aria-expanded=${this.profileOpen ? 'true' : 'false'}
        @click=${() => (this.profileOpen = !this.profileOpen)}
      >
        ${this.profileOpen ? text.hideProfile : text.showProfile}
      </button>
    </p>`;
  }

  #facts(profile: Profile, { population, description }: Shown): readonly string[] {
    const text = this.texts.population;
    const { asOf } = population;
    const updated = Object.values(description.coverage)
      .flatMap((each) => (each.updated ? [each.updated] : []))
      .sort()
      .at(-1);
    return [
      text.version(profile.version) + (profile.status === 'draft' ? ` (${text.draft})` : ''),
      text.asOf(formatDate(asOf, this.language)),
      ...(updated ? [text.updated(formatUpdated(updated, asOf, this.language))] : []),
    ];
  }

  #profilePanel(profile: Profile): TemplateResult {
    const { sections } = describeProfile(profile, this.language);
    return html`<section class="card profile-panel" aria-label=${this.texts.profile.heading}>
      ${sections.map(
        ({ title, lines }) =>
          html`<h4>${title}</h4>
            <ul>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`,
      )}
    </section>`;
  }

  #chosenTitle(): string {
    const { choices, chosen } = this.#life.state;
    const choice = choices.find(({ id }) => id === chosen);
    return choice?.title ?? choice?.id ?? '';
  }

  #faceWithout(retry: () => void): TemplateResult | typeof nothing {
    const { states } = this.texts;
    const { phase, progress, choices, profileErrors, problems } = this.#life.state;
    if (profileErrors.length > 0) return nothing;
    if (phase === 'failed')
      return face(
        states.failed,
        states.failedHint,
        html`${problemNotice(problems, this.language, this.texts, retry)}`,
      );
    if (phase === 'loading') return this.#loadingFace(progress);
    return choices.length === 0 && this.adapter
      ? face(states.emptyProfile, states.emptyProfileHint)
      : face(states.emptyAdapter, states.emptyAdapterHint);
  }

  #loadingFace(progress: PopulationState['progress']): TemplateResult {
    const { states } = this.texts;
    const count = (value: number) => formatCount(value, this.language);
    const known = progress?.expected;
    const words = !progress
      ? ''
      : known === undefined
        ? states.received(count(progress.received))
        : states.progress(count(progress.received), count(known));
    return face(
      states.loading,
      words,
      html`<progress
        aria-label=${states.loading}
        max=${known ?? 1}
        value=${ifDefined(known === undefined ? undefined : progress?.received)}
      ></progress>`,
    );
  }

  #list(shown: Shown): TemplateResult {
    const { population, patients } = shown;
    const { texts, language } = this;
    // Cards tell of the members, whichever tab is looked at.
    const members = this.#members?.overview(defaultView(population.profile));
    return html`${overview({
      members: population.members.length,
      undecided: population.undecided.length,
      patients,
      markers: members?.markers ?? [],
      ages: members?.ages ?? { bands: [], unknown: 0 },
      filters: this.filters,
      toggleFilter: (id) => this.#toggleFilter(id),
      language,
      texts,
    })}
    ${this.#tools(shown)} ${this.#grid(shown)}`;
  }

  #tools({ population }: Shown): TemplateResult {
    const { texts, language, filters, tab } = this;
    const text = texts.population;
    const count = (value: number) => formatCount(value, language);
    const markers = population.profile.markers ?? [];
    return html`<div class="tools">
      <div class="search">
        ${icons.search()}
        <input
          class="field"
          type="search"
          placeholder=${text.search}
          aria-label=${text.search}
          .value=${this.query}
          @input=${this.#onSearch}
        />
      </div>
      <div class="tabs" role="tablist" aria-label=${text.title} @keydown=${this.#onTabKey}>
        ${(['members', 'undecided'] as const).map(
          (each) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${each}"
              aria-selected=${tab === each ? 'true' : 'false'}
              aria-controls="list"
              tabindex=${tab === each ? 0 : -1}
              @click=${() => this.#showTab(each)}
            >
              ${text[each]} ${count(population[each].length)}
            </button>`,
        )}
      </div>
      ${markers
        .filter(({ id }) => filters.has(id))
        .map((marker) => {
          const title = textIn(marker.title, language);
          return html`<button
            type="button"
            class="pill"
            aria-label=${text.removeFilter(title)}
            @click=${() => this.#toggleFilter(marker.id)}
          >
            ${title}${icons.close()}
          </button>`;
        })}
      <span class="showing"
        >${text.showing(count(this.#visible.length), count(this.#rows?.size ?? 0))}</span
      >
    </div>`;
  }

  #grid(shown: Shown): TemplateResult {
    const { texts, tab } = this;
    const text = texts.population;
    const columns = this.#columns;
    const rows = this.#visible;
    const title = textIn(shown.population.profile.title, this.language);
    return html`<div id="list" class="scroller" role="tabpanel" aria-labelledby="tab-${tab}">
      <div
        role="grid"
        part="grid"
        aria-label=${text.grid(title)}
        aria-rowcount=${rows.length + 2}
        aria-colcount=${columns.length}
        @click=${this.#onGridClick}
        @keydown=${this.#onGridKey}
        @focusin=${this.#onGridFocus}
      >
        <div class="header" role="rowgroup">
          <div class="row groups" role="row" aria-rowindex="1">
            ${groupsOf(columns).map(
              ({ group, span, start }) =>
                html`<div
                  class="cell"
                  role="columnheader"
                  aria-colindex=${start + 1}
                  aria-colspan=${span}
                >
                  ${texts.groups[group]}
                </div>`,
            )}
          </div>
          <div class="row heads" role="row" aria-rowindex="2">
            ${columns.map((column, index) => this.#headCell(column, index))}
          </div>
        </div>
        <div class="rows" role="rowgroup">
          ${
            rows.length > 0
              ? virtualize({
                  items: rows as Row[],
                  // While the list grows shorter the virtualizer may ask for rows that are gone.
                  keyFunction: (row: Row | undefined, index?: number) => row?.id ?? index,
                  renderItem: (row: Row | undefined, index) =>
                    row ? this.#row(row, index) : html``,
                })
              : nothing
          }
        </div>
      </div>
      ${rows.length === 0 ? this.#emptyFace(shown) : nothing}
    </div>`;
  }

  #emptyFace({ population, patients }: Shown): TemplateResult {
    const text = this.texts.population;
    if ((this.#rows?.size ?? 0) > 0)
      return html`<div class="none">
        ${face(
          text.noneFound,
          text.noneFoundHint,
          html`<button type="button" class="button" @click=${this.#clearAll}>
            ${text.clearAll}
          </button>`,
        )}
      </div>`;
    if (this.tab === 'undecided')
      return html`<div class="none">${face(text.noUndecided, text.noUndecidedHint)}</div>`;
    // A silent empty list is the worst that could be shown: it says how it came to be empty.
    const whole = this.#life.state.problems.length === 0 && population.undecided.length === 0;
    return html`<div class="none">
      ${face(
        text.noMembers,
        whole ? text.noMembersHint(formatCount(patients, this.language)) : text.noMembersPartial,
      )}
    </div>`;
  }

  #headCell(column: Column, index: number): TemplateResult {
    const sorted = this.sort?.columnId === column.id;
    const descending = sorted && this.sort?.descending === true;
    const first = index === 0 || this.#columns[index - 1]?.group !== column.group;
    return html`<div
      class="cell ${this.#pinned(index)} ${first ? 'first' : ''} ${column.kind === 'age' ? 'number-cell' : ''}"
      role="columnheader"
      data-row="-1"
      data-column=${index}
      aria-colindex=${index + 1}
      aria-sort=${sorted ? (descending ? 'descending' : 'ascending') : 'none'}
      tabindex=${this.#focus.tabIndexAt(-1, index)}
      title=${this.#titleOf(column)}
    >
      <span>${this.#titleOf(column)}</span>${
        sorted ? (descending ? icons.descending() : icons.ascending()) : nothing
      }
    </div>`;
  }

  readonly #titleOf = (column: Column): string => {
    const { columns } = this.texts.population;
    if (column.kind === 'item') return column.item ? textIn(column.item.title, this.language) : '';
    return column.kind === 'why' && this.tab === 'undecided'
      ? columns.missing
      : ((columns as Partial<Record<string, string>>)[column.kind] ?? '');
  };

  #pinned(index: number): string {
    return index === 0 ? 'pinned' : index === 1 ? 'pinned second' : '';
  }

  #row(row: Row, index: number): TemplateResult {
    return html`<div
      class="row body-row ${row.patient.deceased ? 'dead' : ''}"
      role="row"
      aria-rowindex=${index + 3}
      aria-selected=${row.id === this.patientId ? 'true' : 'false'}
      data-index=${index}
    >
      ${repeat(
        this.#columns,
        ({ id }) => id,
        (column, at) => this.#cell(row, column, index, at),
      )}
    </div>`;
  }

  #cell(row: Row, column: Column, rowIndex: number, index: number): TemplateResult {
    const tabIndex = this.#focus.tabIndexAt(rowIndex, index);
    if (column.kind === 'cpr') {
      // The cell's one widget takes the focus itself, as the grid pattern says.
      const cpr =
        row.patient.cpr === undefined ? this.texts.population.noCpr : formatCpr(row.patient.cpr);
      const name = row.patient.name || this.texts.population.noName;
      return html`<div class="cell pinned" role="gridcell" aria-colindex=${index + 1}>
        <button
          type="button"
          class="link"
          data-row=${rowIndex}
          data-column=${index}
          tabindex=${tabIndex}
          aria-label="${cpr}, ${this.texts.population.openJournal(name)}"
          title=${this.texts.population.openJournal(name)}
          @click=${(event: Event) => this.#open(row, event)}
        >
          ${cpr}
        </button>
      </div>`;
    }
    return html`<div
      class="cell ${this.#pinned(index)} ${column.kind === 'age' ? 'number-cell' : ''}"
      role="gridcell"
      data-row=${rowIndex}
      data-column=${index}
      aria-colindex=${index + 1}
      tabindex=${tabIndex}
      title=${this.#tooltip(row, column)}
    >
      ${this.#cellContent(row, column)}
    </div>`;
  }

  #cellContent(row: Row, column: Column) {
    const { texts } = this;
    switch (column.kind) {
      case 'name':
        return html`<bdi class="text name-text"
          >${row.patient.name || texts.population.noName}</bdi
        >`;
      case 'age':
        return html`<span
          >${row.age ?? '?'} ${row.patient.sex ? texts.patient.sexShort[row.patient.sex] : ''}</span
        >`;
      case 'markers':
        return this.#markerChips(row);
      case 'why':
        return html`<span class="text">${row.why.short}</span>`;
      case 'item': {
        if (!column.item) return nothing;
        const { tone, parts, trend } = row.cell(column.item.id);
        if (tone === 'not-asked') return nothing;
        if (tone !== 'value')
          return html`<span class="text ${tone === 'missing' ? 'missing' : 'unknown-text'}"
            >${parts[0]?.text}</span
          >`;
        const numeric = column.item.type === 'result';
        return html`${
          trend
            ? sparkline(trend.map(({ date, value }) => ({ x: Date.parse(date), y: value })))
            : nothing
        }${parts.map(
          ({ text, note }) =>
            html`<span class="part"
              ><span class="text ${numeric ? 'value' : ''}">${text}</span>${
                note ? html`<span class="note">${note}</span>` : nothing
              }</span
            >`,
        )}`;
      }
      default:
        return nothing;
    }
  }

  #markerChips({ markers }: Row) {
    const room = 2;
    return html`${markers.slice(0, room).map(({ level, truth, title, short, length, grounds }) =>
      markerChip({
        level,
        undecided: truth === 'unknown',
        text: [short, length].filter(Boolean).join(' '),
        title: [title, ...grounds].join('\n'),
      }),
    )}${
      markers.length > room
        ? html`<span
            class="more"
            title=${markers
              .slice(room)
              .map(({ title }) => title)
              .join('\n')}
            >+${markers.length - room}</span
          >`
        : nothing
    }`;
  }

  #tooltip(row: Row, column: Column): string {
    switch (column.kind) {
      case 'why':
        return row.why.lines.join('\n');
      case 'item':
        return column.item ? row.cell(column.item.id).lines.join('\n') : '';
      case 'markers':
        return row.markers.map(({ title }) => title).join('\n');
      default:
        return '';
    }
  }

  // ── What the user does ───────────────────────────────────────────────────────────────────────

  readonly #onChoose = (event: Event): void => {
    this.profileId = (event.target as HTMLSelectElement).value;
    this.filters = new Set();
    this.tab = 'members';
    this.sort = undefined;
    announce(this, 'overblik-profile-selected', { profileId: this.profileId });
  };

  readonly #onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.#announceFound();
  };

  readonly #onTabKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    const next = this.tab === 'members' ? 'undecided' : 'members';
    this.#showTab(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };

  #showTab(tab: ListTab): void {
    this.tab = tab;
    if (tab === 'undecided') this.filters = new Set();
    this.#announceFound();
  }

  readonly #clearAll = (): void => {
    this.query = '';
    this.filters = new Set();
    this.#announceFound();
  };

  #toggleFilter(id: string): void {
    const filters = new Set(this.filters);
    if (!filters.delete(id)) filters.add(id);
    this.filters = filters;
    this.tab = 'members';
    this.#announceFound();
  }

  #sortBy(column: Column): void {
    const again = this.sort?.columnId === column.id;
    // The most urgent and the oldest come first at the first click; texts and dates run upwards.
    const descending = again
      ? !this.sort?.descending
      : column.kind === 'markers' || column.kind === 'age';
    this.sort = { columnId: column.id, descending };
    this.announcement = this.texts.population.sortedBy(this.#titleOf(column), descending);
  }

  #announceFound(): void {
    void this.updateComplete.then(() => {
      this.announcement = this.texts.population.found(
        formatCount(this.#visible.length, this.language),
      );
    });
  }

  #select(row: Row): void {
    this.patientId = row.id;
    announce(this, 'overblik-patient-selected', { patientId: row.id });
  }

  #open(row: Row, event?: Event): void {
    event?.stopPropagation();
    this.journalFailed = false;
    const profile = this.#life.state.shown?.population.profile;
    void openJournal(this, this.adapter, row.patient, {
      from: 'population',
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    }).then((opened) => (this.journalFailed = !opened));
  }

  // ── Keyboard ─────────────────────────────────────────────────────────────────────────────────

  #shape(): GridShape {
    const { height, row } = this.#view();
    // One row of the page before stays in view.
    const page = Math.max(1, Math.floor(height / row) - 1);
    return { rows: this.#visible.length, columns: this.#columns.length, page };
  }

  async #showRow(index: number): Promise<void> {
    const { scroller } = this;
    if (!scroller || this.#cellAt({ row: index, column: this.#focus.position.column })) return;
    const { height, row } = this.#view();
    const above = index * row;
    const inView = above >= scroller.scrollTop && above + row <= scroller.scrollTop + height;
    if (!inView) scroller.scrollTop = Math.max(0, above - height / 2);
    // The virtualizer draws after the scroll has been seen; give it the frames it needs.
    for (let frame = 0; frame < 20 && !this.#cellAt({ row: index, column: 0 }); frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  /** Pixels: the room for rows, and a row. The virtualizer keeps the height of all rows, drawn or not. */
  #view(): { readonly height: number; readonly row: number } {
    const { scroller, rowHost } = this;
    const head = scroller?.querySelector('.header')?.clientHeight ?? 0;
    const height = Math.max(0, (scroller?.clientHeight ?? 400) - head);
    return { height, row: (rowHost?.offsetHeight ?? 0) / this.#visible.length || 32 };
  }

  #cellAt({ row, column }: GridPosition): HTMLElement | undefined {
    return (
      this.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ??
      undefined
    );
  }

  readonly #onGridKey = (event: KeyboardEvent): void => {
    const { row, column } = this.#focus.position;
    const patient = this.#visible[row];
    const head = row === -1 ? this.#columns[column] : undefined;
    const act = event.key === 'Enter' || event.key === ' ';
    if (act && head) {
      event.preventDefault();
      this.#sortBy(head);
      return;
    }
    if (act && patient) {
      // Enter on the CPR number is the button's own click; the space bar chooses the row.
      if (this.#columns[column]?.kind === 'cpr' && event.key === 'Enter') return;
      event.preventDefault();
      this.#select(patient);
      return;
    }
    this.#focus.onKey(event);
  };

  readonly #onGridClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const head = target.closest<HTMLElement>('.heads .cell')?.dataset.column;
    const column = head === undefined ? undefined : this.#columns[Number(head)];
    if (column) this.#sortBy(column);
    const index = target.closest<HTMLElement>('.body-row')?.dataset.index;
    const row = index === undefined ? undefined : this.#visible[Number(index)];
    if (row) this.#select(row);
  };

  readonly #onGridFocus = (event: FocusEvent): void => {
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row !== undefined && column !== undefined)
      this.#focus.enter({ row: Number(row), column: Number(column) });
  };

  // ── Print ────────────────────────────────────────────────────────────────────────────────────

  /** Prints the list as it is filtered and sorted, without the page around it. */
  print(): void {
    const { shown } = this.#life.state;
    if (!shown) return;
    const parts = this.#printParts(shown);
    printAlone(this, {
      title: parts.title,
      content: printedList(parts),
      styles: [printStyles.cssText],
      landscape: true,
    });
  }

  // A page print comes without warning: every row must be there before the event is over.
  readonly #beforePrint = (): void => {
    this.printing = true;
    this.performUpdate();
  };

  readonly #afterPrint = (): void => {
    this.printing = false;
  };

  #printParts({ population, patients }: Shown): PrintParts {
    const { profile } = population;
    const { language, texts } = this;
    const text = texts.population;
    const count = (value: number) => formatCount(value, language);
    const filters = (profile.markers ?? [])
      .filter(({ id }) => this.filters.has(id))
      .map(({ title }) => textIn(title, language));
    const shown = this.#life.state.shown;
    return {
      title: textIn(profile.title, language),
      lines: [
        `${text.purpose}: ${profile.purpose.map((each) => textIn(each, language)).join(' · ')}`,
        [
          ...(shown ? this.#facts(profile, shown) : []),
          text.share(formatPercent(population.members.length, patients, language), count(patients)),
          text.undecidedBeside(count(population.undecided.length)),
        ].join(' · '),
        [
          text.printHeading(count(this.#visible.length), count(this.#rows?.size ?? 0)),
          text[this.tab],
          ...filters,
          this.query,
        ]
          .filter(Boolean)
          .join(' · '),
      ],
      columns: this.#columns,
      rows: this.#visible,
      titleOf: this.#titleOf,
      texts,
    };
  }
}

/** What something was last made from. */
class Sources {
  #last: readonly unknown[] | undefined;

  /** Whether any of the sources is another than last time. */
  isNew(...sources: readonly unknown[]): boolean {
    const same = this.#last?.every((each, index) => each === sources[index]);
    this.#last = sources;
    return !same;
  }
}

/** Runs of columns that share a group, for the upper header row. */
function groupsOf(columns: readonly Column[]) {
  const groups: { group: Column['group']; start: number; span: number }[] = [];
  columns.forEach(({ group }, index) => {
    const last = groups.at(-1);
    if (last?.group === group) last.span++;
    else groups.push({ group, start: index, span: 1 });
  });
  return groups;
}
