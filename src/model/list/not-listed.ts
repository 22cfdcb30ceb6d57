import type { Clinic, Steps } from '../../engine/index.ts';
import { formatCpr, type Patient } from '../../record/index.ts';
import { searchable } from '../../record/normalize.ts';
import type { PopulationList } from './list.ts';
import { wordsOf } from './rows/search.ts';

/** Whom a search finds in the clinic by name or CPR number, and who is not on the list. */
export interface NotListed {
  /** What was searched for. */
  readonly query: string;
  readonly count: number;
  /** The first of them in the clinic's order: all, where they are no more than `mostNotListed`. */
  readonly patients: readonly Patient[];
}

/** So many are named: whoever looks for one of more writes more of the name. */
export const mostNotListed = 20;

/** Looks for patients of a clinic who are not on one of its lists. */
export class NotListedSearch {
  readonly #ids: readonly string[];
  /** By patient of the clinic: name and CPR number as they are searched, as far as they are made. */
  readonly #texts: string[] = [];

  constructor(
    private readonly list: Pick<PopulationList, 'population' | 'indexOf'>,
    clinic: Clinic,
  ) {
    this.#ids = clinic.ids;
  }

  /** Finds whoever has every word of a query in the name or the CPR number, in steps. */
  *find(query: string): Steps<NotListed> {
    const words = wordsOf(query);
    const patients: Patient[] = [];
    let count = 0;
    if (words.length > 0) {
      yield* this.#prepare();
      for (let at = 0; at < this.#ids.length; at++) {
        if (at % patientsInStep === 0) yield;
        const text = this.#texts[at]!;
        if (!words.every((word) => text.includes(word))) continue;
        const id = this.#ids[at]!;
        if (this.list.indexOf(id) >= 0) continue;
        count++;
        if (count <= mostNotListed) patients.push(...this.list.population.patients([id]));
      }
    }
    return { query, count, patients };
  }

  *#prepare(): Steps<void> {
    while (this.#texts.length < this.#ids.length) {
      const from = this.#texts.length;
      const ids = this.#ids.slice(from, from + textsInStep);
      for (const { name, cpr = '' } of this.list.population.patients(ids))
        this.#texts.push(searchable(`${name} ${cpr} ${formatCpr(cpr)}`));
      yield;
    }
  }
}

/** So many texts are made in about two milliseconds. */
const textsInStep = 1000;
/** Among so many words are looked for in as long. */
const patientsInStep = 5000;
