import { isObject } from '../../json/values.ts';

/** The numbering of a document, the same for every check: what one has numbered costs the next nothing. */
export function numberingOf(document: unknown): Numbering {
  if (typeof document !== 'object' || document === null) return new Numbering();
  let numbering = numberings.get(document);
  if (!numbering) numberings.set(document, (numbering = new Numbering()));
  return numbering;
}

const numberings = new WeakMap<object, Numbering>();

/** Numbers JSON values: the same number means the same content, whatever the order of keys. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  /** By object, so that what stands in others is numbered once. */
  readonly #known = new WeakMap<object, number>();

  numberOf(value: unknown): number {
    if (typeof value !== 'object' || value === null) return this.#number(JSON.stringify(value));
    let number = this.#known.get(value);
    if (number === undefined) {
      number = this.#number(this.#partsOf(value));
      this.#known.set(value, number);
    }
    return number;
  }

  /** The text of a list or object with the numbers of its parts in their place. */
  #partsOf(value: object): string {
    if (Array.isArray(value))
      return JSON.stringify(value.map((each: unknown) => this.numberOf(each)));
    if (!isObject(value)) return '';
    const keys = Object.keys(value).sort();
    return `{${JSON.stringify(keys.map((key) => [key, this.numberOf(value[key])]))}}`;
  }

  #number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
