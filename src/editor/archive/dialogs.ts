/** What is asked before something is done to the archive: the number of a new version, the reason of a withdrawal. */
import { html } from 'lit';
import type { ArchiveEntry } from '../../archive/index.ts';
import { openQuestion, type QuestionHost } from '../../elements/shared/ask.ts';
import { compareVersions, newestPublished, textIn } from '../../profile/index.ts';
import type { Ui } from './ui.ts';

/**
 * Asks under which number a draft is published; undefined: not at all. Offered is its own, without what says that it is
 * a draft.
 */
export async function askVersion(
  host: QuestionHost,
  entry: ArchiveEntry,
  versions: readonly ArchiveEntry[],
  ui: Ui,
): Promise<string | undefined> {
  const text = ui.texts.archive;
  const newest = newestPublished(versions)?.version;
  const offered = entry.version.replace(/-.*$/, '');
  const title = text.publishTitle(textIn(entry.title, ui.language));
  return askText(host, title, {
    hint: text.publishHint,
    label: text.newVersion,
    value: offered,
    yes: text.publishYes,
    fault: text.versionFault(newest ?? ''),
    isRight: (given) =>
      /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(given) &&
      (newest === undefined || compareVersions(given, newest) > 0),
    ui,
  });
}

/** Asks why a version is withdrawn; undefined: it is not. */
export async function askReason(
  host: QuestionHost,
  { title, version }: ArchiveEntry,
  ui: Ui,
): Promise<string | undefined> {
  const text = ui.texts.archive;
  return askText(host, text.withdrawTitle(textIn(title, ui.language), version), {
    hint: text.withdrawHint,
    label: text.reason,
    value: '',
    yes: text.withdrawYes,
    fault: text.reasonFault,
    isRight: (given) => given !== '',
    ui,
  });
}

interface AskedText {
  readonly hint: string;
  readonly label: string;
  readonly value: string;
  readonly yes: string;
  /** What is said of a text that is not right. */
  readonly fault: string;
  readonly isRight: (given: string) => boolean;
  readonly ui: Ui;
}

async function askText(
  host: QuestionHost,
  title: string,
  { hint, label, value, yes, fault, isRight, ui }: AskedText,
): Promise<string | undefined> {
  const { cancel } = ui.texts.actions;
  const answer = await openQuestion(host, title, 'input', (close) => {
    const finish = (event: Event) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const field = form.querySelector('input')!;
      const given = field.value.trim();
      if (isRight(given)) {
        close(given);
        return;
      }
      field.setAttribute('aria-invalid', 'true');
      form.querySelector('.field-fault')!.textContent = fault;
      field.focus();
    };
    return html`<form @submit=${finish} novalidate>
      <p>${hint}</p>
      <label class="stacked"
        >${label}
        <input
          class="field"
          name="text"
          maxlength="500"
          .value=${value}
          aria-describedby="field-fault"
      /></label>
      <p class="field-fault doubt" id="field-fault" role="alert"></p>
      <div class="buttons">
        <button type="submit" class="button primary">${yes}</button>
        <button type="button" class="button no" @click=${() => close('')}>${cancel}</button>
      </div>
    </form>`;
  });
  return answer === '' ? undefined : answer;
}
