/** What there is to look at in a profile, beside its errors: in its file, and over a clinic. */
import {
  knownCodesIn,
  reviewProfile,
  reviewProfileOn,
  type PatchStep,
  type ReviewFinding,
  type Terms,
} from '../authoring/index.ts';
import type { LoadedPopulation } from '../model/load/evaluate-loaded.ts';
import { textIn, type Language } from '../profile/index.ts';
import type { CalendarDate } from '../record/index.ts';
import type { Place } from '../json/places.ts';
import { tellIssue, type CheckedFile } from './profile-files.ts';

/** One thing to look at in a file. */
export interface FileFinding extends Place {
  readonly severity: 'warning' | 'note';
  readonly code: string;
  /** JSON Pointer. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  /** What would mend it (JSON Patch), where that can be told. */
  readonly patch?: readonly PatchStep[];
}

/** Looks at a profile's file; nothing where it is no profile that can be used. Codes are known by a table alone. */
export async function reviewFile(
  { profile, places }: CheckedFile,
  asOf: CalendarDate,
  language: Language,
  terms?: Terms,
): Promise<readonly FileFinding[]> {
  if (!profile) return [];
  const codes = terms ? await knownCodesIn(profile, terms) : {};
  return reviewProfile(profile, { asOf, codes })
    .map((found) => ({ ...places.of(found.path), ...inWords(found, language) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Looks at a profile over a clinic; at nothing where the host searched, for the others are not known. */
export function reviewOver(
  { population, clinic, patients }: LoadedPopulation,
  language: Language,
): readonly Omit<FileFinding, keyof Place>[] {
  if (clinic.size < patients) return [];
  return reviewProfileOn(population.profile, clinic, population.asOf).map((found) =>
    inWords(found, language),
  );
}

function inWords({ code, severity, path, message, todo, fix }: ReviewFinding, language: Language) {
  return {
    severity,
    code,
    path,
    message: textIn(message, language),
    fix: textIn(todo, language),
    ...(fix ? { patch: fix } : {}),
  };
}

export function tellFinding(file: string, finding: FileFinding): string {
  return tellIssue(file, finding);
}
