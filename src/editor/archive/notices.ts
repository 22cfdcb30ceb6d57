/** What stands above the archive: what could not be read, what went wrong, and what became of files. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ArchiveProblem } from '../../archive/index.ts';
import { textIn } from '../../profile/index.ts';
import type { ImportedFile } from './import.ts';
import type { Ui } from './ui.ts';

export interface NoticesProps {
  readonly problems: readonly ArchiveProblem[];
  /** What went wrong with a deed. */
  readonly failure: string | undefined;
  readonly imported: readonly ImportedFile[] | undefined;
  readonly retry: () => void;
  /** Takes away what is said of files. */
  readonly close: () => void;
  readonly ui: Ui;
}

/** The notices; nothing where there is nothing to say. */
export function archiveNotices(props: NoticesProps): TemplateResult | typeof nothing {
  const { problems, failure, imported, retry, ui } = props;
  const { archive: text, states } = ui.texts;
  const { language } = ui;
  if (problems.length === 0 && !failure && !imported) return nothing;
  return html`<div class="above">
    ${
      failure
        ? html`<div class="notice critical" part="notice" role="alert">${failure}</div>`
        : nothing
    }
    ${
      problems.length === 0
        ? nothing
        : html`<div class="notice" part="notice" role="status">
            <div>
              <strong>${text.problems(problems.length)}.</strong>
              ${problems.map(
                ({ message, fix }) =>
                  html`<p>${textIn(message, language)} ${textIn(fix, language)}</p>`,
              )}
            </div>
            <button type="button" class="button" @click=${retry}>${states.retry}</button>
          </div>`
    }
    ${imported ? importedNotice(imported, props) : nothing}
  </div>`;
}

function importedNotice(
  imported: readonly ImportedFile[],
  { close, ui }: NoticesProps,
): TemplateResult {
  const text = ui.texts.archive;
  return html`<div class="notice imported" part="notice" role="status">
    <div>
      <strong>${text.imported}</strong>
      ${imported.map(
        (each) =>
          html`<p>${text.importedFrom(each.file)}</p>
            ${
              'fault' in each
                ? html`<p class="doubt">${text.bundleFaults[each.fault]}</p>`
                : html`<ul>
                    ${each.profiles.map(
                      ({ name, outcome }) => html`<li>${name} ${text.outcomes[outcome]}</li>`,
                    )}
                  </ul>`
            }`,
      )}
    </div>
    <button type="button" class="button" @click=${close}>${text.close}</button>
  </div>`;
}
