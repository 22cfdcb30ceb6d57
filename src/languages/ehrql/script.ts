/** A definition under way: its lines, its names, and what was refused. */
import type { Profile } from '../../profile/index.ts';
import type { Refusal } from '../refusal.ts';
import { Codelists } from './codelists.ts';
import type { EhrqlOptions } from './options.ts';
import { identifier } from './text.ts';

export class EhrqlScript {
  readonly refusals: Refusal[] = [];
  readonly codelists: Codelists;
  readonly #lines: string[] = [];
  readonly #names = new Map<string, string>();

  constructor(
    readonly profile: Profile,
    readonly options: EhrqlOptions,
  ) {
    this.codelists = new Codelists(profile, options.codelists ?? {}, this);
  }

  get body(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }

  line(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  /** Notes what is not said, and answers what stands in its place until it is told. */
  refuse(path: string, feature: string, why: string): string {
    this.refusals.push({ path, feature, why });
    return 'False';
  }

  /** A name of Python's own for a place, each once. */
  nameOf(path: string): string {
    let name = this.#names.get(path);
    if (name === undefined) this.#names.set(path, (name = identifier(path)));
    return name;
  }
}
