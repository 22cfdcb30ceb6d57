/** Which codes: those of a shared set, of one that is written here, or of several. */
import { html, nothing } from 'lit';
import { inlineCodes } from '../../../authoring/editing/index.ts';
import { isObject } from '../../../json/values.ts';
import { pointer as pointerOf } from '../../../json/paths.ts';
import { describeCodes } from '../../../profile/index.ts';
import { whatOf } from '../context.ts';
import { startOf } from '../fields/starts.ts';
import { selection } from './choices.ts';
import { idOf, type Control } from './props.ts';
import { rows } from './rows.ts';

/** Values of the choice that are no names: a name begins with a letter or a digit. */
const own = '=own';
const several = '=several';

export const codes: Control<'codes'> = (props) => {
  const { context, kind, pointer, value, label, labelName, isOptional, inner } = props;
  const { texts, document } = context;
  const sets = isObject(document['codes']) ? document['codes'] : {};
  const choose = (chosen: string) => {
    if (chosen === '') context.put(pointer, undefined, labelName);
    else if (chosen === several)
      context.put(pointer, value === undefined ? [startOf(kind)] : [value], labelName);
    else if (chosen !== own) context.put(pointer, chosen, labelName);
    else {
      const copy = inlineCodes(document, pointer);
      if (copy) context.change(copy.steps, whatOf('change', labelName));
      else context.put(pointer, firstOf(value) ?? startOf(kind), labelName);
    }
  };
  const chosen = isObject(value)
    ? own
    : Array.isArray(value)
      ? several
      : typeof value === 'string'
        ? value
        : '';
  const isInList = /\/\d+$/.test(pointer);
  return html`<div class="codes">
    ${selection(props, {
      name: label,
      chosen,
      options: [
        ...(isOptional ? [{ value: '', label: texts.anyCode }] : []),
        ...Object.entries(sets).map(([name, set]) => {
          const title = isObject(set) ? context.textIn(set['title']) : '';
          return { value: name, label: texts.sharedSet(title === '' ? name : title) };
        }),
        { value: own, label: texts.ownSet },
        ...(isInList ? [] : [{ value: several, label: texts.severalSets }]),
      ],
      choose,
    })}
    ${
      chosen === own
        ? html`<div class="group">${inner.part({ context, part: 'codeSet', pointer, value })}</div>`
        : nothing
    }
    ${
      chosen === several
        ? rows({
            ...props,
            kind: { kind: 'rows', of: kind, least: 1, most: 20 },
            id: idOf(pointer, 'several'),
            label,
          })
        : nothing
    }
    ${typeof value === 'string' ? shared(props, value) : nothing}
  </div>`;
};

function firstOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return isObject(first) ? first : undefined;
}

/** What a shared set holds, and the way to it. */
function shared({ context }: Parameters<Control<'codes'>>[0], name: string) {
  const { texts, language, host } = context;
  const { profile } = host.draft.state.readable;
  const isKnown = profile?.codes !== undefined && Object.hasOwn(profile.codes, name);
  return html`<p class="shared">
    ${isKnown ? html`<span>${describeCodes(name, profile, language)}</span>` : nothing}
    <button
      type="button"
      class="link"
      @click=${() => host.select(`/codes${pointerOf([name])}`, { field: true })}
    >
      ${texts.openSet}
    </button>
  </p>`;
}
