/** The test patients of the profile under way: whether each comes out as expected, and what nobody tests. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  isTested,
  proposeTest,
  type ProfileTestRun,
  type ProposedAnswer,
  type TestCoverage,
  type TestResult,
} from '../../authoring/index.ts';
import type { PatchStep } from '../../authoring/index.ts';
import type { JsonObject } from '../../json/values.ts';
import { isObject } from '../../json/values.ts';
import { nextTurn } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { whatOf, type Texts } from '../ui.ts';
import { addTests, emptyTest, removeTest, testsIn } from './edits.ts';
import { failures } from './failures.ts';
import { testForm } from './form.ts';
import { TestRuns } from './runs.ts';

/** So many are shown of what nobody tests. */
const mostShown = 100;

export class TestsPanel implements EditorPanel {
  readonly #runs: TestRuns;
  /** The one whose form is open. */
  #open: number | undefined;
  /** What is focused once it is drawn. */
  #toFocus: string | undefined;
  #isMaking = false;

  constructor(private readonly host: EditorHost) {
    this.#runs = new TestRuns(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#runs.stop();
  }

  hostUpdated(): void {
    if (this.#toFocus === undefined) return;
    const found = this.host.renderRoot.querySelector<HTMLElement>(`.tests ${this.#toFocus}`);
    this.#toFocus = undefined;
    found?.focus();
  }

  badge(): unknown {
    const count = testsIn(this.host.draft.state.document).length;
    const run = this.#runs.now;
    if (count === 0 || !run) return nothing;
    const failed = run.results.filter(({ ok }) => !ok).length;
    return html`<span class="count ${failed > 0 ? 'error' : 'good'}"
      >${run.results.length - failed}/${run.results.length}</span
    >`;
  }

  template(): TemplateResult {
    const text = this.#text;
    const { document, profile } = this.host.draft.state;
    const tests = testsIn(document);
    const run = this.#runs.now;
    return html`<div class="tests">
      <p class="muted">${text.intro}</p>
      <p role="status">${profile ? (run ? this.#summary(run) : text.underWay) : text.invalid}</p>
      <ol class="test-list">
        ${tests.map((test, index) => this.#test(test, index, run?.results[index]))}
      </ol>
      <button type="button" class="button" data-add @click=${this.#addEmpty}>${text.add}</button>
      ${run ? this.#untested(run) : nothing}
    </div>`;
  }

  get #text() {
    return this.host.ui.texts.editorTests;
  }

