import { parseISO } from 'date-fns/parseISO';
import { css, html, nothing, type TemplateResult } from 'lit';
import {
  formatMoment,
  longestTimer,
  readGivenShares,
  type GivenShare,
  type GivenShares,
  type GivenState,
  type Sharer,
} from '../../model/index.ts';
import type { Ask } from '../shared/ask.ts';
import { isoNow } from '../shared/now.ts';
import type { Ui } from './ui.ts';

/** What the list of shares needs of the cockpit. */
export interface GivenHost {
  readonly sharer: Sharer | undefined;
  /** Milliseconds after which nobody waits for an answer any longer. */
  readonly deadline: number;
  /** Whether the patient is shown still, of the clinic that the host means. */
  readonly mayShare: () => boolean;
  readonly ask: Ask;
  readonly ui: Ui;
  readonly requestUpdate: () => void;
}

/** The shares that were given of one patient: with whom, what for, who opened them, and the way to withdraw one. */
export class GivenPart {
  #state: 'loading' | 'failed' | GivenShares = 'loading';
  #said: string | undefined;
  /** Ids of those that are being withdrawn. */
  readonly #revoking = new Set<string>();
  #run = 0;

  constructor(
    readonly patientId: string,
    private readonly host: () => GivenHost,
  ) {}

  /** Fetches what the host keeps. Of answers that overtake each other the last that was asked for counts. */
  async load(): Promise<void> {
    const { sharer, deadline } = this.host();
    const run = ++this.#run;
    if (!has(sharer, 'shares')) return;
    if (this.#state === 'failed') this.#set('loading');
    const answer = await within(deadline, () => sharer!.shares!(this.patientId));
    if (run !== this.#run) return;
    this.#set((answer && readGivenShares(answer.value, Date.now())) ?? 'failed');
  }

  #set(state: 'loading' | 'failed' | GivenShares): void {
    this.#state = state;
    this.host().requestUpdate();
  }

  /** Nothing where the host keeps no list. */
  render(): TemplateResult | typeof nothing {
    const { sharer, ui } = this.host();
    if (!has(sharer, 'shares')) return nothing;
    const text = ui.texts.share;
    return html`<section class="given" aria-label=${text.given}>
      <h4>${text.given}</h4>
      ${this.#list(ui)}
      <p role="status" class="said">${this.#said ?? nothing}</p>
    </section>`;
  }

  #list(ui: Ui): TemplateResult {
    const text = ui.texts.share;
    if (this.#state === 'loading') return html`<p class="muted">${text.givenLoading}</p>`;
    if (this.#state === 'failed')
      return html`<p role="alert">
        ${text.givenFailed}
        <button type="button" class="button" @click=${() => void this.load()}>
          ${ui.texts.states.retry}
        </button>
      </p>`;
    const { shares, untold } = this.#state;
    return html`${
      shares.length > 0
        ? html`<ul>
            ${shares.map((share) => this.#item(share, ui))}
          </ul>`
        : untold > 0
          ? nothing
          : html`<p class="muted">${text.givenNone}</p>`
    }
    ${untold > 0 ? html`<p role="alert">${text.givenUntold(untold)}</p>` : nothing}`;
  }

  #item(share: GivenShare & { readonly state: GivenState }, ui: Ui): TemplateResult {
    const { id, recipients, purpose, until, state, openings = [] } = share;
    const { language, texts } = ui;
    const text = texts.share;
    const when =
      state === 'withdrawn'
        ? text.givenState.withdrawn
        : text.givenState[state](formatMoment(local(until), language));
    const names = recipients.map(({ name, organisation }) => `${name}, ${organisation}`).join('; ');
    const mayRevoke = state === 'active' && has(this.host().sharer, 'revoke');
    return html`<li class=${state}>
      <p><bdi>${names}</bdi> <span class="muted">${when}</span></p>
      <p><bdi>${purpose}</bdi></p>
      ${
        openings.length === 0
          ? html`<p class="muted">${text.notOpened}</p>`
          : html`<details>
              <summary>${text.openings(openings.length)}</summary>
              <ul>
                ${openings.map(
                  ({ at, by, refused = false }) =>
                    html`<li>
                      <bdi>${text.openedBy(formatMoment(local(at), language), by, refused)}</bdi>
                    </li>`,
                )}
              </ul>
            </details>`
      }
      ${
        mayRevoke
          ? html`<button
              type="button"
              class="button"
              aria-label="${text.revoke}: ${names}"
              aria-disabled=${this.#revoking.has(id) ? 'true' : 'false'}
              @click=${() => void this.#revoke(share)}
            >
              ${text.revoke}
            </button>`
          : nothing
      }
    </li>`;
  }

  async #revoke({ id, recipients }: GivenShare): Promise<void> {
    const { sharer, deadline, ask, mayShare, ui } = this.host();
    if (this.#revoking.has(id)) return;
    const text = ui.texts.share;
    const names = recipients.map(({ name }) => name).join(', ');
    const question = {
      ...{ title: text.revokeTitle(names), lines: [text.revokeHint], yes: text.revoke },
    };
    if (!(await ask(question)) || !mayShare() || !has(sharer, 'revoke')) return;
    this.#revoking.add(id);
    this.#say(undefined);
    const answer = await within(deadline, () => sharer!.revoke!(id));
    this.#revoking.delete(id);
    this.#say(answer ? text.revoked : text.revokeUnknown);
    await this.load();
  }

  #say(text: string | undefined): void {
    this.#said = text;
    this.host().requestUpdate();
  }
}

/** Whether a host can do something: what it lends may be of a class of its own, or throw. */
function has(sharer: Sharer | undefined, method: 'shares' | 'revoke'): boolean {
  try {
    return typeof sharer?.[method] === 'function';
  } catch {
    return false;
  }
}

/** What a host answers in time; undefined where it throws, rejects or does not. */
async function within<Value>(
  deadline: number,
  call: () => Promise<Value>,
): Promise<{ readonly value: Value } | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.min(deadline, longestTimer));
  });
  const answered = (async () => {
    try {
      return { value: await call() };
    } catch {
      return undefined;
    }
  })();
  const answer = await Promise.race([answered, late]);
  clearTimeout(timer);
  return answer;
}

/** An instant as the clock on the wall says it. */
function local(instant: string): string {
  return isoNow(parseISO(instant));
}

export const givenStyles = css`
  dialog.share .given {
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--o-line);
  }
  dialog.share .given h4 {
    font-weight: 600;
  }
  dialog.share .given > ul > li {
    padding-block: 0.4rem;
    overflow-wrap: anywhere;
  }
  dialog.share .given li:not(.active) > p:first-child bdi {
    color: var(--o-text-muted);
  }
`;
