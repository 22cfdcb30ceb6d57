/** What was not read of a pasted list, and what need not be: drawn each with its line. */
import { html, nothing } from 'lit';
import type { PastedGroup, SkippedPart, UnreadablePart } from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { normalizeEntry } from '../../record/index.ts';
import type { Ui } from '../ui.ts';
import { titleOf } from './words.ts';

/** So many are shown. */
const mostUnread = 200;

/**
 * What could not be read: each with its line, why, and what may be meant.
 *
 * @param correct Puts a code in the place of what could not be read.
 */
export function unreadParts(
  unreadable: readonly UnreadablePart[],
  system: string,
  { texts, language }: Ui,
  correct: (line: number, wrong: string, code: string) => void,
): unknown {
  if (unreadable.length === 0) return nothing;
  const words = texts.editorCodes;
  const count = formatCount(unreadable.length, language);
  return html`<details class="codes-more unread" open>
    <summary>${words.pasteUnread(count, unreadable.length === 1)}</summary>
    <ul>
      ${unreadable.slice(0, mostUnread).map(({ line, text, why, suggestions }) => {
        return html`<li>
          <span class="muted">${words.line(String(line))}:</span>
          <span>${words.faults[why](text, titleOf(system))}</span>
          ${
            why === 'other-system'
              ? nothing
              : suggestions.map(
                  (code) =>
                    html`<button
                      type="button"
                      class="link"
                      @click=${() => correct(line, text, code)}
                    >
                      ${words.use(code)}
                    </button>`,
                )
          }
        </li>`;
      })}
      ${
        unreadable.length > mostUnread
          ? html`<li class="muted">+ ${formatCount(unreadable.length - mostUnread, language)}</li>`
          : nothing
      }
    </ul>
  </details>`;
}

/** Headings, and what stands in columns beside the codes. */
export function skippedParts(skipped: readonly SkippedPart[], { texts, language }: Ui): unknown {
  if (skipped.length === 0) return nothing;
  const words = texts.editorCodes;
  const count = formatCount(skipped.length, language);
  return html`<details class="codes-more">
    <summary>${words.pasteSkipped(count, skipped.length === 1)}</summary>
    <ul>
      ${skipped.slice(0, mostUnread).map(
        ({ line, text, why }) =>
          html`<li>
            <span class="muted">${words.line(String(line))}, ${words.pasteSkippedWhy[why]}:</span>
            ${text}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Puts groups that are to be of another system there; two of one are one. */
export function regrouped(
  groups: readonly PastedGroup[],
  systems: ReadonlyMap<string, string>,
): readonly PastedGroup[] {
  const found = new Map<string, PastedGroup>();
  for (const group of groups) {
    const system = systems.get(group.system) ?? group.system;
    const before = found.get(system);
    const seen = new Set(before?.codes.map(({ entry }) => normalizeEntry(system, entry)));
    const codes = group.codes.filter(({ entry }) => !seen.has(normalizeEntry(system, entry)));
    const mayBe = [group.system, ...group.mayBe].filter((each) => each !== system);
    found.set(system, { system, codes: [...(before?.codes ?? []), ...codes], mayBe });
  }
  return [...found.values()];
}
