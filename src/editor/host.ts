/** What the editor is to its parts, and its parts to it. */
import type { LitElement, ReactiveController } from 'lit';
import type { DraftStore, ProfileDraft, Terminology } from '../authoring/index.ts';
import type { ProblemChannel } from '../elements/shared/problems.ts';
import type { AdapterFailure, ClinicAdapter, Port } from '../model/index.ts';
import type { WholeClinicState } from '../model/load/whole-clinic.ts';
import type { CalendarDate } from '../record/index.ts';
import type { Ui } from './ui.ts';

/** Panels that open beside the form. */
export type PanelId = 'json' | 'checks' | 'tests' | 'patients' | 'publish' | 'compare' | 'table';

/** What the adapter gave of the clinic. */
export interface EditorClinic {
  readonly state: WholeClinicState;
  /** Fetches it again. */
  retry(): Promise<void>;
}

/** The editor, for its parts: the draft, what is selected of it, and what the host gave. */
export interface EditorHost extends LitElement {
  /** What the host gave to begin with: parsed JSON, or JSON text. */
  readonly profile: unknown;
  readonly draft: ProfileDraft;
  readonly ui: Ui;
  /** The day of evaluation. */
  readonly date: CalendarDate;
  readonly adapter: ClinicAdapter | undefined;
  /** Where the host keeps drafts. */
  readonly drafts: DraftStore | undefined;
  /** Documents of the host's other profiles. */
  readonly profiles: readonly unknown[];
  /** The clinic of the adapter, whole, once it is fetched. */
  readonly clinic: EditorClinic;
  /** The host's worker, where it lends one. */
  readonly worker: Port | undefined;
  /** The host's code systems. */
  readonly terminology: Terminology | undefined;
  readonly deadline: number | undefined;
  readonly failureHandler: ((failure: AdapterFailure) => void) | undefined;
  readonly problems: ProblemChannel;
  /** JSON Pointer of the node that is selected: the active row of the tree, and what the form is of. */
  readonly selected: string;
  /**
   * Selects a node. With `focus` the focus goes on to its row; `field` puts it in the form's field of that pointer, or
   * the first in it.
   */
  select(pointer: string, options?: { readonly focus?: boolean; readonly field?: boolean }): void;
  /** Which panel stands open beside the form; undefined: none. */
  readonly openPanel: PanelId | undefined;
  /** Opens a panel, or closes the one that is open. */
  showPanel(panel: PanelId | undefined): void;
  /** What the tree calls what stands at a place; the place itself where it has no row. */
  nameOf(pointer: string): string;
  /** Says something by the polite live region. */
  announce(text: string): void;
}

/**
 * A part of the editor: a controller that draws. Made once, with the host; what it draws with lit is asked for whenever
 * the host is drawn.
 */
export interface EditorPanel extends ReactiveController {
  /** What stands in the panel where it is open. */
  template?(): unknown;
  /** What is told beside the panel's button in the head: `3`. */
  badge?(): unknown;
  /**
   * What stands at the end of a row of the tree: its numbers. It is seen and pressed, and not heard: `rowWords` says it, and
   * keys reach the same in the form.
   */
  rowAside?(pointer: string): unknown;
  /** What stands beside the name in a row: what there is to say of it. */
  rowBadges?(pointer: string): unknown;
  /** The same for who hears the tree: `2 fejl`, `45 patienter`. */
  rowWords?(pointer: string): string | undefined;
  /** The heads over what stands at the end of rows. */
  treeHead?(): unknown;
  /** What stands over the form of what is selected. */
  formHead?(pointer: string): unknown;
  /** What stands at the end of the editor's head: what is saved, a clinic that is loading. */
  headAside?(): unknown;
}
