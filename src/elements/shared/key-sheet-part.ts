import type { Ui } from './context.ts';
import { emit } from './events.ts';
import type * as KeySheet from './key-sheet.ts';
import { LazyPart, type LazyHost } from './lazy-part.ts';

type Host = LazyHost &
  HTMLElement & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly ui: Ui<never>;
    keys: 'off' | undefined;
  };

/** The sheet of keys of an element: loaded when it is asked for. What the user turns off or on there is told. */
export class KeySheetPart {
  readonly #part: LazyPart<typeof KeySheet>;

  /** @param scope `list`: only what keys do in a list, without a cockpit beside it. */
  constructor(
    private readonly host: Host,
    private readonly scope: 'list' | 'all',
  ) {
    this.#part = new LazyPart(host, () => import('./key-sheet.ts'));
  }

  readonly show = async (): Promise<void> => {
    const { host, scope } = this;
    const part = await this.#part.load();
    // It may have been taken from the page meanwhile.
    if (!part || !host.isConnected) return;
    part.showKeys(host, host.ui, {
      scope,
      isOn: host.keys !== 'off',
      set: (isOn) => {
        host.keys = isOn ? undefined : 'off';
        emit(host, 'overblik-keys-changed', { keys: isOn ? 'on' : 'off' });
      },
    });
  };
}
