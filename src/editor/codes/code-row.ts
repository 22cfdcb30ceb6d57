/** One code of a set, with what it is called, how many here have it, and what stands below it. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  addCodes,
  moveCode,
  removeCodes,
  Terms,
  type NewCode,
  type Term,
} from '../../authoring/index.ts';
import { textIn } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { keysOf, valueAt } from '../../json/paths.ts';
import { isHierarchical, normalizeEntry, normalizeSystem } from '../../record/index.ts';
import { icons } from '../../ui/icons.ts';
import type { EntryNote } from './faults.ts';
import { matcherOf } from './search.ts';
import type { SetOf } from './context.ts';
import type { SetState } from './set-state.ts';
import { faultsAt } from './told.ts';
import { idOf, isBeginning, localTextOf } from './words.ts';

export interface RowOf extends SetOf {
  readonly state: SetState;
  readonly list: 'include' | 'exclude';
  readonly entry: string;
  readonly index: number;
  readonly fault: EntryNote | undefined;
}

export function codeRow(row: RowOf): TemplateResult {
  const { part, state, list, entry, index, set, place } = row;
  const words = part.host.ui.texts.editorCodes;
  const known = part.known.of(set.system, entry);
  const term = typeof known === 'object' ? known : undefined;
  const isOpen = state.opened.has(`${list} ${entry}`);
  const own = `${place}/${list}/${index}`;
  const hasBelow = term !== undefined && term.hasChildren !== false;
  const move = list === 'include' ? words.leaveOut : words.takeIn;
  return html`<li data-pointer=${own}>
    <div class="entry">
      ${
        hasBelow
          ? html`<button
              type="button"
              class="twist"
              aria-expanded=${isOpen}
              aria-label=${isOpen ? words.hideBelow(entry) : words.showBelow(entry)}
              @click=${() => toggle(state, `${list} ${entry}`, part)}
            >
              ${isOpen ? icons.more() : icons.next()}
            </button>`
          : html`<span class="twist"></span>`
      }
      <span class="code">${entry}</span>
      <span class="what">
        <span class="called">${calledOf(row, term)}</span>${notes(row, known)}${patients(row)}
      </span>
      <span class="deeds">
        <button
          type="button"
          class="link"
          aria-label="${move}: ${entry}"
          @click=${() => moveEntry(row)}
        >
          ${move}
        </button>
        <button
          type="button"
          class="icon-button remove"
          aria-label="${words.remove}: ${entry}"
          title=${words.remove}
          @click=${() => remove(row)}
        >
          ${icons.close()}
        </button>
      </span>
    </div>
    ${faultsAt(part, own, `${place}/names/${entry}`)}
    ${isOpen ? below(row, term?.code ?? entry, entry) : nothing}
  </li>`;
}

/** What the terminology calls it, else the profile. */
function calledOf({ part, place, entry }: RowOf, term: Term | undefined): string {
  const { ui, draft } = part.host;
  if (term) return textIn(term.text, ui.language);
  return localTextOf(valueAt(draft.state.document, [...keysOf(place), 'names', entry]), ui);
}

function notes(row: RowOf, known: Term | 'unknown' | undefined): unknown {
  const { part, fault, entry, set, place, list, index } = row;
  const words = part.host.ui.texts.editorCodes;
  const chip = (text: string, level = 'warning') =>
    html`<span class="chip ${level}">${text}</span>`;
  const isRange = /-/.test(normalizeEntry(normalizeSystem(set.system), entry));
  const replacedBy = typeof known === 'object' ? known.replacedBy : undefined;
  return html`${fault?.kind === 'twice' ? chip(words.twice) : nothing}
  ${fault?.kind === 'covered' ? chip(words.covered(fault.by), 'info') : nothing}
  ${fault?.kind === 'notACode' ? chip(words.notACode) : nothing}
  ${known === 'unknown' && !fault && !isRange && !isBeginning(set.system, entry) ? chip(words.unknown) : nothing}
  ${typeof known === 'object' && known.retired ? chip(words.retired) : nothing}
  ${
    replacedBy === undefined
      ? nothing
      : html`<button
          type="button"
          class="link"
          @click=${() =>
            part.edit(
              [{ op: 'replace', path: `${place}/${list}/${index}`, value: replacedBy }],
              ({ editorCodes }) => editorCodes.deeds.replace(entry),
            )}
        >
          ${words.replace(replacedBy)}
        </button>`
  }`;
}

