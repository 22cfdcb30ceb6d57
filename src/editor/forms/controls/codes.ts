/** Which codes: those of a shared set, of one that is written here, or of several. */
import { html } from 'lit';
import { isObject } from '../../../json/values.ts';
import { codeField } from '../../codes/field.ts';
import { leftOver } from '../left-over.ts';
import type { Control } from './props.ts';

export const codes: Control<'codes'> = ({ context, pointer, value }) => {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  const sets = isObject(value)
    ? [{ set: value, own: pointer }]
    : all.map((set, index) => ({ set, own: `${pointer}/${index}` }));
  return html`<div class="codes">
    ${codeField({ host: context.host, pointer })}
    ${sets.map(({ set, own }) => leftOver({ context, part: 'codeSet', pointer: own, value: set }))}
  </div>`;
};
