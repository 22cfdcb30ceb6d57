/** What a code set is called, in both languages. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keysOf, valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import type { CodesContext } from './context.ts';
import { idOf } from './words.ts';

/** Fields for the title of the set at a place. */
export function titleFields(part: CodesContext, place: string): TemplateResult {
  return html`${titleField(part, place, 'da')} ${titleField(part, place, 'en')}`;
}

function titleField(part: CodesContext, place: string, language: 'da' | 'en'): TemplateResult {
  const words = part.host.ui.texts.editorCodes;
  const id = idOf(place, `title-${language}`);
  const title = titleAt(part, place)?.[language];
  return html`<label for=${id}>${language === 'da' ? words.title : words.titleEnglish}</label>
    <input
      id=${id}
      class="field"
      lang=${language}
      data-pointer="${place}/title/${language}"
      .value=${live(typeof title === 'string' ? title : '')}
      @input=${(event: Event) =>
        setTitle(part, place, language, (event.target as HTMLInputElement).value)}
    />`;
}

function titleAt({ host }: CodesContext, place: string) {
  const title = valueAt(host.draft.state.document, [...keysOf(place), 'title']);
  return isObject(title) ? title : undefined;
}

/** An emptied text is taken out; with the last of them the title. */
function setTitle(part: CodesContext, place: string, language: 'da' | 'en', text: string): void {
  const title = titleAt(part, place);
  const { [language]: _, ...others } = title ?? {};
  const next = text === '' ? others : { ...others, [language]: text };
  const path = `${place}/title`;
  const isGone = Object.keys(next).length === 0;
  if (isGone && title === undefined) return;
  part.edit(
    [isGone ? { op: 'remove', path } : { op: 'add', path, value: next }],
    ({ editorCodes }) => editorCodes.deeds.title,
    { merge: `${path}/${language}` },
  );
}
