/** The profile's JSON beside its form: its editor is loaded when it is first opened. */
import type { TemplateResult } from 'lit';
import { LazyPart } from '../../elements/shared/lazy-part.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import type * as Pane from './pane.ts';

export class JsonPanel implements EditorPanel {
  readonly #part: LazyPart<typeof Pane>;
  #pane: Pane.JsonPane | undefined;

  constructor(private readonly host: EditorHost) {
    host.addController(this);
    this.#part = new LazyPart(host, () => import('./pane.ts'));
  }

  hostDisconnected(): void {
    this.#pane?.destroy();
    this.#pane = undefined;
  }

  hostUpdated(): void {
    if (this.host.openPanel !== 'json') this.hostDisconnected();
    else this.#pane?.update();
  }

  template(): TemplateResult {
    return this.#part.render(({ JsonPane }) => {
      this.#pane ??= new JsonPane(this.host);
      return this.#pane.dom;
    }, this.host.ui) as TemplateResult;
  }
}
