import { css, html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../../ui/icons.ts';
import type { Controllers } from '../controllers/index.ts';
import { timeButton } from './time.ts';

/** Draws what can be done with the whole of the cockpit, and the place for the host's own buttons. */
export function commands({ host, journal, time, print, sharing }: Controllers): TemplateResult {
  const { ui } = host;
  const { texts } = ui;
  return html`<div class="commands">
      ${
        journal.open
          ? html`<button type="button" class="button journal" @click=${journal.open}>
              ${texts.cockpit.openJournal}${icons.open()}
            </button>`
          : nothing
      }
      ${timeButton(time, ui)}
      ${
        print.isAllowed
          ? command(texts.patientView.print, icons.print(), () => void print.print())
          : nothing
      }
      ${sharing.open ? command(texts.share.open, icons.share(), sharing.open) : nothing}
    </div>
    <slot name="commands"></slot>`;
}

function command(label: string, icon: TemplateResult, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button quiet" title=${label} @click=${onClick}>
    ${icon}<span>${label}</span>
  </button>`;
}

export const commandStyles = css`
  .commands {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-inline-start: auto;
  }
  .commands .button.on {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  @container cockpit (min-width: 56rem) {
    .button.journal {
      order: 1;
      border-color: var(--o-accent);
      background: var(--o-accent);
      color: var(--o-accent-text);
    }
  }
  @container cockpit (max-width: 55.99rem) {
    .commands .quiet {
      padding-inline: 0.6em;
    }
    .commands .quiet:not(.on) span {
      display: none;
    }
  }
  @container cockpit (max-width: 36rem) {
    .commands {
      order: 3;
      margin-inline-start: 0;
    }
  }
`;
