import { ContextConsumer, createContext } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { ClinicAdapter } from '../../model/index.ts';
import { HalfWrittenTexts } from './half-written.ts';

/** Provided by the workspace: what the list and the cockpit inside it have not saved. */
export const unsavedContext = createContext<Unsaved>(Symbol('overblik-unsaved'));

type Host = LitElement & { readonly adapter: ClinicAdapter | undefined };

/**
 * What would be lost with the page, which asks before it closes: texts that are half written, and what is not stored
 * yet. The texts end with the element, and where the adapter is taken from it; inside a workspace they are the
 * workspace's, so that a cockpit may be closed and opened again.
 */
export class Unsaved implements ReactiveController {
  readonly #own = new HalfWrittenTexts();
  /** With the way to ask on when the element is gone, where anything goes on then. */
  readonly #sources = new Map<() => boolean, (() => () => boolean) | undefined>();
  /** Of elements that are gone: what goes on, and nothing of the elements. */
  readonly #left = new Set<() => boolean>();
  #outer: Unsaved | undefined;
  #page: Window | null = null;

  constructor(private readonly host: Host) {
    new ContextConsumer(host, {
      context: unsavedContext,
      callback: (outer) => (this.#outer = outer),
    });
    host.addController(this);
  }

  get texts(): HalfWrittenTexts {
    return this.#outer?.texts ?? this.#own;
  }

  /**
   * Asks, as long as the element lives, whether something else is not stored yet.
   *
   * @param afterwards Makes the question that a workspace goes on asking when the element is gone. It may hold on to
   *   what goes on, and not to the element: that knows a patient.
   */
  watch(isUnsaved: () => boolean, afterwards?: () => () => boolean): void {
    this.#sources.set(isUnsaved, afterwards);
  }

  hostConnected(): void {
    this.#page = this.host.ownerDocument.defaultView;
    this.#page?.addEventListener('beforeunload', this.#beforeUnload);
  }

  hostUpdate(): void {
    if (this.host.adapter) return;
    this.#own.forget();
    this.#left.clear();
  }

  hostDisconnected(): void {
    this.#page?.removeEventListener('beforeunload', this.#beforeUnload);
    this.#page = null;
    // A cockpit that is closed in its workspace may still be at something.
    const outer = this.#outer;
    if (outer)
      for (const [isUnsaved, afterwards] of this.#sources)
        if (afterwards && isUnsaved()) outer.#left.add(afterwards());
    this.#outer = undefined;
    // One that is only moved is back at once.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#own.forget();
    });
  }

  get #isAny(): boolean {
    for (const isUnsaved of this.#left) if (!isUnsaved()) this.#left.delete(isUnsaved);
    return (
      !this.#own.isEmpty ||
      this.#left.size > 0 ||
      [...this.#sources.keys()].some((isUnsaved) => isUnsaved())
    );
  }

  readonly #beforeUnload = (event: Event): void => {
    if (this.#isAny) event.preventDefault();
  };
}