  #summary({ results, coverage }: ProfileTestRun): string {
    const text = this.#text;
    const failed = results.filter(({ ok }) => !ok).length;
    const tested = coverage.filter(isTested).length;
    return [text.ran(results.length, failed), text.tested(tested, coverage.length)].join(' ');
  }

  #test(test: JsonObject, index: number, result: TestResult | undefined): TemplateResult {
    const text = this.#text;
    const isOpen = this.#open === index;
    const title = titleOf(test, this.host.ui.language) ?? text.untitled;
    const state = result ? (result.ok ? 'good' : 'error') : 'unknown';
    return html`<li class="test ${state}">
      <div class="test-head">
        <button
          type="button"
          class="link"
          data-test=${index}
          aria-expanded=${isOpen}
          @click=${() => this.#show(isOpen ? undefined : index)}
        >
          ${result ? (result.ok ? icons.met() : icons.unmet()) : icons.undecided()}
          <span class="title">${title}</span
          ><span class="result">${result ? text.results[result.ok ? 'ok' : 'failed'] : ''}</span>
        </button>
        <button
          type="button"
          class="button"
          aria-label="${text.copy}: ${title}"
          @click=${() => this.#copy(test, index)}
        >
          ${text.copy}
        </button>
        <button
          type="button"
          class="button"
          aria-label="${text.remove}: ${title}"
          @click=${() => this.#remove(index)}
        >
          ${text.remove}
        </button>
      </div>
      ${result && !result.ok && !isOpen ? failures(result, this.host.ui.texts) : nothing}
      ${
        isOpen
          ? testForm({
              ...{ host: this.host, test, index, result },
              targets: this.#runs.now?.coverage ?? [],
              edit: (steps, merge) => this.#edit(steps, 'change', merge),
              focus: (selector) => this.#focus(selector),
            })
          : nothing
      }
    </li>`;
  }

  #untested({ coverage }: ProfileTestRun): unknown {
    const text = this.#text;
    const left = coverage.filter((each) => !isTested(each));
    if (left.length === 0) return html`<p class="all-tested">${icons.met()} ${text.allTested}</p>`;
    return html`<section aria-label=${text.untested}>
      <h4>${text.untested}</h4>
      <p class="muted">${text.untestedHint}</p>
      <button
        type="button"
        class="button"
        aria-disabled=${this.#isMaking}
        @click=${() => this.#makeAll(left)}
      >
        ${this.#isMaking ? text.making : text.makeAll}
      </button>
      <ul class="untested">
        ${left.slice(0, mostShown).map(
          (target) =>
            html`<li>
              <span>${target.name}</span>
              ${missingOf(target).map(
                (wanted) =>
                  html`<button
                    type="button"
                    class="button"
                    aria-label="${text.make[wanted]}: ${target.name}"
                    @click=${() => this.#make(target, wanted)}
                  >
                    ${text.make[wanted]}
                  </button>`,
              )}
            </li>`,
        )}
      </ul>
      ${left.length > mostShown ? html`<p class="muted">${text.more(left.length - mostShown)}</p>` : nothing}
    </section>`;
  }

  #show(index: number | undefined): void {
    this.#open = index;
    this.host.requestUpdate();
  }

  #focus(selector: string): void {
    this.#toFocus = selector;
    this.host.requestUpdate();
  }

  #edit(
    steps: readonly PatchStep[],
    deed: keyof Texts['editorTests']['deeds'],
    merge?: string,
  ): void {
    this.host.draft.edit(
      steps,
      whatOf(({ editorTests }) => editorTests.deeds[deed]),
      { merge },
    );
  }

  readonly #addEmpty = (): void => {
    const { draft, date } = this.host;
    const { document } = draft.state;
    const index = testsIn(document).length;
    this.#open = index;
    this.#edit(addTests(document, [emptyTest(date, this.#text.newTitle(index + 1))]), 'add');
    this.#focus(`[data-field="title"]`);
  };

  #copy(test: JsonObject, index: number): void {
    const { document } = this.host.draft.state;
    const title = titleOf(test, 'da') ?? '';
    const copied = { ...test, title: { da: this.#text.copyOf(title) } };
    this.#open = testsIn(document).length;
    this.#edit(addTests(document, [copied]), 'add');
    this.#focus(`[data-field="title"]`);
    this.host.announce(this.#text.copied(index + 1));
  }

  #remove(index: number): void {
    const { document } = this.host.draft.state;
    const left = testsIn(document).length - 1;
    this.#open = undefined;
    this.#edit(removeTest(document, index), 'remove');
    this.#focus(left > 0 ? `[data-test="${Math.min(index, left - 1)}"]` : '[data-add]');
  }

  #make(target: TestCoverage, wanted: ProposedAnswer): void {
    const { draft, date } = this.host;
    const { profile, document } = draft.state;
    const test = profile && proposeTest(profile, target, wanted, date);
    if (!test) {
      this.host.announce(this.#text.cannotMake);
      return;
    }
    const index = testsIn(document).length;
    this.#open = index;
    this.#edit(addTests(document, [test]), 'make');
    this.#focus(`[data-test="${index}"]`);
    this.host.announce(this.#text.made(1, 0));
  }

  /** One after the other, with a turn for everything else in between; a change of the profile ends it. */
  async #makeAll(targets: readonly TestCoverage[]): Promise<void> {
    const { draft, date } = this.host;
    const { profile, document } = draft.state;
    if (!profile || this.#isMaking) return;
    this.#isMaking = true;
    this.host.requestUpdate();
    const wishes = targets.flatMap((target) =>
      missingOf(target).map((wanted) => ({ target, wanted })),
    );
    const made: object[] = [];
    const room = mostTests - testsIn(document).length;
    for (const { target, wanted } of wishes.slice(0, Math.max(0, room))) {
      await nextTurn();
      if (draft.state.document !== document) break;
      const test = proposeTest(profile, target, wanted, date);
      if (test) made.push(test);
    }
    this.#isMaking = false;
    if (draft.state.document === document && made.length > 0)
      this.#edit(addTests(document, made), 'make');
    this.host.announce(this.#text.made(made.length, wishes.length - made.length));
    this.host.requestUpdate();
  }
}

/** As many as a profile may have. */
const mostTests = 200;

function missingOf({ yes, no }: TestCoverage): readonly ProposedAnswer[] {
  return [...(yes === 0 ? (['yes'] as const) : []), ...(no === 0 ? (['no'] as const) : [])];
}

function titleOf({ title }: JsonObject, language: 'da' | 'en'): string | undefined {
  if (!isObject(title)) return undefined;
  const text = title[language] ?? title['da'];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
