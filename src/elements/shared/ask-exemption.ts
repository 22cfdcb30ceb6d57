import { html } from 'lit';
import { openQuestion, type QuestionHost } from './ask.ts';
import type { Ui } from './context.ts';
import { exemptFields } from './exempt-fields.ts';
import { finishedExemption, type Exemption } from './half-written.ts';

/** Asks why somebody is to be exempt; undefined: not at all. */
export type AskExemption = (title: string) => Promise<Exemption | undefined>;

/**
 * Asks, in a modal dialog of an element, why a patient is to be exempt, before anything is set: coded, in words, and
 * until when. Answers undefined where the user leaves it.
 *
 * @param title Who is to be exempt.
 */
export async function askExemption(
  host: QuestionHost,
  title: string,
  today: string,
  ui: Ui<'actions' | 'round' | 'roundMember'>,
): Promise<Exemption | undefined> {
  const { actions, round } = ui.texts;
  let said: Exemption | undefined;
  await openQuestion(host, title, '[name=reason]', (close) => {
    const finish = ({ currentTarget }: Event) => {
      said = finishedExemption(currentTarget);
      if (said) close('yes');
    };
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        finish(event);
      }}
    >
      ${exemptFields(undefined, today, ui)}
      <div class="buttons">
        <button type="button" class="button primary" @click=${finish}>${round.exempt}</button>
        <button type="button" class="button no" @click=${() => close('')}>${actions.cancel}</button>
      </div>
    </form>`;
  });
  return said;
}
