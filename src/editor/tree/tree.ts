/** The outline of a profile as an ARIA tree: moved in by keys, one tab stop. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DocumentEdit } from '../../authoring/index.ts';
import { Memo } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { TreeActions } from './actions.ts';
import { deedOfKey } from './deeds.ts';
import { outlineOf, type OutlineNode } from './outline.ts';
import { around, rowOf, rowsOf, typedRow, wordsOf, type Openings, type TreeRow } from './rows.ts';

/** Milliseconds between letters that are typed as one word. */
const typingPause = 700;

/** The tree beside the form. */
export class ProfileTree implements ReactiveController {
  readonly #outline = new Memo<readonly OutlineNode[]>();
  readonly #rows = new Memo<readonly TreeRow[]>();
  readonly #actions: TreeActions;
  #openings: Openings = new Map();
  #toFocus = false;
  #typed = { text: '', at: -Infinity };

  constructor(
    private readonly host: EditorHost,
    private readonly parts: () => readonly EditorPanel[],
  ) {
    host.addController(this);
    this.#actions = new TreeActions(host, this);
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
    return activeElement !== null && activeElement.closest('[role=tree]') !== null;
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

  /** Keeps open what is open when rows go to other places. */
  follow({ placeNow }: DocumentEdit): void {
    const moved = [...this.#openings].flatMap(([place, isOpen]) => {
      const now = placeNow(place);
      return now === undefined ? [] : [[now, isOpen] as const];
    });
    this.#openings = new Map(moved);
  }

  /** Puts the focus on the active row, once it is drawn. */
  focus(): void {
    this.#toFocus = true;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#toFocus) return;
    this.#toFocus = false;
    const row = this.#activeRow;
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  template(): TemplateResult {
    const { rows, active } = this;
    const { tree } = this.host.ui.texts.editor;
    return html`<div class="tree-top">
        ${this.#actions.tools()}
        <div class="tree-head">${this.parts().map((part) => part.treeHead?.() ?? nothing)}</div>
      </div>
      <div
        class="tree"
        role="tree"
        aria-label=${tree}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @pointerdown=${this.#onPress}
        @contextmenu=${this.#onContextMenu}
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
    const heard = parts.flatMap((part) => part.rowWords?.(pointer) ?? []);
    const { dropPlace } = this.#actions;
    const drop = dropPlace?.pointer === pointer ? `drop-${dropPlace.at}` : '';
    const canMove = isMovable(node);
    // eslint-disable-next-line lit-a11y/accessible-name -- it is called what it says
    return html`<div
      role="treeitem"
      class="row ${sort} ${drop}"
      data-pointer=${pointer}
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
        <span class="text"
          >${role === undefined ? nothing : html`<span class="role">${role}:</span> `}${text}</span
        >
        ${parts.map((part) => part.rowBadges?.(pointer) ?? nothing)}
        <span class="heard">${heard.map((words) => `, ${words}`)}</span>
      </span>
      <span class="aside" aria-hidden="true">
        ${parts.map((part) => part.rowAside?.(pointer) ?? nothing)}
        ${
          canMove
            ? html`<span
                class="handle"
                data-handle
                title=${this.host.ui.texts.editor.handle}
              ></span>`
            : nothing
        }
      </span>
    </div>`;
  }

  #open(pointer: string, isOpen: boolean): void {
    this.#openings = new Map(this.#openings).set(pointer, isOpen);
    this.host.requestUpdate();
  }

  #go(row: TreeRow | undefined): void {
    if (row) this.host.select(row.node.pointer, { focus: true });
  }

  get #activeRow(): HTMLElement | null {
    const root = this.host.renderRoot as ShadowRoot;
    return root.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]');
  }

  #rowOf(event: Event): TreeRow | undefined {
    const pointer = itemOf(event)?.dataset['pointer'];
    return this.rows.find(({ node }) => node.pointer === pointer);
  }

  readonly #onClick = (event: Event): void => {
    const row = this.#rowOf(event);
    if (!row || isControl(event) || this.#actions.wasDragged) return;
    const isTwist = (event.target as HTMLElement).closest('[data-twist]') !== null;
    if (isTwist && row.isOpen !== undefined) this.#open(row.node.pointer, !row.isOpen);
    else this.#go(row);
  };

  readonly #onPress = (event: PointerEvent): void => {
    this.#actions.pressed();
    const row = this.#rowOf(event);
    const isHandle = (event.target as HTMLElement).closest('[data-handle]') !== null;
    const isMeant = isHandle || (event.pointerType === 'mouse' && !isControl(event));
    if (row && isMeant && event.button === 0 && isMovable(row.node))
      this.#actions.drag(event, row, itemOf(event)!);
  };

  /** The right mouse button, the menu key, Shift+F10. */
  readonly #onContextMenu = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (!row || isControl(event)) return;
    event.preventDefault();
    this.host.select(row.node.pointer);
    const { clientX, clientY, button } = event;
    const isByKey = button !== 2;
    this.#actions.openMenu(
      'more',
      isByKey ? itemOf(event)!.getBoundingClientRect() : new DOMRect(clientX, clientY, 0, 0),
    );
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const isOnRow = (event.target as HTMLElement).matches('[role=treeitem]');
    if (event.defaultPrevented || !isOnRow) return;
    const deed = deedOfKey(event);
    if (deed) this.#actions.do(deed);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (!this.#move(event.key)) {
      if (!this.#type(event)) return;
      // A letter goes to a row, and is no shortcut of the host's.
      event.stopPropagation();
    }
    event.preventDefault();
  };

  /** The keys of the pattern (ARIA Authoring Practices, Tree View). Answers whether the key is one of them. */
  #move(key: string): boolean {
    const { rows, active } = this;
    if (!active) return false;
    const at = rows.indexOf(active);
    const { pointer } = active.node;
    switch (key) {
      case 'ArrowDown':
        this.#go(rows[at + 1]);
        return true;
      case 'ArrowUp':
        this.#go(rows[at - 1]);
        return true;
      case 'ArrowRight':
        if (active.isOpen === false) this.#open(pointer, true);
        else if (active.isOpen) this.#go(rows[at + 1]);
        return true;
      case 'ArrowLeft':
        if (active.isOpen) this.#open(pointer, false);
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
      case '+':
      case 'Insert':
        this.#actions.openMenu('add', this.#activeRow!.getBoundingClientRect());
        return true;
      case 'Enter':
        this.host.select(pointer, { field: true });
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

function isMovable({ sort }: OutlineNode): boolean {
  return sort === 'entry' || sort === 'criterion';
}

function itemOf(event: Event): HTMLElement | null {
  return (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
}

/** A button in a row has a meaning of its own. */
function isControl(event: Event): boolean {
  return (event.target as HTMLElement).closest('button, a, input, label') !== null;
}
