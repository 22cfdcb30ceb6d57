export interface Viewer extends HTMLElement {
  load(table: unknown): Promise<void>;
  restore(config: Readonly<Record<string, unknown>>): Promise<void>;
  getView(): Promise<{ num_rows(): Promise<number> }>;
}
declare const viewers: { init_client(wasm: Promise<Response>): Promise<void> };
export default viewers;
