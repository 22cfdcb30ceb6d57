import { formatDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/language.ts';
import { problemPhrases } from '../../i18n/phrases/problems.ts';
import { nameType } from '../../i18n/record-types.ts';
import type { Problem } from '../load/problems.ts';

/** Says a problem as a sentence: what is missing, and what that means for what is shown. */
export function describeProblem(problem: Problem, language: Language): string {
  const text = problemPhrases[language];
  switch (problem.kind) {
    case 'call': {
      const calls: Readonly<Record<string, string>> = text.calls;
      return text.call(text.reasons[problem.reason], calls[problem.call] ?? '');
    }
    case 'cut-short':
      return text.cutShort(problem.received, problem.expected);
    case 'miscounted':
      return text.miscounted(problem.came, problem.promised);
    case 'too-much':
      return text.tooMuch(problem.limit, problem.most);
    case 'repeated':
      return text.repeated(problem.entries);
    case 'missing-source':
      return text.missingSource(problem.types.map((type) => nameType(type, language)).join(', '));
    case 'rejected':
      return text.rejected(problem.records, problem.patients);
    case 'description':
      return text.description(problem.paths.join(', '));
    case 'rounds':
      return text.rounds(problem.paths.join(', '));
    case 'restored':
      return text.restored;
    case 'clock':
      return text.clock(formatDate(problem.here, language), formatDate(problem.there, language));
    case 'date':
      return text.date;
    case 'stale':
      return text.stale;
  }
}
