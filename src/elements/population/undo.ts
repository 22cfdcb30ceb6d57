import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import type { RoundDeeds } from './controllers/round-deeds.ts';
import type { Texts, Ui } from './ui.ts';

/** What was taken back, and what was not and why: over the last rows, until it is closed or something else is done. */
export function undoneNotice(
  { undone, next, redo, dismiss }: RoundDeeds,
  close: (onClick: () => void) => TemplateResult,
  { round: text }: Texts,
): TemplateResult | typeof nothing {
  if (!undone) return nothing;
  return html`<div class="notice undone ${undone.isWhole ? 'mild' : ''}" part="notice">
    <span>${undone.lines.map((line) => html`<span class="line">${line}</span>`)}</span>
    ${next.redo ? html`<button type="button" class="button" @click=${redo}>${text.redo}</button>` : nothing}
    ${close(dismiss)}
  </div>`;
}

/**
 * Takes back what was done last, and does it again. They stand there with nothing to take back too: nothing moves when
 * there is, and the focus stays when there is no more.
 */
export function undoButtons(
  { next, undo, redo }: RoundDeeds,
  { texts: { round: text } }: Ui,
): TemplateResult {
  const button = (
    icon: TemplateResult,
    words: string,
    isThere: boolean,
    keys: string,
    run: () => void,
  ) =>
    html`<button
      type="button"
      class="turn"
      aria-label=${words}
      title="${words} (${keys})"
      aria-keyshortcuts=${keys.replace('Ctrl', 'Control')}
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${run}
    >
      ${icon}
    </button>`;
  return html`<div class="undo" role="toolbar" aria-label=${text.undo}>
    ${button(
      icons.undo(),
      next.undo ? text.undoOf(next.undo) : text.undo,
      next.undo !== undefined,
      'Ctrl+Z',
      undo,
    )}
    ${button(
      icons.redo(),
      next.redo ? text.redoOf(next.redo) : text.redo,
      next.redo !== undefined,
      'Ctrl+Y',
      redo,
    )}
  </div>`;
}

export const undoButtonStyles = css`
  .undo {
    order: 3;
    display: flex;
    flex: none;
  }
  .turn {
    display: grid;
    place-items: center;
    inline-size: max(28px, 2em);
    block-size: max(28px, 2em);
    padding: 0;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    cursor: pointer;
  }
  .turn:hover {
    background: var(--o-hover);
  }
  .turn[aria-disabled='true'] {
    color: var(--o-text-muted);
    opacity: 0.55;
    cursor: default;
  }
  .undone .line {
    display: block;
  }
  @media (forced-colors: active) {
    .turn[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