/** How many in the clinic have it: at least so many. */
function patients({ part, types, set, entry, list }: RowOf): unknown {
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  const count = part.counts.patientsOf(types, set.system, entry);
  if (count === undefined) return nothing;
  if (count === 0 && list === 'include')
    return html`<span class="chip unknown">${words.nobody}</span>`;
  return html`<span class="muted"
    >${words.patients(formatCount(count, language), count === 1)}</span
  >`;
}

function toggle(state: SetState, key: string, part: RowOf['part']): void {
  if (!state.opened.delete(key)) state.opened.add(key);
  part.host.requestUpdate();
}

function moveEntry(row: RowOf): void {
  const { part, place, list, index, entry } = row;
  const { document } = part.host.draft.state;
  part.edit(moveCode(document, keysOf(place), list, index), ({ editorCodes: { deeds } }) =>
    list === 'include' ? deeds.leaveOut(entry) : deeds.takeIn(entry),
  );
  focusNear(row);
}

function remove(row: RowOf): void {
  const { part, place, list, index, entry } = row;
  const { document } = part.host.draft.state;
  const words = part.host.ui.texts.editorCodes;
  part.edit(
    removeCodes(document, keysOf(place), list, [index]),
    ({ editorCodes }) => editorCodes.deeds.remove(entry),
    { said: words.removed(entry) },
  );
  focusNear(row);
}

/** What comes after the row, else what is before it, else the field of the search. */
function focusNear({ part, place, list, index }: RowOf): void {
  const at = (row: number) => `[data-pointer="${CSS.escape(`${place}/${list}/${row}`)}"] .remove`;
  part.focus(at(index), at(index - 1), `#${idOf(place, 'search')}`);
}

/** So many of the codes below one are drawn at first. */
const childrenAtFirst = 50;

/** The codes below one: in a tree they are in with it, and can be left out; elsewhere they can be added. */
function below(row: RowOf, code: string, key: string): TemplateResult {
  const { part, state, set } = row;
  const { texts } = part.host.ui;
  const words = texts.editorCodes;
  const children = state.childrenOf(set.system, code);
  if (children === undefined) return html`<p class="muted below">${words.searching}</p>`;
  if (children === 'failed')
    return html`<p class="muted below">
      ${words.failed}
      <button type="button" class="link" @click=${() => state.retryChildren(code)}>
        ${words.retry}
      </button>
    </p>`;
  if (children.length === 0) return html`<p class="muted below">${words.nothingBelow(code)}</p>`;
  const isIn = matcherOf(set);
  const missing = children.filter((child) => !isIn(child.code));
  const isTop =
    code === key || normalizeEntry(set.system, code) === normalizeEntry(set.system, key);
  const most = state.childrenShown.get(code) ?? childrenAtFirst;
  return html`<ul class="below">
      ${children.slice(0, most).map((child) => childRow(row, child, isIn(child.code)))}
    </ul>
    ${
      children.length > most
        ? html`<button
            type="button"
            class="link below"
            @click=${() => {
              state.childrenShown.set(code, most + childrenAtFirst * 4);
              part.host.requestUpdate();
            }}
          >
            ${words.more(formatCount(Math.min(children.length - most, childrenAtFirst * 4), part.host.ui.language))}
          </button>`
        : nothing
    }
    ${isTop && row.list === 'include' ? allBelow(row, children, missing, code) : nothing}`;
}

