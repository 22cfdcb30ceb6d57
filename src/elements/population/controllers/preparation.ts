import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';
import { timeSlice } from '../../shared/time-slice.ts';
import type { Shown, ListController } from './list.ts';

/** Makes what sorting and searching need, in short slices while nothing else happens. */
export class PreparationController implements ReactiveController {
  #preparing: Shown['list'] | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    /** Called in the first idle time of each list, before its columns are made. */
    private readonly onIdle: () => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { shown } = this.list;
    if (shown?.list === this.#preparing) return;
    this.#preparing = shown?.list;
    if (!shown) return;
    const { list, view } = shown;
    const steps = list.prepareAll(view);
    let isFirst = true;
    const slice = () => {
      if (this.#preparing !== list) return;
      if (!this.host.isConnected) {
        // Back in the page, it begins again: what is made is kept.
        this.#preparing = undefined;
        return;
      }
      // What is asked for goes first.
      if (this.list.isUnderWay) {
        setTimeout(slice, pause);
        return;
      }
      if (isFirst) this.onIdle();
      isFirst = false;
      const wasSettled = list.isSettled;
      const isDone = timeSlice(steps);
      if (list.isSettled !== wasSettled) this.host.requestUpdate();
      if (!isDone) setTimeout(slice, pause);
    };
    setTimeout(slice, pause);
  }
}

/** In milliseconds: after a slice two frames for the user. */
const pause = 30;
