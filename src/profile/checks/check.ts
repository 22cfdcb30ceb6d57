/** What a check is: one rule that needs more of the document than one place in it. */
import type { Violation } from '../issues.ts';
import type { Path } from '../../json/paths.ts';
import type { JsonObject } from '../../json/values.ts';

/** An error refuses the profile; a warning lets it pass. */
export type Severity = 'error' | 'warning';

interface CheckBase {
  /** Unique among the checks. The violation's `code`, which several checks may share, names the text. */
  readonly name: string;
  readonly severity: Severity;
}

/** Looks at the whole document. */
export interface DocumentCheck extends CheckBase {
  readonly scope: 'document';
  readonly find: (document: unknown) => readonly Violation[];
}

/** Looks at each object in the document, at any depth. */
export interface ObjectCheck extends CheckBase {
  readonly scope: 'object';
  readonly find: (object: JsonObject, path: Path, document: unknown) => readonly Violation[];
}

/** A check meets documents of any structure: what the schema refuses is the schema's to report. */
export type Check = DocumentCheck | ObjectCheck;
