/** The JSON of the profile under way, to be read and written: what is written here stands in the form, and the other way. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json, jsonLanguage } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
} from '@codemirror/language';
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, Transaction, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type ViewUpdate,
} from '@codemirror/view';
import { draftText, type DraftState, type ProfileDraft } from '../../authoring/index.ts';
import { JsonPlaces } from '../../json/places.ts';
import type { EditorHost } from '../host.ts';
import { whatOf } from '../ui.ts';
import { completeProfile } from './complete.ts';
import { look } from './look.ts';
import { markedPart, pointerAt, setMarked } from './parts.ts';
import { danish } from './phrases.ts';

/** Milliseconds without typing after which what comes next is undone by itself. */
const pause = 1000;

/** Marks a change that comes from the draft, and is not to go back to it. */
const fromDraft = Annotation.define<true>();

/** The pane: lives as long as its panel is open. */
export class JsonPane {
  readonly #view: EditorView;
  #revision = -1;
  /** Whose text is shown: the revisions of another draft are counted anew. */
  #draft: ProfileDraft;
  #selected: string | undefined;
  #language: string | undefined;
  /** Stretches of typing: each is undone as one. */
  #stretch = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: EditorHost) {
    const { draft, ui } = host;
    this.#language = ui.language;
    this.#draft = draft;
    this.#view = new EditorView({
      root: host.renderRoot as ShadowRoot,
      state: EditorState.create({ doc: draftText(draft.state), extensions: this.#extensions() }),
    });
    this.#view.dom.classList.add('json');
  }

  get dom(): HTMLElement {
    return this.#view.dom;
  }

  /** Shows what the draft has become, and what is selected of it. */
  update(): void {
    const { draft, selected, ui } = this.host;
    const { state } = draft;
    // Of another profile neither the text nor the way back is this one's.
    if (ui.language !== this.#language || draft !== this.#draft) this.#renew();
    if (state.revision !== this.#revision) {
      this.#revision = state.revision;
      this.#take(draftText(state));
      this.#mark(state);
      this.#selected = undefined;
    }
    if (selected !== this.#selected) this.#show(selected);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#view.destroy();
  }

  #extensions(): readonly Extension[] {
    const { ui } = this.host;
    const { language, texts } = ui;
    return [
      lineNumbers(),
      codeFolding(),
      foldGutter(),
      highlightSpecialChars(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      json(),
      jsonLanguage.data.of({ autocomplete: completeProfile }),
      autocompletion({ icons: false }),
      markedPart,
      look,
      EditorView.lineWrapping,
      EditorState.tabSize.of(2),
      EditorState.phrases.of(language === 'da' ? danish : {}),
      EditorView.contentAttributes.of({ 'aria-label': texts.editor.jsonLabel, tabindex: '0' }),
      keymap.of([
        { key: 'Mod-z', run: () => this.#step('undo'), preventDefault: true },
        { key: 'Mod-y', run: () => this.#step('redo'), preventDefault: true },
        { key: 'Mod-Shift-z', run: () => this.#step('redo'), preventDefault: true },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...foldKeymap,
        ...searchKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => this.#onUpdate(update)),
      EditorView.domEventHandlers({ blur: () => this.#endStretch() }),
    ];
  }

  #step(way: 'undo' | 'redo'): boolean {
    this.#endStretch();
    this.host.draft[way]();
    this.host.requestUpdate();
    return true;
  }

  #onUpdate({ docChanged, selectionSet, transactions, state }: ViewUpdate): void {
    if (transactions.some((each) => each.annotation(fromDraft))) return;
    const { host } = this;
    if (docChanged) {
      const merge = `json-${this.#stretch}`;
      host.draft.setText(
        state.doc.toString(),
        whatOf(({ editor }) => editor.jsonEdit),
        { merge },
      );
      this.#revision = host.draft.state.revision;
      this.#mark(host.draft.state);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#endStretch(), pause);
    }
    // Of what is half written the places are not known.
    if ((docChanged || selectionSet) && !host.draft.state.text) {
      const pointer = pointerAt(state, state.selection.main.head);
      this.#selected = pointer;
      if (pointer !== host.selected) host.select(pointer);
    }
  }

  #endStretch(): void {
    clearTimeout(this.#timer);
    this.#stretch++;
  }

  /** Takes the draft's text: only what differs is changed, so that the cursor and the view stay. */
  #take(text: string): void {
    const before = this.#view.state.doc.toString();
    if (before === text) return;
    let from = 0;
    const shorter = Math.min(before.length, text.length);
    while (from < shorter && before[from] === text[from]) from++;
    let end = 0;
    while (end < shorter - from && before.at(-1 - end) === text.at(-1 - end)) end++;
    this.#view.dispatch({
      changes: { from, to: before.length - end, insert: text.slice(from, text.length - end) },
      annotations: [fromDraft.of(true), Transaction.addToHistory.of(false)],
    });
  }

  /** Marks what is wrong at its place. */
  #mark({ errors, warnings, text }: DraftState): void {
    const { doc } = this.#view.state;
    const { language } = this.host.ui;
    const places = new JsonPlaces(doc.toString());
    const end = doc.length;
    const at = (path: string, isBroken: boolean) => {
      const from = Math.min(isBroken ? (places.brokenAt ?? end) : places.offsetOf(path), end);
      const line = doc.lineAt(from);
      // As far as the line goes: what is wrong may be as long as the document.
      // Behind the last character there is nothing to underline.
      return { from: from === line.to ? Math.max(line.from, from - 1) : from, to: line.to };
    };
    const diagnostic = (
      { path, message, fix }: DraftState['errors'][number],
      severity: Diagnostic['severity'],
      isBroken = false,
    ): Diagnostic => ({
      ...at(path, isBroken),
      severity,
      message: `${message[language]} ${fix[language]}`,
    });
    // Of a text that cannot be read, what is wrong with the document before it has no place.
    const told = text
      ? [diagnostic(text.error, 'error', true)]
      : [
          ...errors.map((each) => diagnostic(each, 'error')),
          ...warnings.map((each) => diagnostic(each, 'warning')),
        ];
    this.#view.dispatch({
      ...setDiagnostics(this.#view.state, told),
      annotations: fromDraft.of(true),
    });
  }

  /** Shows the part that is selected in the tree or the form. */
  #show(pointer: string): void {
    this.#selected = pointer;
    if (this.host.draft.state.text) return;
    const places = new JsonPlaces(this.#view.state.doc.toString());
    const from = places.offsetOf(pointer);
    const isTypedIn = this.#view.hasFocus;
    this.#view.dispatch({
      effects: [
        setMarked.of(pointer === '' ? undefined : from),
        ...(isTypedIn || pointer === '' ? [] : [EditorView.scrollIntoView(from, { y: 'center' })]),
      ],
      annotations: fromDraft.of(true),
    });
  }

  /** In another language it says other words; of another draft it shows another text. */
  #renew(): void {
    clearTimeout(this.#timer);
    this.#stretch++;
    this.#draft = this.host.draft;
    this.#language = this.host.ui.language;
    this.#revision = -1;
    this.#view.setState(
      EditorState.create({
        doc: draftText(this.host.draft.state),
        extensions: this.#extensions(),
      }),
    );
  }
}
