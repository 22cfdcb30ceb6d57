/** A list in a page, over a bridge to a worker, or to a host in the page itself. */
import { OverblikGrid, OverblikPopulation, type ClinicAdapter } from 'overblik';
import { bridgeAdapter, portChannel, serveBridge } from 'overblik/adapter/bridge';
import { demens } from '../../../fixtures/profiles/index.ts';
import { now, servedClinic, type Told } from './clinic.ts';

customElements.define('overblik-grid', OverblikGrid);
customElements.define('overblik-population', OverblikPopulation);

declare global {
  interface Window {
    bridge: BridgeBench;
  }
}

const asOf = '2026-11-24';

/** How long it took that nobody waited any more, and that the host had stopped. */
export interface Cancelled {
  readonly page: number;
  readonly host: number;
}

class BridgeBench {
  #adapter: ClinicAdapter | undefined;
  #aborted: ((at: number) => void) | undefined;

  /** Makes the clinic, and the bridge to it. */
  async prepare({ size, where }: { size: number; where: Where }): Promise<void> {
    if (where === 'without a bridge') {
      this.#adapter = servedClinic(size, (told) => this.#hear(told));
      return;
    }
    const { port1, port2 } = new MessageChannel();
    if (where === 'in the page itself')
      serveBridge(
        servedClinic(size, (told) => this.#hear(told)),
        portChannel(port2),
      );
    else {
      const worker = new Worker('bridge-host.js', { type: 'module' });
      await new Promise<void>((resolve) => {
        worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
          if (data.ready) resolve();
          else this.#hear(data);
        });
        worker.postMessage({ size }, [port2]);
      });
    }
    this.#adapter = await bridgeAdapter(portChannel(port1), { deadline: Infinity });
  }

  /** From the adapter to the first rows and the numbers on the cards. Answers how many are on the list. */
  async load(): Promise<number> {
    const list = document.createElement('overblik-population');
    list.asOf = asOf;
    list.theme = 'light';
    list.profiles = [demens];
    list.adapter = this.#adapter;
    const loaded = new Promise((resolve) => list.addEventListener('overblik-loaded', resolve));
    document.querySelector('#host')?.replaceChildren(list);
    await loaded;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const { rows } = list.shadowRoot?.querySelector('overblik-grid') ?? {};
      if (rows && rows.count > 0) return rows.count;
    }
  }

  /** Reads the whole clinic, and does nothing with it: what is left is the bridge's own work. Answers how many there are. */
  async read(): Promise<number> {
    let patients = 0;
    for await (const batch of this.#stream(new AbortController().signal)) patients += batch.length;
    return patients;
  }

  /** Reads the clinic, and lets go of it in the midst: after so many batches. */
  async cancel(batches: number): Promise<Cancelled> {
    const stop = new AbortController();
    const aborted = new Promise<number>((resolve) => (this.#aborted = resolve));
    const stream = this.#stream(stop.signal)[Symbol.asyncIterator]();
    for (let batch = 0; batch < batches; batch++) await stream.next();
    // Whoever lets go waits for the next batch, or is about to.
    const settled = stream.next().then(
      () => stream.next().then(now, now),
      () => now(),
    );
    const start = now();
    stop.abort();
    return { page: (await settled) - start, host: (await aborted) - start };
  }

  #stream(signal: AbortSignal) {
    const types = { diagnosis: {}, medication: {}, result: {}, service: {} };
    return this.#adapter!.records!({ asOf, types }, signal);
  }

  #hear({ aborted }: Told): void {
    if (aborted !== undefined) this.#aborted?.(aborted);
  }
}
export type Where = 'in a worker' | 'in the page itself' | 'without a bridge';

window.bridge = new BridgeBench();
