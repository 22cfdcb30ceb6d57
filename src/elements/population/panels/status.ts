import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { memberForm, type MemberProps } from '../../shared/round-member.ts';

/** How far one patient has come in the round, from the list. */
export function statusPanel(name: string, props: MemberProps): TemplateResult {
  return html`<h3><bdi>${name}</bdi></h3>
    ${keyed(props.patientId, memberForm(props))}`;
}
