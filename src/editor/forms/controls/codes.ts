/** Which codes: those of a shared set, of one that is written here, or of several. */
import { html } from 'lit';
import { codeField } from '../../codes/field.ts';
import type { Control } from './props.ts';

export const codes: Control<'codes'> = ({ context, pointer }) =>
  html`<div class="codes">${codeField({ host: context.host, pointer })}</div>`;
