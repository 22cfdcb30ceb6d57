import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../../ui/icons.ts';
import type { TimeMachine } from '../controllers/time-machine.ts';
import type { Ui } from '../ui.ts';
import { timeButton } from './time.ts';

export interface CommandsProps {
  readonly ui: Ui;
  readonly time: TimeMachine;
  /** Absent: there is no button for it. */
  readonly openJournal: (() => void) | undefined;
  readonly print: (() => void) | undefined;
  readonly share: (() => void) | undefined;
  readonly showKeys: (() => void) | undefined;
}

/** Draws what can be done with the whole of the cockpit. */
export function commands({
  ui,
  time,
  openJournal,
  print,
  share,
  showKeys,
}: CommandsProps): TemplateResult {
  const { texts } = ui;
  return html`<div class="commands" role="toolbar" aria-label=${texts.cockpit.commands}>
    ${
      openJournal
        ? html`<button
            type="button"
            class="button journal"
            title=${texts.cockpit.openJournal}
            @click=${openJournal}
          >
            <span>${texts.cockpit.openJournal}</span>${icons.open()}
          </button>`
        : nothing
    }
    ${timeButton(time, ui)}
    ${print ? command(texts.patientView.print, icons.print(), print) : nothing}
    ${share ? command(texts.share.open, icons.share(), share) : nothing}
    ${showKeys ? command(texts.worklist.keys, icons.keyboard(), showKeys, 'keys') : nothing}
  </div>`;
}

function command(
  label: string,
  icon: TemplateResult,
  onClick: () => void,
  name = '',
): TemplateResult {
  return html`<button type="button" class="button quiet ${name}" title=${label} @click=${onClick}>
    ${icon}<span>${label}</span>
  </button>`;
}

export const commandStyles = css`
  .commands {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.4rem;
  }
  .commands .button.on {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  @container cockpit (min-width: 56rem) {
    .button.journal {
      border-color: var(--o-accent);
      background: var(--o-accent);
      color: var(--o-accent-text);
    }
  }
  /* Words where there is room for them beside who it is; else a tooltip has them. */
  @container cockpit (max-width: 107.99rem) {
    .commands .quiet {
      padding-inline: 0.6em;
    }
    .commands .quiet:not(.on) span {
      display: none;
    }
  }
  @container cockpit (max-width: 36rem) {
    .commands {
      flex-wrap: nowrap;
      gap: 2px;
    }
    .commands .button:not(.on) {
      justify-content: center;
      min-inline-size: max(24px, 1.9em);
      min-block-size: max(24px, 1.7em);
      padding: 0;
    }
    .commands .button.on {
      min-block-size: max(24px, 1.7em);
      padding-block: 0;
      white-space: normal;
    }
    .commands .journal span {
      display: none;
    }
  }
`;
