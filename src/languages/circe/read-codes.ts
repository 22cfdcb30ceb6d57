/** The concept sets of an expression as code sets of a profile, by a resolver. */
import type { CodeSet, QueryType } from '../../profile/index.ts';
import { normalizeSystem } from '../../record/index.ts';
import type { Refusal } from '../refusal.ts';
import type { CirceConceptSet, CirceExpression, ConceptResolver } from './types.ts';

export interface ReadCodes {
  /** The code sets that are used, by their names in the profile. */
  readonly used: ReadonlyMap<string, CodeSet>;
  /** The names of the sets that a concept set is for a type; undefined where it was refused. */
  readonly namesOf: (id: unknown, type: QueryType, path: string) => readonly string[] | undefined;
}

export function readCodes(
  { ConceptSets: sets }: CirceExpression,
  resolver: ConceptResolver,
  refusals: Refusal[],
): ReadCodes {
  const used = new Map<string, CodeSet>();
  const known = new Map<string, readonly string[] | undefined>();
  return {
    used,
    namesOf(id, type, path) {
      const key = `${String(id)} ${type}`;
      if (!known.has(key)) known.set(key, read(id, type, path));
      return known.get(key);
    },
  };

  function read(id: unknown, type: QueryType, path: string): readonly string[] | undefined {
    const at = sets.findIndex((set) => set.id === id);
    const set = sets[at];
    if (!set) {
      refusals.push({ path, feature: 'CodesetId', why: `there is no concept set ${String(id)}.` });
      return undefined;
    }
    const before = refusals.length;
    const bySystem = codesOf(set, `/ConceptSets/${at}`, type);
    if (refusals.length > before) return undefined;
    if (bySystem.size === 0) {
      refusals.push({
        path: `/ConceptSets/${at}`,
        feature: `concept set ${set.name}`,
        why: 'no code of any system means one of its concepts, so that it would find nobody.',
      });
      return undefined;
    }
    return [...bySystem.values()].map((codes, index) => {
      const name = `set${id as number}${type}${index === 0 ? '' : index + 1}`.toLowerCase();
      used.set(name, { ...codes, title: { da: set.name, en: set.name } });
      return name;
    });
  }

  function codesOf(set: CirceConceptSet, path: string, type: QueryType): Map<string, CodeSet> {
    const bySystem = new Map<
      string,
      {
        system: string;
        include: string[];
        exclude?: string[];
        names: Record<string, { da: string; en: string }>;
      }
    >();
    for (const [index, item] of set.expression.items.entries()) {
      const {
        concept,
        isExcluded = false,
        includeDescendants = false,
        includeMapped = false,
      } = item;
      const codes = resolver.codesOf(concept, {
        descendants: includeDescendants,
        mapped: includeMapped,
        type,
      });
      if (!codes) {
        refusals.push({
          path: `${path}/expression/items/${index}`,
          feature: `concept ${concept.CONCEPT_ID} ${concept.CONCEPT_NAME}`,
          why: `the resolver cannot say which codes mean it${includeDescendants ? ' and its descendants' : ''}.`,
        });
        continue;
      }
      for (const { system, code, name } of codes) {
        const key = normalizeSystem(system);
        const own = bySystem.get(key) ?? { system, include: [], names: {} };
        bySystem.set(key, own);
        const list = isExcluded ? (own.exclude ??= []) : own.include;
        if (!list.includes(code)) list.push(code);
        if (name !== undefined) own.names[code] = { da: name, en: name };
      }
    }
    // A system of which all is excluded adds nothing.
    for (const [system, { include }] of bySystem) if (include.length === 0) bySystem.delete(system);
    return bySystem;
  }
}
