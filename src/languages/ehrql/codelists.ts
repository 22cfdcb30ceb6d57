/** Code sets as codelists: in place where they are of a system that the tables have, else in a file that the author gives. */
import { resolveCodes, type Codes, type CodeSet, type Profile } from '../../profile/index.ts';
import { normalizeSystem } from '../../record/index.ts';
import { identifier, text } from './text.ts';

/** A file that a definition reads. */
export interface EhrqlCodelist {
  readonly file: string;
  /** The name of the code set of the profile that it means. */
  readonly set: string;
}

/** What the tables have codes in. */
type TableSystem = 'SNOMEDCT' | 'DM+D';

interface Refuser {
  refuse: (path: string, feature: string, why: string) => string;
  line: (...lines: readonly string[]) => void;
}

export class Codelists {
  readonly read: EhrqlCodelist[] = [];
  readonly #names = new Map<CodeSet, string>();

  constructor(
    readonly profile: Profile,
    readonly files: Readonly<Record<string, string>>,
    readonly script: Refuser,
  ) {}

  /** The codes as an expression, in the system of a table. */
  of(codes: Codes, system: TableSystem, path: string): string {
    const lists = resolveCodes(this.profile, codes).map((set) => this.#list(set, system, path));
    return lists.join(' + ');
  }

  #list(set: CodeSet, system: TableSystem, path: string): string {
    const known = this.#names.get(set);
    if (known !== undefined) return known;
    const name = Object.entries(this.profile.codes ?? {}).find(([, each]) => each === set)?.[0];
    const file =
      name !== undefined && Object.hasOwn(this.files, name) ? this.files[name] : undefined;
    const title = system === 'SNOMEDCT' ? 'SNOMED CT' : 'dm+d';
    const variable = identifier(`codes ${name ?? path}`);
    if (file !== undefined) {
      this.read.push({ file, set: name! });
      this.script.line(`${variable} = codelist_from_csv(${text(file)}, column="code")`, '');
    } else if (normalizeSystem(set.system) === system) {
      if (set.exclude)
        this.script.refuse(
          path,
          'exclude',
          `a list of ${title} has no tree that codes could be excluded from.`,
        );
      this.script.line(`${variable} = [${set.include.map(text).join(', ')}]`, '');
    } else
      return this.script.refuse(
        path,
        `code system ${set.system}`,
        `the tables have ${title}: give a codelist that means the set${name === undefined ? ', and a name to the set' : ` "${name}"`} in the option codelists.`,
      );
    this.#names.set(set, variable);
    return variable;
  }
}
