import { html, type CSSResult, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Ui } from './context.ts';
import { addStyles } from './style-sheets.ts';

/** The element that a part belongs to. */
export type LazyHost = ReactiveControllerHost & { readonly renderRoot: Node };

/** What a part's module may bring along. */
interface PartModule {
  readonly styles?: CSSResult;
}

/** Milliseconds after which a part that does not come counts as failed. */
const longestWait = 15_000;

/** A part of an element that is seldom opened: loaded when it is first needed, and again where that failed. */
export class LazyPart<Module extends object> {
  #module: Module | undefined;
  #loading: Promise<Module | undefined> | undefined;
  #hasFailed = false;
  /** Whether the element shows that the part is on its way, or failed. */
  #isAwaited = false;

  constructor(
    private readonly host: LazyHost,
    private readonly fetchModule: () => Promise<Module>,
    /** In milliseconds. What comes later is taken all the same. */
    private readonly deadline = longestWait,
  ) {}

  /** Undefined until it is loaded. */
  get module(): Module | undefined {
    return this.#module;
  }

  /** Loads the part once. Answers nothing where it cannot be had now; never rejects. */
  load(): Promise<Module | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Draws the part; until it is there, that it is on its way, and where it failed, the way to try again. */
  render(draw: (module: Module) => unknown, { texts }: Ui<'states'>): unknown {
    if (this.#module) return draw(this.#module);
    this.#isAwaited = true;
    if (this.#hasFailed) return failedPart(() => void this.load(), texts);
    void this.load();
    return html`<p class="part-loading muted" role="status">${texts.states.partLoading}</p>`;
  }

  async #load(): Promise<Module | undefined> {
    if (this.#hasFailed) {
      this.#hasFailed = false;
      this.host.requestUpdate();
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await Promise.race([
        this.fetchModule().then((module) => this.#take(module)),
        new Promise((_, fail) => {
          timer = setTimeout(
            () => fail(new Error('The part did not come in time.')),
            this.deadline,
          );
        }),
      ]);
    } catch {
      this.#loading = undefined;
      this.#hasFailed = true;
      this.#draw();
    } finally {
      clearTimeout(timer);
    }
    return this.#module;
  }

  #take(module: Module): void {
    this.#hasFailed = false;
    if (this.#module) return;
    this.#module = module;
    this.#adopt(module);
    this.#draw();
  }

  #draw(): void {
    if (this.#isAwaited) this.host.requestUpdate();
  }

  #adopt({ styles }: PartModule): void {
    if (styles) addStyles(this.host.renderRoot as ShadowRoot, [styles]);
  }
}

function failedPart(retry: () => void, { states }: Ui<'states'>['texts']): TemplateResult {
  return html`<div class="part-loading" role="alert">
    <p>${states.partFailed}</p>
    <button type="button" class="button" @click=${retry}>${states.retry}</button>
  </div>`;
}
