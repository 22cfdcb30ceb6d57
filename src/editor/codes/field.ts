/** Which codes a place asks for: code sets that are shared, and sets that are written there; one is enough (R2a). */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  addSet,
  freeSetName,
  inlineCodes,
  newSet,
  removeSet,
  setsAt,
  shareCodes,
  sharedSets,
  typesAskedAt,
  usesOfSets,
  type AskedSet,
} from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { keysOf, pointer as pointerOf, valueAt } from '../../json/paths.ts';
import type { RecordType } from '../../record/index.ts';
import type { EditorHost } from '../host.ts';
import { codesOf, type CodesPart } from './part.ts';
import type { FieldState } from './field-state.ts';
import { codeSet } from './set.ts';
import { faultsAt } from './told.ts';
import { titleFields } from './title.ts';
import { idOf, localTextOf, systemNames, titleOf } from './words.ts';

export interface CodeFieldOf {
  readonly host: EditorHost;
  /** JSON Pointer of what asks for codes (`…/codes`, or one of `…/prefer`), or of a shared set (`/codes/demens`). */
  readonly pointer: string;
}

/** Draws the field of codes at a place, with all that can be done to them. To draw it changes nothing. */
export function codeField({ host, pointer }: CodeFieldOf): TemplateResult {
  const part = codesOf(host);
  const field = part.stateOf(pointer);
  const { document } = host.draft.state;
  const words = host.ui.texts.editorCodes;
  const path = keysOf(pointer);
  const asked = setsAt(document, path);
  const types = typesAskedAt(document, path);
  return html`<div
    class="code-field"
    role="group"
    aria-label=${words.group}
    data-pointer=${pointer}
  >
    ${faultsAt(part, pointer, ...asked.flatMap(({ path: own, setPath }) => (own === setPath ? [] : [pointerOf(own)])))}
    ${asked.length === 0 ? html`<p class="muted">${words.anyCode}</p>` : nothing}
    ${asked.length > 1 ? html`<p class="muted">${words.orSets}</p>` : nothing}
    ${repeat(
      asked,
      (each) => pointerOf(each.path),
      (each) => askedSet(part, field, each, types),
    )}
    ${asked.some(({ set }) => (set?.include.length ?? 0) > 0) ? field.missed.template() : nothing}
    ${additions(part, field, asked, types)}
  </div>`;
}

