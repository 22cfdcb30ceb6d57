/** The checks of the profile under way: a list, badges in the tree, and keys that go from one to the next and mend it. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { textIn } from '../../i18n/language.ts';
import { keysOf, pointer } from '../../json/paths.ts';
import { Memo } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { whatOf } from '../ui.ts';
import { FindingsOfDraft, rowOfPlace, type EditorFinding } from './findings.ts';

/** So many are shown in the list. */
const mostShown = 200;

export class ChecksPanel implements EditorPanel {
  readonly #findings: FindingsOfDraft;
  readonly #rows = new Memo<ReadonlyMap<string, readonly EditorFinding[]>>();
  /** The place in the list of the one that is looked at. */
  #current = -1;
  /** A finding was mended by the key: the next one is gone to when what is left is known. */
  #goesOn = false;

  constructor(private readonly host: EditorHost) {
    this.#findings = new FindingsOfDraft(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.#onKey);
    this.#findings.stop();
  }

  hostUpdated(): void {
    const { isReviewed, all } = this.#findings.now;
    if (!this.#goesOn || !isReviewed) return;
    this.#goesOn = false;
    if (all.length > 0) this.#go(Math.min(this.#current, all.length - 1));
    else this.host.announce(this.#text.allDone);
  }

  badge(): unknown {
    const { all } = this.#findings.now;
    const told = all.filter(({ severity }) => severity !== 'note').length;
    return told > 0 ? html`<span class="count ${worst(all)}">${told}</span>` : nothing;
  }

  rowBadges(place: string): unknown {
    const found = this.#inRow(place);
    const [first] = found;
    if (!first) return nothing;
    const said = this.#text.found(found.length, textIn(first.message, this.host.ui.language));
    return html`<span class="finding-badge ${worst(found)}" title=${said} aria-hidden="true"
      >${mark(first.severity)}${found.length > 1 ? found.length : nothing}</span
    >`;
  }

  rowWords(place: string): string | undefined {
    const found = this.#inRow(place);
    const count = (severity: EditorFinding['severity']) =>
      found.filter((each) => each.severity === severity).length;
    const { counts } = this.#text;
    const words = (['error', 'warning', 'note'] as const).flatMap((severity) =>
      count(severity) > 0 ? [counts[severity](count(severity))] : [],
    );
    return words.length > 0 ? words.join(', ') : undefined;
  }

  formHead(place: string): unknown {
    const found = this.#inRow(place);
    if (found.length === 0) return nothing;
    return html`<ul class="findings at-form" aria-label=${this.#text.here}>
      ${found.slice(0, mostShown).map((each) => this.#item(each))}
    </ul>`;
  }

  template(): TemplateResult {
    const { all, isWhole } = this.#findings.now;
    const text = this.#text;
    return html`<div class="checks">
      <p class="muted keys-hint">${text.keys}</p>
      <p class="checks-state" role="status">
        ${!isWhole ? text.underWay : all.length === 0 ? text.none : nothing}
      </p>
      <ol class="findings">
        ${repeat(
          all.slice(0, mostShown),
          ({ code, path }, index) => `${code} ${path} ${index}`,
          (each) => this.#item(each),
        )}
      </ol>
      ${all.length > mostShown ? html`<p class="muted">${text.more(all.length - mostShown)}</p>` : nothing}
    </div>`;
  }

  get #text() {
    return this.host.ui.texts.editorChecks;
  }

  /** Of a criterion its own; of an entry all that is in it, for it may be closed. */
  #inRow(place: string): readonly EditorFinding[] {
    const { all } = this.#findings.now;
    return this.#rows.of([all], () => byRow(all)).get(place) ?? [];
  }

  #item(finding: EditorFinding): TemplateResult {
    const { language } = this.host.ui;
    const text = this.#text;
    const index = this.#findings.now.all.indexOf(finding);
    const { severity, path, message, todo, fix } = finding;
    return html`<li class="finding ${severity}" aria-current=${index === this.#current}>
      <span class="severity">${mark(severity)} ${text.severities[severity]}</span>
      <button type="button" class="link" @click=${() => this.#go(index)}>
        ${textIn(message, language)}
      </button>
      <span class="todo">${textIn(todo, language)}</span>
      <code class="place">${path || text.whole}</code>
      ${
        fix
          ? html`<button type="button" class="button" @click=${() => this.#mend(index)}>
              ${text.fix}
            </button>`
          : nothing
      }
    </li>`;
  }

  #go(index: number): void {
    const finding = this.#findings.now.all[index];
    if (!finding) return;
    this.#current = index;
    const { host } = this;
    const { language } = host.ui;
    host.select(rowOfPlace(finding.path), { focus: true });
    const said = [finding.message, finding.todo].map((each) => textIn(each, language)).join(' ');
    host.announce(
      this.#text.at(index + 1, this.#findings.now.all.length, said, finding.fix !== undefined),
    );
  }

  /** Applies what mends it, as one step of undo, and goes on to the next. */
  #mend(index: number): void {
    const { draft } = this.host;
    const { all, isReviewed } = this.#findings.now;
    const fix = all[index]?.fix;
    // With JSON that cannot be read the document is what stood before it.
    if (!isReviewed || draft.state.text) {
      this.host.announce(this.#text.underWay);
      return;
    }
    if (!fix) {
      this.host.announce(this.#text.noFix);
      return;
    }
    this.#current = index;
    this.#goesOn = true;
    const select = rowOfPlace(all[index]!.path);
    draft.edit(
      fix,
      whatOf(({ editorChecks }) => editorChecks.mended),
      { select, selectBefore: select },
    );
    this.host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
    if (defaultPrevented || altKey) return;
    const { all } = this.#findings.now;
    if (key === 'F8' && !ctrlKey && !metaKey) {
      event.preventDefault();
      if (all.length === 0) this.host.announce(this.#text.none);
      else this.#go((this.#current + (shiftKey ? all.length - 1 : 1) + all.length) % all.length);
    } else if (key === '.' && (ctrlKey || metaKey)) {
      event.preventDefault();
      const here = all.findIndex(({ path, fix }) => fix && rowOfPlace(path) === this.host.selected);
      const current = all[this.#current];
      const isHere = current && rowOfPlace(current.path) === this.host.selected;
      this.#mend(isHere && current.fix ? this.#current : here);
    }
  };
}

/** Findings by the rows that they are told in: each row of the tree asks. */
function byRow(all: readonly EditorFinding[]): ReadonlyMap<string, readonly EditorFinding[]> {
  const rows = new Map<string, EditorFinding[]>();
  for (const each of all) {
    const keys = keysOf(each.path);
    const entry = keys.length > 1 && keys[0] !== 'population' ? pointer(keys.slice(0, 2)) : '';
    for (const row of new Set([rowOfPlace(each.path), ...(entry === '' ? [] : [entry])])) {
      const found = rows.get(row);
      if (found) found.push(each);
      else rows.set(row, [each]);
    }
  }
  return rows;
}

function worst(findings: readonly EditorFinding[]): EditorFinding['severity'] {
  return findings[0]?.severity ?? 'note';
}

function mark(severity: EditorFinding['severity']): TemplateResult {
  return severity === 'error'
    ? icons.critical()
    : severity === 'warning'
      ? icons.warning()
      : icons.info();
}
