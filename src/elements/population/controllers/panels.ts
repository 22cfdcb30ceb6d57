import type { ReactiveController } from 'lit';
import { showUnder } from '../../../ui/popover.ts';
import type { UiHost } from '../ui.ts';
import type { Panel } from '../panels/panel.ts';
import type { ListController } from './list.ts';

/** The panel that is open over the list, one at a time, and where it stands. */
export class PanelController implements ReactiveController {
  #panel: Panel | undefined;
  #anchor: DOMRect | undefined;
  #find = '';
  /** Whether the focus goes into the panel when it is loaded. */
  #isWaiting = false;
  #compared: readonly [string, string] | undefined;
  #passed = 0;
  /** Larger text, or what came later, may have made it larger: all of it stays within the window. */
  readonly #sizes = new ResizeObserver(() => this.#place());

  constructor(
    private readonly host: UiHost,
    list: ListController,
    private readonly onOpen: (panel: Panel) => void,
  ) {
    host.addController(this);
    const leave = () => {
      this.#compared = undefined;
      this.close();
    };
    // What is written in a panel is of the list that it stands over.
    list.onOtherProfile(leave);
    list.onOtherClinic(leave);
  }

  /** Undefined where none is open. */
  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** What the panel stands under. */
  get anchor(): DOMRect | undefined {
    return this.#anchor;
  }

  /** What is written in the panel's own search. */
  get find(): string {
    return this.#find;
  }

  /** Ids of the two rounds that the round's panel compares. */
  get compared(): readonly [earlier: string, later: string] | undefined {
    return this.#compared;
  }

  /** How many of the newest rounds are passed by where two are chosen. */
  get passed(): number {
    return this.#passed;
  }

  /** Opens a panel under `anchor`, with the focus in it. */
  open(panel: Panel, anchor: DOMRect): void {
    this.#panel = panel;
    this.#anchor = anchor;
    this.#find = '';
    this.#passed = 0;
    this.host.requestUpdate();
    this.onOpen(panel);
    void this.host.updateComplete.then(() => {
      const { element } = this;
      if (!element || !this.#panel) return;
      showUnder(element, anchor);
      this.#sizes.observe(element);
      this.#focus(fields);
    });
  }

  /** Goes from the choice of a column to its filter, where the panel stands. */
  edit(columnId: string): void {
    this.change({ kind: 'filter', columnId });
    void this.host.updateComplete.then(() => this.#focus('input, button'));
  }

  /** Shows something else where the panel stands. */
  change(panel: Panel): void {
    this.#panel = panel;
    this.host.requestUpdate();
  }

  readonly close = (): void => {
    if (this.#isOpen) this.element?.hidePopover();
    // The browser tells a moment later that it is closed: nothing of it is drawn meanwhile.
    this.#forget();
  };

  readonly search = (find: string): void => {
    this.#find = find;
    this.host.requestUpdate();
  };

  readonly compare = (ids: readonly [earlier: string, later: string]): void => {
    this.#compared = ids;
    this.host.requestUpdate();
  };

  readonly pass = (passed: number): void => {
    this.#passed = passed;
    this.host.requestUpdate();
  };

  readonly onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed' && !this.#isOpen) this.#forget();
  };

  hostUpdated(): void {
    this.#place();
    if (this.#isWaiting && this.#isOpen) this.#focus(fields);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #place(): void {
    const { element } = this;
    if (element && this.#anchor && this.#isOpen) showUnder(element, this.#anchor);
  }

  #forget(): void {
    this.#sizes.disconnect();
    this.#panel = undefined;
    this.#find = '';
    this.host.requestUpdate();
  }

  private get element(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.panel');
  }

  get #isOpen(): boolean {
    return this.element?.matches(':popover-open') ?? false;
  }

  #focus(selector: string): void {
    const { element } = this;
    const found = element?.querySelector<HTMLElement>(selector);
    // What is only to be read takes it itself.
    (found ?? element)?.focus();
    this.#isWaiting = !found && element?.querySelector('.part-loading') !== null;
  }
}

/** What a panel is worked with. */
const fields = 'input, select, textarea, button';
