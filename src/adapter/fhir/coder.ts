/**
 * Which coding of a concept a record gets. Systems go by their published addresses (`record/systems.ts`: HL7 Terminology;
 * HL7 Denmark's DK Core, profiles DkCoreCondition and DkCoreObservation; MedCom's condition list, whose codes are ICPC-2
 * and SKS-D, or any other, or none).
 */
import {
  anyCodeMatcher,
  codeSystems,
  isUncoded,
  normalizeCode,
  normalizeSystem,
  recordKinds,
  systemOf,
  type RecordType,
  type RecordsRequest,
} from '../../record/index.ts';
import type { CodeableConcept, Coding } from 'fhir/r4';
import type { Tally } from './tally.ts';

/** Systems of Danish municipalities (DK Core, Condition): known, and none of those that the library compares. */
const municipal: Readonly<Record<string, string>> = {
  'urn:oid:1.2.208.176.2.21': 'FSIII',
  'urn:oid:1.2.208.176.2.22': 'FFB',
};

/** All hierarchies of the Danish Health Data Authority's classification (SKS); SKS-D, of diagnoses, is one. */
const sks = 'urn:oid:1.2.208.176.2.4.';

/** What a record says of its code. */
export interface Placed {
  readonly code?: string;
  readonly system?: string;
  readonly text?: string;
  /** Of a medicine: the number of its package or register, where a system of such is named `product`. */
  readonly product?: string;
}

/** A coding in a system that is known. */
interface Candidate {
  readonly system: string;
  readonly code: string;
}

/** The name that a host gives a system of packages' or registers' numbers. */
const productSystem = 'PRODUCT';

export interface CoderOptions {
  readonly systems?: Readonly<Record<string, string>> | undefined;
  readonly prefer?: Readonly<Partial<Record<RecordType, readonly string[]>>> | undefined;
}

export class Coder {
  readonly #named: ReadonlyMap<string, string>;
  readonly #hasProducts: boolean;
  readonly #prefer = new Map<RecordType, readonly string[]>();
  readonly #systems = new Map<string, string | undefined>();
  readonly #asked = new Map<RecordType, (system: string, code: string) => boolean>();

  constructor(
    { systems = {}, prefer = {} }: CoderOptions,
    request: RecordsRequest,
    readonly tally: Tally,
  ) {
    const named = Object.entries({ ...municipal, ...systems });
    this.#named = new Map(
      named.map(([address, name]) => [normalizeSystem(address), normalizeSystem(name)]),
    );
    this.#hasProducts = [...this.#named.values()].includes(productSystem);
    for (const type of Object.keys(recordKinds) as RecordType[]) {
      const wanted = prefer[type]?.map(normalizeSystem) ?? [recordKinds[type].system];
      this.#prefer.set(type, [...wanted, ...codeSystems.map(({ name }) => name)]);
      const asked = request.types[type];
      if (asked) this.#asked.set(type, asked.codes ? anyCodeMatcher(asked.codes) : () => true);
    }
  }

  /**
   * Places a concept: its code, and words for it.
   *
   * @param passedOver Gets each system in which a coding that was asked for had to stand back: in it, the patient's codes
   * are not all there.
   */
  place(
    type: RecordType,
    concept: CodeableConcept | undefined,
    passedOver: (system: string) => void,
  ): Placed {
    const codings = concept?.coding ?? [];
    const text = concept?.text ?? codings.find(({ display }) => display)?.display;
    const product = this.#productOf(type, codings);
    const words = {
      ...(text === undefined ? {} : { text }),
      ...(product === undefined ? {} : { product }),
    };
    const candidates = codings.flatMap((coding) => this.#candidate(coding));
    const [chosen, ...others] = candidates.length > 1 ? this.#ranked(type, candidates) : candidates;
    for (const { system, code } of others) {
      this.tally.passedOver(type, system);
      if (this.#isAsked(type, system, code)) passedOver(system);
    }
    if (chosen) return { code: chosen.code, system: chosen.system, ...words };
    // Some types need no code; a medicine without one is in doubt (R3a).
    if (codings.length === 0 && (!isUncoded(type) || type === 'medication'))
      this.tally.unplaced(type, '');
    for (const { system } of codings) this.tally.unplaced(type, system);
    return words;
  }

  #productOf(type: RecordType, codings: readonly Coding[]): string | undefined {
    if (type !== 'medication' || !this.#hasProducts) return undefined;
    return codings.find(({ system }) => system && this.systemOf(system) === productSystem)?.code;
  }

  #candidate({ system: address, code }: Coding): readonly Candidate[] {
    const system = typeof address === 'string' ? this.systemOf(address) : undefined;
    if (system === undefined || system === productSystem) return [];
    return typeof code !== 'string' || code.trim() === '' ? [] : [{ system, code }];
  }

  /** What is asked for comes first, and of that what is preferred. */
  #ranked(type: RecordType, candidates: readonly Candidate[]): readonly Candidate[] {
    const preferred = this.#prefer.get(type) ?? [];
    const rank = ({ system, code }: Candidate) => {
      const place = preferred.indexOf(system);
      const last = preferred.length;
      return (this.#isAsked(type, system, code) ? 0 : last + 1) + (place < 0 ? last : place);
    };
    return [...candidates].sort((a, b) => rank(a) - rank(b));
  }

  #isAsked(type: RecordType, system: string, code: string): boolean {
    return this.#asked.get(type)?.(system, normalizeCode(system, code)) ?? false;
  }

  /** The one name of a system by its address; undefined of one that is not known. */
  systemOf(address: string): string | undefined {
    if (!this.#systems.has(address)) this.#systems.set(address, this.#find(address));
    return this.#systems.get(address);
  }

  #find(address: string): string | undefined {
    const name = normalizeSystem(address);
    const named = this.#named.get(name);
    if (named !== undefined) return named;
    if (systemOf(name)) return name;
    return address.startsWith(sks) ? 'SKS' : undefined;
  }

  /** The systems in which a patient's codes are all there, where some were passed over; empty where there is none. */
  complete(
    type: RecordType,
    declared: readonly string[] | undefined,
    asked: readonly string[],
    passed: ReadonlySet<string>,
  ): readonly string[] {
    const all = declared ?? [
      ...codeSystems.map(({ name }) => name),
      ...this.#named.values(),
      ...asked,
    ];
    return [...new Set(all.map(normalizeSystem))].filter((system) => !passed.has(system));
  }
}

/** Spreads a code over a record; one that could not be placed may be any, and of any system. */
export function codeFields(placed: Placed, type: RecordType): object {
  if (placed.code !== undefined || isUncoded(type)) return placed;
  return { ...placed, system: anySystem };
}

/**
 * Stands for a system that nobody can name: as it is no text, the check sets the record aside with its days, source and
 * status, and what asks for any code on those days is unknown (R3). The type's own system, which a record without one
 * has, would leave other systems' questions answered *no*.
 */
const anySystem = { unplaced: true };
