/** The concept sets of an expression, made of a profile's code sets by a resolver. */
import { resolveCodes, type Codes, type CodeSet, type Profile } from '../../profile/index.ts';
import { isHierarchical, parseCodeEntry, normalizeSystem } from '../../record/index.ts';
import type { Refusal } from '../refusal.ts';
import type { CirceConceptSet, ConceptResolver, DomainType } from './types.ts';

export class ConceptSets {
  readonly all: CirceConceptSet[] = [];
  readonly #ids = new Map<string, number>();

  constructor(
    readonly profile: Profile,
    readonly resolver: ConceptResolver,
    readonly refusals: Refusal[],
  ) {}

  /** The number of the set of some codes: each is made once for a type. */
  idOf(codes: Codes, type: DomainType, path: string): number {
    const key = `${type} ${JSON.stringify(codes)}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const sets = resolveCodes(this.profile, codes);
    const items = sets.flatMap((set) => [
      ...this.#items(set, set.include, false, type, path),
      ...this.#items(set, set.exclude ?? [], true, type, path),
    ]);
    // Of several sets each subtracts from its own (R2a); in a concept set all would.
    if (sets.length > 1 && sets.some(({ exclude }) => exclude))
      this.#refuse(
        path,
        'exclude in one of several code sets',
        'what a concept set excludes, it excludes from all of it.',
      );
    const id = this.all.length;
    this.#ids.set(key, id);
    const name =
      typeof codes === 'string'
        ? codes
        : sets.map(({ title, system }) => title?.en ?? title?.da ?? system).join(', ');
    this.all.push({ id, name, expression: { items } });
    return id;
  }

  #refuse(path: string, feature: string, why: string): void {
    this.refusals.push({ path, feature, why });
  }

  #items(
    set: CodeSet,
    entries: readonly string[],
    isExcluded: boolean,
    type: DomainType,
    path: string,
  ) {
    const isTree = isHierarchical(set.system);
    return entries.flatMap((entry) => {
      const parsed = parseCodeEntry(normalizeSystem(set.system), entry);
      if (parsed && !('code' in parsed)) {
        this.#refuse(
          path,
          `range ${entry}`,
          'a concept set names its concepts: write the codes one by one.',
        );
        return [];
      }
      const named = set.names && Object.hasOwn(set.names, entry) ? set.names[entry] : undefined;
      const code = {
        system: set.system,
        code: entry,
        ...(named ? { name: named.en ?? named.da } : {}),
      };
      const concepts = this.resolver.conceptsOf(code, { isTree, type });
      if (!concepts || concepts.length === 0) {
        this.#refuse(path, `code ${entry} (${set.system})`, 'the resolver has no concept of it.');
        return [];
      }
      return concepts.map((concept) => ({
        concept,
        isExcluded,
        includeDescendants: isTree,
        includeMapped: false,
      }));
    });
  }
}
