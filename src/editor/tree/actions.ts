/** What is done to the active row of the tree: by buttons over it, menus, keys, and by dragging. */
import { html, type TemplateResult } from 'lit';
import type { DocumentEdit } from '../../authoring/index.ts';
import { textIn } from '../../i18n/language.ts';
import type { LocalText } from '../../profile/index.ts';
import { icons } from '../../ui/icons.ts';
import { rectOf } from '../../ui/popover.ts';
import { codesOf } from '../codes/part.ts';
import { idOf } from '../codes/words.ts';
import type { EditorHost } from '../host.ts';
import { whatOf } from '../ui.ts';
import { additionsAt, changesAt, deeds, editFor, type Deed } from './deeds.ts';
import { dragRow } from './drag.ts';
import type { DropPlace } from './drop.ts';
import { OfferMenu } from './menu.ts';
import { wordsOf, type TreeRow } from './rows.ts';

/** What of the tree the actions are on. */
interface ActedOn {
  readonly rows: readonly TreeRow[];
  readonly active: TreeRow | undefined;
  readonly hasFocus: boolean;
  /** What the user has opened and closed goes where its row goes. */
  follow(edit: DocumentEdit): void;
}

const looks = {
  up: { icon: icons.up, keys: 'Alt+↑' },
  down: { icon: icons.down, keys: 'Alt+↓' },
  in: { icon: icons.into, keys: 'Alt+→' },
  out: { icon: icons.outOf, keys: 'Alt+←' },
  copy: { icon: icons.copy, keys: 'Ctrl+D' },
  remove: { icon: icons.remove, keys: 'Delete' },
} as const;

export class TreeActions {
  readonly #menu: OfferMenu;
  #dropPlace: DropPlace | undefined;
  #wasDragged = false;

  constructor(
    private readonly host: EditorHost,
    private readonly tree: ActedOn,
  ) {
    this.#menu = new OfferMenu(host);
  }

  /** Where a row that is dragged would go. */
  get dropPlace(): DropPlace | undefined {
    return this.#dropPlace;
  }

  /** Whether the press that ends now was a drag: the click that follows means nothing. */
  get wasDragged(): boolean {
    return this.#wasDragged;
  }

  /** A new press begins. */
  pressed(): void {
    this.#wasDragged = false;
  }

  /** What can be done to the active row, for who knows no keys. */
  tools(): TemplateResult {
    const { editor } = this.host.ui.texts;
    const [up, down, into, outOf, copy, remove] = deeds.map((deed) => this.#button(deed));
    return html`<div class="tree-tools" role="group" aria-label=${editor.tools}>
        <button
          type="button"
          class="button"
          data-menu="add"
          aria-haspopup="menu"
          title="${editor.add} (+)"
          @click=${(event: Event) => this.openMenu('add', rectOf(event))}
        >
          ${icons.add()}${editor.add}
        </button>
        ${up}${down}${outOf}${into}${copy}${remove}
        <button
          type="button"
          class="button"
          data-menu="more"
          aria-haspopup="menu"
          title="${editor.more} (Shift+F10)"
          @click=${(event: Event) => this.openMenu('more', rectOf(event))}
        >
          ${editor.more}${icons.more()}
        </button>
      </div>
      ${this.#menu.template()}`;
  }

  #button(deed: Deed): TemplateResult {
    const { active } = this.tree;
    const { document } = this.host.draft.state;
    const isPossible = active !== undefined && editFor(deed, active.node, document) !== undefined;
    const label = this.host.ui.texts.editor.deeds[deed];
    const { icon, keys } = looks[deed];
    return html`<button
      type="button"
      class="button icon"
      aria-label=${label}
      title="${label} (${keys})"
      aria-disabled=${!isPossible}
      @click=${() => this.do(deed)}
    >
      ${icon()}
    </button>`;
  }

  /** Does something to the active row; says so where it cannot be done. */
  do(deed: Deed): void {
    const { host, tree } = this;
    const { active } = tree;
    const edit = active && editFor(deed, active.node, host.draft.state.document);
    if (!edit) host.announce(host.ui.texts.editor.cannot);
    // A button one may go on pressing.
    else
      this.#apply(
        edit,
        whatOf(({ editor }) => editor.deeds[deed]),
        tree.hasFocus ? 'focus' : 'stay',
      );
  }

  /** Opens what can be added at the active row, or all that can be done to it. */
  openMenu(which: 'add' | 'more', anchor: DOMRect): void {
    const { host } = this;
    const { active } = this.tree;
    if (!active) return;
    const { editor } = host.ui.texts;
    const make = which === 'add' ? additionsAt : changesAt;
    const offers = make(active.node, host.draft.state.document, host.ui);
    if (offers.length === 0) {
      host.announce(editor.cannot);
      return;
    }
    const words = wordsOf(active.node);
    this.#menu.open({
      label: which === 'add' ? editor.addTo(words) : editor.moreOf(words),
      offers,
      anchor,
      // Of what is new one goes on to say what it is.
      choose: ({ edit, what, field }) => {
        this.#apply(edit, what, which === 'add' ? 'field' : 'focus');
        if (field === undefined) return;
        const isCodes = field.endsWith('/codes');
        host.select(field, { field: !isCodes });
        // One searches for codes at once.
        if (isCodes) codesOf(host).focus(`#${idOf(field, 'search')}`);
      },
    });
  }

  /** Follows a press on a row, by mouse anywhere on it, else by its handle. */
  drag(press: PointerEvent, dragged: TreeRow, row: HTMLElement): void {
    dragRow(press, row, {
      document: this.host.draft.state.document,
      rows: this.tree.rows,
      dragged,
      show: (place) => {
        this.#dropPlace = place;
        this.host.requestUpdate();
      },
      ended: () => (this.#wasDragged = true),
      drop: ({ edit }) =>
        this.#apply(
          edit,
          whatOf(({ editor }) => editor.moved),
          'focus',
        ),
    });
  }

  #apply(edit: DocumentEdit, what: LocalText, then: 'focus' | 'field' | 'stay'): void {
    const { host } = this;
    const { texts, language } = host.ui;
    const selectBefore = host.selected;
    this.tree.follow(edit);
    host.draft.edit(edit.steps, what, { select: edit.select, selectBefore });
    host.select(edit.select, { focus: then === 'focus', field: then === 'field' });
    host.announce(texts.editor.done(textIn(what, language)));
  }
}
