/** The parts that the editor is put together from: each adds one line. */
import type { CSSResult } from 'lit';
import { codesOf } from './codes/part.ts';
import { codeStyles } from './codes/styles.ts';
import type { EditorHost, EditorPanel, PanelId } from './host.ts';
import type { Texts } from './ui.ts';

export interface PanelEntry {
  /** Of a part that opens beside the form; a part without one draws in the head, the tree and the form alone. */
  readonly id?: PanelId;
  /** What its button says; without one it is opened by something else. */
  readonly label?: (texts: Texts) => string;
  readonly make: (host: EditorHost) => EditorPanel;
}

export const panels: readonly PanelEntry[] = [{ make: (host) => codesOf(host) }];

/** The styles of the parts, for the editor's shadow tree. */
export const panelStyles: readonly CSSResult[] = [codeStyles];
