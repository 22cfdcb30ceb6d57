/** What is wrong with a part of a document, at its place. */
import { html, nothing } from 'lit';
import { explain, type ProfileIssue } from '../../model/index.ts';
import type { ReadableProfile } from '../../model/viewer/index.ts';
import type { DocumentProps } from './drawn.ts';
import type { Ui } from './ui.ts';

/** The errors of one part, each with what is wrong and how to mend it. */
export function faultsAt(path: string, { readable, ui }: Pick<DocumentProps, 'readable' | 'ui'>) {
  const issues = readable.faults.get(path);
  if (!issues) return nothing;
  return html`<div class="fault" data-fault=${path}>
    <p class="label">
      ${ui.texts.profile.unreadable}${path ? html` <code>${path}</code>` : nothing}
    </p>
    <ul>
      ${issues.map((issue) => html`<li>${wordsOf(issue, readable, ui)}</li>`)}
    </ul>
  </div>`;
}

/** What depends on a code set that cannot be read is not wrong itself. */
function wordsOf(issue: ProfileIssue, { faults }: ReadableProfile, ui: Ui): string {
  const { code, details } = issue;
  const name = code === 'unknown-codes' ? String(details['name']) : undefined;
  if (name !== undefined && faults.has(`/codes/${name}`)) return ui.texts.profile.dependsOn(name);
  const { message, fix } = explain(issue);
  return `${message[ui.language]} ${fix[ui.language]}`;
}