function childRow(row: RowOf, child: Term, isIn: boolean): TemplateResult {
  const { part, state, list } = row;
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  const key = `${list} ${row.entry} ${child.code}`;
  const isOpen = state.opened.has(key);
  const canLeaveOut = isIn && list === 'include';
  return html`<li>
    <div class="entry">
      ${
        child.hasChildren === false
          ? html`<span class="twist"></span>`
          : html`<button
              type="button"
              class="twist"
              aria-expanded=${isOpen}
              aria-label=${isOpen ? words.hideBelow(child.code) : words.showBelow(child.code)}
              @click=${() => toggle(state, key, part)}
            >
              ${isOpen ? icons.more() : icons.next()}
            </button>`
      }
      <span class="code">${child.code}</span>
      <span class="what"
        ><span class="called">${textIn(child.text, language)}</span>${
          list === 'include'
            ? html`<span class="chip ${isIn ? 'info' : 'unknown'}"
                >${isIn ? words.isIn : words.isOut}</span
              >`
            : nothing
        }${patients({ ...row, entry: child.code, list: 'exclude' })}</span
      >
      <span class="deeds">
        ${
          list === 'exclude'
            ? nothing
            : html`<button
                type="button"
                class="link"
                aria-label="${canLeaveOut ? words.leaveOut : words.takeIn}: ${child.code}"
                @click=${() => (canLeaveOut ? leaveOut(row, [child]) : takeIn(row, [child]))}
              >
                ${canLeaveOut ? words.leaveOut : words.takeIn}
              </button>`
        }
      </span>
    </div>
    ${isOpen ? below(row, child.code, row.entry) : nothing}
  </li>`;
}

/** All of them at once: into the set where a code stands for itself alone, out of it where it stands for them too. */
function allBelow(
  row: RowOf,
  children: readonly Term[],
  missing: readonly Term[],
  code: string,
): unknown {
  const { part, set } = row;
  const { texts, language } = part.host.ui;
  const words = texts.editorCodes;
  if (!isHierarchical(set.system))
    return missing.length === 0
      ? nothing
      : html`<button
          type="button"
          class="link below"
          @click=${async () => takeIn(row, await allOf(row, code, missing))}
        >
          ${words.addAllBelow(formatCount(missing.length, language))}
        </button>`;
  const covered = children.filter((child) => Terms.coversBelow(set.system, row.entry, child.code));
  if (covered.length === 0 || missing.length === children.length) return nothing;
  return html`<button
    type="button"
    class="link below"
    @click=${() =>
      leaveOut(
        row,
        covered.filter((child) => !missing.includes(child)),
      )}
  >
    ${words.onlyItself}
  </button>`;
}

/** With all that is below them, where the terminology answers. */
async function allOf({ part, set }: RowOf, code: string, missing: readonly Term[]) {
  try {
    return (await part.terms?.descendants(set.system, code))?.terms ?? missing;
  } catch {
    return missing;
  }
}

function newCodes(terms: readonly Term[]): readonly NewCode[] {
  return terms.map(({ code, text }) => ({ entry: code, text }));
}

/** Takes codes below another out again. */
function leaveOut(row: RowOf, terms: readonly Term[]): void {
  const { part, place } = row;
  const names = terms.map(({ code }) => code).join(', ');
  const { document } = part.host.draft.state;
  part.edit(
    addCodes(document, keysOf(place), 'exclude', newCodes(terms)),
    ({ editorCodes }) => editorCodes.deeds.leaveOut(names),
    { said: `${part.host.ui.texts.editorCodes.exclude}: ${names}` },
  );
}

/** Takes codes in: those that were taken out are no longer, and the others are added. */
function takeIn(row: RowOf, terms: readonly Term[]): void {
  const { part, place, set } = row;
  const { document } = part.host.draft.state;
  const system = normalizeSystem(set.system);
  const wanted = new Set(terms.map(({ code }) => normalizeEntry(system, code)));
  const out = set.exclude.flatMap((each, index) =>
    wanted.has(normalizeEntry(system, each)) ? [index] : [],
  );
  const taken = new Set(out.map((index) => normalizeEntry(system, set.exclude[index]!)));
  const added = terms.filter(({ code }) => !taken.has(normalizeEntry(system, code)));
  const names = terms.map(({ code }) => code).join(', ');
  part.edit(
    [
      ...(added.length > 0 ? addCodes(document, keysOf(place), 'include', newCodes(added)) : []),
      ...removeCodes(document, keysOf(place), 'exclude', out),
    ],
    ({ editorCodes }) => editorCodes.deeds.takeIn(names),
    { said: part.host.ui.texts.editorCodes.added(names) },
  );
}
