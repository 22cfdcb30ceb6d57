import { css, html, nothing, render, type ReactiveControllerHost } from 'lit';
import type { Ui } from './context.ts';

/** What is asked before something is done that reaches far. */
export interface Question {
  /** What will be done, to how many or to whom. */
  readonly title: string;
  /** What has to be known first, a line each. */
  readonly lines: readonly string[];
  /** The button that says yes, by what it does; absent where nothing can be done. */
  readonly yes: string | undefined;
}

/** Asks; answers whether the user said yes. */
export type Ask = (question: Question) => Promise<boolean>;

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Asks in a modal dialog of an element. What is asked about is fixed when it is asked: whatever the element shows
 * meanwhile, the answer is about that. The focus stands on no, so that a key pressed twice does nothing.
 */
export function ask(
  host: Host,
  { title, lines, yes }: Question,
  { texts }: Ui<'actions'>,
): Promise<boolean> {
  // Clicks that come in one go are one wish.
  if (questionIn(host)) return Promise.resolve(false);
  const dialog = host.ownerDocument.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-label', title);
  const close = (answer: string) => () => dialog.close(answer);
  render(
    html`<h3>${title}</h3>
      ${lines.map((line) => html`<p>${line}</p>`)}
      <div class="buttons">
        ${
          yes
            ? html`<button type="button" class="button primary" @click=${close('yes')}>
                ${yes}
              </button>`
            : nothing
        }
        <button type="button" class="button no" @click=${close('')}>
          ${yes ? texts.actions.cancel : texts.actions.close}
        </button>
      </div>`,
    dialog,
  );
  host.renderRoot.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.no')?.focus();
  // Escape closes the dialog alone, and not what stands around it.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') event.stopPropagation();
  });
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      // What was pressed shows again what is.
      host.requestUpdate();
      // A panel that the question was asked from has closed below it: the focus has nowhere to go back to.
      if (!(host.renderRoot as ShadowRoot).activeElement) host.focus();
      resolve(dialog.returnValue === 'yes');
    });
  });
}

/** Takes back what is asked, as if the answer were no: what it is about is no longer in sight. */
export function withdrawQuestion(host: Host): void {
  questionIn(host)?.close('');
}

function questionIn({ renderRoot }: Host): HTMLDialogElement | null {
  return renderRoot.querySelector<HTMLDialogElement>('dialog.ask');
}

export const askStyles = css`
  dialog.ask > * + * {
    margin-block-start: 0.6rem;
  }
`;
