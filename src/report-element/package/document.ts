/** The cluster package that the host gave, read once. */
import { textIn, type Language } from '../../i18n/language.ts';
import { parseClusterPackage, type ClusterPackage, type PackageError } from '../../report/index.ts';

export class PackageDocument {
  #given: unknown;
  #package: ClusterPackage | undefined;
  #errors: readonly PackageError[] = [];

  /** Answers whether it is another than before. */
  read(given: unknown): boolean {
    if (given === this.#given) return false;
    this.#given = given;
    this.#package = undefined;
    this.#errors = [];
    if (given === undefined || given === null) return true;
    const outcome = parseClusterPackage(given);
    if (outcome.ok) this.#package = outcome.package;
    else this.#errors = outcome.errors;
    return true;
  }

  get package(): ClusterPackage | undefined {
    return this.#package;
  }

  /** How much is wrong with it; 0 where it can be used, or there is none. */
  get faults(): number {
    return this.#errors.length;
  }

  /** What is wrong with it, in words: the first of it. */
  problem(language: Language): string | undefined {
    const [first] = this.#errors;
    return first && `${textIn(first.message, language)} ${textIn(first.fix, language)}`;
  }
}
