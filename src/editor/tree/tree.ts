/** The outline of a profile as an ARIA tree: moved in by keys, one tab stop. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Memo } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { whatOf } from '../ui.ts';
import { deedOfKey, editFor, type Deed } from './deeds.ts';
import { outlineOf, type OutlineNode } from './outline.ts';
import { around, rowOf, rowsOf, typedRow, wordsOf, type TreeRow } from './rows.ts';

/** Milliseconds between letters that are typed as one word. */
const typingPause = 700;

/** The tree beside the form. */
export class ProfileTree implements ReactiveController {
  readonly #outline = new Memo<readonly OutlineNode[]>();
  readonly #rows = new Memo<readonly TreeRow[]>();
  #openings: ReadonlyMap<string, boolean> = new Map();
  #toFocus = false;
  #typed = { text: '', at: -Infinity };

  constructor(
    private readonly host: EditorHost,
    private readonly parts: () => readonly EditorPanel[],
  ) {
    host.addController(this);
  }

  /** All rows, those that are closed as well. */
  get nodes(): readonly OutlineNode[] {
    const { draft, ui } = this.host;
    const { document } = draft.state;
    return this.#outline.of([document, ui], () => outlineOf(document, ui));
  }

  /** The rows that are shown. */
  get rows(): readonly TreeRow[] {
    const { nodes } = this;
    return this.#rows.of([nodes, this.#openings], () => rowsOf(nodes, this.#openings));
  }

  get active(): TreeRow | undefined {
    return rowOf(this.rows, this.host.selected);
  }

  /** Whether one works in the tree. */
  get hasFocus(): boolean {
    const { activeElement } = this.host.renderRoot as ShadowRoot;
    return activeElement?.closest('[role=tree]') !== null && activeElement !== null;
  }

  /** What a row is called; of a place without one the place itself. */
  nameOf(place: string): string {
    const node = around(this.nodes, place).at(-1);
    return node?.pointer === place ? wordsOf(node) : place;
  }

  /** Opens the rows around a place, so that its own is seen. */
  reveal(place: string): void {
    const openings = new Map(this.#openings);
    for (const { pointer } of around(this.nodes, place).slice(0, -1)) openings.set(pointer, true);
    this.#openings = openings;
  }

  /** Puts the focus on the active row, once it is drawn. */
  focus(): void {
    this.#toFocus = true;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#toFocus) return;
    this.#toFocus = false;
    const row = (this.host.renderRoot as ShadowRoot).querySelector<HTMLElement>(
      '[role=treeitem][tabindex="0"]',
    );
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  template(): TemplateResult {
    const { rows, active } = this;
    const { tree } = this.host.ui.texts.editor;
    return html`<div class="tree-head">
        ${this.parts().map((part) => part.treeHead?.() ?? nothing)}
      </div>
      <div
        class="tree"
        role="tree"
        aria-label=${tree}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
      >
        ${repeat(
          rows,
          ({ node }) => node.pointer,
          (row) => this.#row(row, row.node.pointer === active?.node.pointer),
        )}
      </div>`;
  }

  #row({ node, level, position, size, isOpen }: TreeRow, isActive: boolean): TemplateResult {
    const { pointer, sort, role, text } = node;
    const parts = this.parts();
    return html`<div
      role="treeitem"
      class="row ${sort}"
      data-pointer=${pointer}
      aria-label=${[wordsOf(node), ...parts.map((part) => part.rowWords?.(pointer))].filter(Boolean).join(', ')}
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${size}
      aria-expanded=${isOpen ?? nothing}
      aria-selected=${isActive}
      tabindex=${isActive ? 0 : -1}
    >
      <span class="twist" data-twist aria-hidden="true">
        ${isOpen === undefined ? nothing : isOpen ? icons.more() : icons.next()}
      </span>
      <span class="name">
        ${role === undefined ? nothing : html`<span class="role">${role}:</span> `}<span
          >${text}</span
        >
        ${parts.map((part) => part.rowBadges?.(pointer) ?? nothing)}
      </span>
      ${parts.map((part) => part.rowAside?.(pointer) ?? nothing)}
    </div>`;
  }

  #open(pointer: string, isOpen: boolean): void {
    this.#openings = new Map(this.#openings).set(pointer, isOpen);
    this.host.requestUpdate();
  }

  #go(row: TreeRow | undefined): void {
    if (row) this.host.select(row.node.pointer, { focus: true });
  }

  readonly #onClick = (event: Event): void => {
    const target = event.target as HTMLElement;
    const pointer = target.closest<HTMLElement>('[role=treeitem]')?.dataset['pointer'];
    const row = this.rows.find(({ node }) => node.pointer === pointer);
    // A button in a row has a meaning of its own.
    if (!row || target.closest('button, a, input, label')) return;
    if (target.closest('[data-twist]') && row.isOpen !== undefined)
      this.#open(row.node.pointer, !row.isOpen);
    else this.#go(row);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const isOnRow = (event.target as HTMLElement).matches('[role=treeitem]');
    if (event.defaultPrevented || !isOnRow) return;
    const deed = deedOfKey(event);
    if (deed) this.#do(deed);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (!this.#move(event.key) && !this.#type(event)) return;
    event.preventDefault();
  };

  /** Changes the active row, and keeps the focus on it. */
  #do(deed: Deed): void {
    const { active, host } = this;
    const { draft } = host;
    const edit = active && editFor(deed, active.node, draft.state.document);
    if (!edit) {
      host.announce(host.ui.texts.editor.cannot);
      return;
    }
    draft.edit(
      edit.steps,
      whatOf(({ editor }) => editor.deeds[deed]),
      {
        select: edit.select,
        selectBefore: active.node.pointer,
      },
    );
    this.#openings = new Map(
      [...this.#openings].flatMap(([place, isOpen]) => {
        const now = edit.placeNow(place);
        return now === undefined ? [] : [[now, isOpen] as const];
      }),
    );
    host.select(edit.select, { focus: true });
    host.announce(host.ui.texts.editor.done(host.ui.texts.editor.deeds[deed]));
  }

  /** The keys of the pattern (ARIA Authoring Practices, Tree View). Answers whether the key is one of them. */
  #move(key: string): boolean {
    const { rows, active } = this;
    if (!active) return false;
    const at = rows.indexOf(active);
    switch (key) {
      case 'ArrowDown':
        this.#go(rows[at + 1]);
        return true;
      case 'ArrowUp':
        this.#go(rows[at - 1]);
        return true;
      case 'ArrowRight':
        if (active.isOpen === false) this.#open(active.node.pointer, true);
        else if (active.isOpen) this.#go(rows[at + 1]);
        return true;
      case 'ArrowLeft':
        if (active.isOpen) this.#open(active.node.pointer, false);
        else this.#go(rows.find(({ node }) => node.pointer === active.parent));
        return true;
      case 'Home':
        this.#go(rows[0]);
        return true;
      case 'End':
        this.#go(rows.at(-1));
        return true;
      case '*':
        for (const { parent, node, isOpen } of rows)
          if (parent === active.parent && isOpen === false) this.#open(node.pointer, true);
        return true;
      case 'Enter':
        this.host.select(active.node.pointer, { field: true });
        return true;
      default:
        return false;
    }
  }

  #type({ key, timeStamp }: KeyboardEvent): boolean {
    if (key.length !== 1 || (key === ' ' && this.#typed.text === '')) return false;
    const isGoingOn = timeStamp - this.#typed.at < typingPause;
    this.#typed = { text: isGoingOn ? this.#typed.text + key : key, at: timeStamp };
    this.#go(typedRow(this.rows, this.active, this.#typed.text));
    return true;
  }
}
