/** What the archive's element is to its parts. */
import type { LitElement } from 'lit';
import type { ProfileStore } from '../../adapter/index.ts';
import type { ArchiveEntry, TrustedPublisher } from '../../archive/index.ts';
import type { ProblemChannel } from '../../elements/shared/problems.ts';
import type { ClinicAdapter } from '../../model/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Ui } from './ui.ts';

export interface ArchiveHost extends LitElement {
  readonly ui: Ui;
  /** The day on which approvals count, and patients are judged. */
  readonly date: CalendarDate;
  readonly adapter: ClinicAdapter | undefined;
  readonly archive: ProfileStore | undefined;
  readonly trusted: readonly TrustedPublisher[];
  readonly deadline: number | undefined;
  readonly problems: ProblemChannel;
  /** Says something by the polite live region. */
  announce(text: string): void;
}

/** Which part of a profile's page is open. */
export type PageTab = 'profile' | 'versions' | 'difference' | 'exemptions';

/** What the page of a profile can have done. */
export interface PageDeeds {
  readonly close: () => void;
  readonly show: (version: string, tab?: PageTab) => void;
  readonly compare: (before: string, after: string) => void;
  readonly use: (entry: ArchiveEntry) => void;
  /** Opens the page of a profile that a package names; undefined where the archive has none of it. */
  readonly openProfile: (id: string, version: string | undefined) => (() => void) | undefined;
  readonly exportOne: (entry: ArchiveEntry) => void;
  /** Undefined where the store takes none. */
  readonly publish: ((entry: ArchiveEntry) => void) | undefined;
  readonly withdraw: ((entry: ArchiveEntry) => void) | undefined;
}
