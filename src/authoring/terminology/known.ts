/** Which of a profile's codes a terminology knows, for `reviewProfile`: what is unknown, and what is retired. */
import { normalizeSystem, parseCodeEntry } from '../../record/index.ts';
import { looksLikeCode, looksLikeCodes } from '../../record/code-shapes.ts';
import type { KnownCode, KnownCodes } from '../review/types.ts';
import type { Terms } from './ask.ts';
import { allSets } from './code-sets.ts';

/**
 * Asks a terminology about the codes of a document, system by system. A system that it does not have, or fails to tell
 * of, is left out, so that nothing is called unknown for that reason.
 */
export async function knownCodesIn(
  document: unknown,
  terms: Terms,
  signal?: AbortSignal,
): Promise<KnownCodes> {
  const bySystem = new Map<string, Set<string>>();
  for (const { set } of allSets(document)) {
    const system = normalizeSystem(set?.system ?? '');
    if (!set || !terms.knows(system)) continue;
    const codes = bySystem.get(system) ?? new Set();
    bySystem.set(system, codes);
    for (const entry of [...set.include, ...set.exclude]) {
      const parsed = parseCodeEntry(system, entry);
      if (parsed && 'code' in parsed) codes.add(parsed.code);
    }
  }
  const tables: [string, Readonly<Record<string, KnownCode>>][] = [];
  for (const [system, codes] of bySystem) {
    const known = await knownOf(system, [...codes], terms, signal);
    if (known) tables.push([system, known]);
  }
  return Object.fromEntries(tables);
}

async function knownOf(
  system: string,
  codes: readonly string[],
  terms: Terms,
  signal: AbortSignal | undefined,
): Promise<Readonly<Record<string, KnownCode>> | undefined> {
  try {
    const found = await terms.text(system, codes, signal);
    return Object.fromEntries(
      codes.flatMap((code): readonly [string, KnownCode][] => {
        const term = found.get(code);
        if (term) {
          const { retired, replacedBy } = term;
          return [
            [
              code,
              {
                ...(retired === undefined ? {} : { retired }),
                ...(replacedBy === undefined ? {} : { replacedBy }),
              },
            ],
          ];
        }
        // The beginning of codes, which no system names (`P7`), is as good as the codes that begin so.
        const isBeginning = !looksLikeCode(system, code) && looksLikeCodes(system, code);
        return isBeginning ? [[code, {}]] : [];
      }),
    );
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
