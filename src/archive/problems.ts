/** What goes wrong with an archive, told so that somebody can do something about it; the rest of it is shown. */
import { archiveProblemPhrases, type ArchiveProblemPhrases } from '../i18n/phrases/archive.ts';
import type { LocalText } from '../profile/index.ts';

export type ArchiveProblemKind = keyof ArchiveProblemPhrases;

export interface ArchiveProblem {
  readonly kind: ArchiveProblemKind;
  /** The file, or the profile and version, as they are called. */
  readonly about: string;
  readonly message: LocalText;
  readonly fix: LocalText;
}

/** Puts a problem into words. */
export function archiveProblem(kind: ArchiveProblemKind, about = ''): ArchiveProblem {
  const [[da, fixDa], [en, fixEn]] = [
    archiveProblemPhrases.da[kind](about),
    archiveProblemPhrases.en[kind](about),
  ];
  return { kind, about, message: { da, en }, fix: { da: fixDa, en: fixEn } };
}

/** An archive could not answer: `problem` says why, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly problem: ArchiveProblem;

  constructor(kind: ArchiveProblemKind, about?: string, options?: ErrorOptions) {
    const problem = archiveProblem(kind, about);
    super(`${problem.message.en} ${problem.fix.en}`, options);
    this.problem = problem;
  }
}
