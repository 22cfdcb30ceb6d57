/** What the parts of a field of codes know of the editor that they stand in. */
import type { DocumentEdit, DraftSet, PatchStep, Terms } from '../../authoring/index.ts';
import type { RecordType } from '../../record/index.ts';
import type { EditorHost } from '../host.ts';
import type { Texts } from '../ui.ts';
import type { CodeCounts } from './counts.ts';
import type { KnownTerms } from './known-terms.ts';

/** The part of the editor that shows codes, as its own parts use it. */
export interface CodesContext {
  readonly host: EditorHost;
  readonly counts: CodeCounts;
  /** The host's terminology, asked with care; undefined without one. */
  readonly terms: Terms | undefined;
  /** What codes are called, as far as it is known already; what is not is asked for. */
  readonly known: KnownTerms;
  /** Changes the document, and says so. */
  edit(
    steps: readonly PatchStep[],
    what: (texts: Texts) => string,
    options?: { readonly merge?: string; readonly said?: string },
  ): void;
  /** As `edit`, of a change that says where it leads. */
  apply(edit: DocumentEdit | undefined, what: (texts: Texts) => string): void;
  /** Puts the focus on the first of these that is there when it is drawn. */
  focus(...selectors: readonly string[]): void;
}

/** One code set that is drawn. */
export interface SetOf {
  readonly part: CodesContext;
  /** What is open of the place that asks for it. */
  readonly open: Set<string>;
  /** JSON Pointer of the set itself. */
  readonly place: string;
  readonly set: DraftSet;
  /** The types of records that ask for it. */
  readonly types: readonly RecordType[];
}

/** Keeps what a user opens, or closes, of a place. */
export function followToggle(
  { host }: CodesContext,
  open: Set<string>,
  key: string,
): (event: Event) => void {
  return ({ target }) => {
    const isNow = (target as HTMLDetailsElement).open;
    if (isNow === open.has(key)) return;
    if (isNow) open.add(key);
    else open.delete(key);
    host.requestUpdate();
  };
}
