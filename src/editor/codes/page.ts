/** The page of a shared code set: what it is called, its codes, and where it is used. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renameCodes, setsAt, typesAskedAt, usesOfSets } from '../../authoring/index.ts';
import { keysOf, pointer as pointerOf } from '../../json/paths.ts';
import { codesOf, type CodesPart } from './part.ts';
import type { CodeFieldOf } from './field.ts';
import { codeSet } from './set.ts';
import { titleFields } from './title.ts';
import { idOf, placeWords } from './words.ts';

/** Draws the page of a shared set, by its JSON Pointer (`/codes/demens`). To draw it changes nothing. */
export function codeSetPage({ host, pointer }: CodeFieldOf): TemplateResult {
  const part = codesOf(host);
  const { document } = host.draft.state;
  const path = keysOf(pointer);
  const name = path[1] ?? '';
  const words = host.ui.texts.editorCodes;
  const [asked] = setsAt(document, path);
  if (!asked?.set) return html`<p class="notice">${words.noSet(name)}</p>`;
  const field = part.stateOf(pointer);
  return html`<div class="code-field code-page">
    ${names(part, pointer, name)}
    ${codeSet({ part, field, place: pointer, set: asked.set, types: typesAskedAt(document, path) })}
    ${asked.set.include.length > 0 ? field.missed.template() : nothing} ${used(part, name)}
    <p>
      <button
        type="button"
        class="button"
        @click=${() => {
          part.edit([{ op: 'remove', path: pointer }], ({ editorCodes }) =>
            editorCodes.deeds.remove(name),
          );
          host.select('/codes', { focus: true });
        }}
      >
        ${words.removeWhole}
      </button>
    </p>
  </div>`;
}

function names(part: CodesPart, pointer: string, name: string): TemplateResult {
  const { host } = part;
  const words = host.ui.texts.editorCodes;
  const id = idOf(pointer, 'name');
  return html`<div class="set-names">
    <label for=${id}>${words.setName}</label>
    <input
      id=${id}
      class="field"
      pattern="[\\p{L}\\d][\\p{L}\\d._\\-]*"
      title=${words.nameWrong}
      .value=${live(name)}
      @change=${(event: Event) => rename(part, name, event.target as HTMLInputElement)}
    />
    <span class="titles" data-pointer="${pointer}/title">${titleFields(part, pointer)}</span>
  </div>`;
}

/** What is no name, or is taken, is told by the field; the set keeps its own. */
function rename(part: CodesPart, name: string, input: HTMLInputElement): void {
  const { host } = part;
  const next = input.value.trim();
  if (next === name) return;
  const edit =
    input.validity.patternMismatch || next === ''
      ? undefined
      : renameCodes(host.draft.state.document, name, next);
  if (!edit) {
    const words = host.ui.texts.editorCodes;
    host.announce(
      input.validity.patternMismatch || next === '' ? words.nameWrong : words.nameTaken,
    );
    host.requestUpdate();
    return;
  }
  part.apply(edit, ({ editorCodes }) => editorCodes.deeds.rename);
  const to = pointerOf(['codes', next]);
  host.select(to);
  part.focus(`#${idOf(to, 'name')}`);
}

/** Where the set is asked for, each a way there. */
function used(part: CodesPart, name: string): TemplateResult {
  const { host } = part;
  const { document } = host.draft.state;
  const words = host.ui.texts.editorCodes;
  const uses = usesOfSets(document).get(name) ?? [];
  if (uses.length === 0) return html`<p><span class="chip warning">${words.unused}</span></p>`;
  const head = idOf(`/codes/${name}`, 'used');
  return html`<h4 id=${head}>${words.used}</h4>
    <ul class="used" aria-labelledby=${head}>
      ${uses.map(({ codes }) => {
        const place = partOf(codes.map(String));
        return html`<li>
          <button type="button" class="link" @click=${() => host.select(place, { focus: true })}>
            ${placeWords(document, place, host.ui)}
          </button>
          ${detailOf(part, place)}
        </li>`;
      })}
    </ul>`;
}

/** The row of the tree around a place that asks for codes: its criterion, or its entry. */
function partOf(keys: readonly string[]): string {
  const ends = keys.findLastIndex((key) => key === 'codes' || key === 'prefer');
  // The query's type stands between the criterion and its codes; an item has them itself.
  const isItem = keys[0] === 'information' && ends === 2;
  return pointerOf(keys.slice(0, isItem ? 2 : Math.max(2, ends - 1)));
}

/** What the tree calls the criterion, where it has a row of its own. */
function detailOf(part: CodesPart, place: string): unknown {
  const name = part.host.nameOf(place);
  return name === place || keysOf(place).length <= 2
    ? nothing
    : html`<span class="muted">${name}</span>`;
}