/** One of the sets, with what can be done to it as a whole. */
function askedSet(
  part: CodesPart,
  field: FieldState,
  asked: AskedSet,
  types: readonly RecordType[],
): TemplateResult {
  const { host } = part;
  const words = host.ui.texts.editorCodes;
  const { name, set, path, setPath } = asked;
  const place = pointerOf(path);
  const setPlace = pointerOf(setPath);
  const title = name === undefined ? words.own : words.shared(titleOfSet(part, name));
  return html`<div
    role="group"
    class="asked"
    aria-label=${title}
    data-pointer=${place === setPlace ? nothing : place}
  >
    <header>
      <h4>${title}</h4>
      <span class="deeds">
        ${
          name === undefined
            ? html`<button
                type="button"
                class="link"
                id=${idOf(place, 'share')}
                @click=${() => {
                  field.shareName = freeSetName(host.draft.state.document, wishedName(part, place));
                  part.focus(`#${idOf(place, 'share-name')}`);
                }}
              >
                ${words.makeShared}
              </button>`
            : html`<button
                  type="button"
                  class="link"
                  @click=${() => host.select(setPlace, { field: true })}
                >
                  ${words.open}</button
                ><button
                  type="button"
                  class="link"
                  @click=${() => {
                    part.apply(
                      inlineCodes(host.draft.state.document, place),
                      ({ editorCodes }) => editorCodes.deeds.inline,
                    );
                    part.focus(`#${idOf(place, 'share')}`);
                  }}
                >
                  ${words.makeOwn}
                </button>`
        }
        <button
          type="button"
          class="link"
          @click=${() => {
            part.edit(
              removeSet(host.draft.state.document, keysOf(field.place), path),
              ({ editorCodes }) => editorCodes.deeds.removeSet,
            );
            part.focus(`#${idOf(field.place, 'add-shared')}`, `#${idOf(field.place, 'add-new')}`);
          }}
        >
          ${words.removeSet}
        </button>
      </span>
    </header>
    ${sharedBy(part, name)}
    ${name === undefined && field.shareName !== undefined ? shareForm(part, field, place) : nothing}
    ${
      name === undefined && hasTitle(part, setPlace)
        ? html`<div class="set-names" data-pointer="${setPlace}/title">
            ${titleFields(part, setPlace)}
          </div>`
        : nothing
    }
    ${
      set
        ? codeSet({ part, field, place: setPlace, set, types })
        : html`<p class="notice critical">${words.noSet(name ?? '')}</p>`
    }
  </div>`;
}

/** A set that is used here alone seldom has a title: its fields are drawn where it has. */
function hasTitle({ host }: CodesPart, place: string): boolean {
  return valueAt(host.draft.state.document, [...keysOf(place), 'title']) !== undefined;
}

/** That a change here is one in other places too. */
function sharedBy({ host }: CodesPart, name: string | undefined): unknown {
  const uses =
    name === undefined ? 0 : (usesOfSets(host.draft.state.document).get(name)?.length ?? 0);
  if (uses < 2) return nothing;
  const { texts, language } = host.ui;
  return html`<p class="muted">${texts.editorCodes.sharedBy(formatCount(uses, language))}</p>`;
}

/** What a shared set is called: its title, else its name. */
function titleOfSet(part: CodesPart, name: string): string {
  const { draft, ui } = part.host;
  const title = localTextOf(valueAt(draft.state.document, ['codes', name, 'title']), ui);
  return title === '' ? name : title;
}

/** By what it is of: the marker's id, the item's. */
function wishedName(part: CodesPart, place: string): string {
  const { document } = part.host.draft.state;
  const [section = '', index = ''] = keysOf(place);
  const id = valueAt(document, [section, index, 'id']);
  return typeof id === 'string' ? id : section;
}

function shareForm(part: CodesPart, field: FieldState, place: string): TemplateResult {
  const { host } = part;
  const words = host.ui.texts.editorCodes;
  const id = idOf(place, 'share-name');
  const close = (focus: string) => {
    field.shareName = undefined;
    part.focus(focus, `#${idOf(place, 'share')}`);
  };
  return html`<form
    class="share"
    @submit=${(event: Event) => {
      event.preventDefault();
      const name = field.shareName?.trim() ?? '';
      const document = host.draft.state.document;
      part.apply(shareCodes(document, place, name), ({ editorCodes }) => editorCodes.deeds.share);
      close(`[data-pointer="${CSS.escape(field.place)}"] header button`);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close(`#${idOf(place, 'share')}`);
    }}
  >
    <label for=${id}>${words.name}</label>
    <input
      id=${id}
      class="field"
      required
      pattern="[\\p{L}\\d][\\p{L}\\d._\\-]*"
      maxlength="100"
      title=${words.nameWrong}
      .value=${field.shareName ?? ''}
      @input=${(event: Event) => {
        field.shareName = (event.target as HTMLInputElement).value;
      }}
    />
    <button type="submit" class="button primary">${words.share}</button>
    <button type="button" class="button" @click=${() => close(`#${idOf(place, 'share')}`)}>
      ${words.cancel}
    </button>
  </form>`;
}

/** The system that records of a type are in, where they say nothing else (R1). */
const usualSystem: Partial<Readonly<Record<RecordType, string>>> = {
  diagnosis: 'ICPC-2',
  medication: 'ATC',
  vaccination: 'ATC',
  result: 'NPU',
  service: 'YDELSE',
};

/** More sets: a shared one by its name, or a new one of a system. */
function additions(
  part: CodesPart,
  field: FieldState,
  asked: readonly AskedSet[],
  types: readonly RecordType[],
): TemplateResult {
  const { host } = part;
  const { document } = host.draft.state;
  const words = host.ui.texts.editorCodes;
  const path = keysOf(field.place);
  const names = new Set(asked.map(({ name }) => name));
  const shared = sharedSets(document).filter(({ name }) => !names.has(name));
  const usual = (types[0] && usualSystem[types[0]]) ?? 'LOCAL';
  const system = field.newSystem ?? (asked.length === 0 ? usual : 'SKS');
  const add = (set: object | string) => {
    const next = [...asked.map(({ path: each }) => each)].length;
    part.edit(addSet(document, path, set), ({ editorCodes }) => editorCodes.deeds.addSet);
    field.newSystem = undefined;
    const own = next === 0 ? field.place : `${field.place}/${next}`;
    part.focus(
      typeof set === 'string' ? `#${idOf(field.place, 'add-shared')}` : `#${idOf(own, 'search')}`,
    );
  };
  const [useId, newId] = [idOf(field.place, 'add-shared'), idOf(field.place, 'add-new')];
  return html`<div class="more-sets">
    ${
      shared.length === 0
        ? nothing
        : html`<label for=${useId}>${words.useShared}</label>
            <select
              id=${useId}
              class="field"
              @change=${(event: Event) => {
                const select = event.target as HTMLSelectElement;
                const { value } = select;
                select.value = '';
                if (value !== '') add(value);
              }}
            >
              <option value="">${words.chooseShared}</option>
              ${shared.map(
                ({ name, set }) =>
                  html`<option value=${name}>
                    ${titleOfSet(part, name)} (${titleOf(set?.system ?? '')},
                    ${words.count(formatCount(set?.include.length ?? 0, host.ui.language), set?.include.length === 1)})
                  </option>`,
              )}
            </select>`
    }
    <label for=${newId}>${words.newSet}</label>
    <span class="new-set"
      ><select
        id=${newId}
        class="field"
        @change=${(event: Event) => {
          field.newSystem = (event.target as HTMLSelectElement).value;
          host.requestUpdate();
        }}
      >
        ${systemNames.map(
          (name) =>
            html`<option value=${name} ?selected=${name === system}>${titleOf(name)}</option>`,
        )}</select
      ><button type="button" class="button" @click=${() => add(newSet(titleOf(system)))}>
        ${words.addSet}
      </button></span
    >
  </div>`;
}
