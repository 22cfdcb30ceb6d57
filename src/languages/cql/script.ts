/** A profile's library under way: its definitions, each once, and what was refused. */
import type { Codes, Profile } from '../../profile/index.ts';
import { resolveCodes } from '../../profile/index.ts';
import { normalizeSystem } from '../../record/index.ts';
import type { Refusal } from '../refusal.ts';
import { codeSetTuple, hasAddress, type OwnSystems } from './codes.ts';
import { asOf, type DayAsked } from './days.ts';
import { listOf, name } from './text.ts';

export class Script {
  readonly refusals: Refusal[] = [];
  readonly #definitions: string[] = [];
  readonly #names = new Set<string>();
  readonly #sets = new Map<unknown, string>();

  constructor(
    readonly profile: Profile,
    readonly systems: OwnSystems,
  ) {}

  /** All definitions, those that others ask first. */
  get text(): string {
    return this.#definitions.join('\n\n');
  }

  refuse(path: string, feature: string, why: string): string {
    this.refusals.push({ path, feature, why });
    return 'null';
  }

  /** Defines an expression, with words above it, and answers how it is asked. */
  define(title: string, words: readonly string[], body: string, day: DayAsked = asOf): string {
    if (day === asOf) {
      this.#add(title, [...words, `define ${name(title)}:`, indented(body)]);
      return name(title);
    }
    this.#add(title, [...words, `define function ${name(title)}(${day} Date):`, indented(body)]);
    return `${name(title)}(${day})`;
  }

  /** Defines a function. */
  defineFunction(title: string, operands: string, body: string): string {
    this.#add(title, [`define function ${name(title)}(${operands}):`, body]);
    return name(title);
  }

  /** How codes are asked: the name of what is defined of them. */
  codes(codes: Codes | undefined, path: string): string {
    if (codes === undefined) return 'Records.AnyCode';
    const known = this.#sets.get(codes);
    if (known !== undefined) return known;
    const sets = resolveCodes(this.profile, codes);
    for (const { system } of sets)
      if (!hasAddress(system, this.systems))
        this.refuse(
          `${path}/codes`,
          `code system ${system}`,
          'FHIR names a system by an address, and this one has none that is published: say which in the option systems, e.g. { "https://clinic.example/codes": "' +
            system +
            '" }.',
        );
    const title = typeof codes === 'string' ? `codes ${codes}` : `codes of ${path}`;
    const tuples = sets.map((set) => codeSetTuple(set, this.systems));
    const asked = this.define(title, [], `{\n${tuples.join(',\n')}\n}`);
    this.#sets.set(codes, asked);
    return asked;
  }

  /** The systems in which codes are asked (R1a). */
  systemsOf(codes: Codes | undefined, others: readonly string[] | undefined): string {
    const sets = codes === undefined ? undefined : resolveCodes(this.profile, codes);
    const systems = sets?.map(({ system }) => normalizeSystem(system)) ?? others;
    return systems === undefined ? 'null' : listOf([...new Set(systems)], 4);
  }

  #add(title: string, lines: readonly string[]): void {
    if (this.#names.has(title)) return;
    this.#names.add(title);
    this.#definitions.push(lines.join('\n'));
  }
}

function indented(body: string): string {
  return body
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
