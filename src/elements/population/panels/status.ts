import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { formatCpr } from '../../../model/index.ts';
import { memberForm, type MemberProps } from '../../shared/round-member.ts';
import type { Ui } from './ui.ts';

/** How far one patient has come in the round, from the list. The name stays in sight as long as anything is written. */
export function statusPanel(props: MemberProps & { readonly ui: Ui }): TemplateResult {
  const { id, name, cpr } = props.person;
  return html`<h3 class="whose">
      <bdi>${name || props.ui.texts.patient.noName}</bdi>
      ${cpr === undefined ? nothing : html`<span class="muted">${formatCpr(cpr)}</span>`}
    </h3>
    ${keyed(`${id} ${props.round.profile?.id}`, memberForm(props))}`;
}
