/** What a profile calls the codes of a set: for who reads it without a terminology. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keysOf, pointer as pointerOf, valueAt } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { followToggle, type CodesContext, type SetOf } from './context.ts';
import { idOf } from './words.ts';

/** So many codes have their fields drawn. */
const mostNamed = 200;

/** Fields for the names of a set's codes, in both languages; names that are of none of its codes among them. */
export function codeNames({ part, open, place, set }: SetOf): unknown {
  const words = part.host.ui.texts.editorCodes;
  const given = valueAt(part.host.draft.state.document, [...keysOf(place), 'names']);
  const names = isObject(given) ? given : {};
  const key = `names ${place}`;
  const isOpen = open.has(key);
  const all = [...new Set([...Object.keys(names), ...set.include, ...set.exclude])];
  if (all.length === 0) return nothing;
  // What has a name is there to be found, if closed; fields for the others only where they are seen.
  const codes = isOpen ? all.slice(0, mostNamed) : Object.keys(names).slice(0, mostNamed);
  return html`<details
    class="codes-more names"
    data-pointer="${place}/names"
    .open=${isOpen}
    @toggle=${followToggle(part, open, key)}
  >
    <summary>${words.names}</summary>
    <p class="muted">${words.namesHint}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.nameOfCode}</th>
          <th scope="col">${words.nameDanish}</th>
          <th scope="col">${words.nameEnglish}</th>
        </tr>
      </thead>
      <tbody>
        ${codes.map((code) => nameRow(part, place, code, names[code]))}
      </tbody>
    </table>
  </details>`;
}

function nameRow(part: CodesContext, place: string, code: string, name: unknown): TemplateResult {
  const texts: JsonObject = isObject(name) ? name : {};
  const own = `${place}/names${pointerOf([code])}`;
  const cell = (language: 'da' | 'en') => {
    const words = part.host.ui.texts.editorCodes;
    const text = texts[language];
    return html`<td>
      <input
        class="field"
        id=${idOf(own, language)}
        lang=${language}
        data-pointer="${own}/${language}"
        aria-label="${code}: ${language === 'da' ? words.nameDanish : words.nameEnglish}"
        .value=${live(typeof text === 'string' ? text : '')}
        @input=${(event: Event) =>
          setName(part, place, code, language, (event.target as HTMLInputElement).value)}
      />
    </td>`;
  };
  return html`<tr data-pointer=${own}>
    <th scope="row" class="code">${code}</th>
    ${cell('da')}${cell('en')}
  </tr>`;
}

/** An emptied name is taken out; with the last of them the names. */
function setName(
  part: CodesContext,
  place: string,
  code: string,
  language: 'da' | 'en',
  text: string,
): void {
  const path = [...keysOf(place), 'names'];
  const given = valueAt(part.host.draft.state.document, path);
  const names = isObject(given) ? given : undefined;
  const name = names?.[code];
  const { [language]: _, ...others } = isObject(name) ? name : {};
  const next = text === '' ? others : { ...others, [language]: text };
  const isEmpty = Object.keys(next).length === 0;
  if (isEmpty && name === undefined) return;
  const isLast = isEmpty && names !== undefined && Object.keys(names).length === 1;
  const own = pointerOf([...path, code]);
  part.edit(
    isLast
      ? [{ op: 'remove', path: pointerOf(path) }]
      : isEmpty
        ? [{ op: 'remove', path: own }]
        : names
          ? [{ op: 'add', path: own, value: next }]
          : [{ op: 'add', path: pointerOf(path), value: { [code]: next } }],
    ({ editorCodes }) => editorCodes.deeds.name(code),
    { merge: `${own}/${language}` },
  );
}
