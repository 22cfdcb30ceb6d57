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

export type QuestionHost = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Asks in a modal dialog of an element. What is asked about is fixed when it is asked: whatever the element shows
 * meanwhile, the answer is about that. The focus stands on no, so that a key pressed twice does nothing.
 */
export async function ask(
  host: QuestionHost,
  { title, lines, yes }: Question,
  { texts }: Ui<'actions'>,
): Promise<boolean> {
  const answer = await openQuestion(host, title, '.no', (close) => [
    ...lines.map((line) => html`<p>${line}</p>`),
    html`<div class="buttons">
      ${
        yes
          ? html`<button type="button" class="button primary" @click=${() => close('yes')}>
              ${yes}
            </button>`
          : nothing
      }
      <button type="button" class="button no" @click=${() => close('')}>
        ${yes ? texts.actions.cancel : texts.actions.close}
      </button>
    </div>`,
  ]);
  return answer === 'yes';
}

/**
 * Opens such a dialog; answers what it was closed with, which is `''` for no, and where something else is asked already.
 *
 * @param focus What has the focus first.
 */
export function openQuestion(
  host: QuestionHost,
  title: string,
  focus: string,
  content: (close: (answer: string) => void) => unknown,
): Promise<string> {
  // Clicks that come in one go are one wish.
  if (questionIn(host)) return Promise.resolve('');
  const dialog = host.ownerDocument.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-label', title);
  render(
    html`<h3>${title}</h3>
      ${content((answer) => dialog.close(answer))}`,
    dialog,
  );
  host.renderRoot.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>(focus)?.focus();
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
      resolve(dialog.returnValue);
    });
  });
}

/** Takes back what is asked, as if the answer were no: what it is about is no longer in sight. */
export function withdrawQuestion(host: QuestionHost): void {
  questionIn(host)?.close('');
}

function questionIn({ renderRoot }: QuestionHost): HTMLDialogElement | null {
  return renderRoot.querySelector<HTMLDialogElement>('dialog.ask');
}

export const askStyles = css`
  dialog.ask .stacked {
    display: grid;
    gap: 0.2rem;
    justify-items: stretch;
  }
  dialog.ask > * + *,
  dialog.ask form > * + * {
    margin-block-start: 0.6rem;
  }
`;
