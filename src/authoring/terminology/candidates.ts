/** Codes that are proposed, each once: gathered with why, counted in a clinic, and ranked. */
import type { CodeUse } from '../../engine/index.ts';
import type { CodeSet, LocalText } from '../../profile/index.ts';
import {
  anyCodeMatcher,
  codeMatcher,
  isHierarchical,
  normalizeEntry,
  normalizeSystem,
  parseCodeEntry,
  type CodeMatcher,
} from '../../record/index.ts';
import { hasWords, wordsIn, wordsOf } from './words.ts';

/** Why a code is proposed. */
export type MissedReason =
  /** It stands beside a code of the set, right below the same one. */
  | { readonly kind: 'sibling'; readonly of: string }
  /** It is called by words that codes of the set, or the set itself, are called by. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** The members have it more often than the clinic's other patients; both as shares. */
  | { readonly kind: 'carried'; readonly share: number; readonly elsewhere: number };

export interface MissedCode {
  /** The system's one name. */
  readonly system: string;
  readonly code: string;
  readonly text?: LocalText;
  /** The weightiest first. */
  readonly why: readonly MissedReason[];
  /** Whether another set of the profile has it, so that it was thought of, though not here. */
  readonly isElsewhere?: true;
  /** In this clinic, at least; absent without a clinic. */
  readonly found?: {
    readonly records: number;
    readonly patients: number;
    /** Absent where it is not known who is a member: the profile cannot be used. */
    readonly members?: number;
  };
}

/** What is known of a clinic's codes, without its patients. */
export interface ClinicCounts {
  /** Of the type, or types, that the place asks for. */
  readonly use: readonly CodeUse[];
  /** Patients in the clinic. */
  readonly patients: number;
  /** How many of them are members; undefined where that is not known. */
  readonly members: number | undefined;
}

/** A code that may be proposed, before it is ranked. */
interface Candidate {
  readonly system: string;
  readonly code: string;
  text: LocalText | undefined;
  readonly why: MissedReason[];
  use: { records: number; patients: number; members: number } | undefined;
  weight: number;
}

/** Entries whose neighbours are looked at. */
export const mostEntries = 200;
/** Words that are searched for. */
const mostWords = 8;
/** A word of so many codes says nothing about one. */
export const mostOfWord = 40;

/** Gathers what is proposed, each code once. */
export class Candidates {
  readonly #candidates = new Map<string, Candidate>();
  readonly #isChosen: CodeMatcher;
  readonly #isElsewhere: CodeMatcher;
  readonly #uses: ReadonlyMap<string, { records: number; patients: number; members: number }>;
  /** What this clinic's records call a code. */
  readonly #texts = new Map<string, string>();
  readonly #own: ReadonlySet<string>;

  constructor(
    private readonly sets: readonly CodeSet[],
    others: readonly CodeSet[],
    private readonly clinic: ClinicCounts | undefined,
  ) {
    // What was taken out on purpose is no oversight.
    const excluded = sets.flatMap(({ system, exclude = [] }) =>
      exclude.length > 0 ? [{ system, include: exclude }] : [],
    );
    this.#isChosen = anyCodeMatcher([...sets, ...excluded]);
    this.#isElsewhere = anyCodeMatcher(others);
    this.#own = new Set(sets.map(({ system }) => normalizeSystem(system)));
    this.#uses = this.#countUses();
  }

  /** The systems of the sets, then those that the clinic's records of the type are in. */
  get systems(): readonly string[] {
    return [...new Set([...this.#own, ...(this.clinic?.use ?? []).map(({ system }) => system)])];
  }

  #countUses(): ReadonlyMap<string, { records: number; patients: number; members: number }> {
    const uses = new Map<string, { records: number; patients: number; members: number }>();
    for (const { system, code, text, records, patients, chosen } of this.clinic?.use ?? []) {
      const key = `${system} ${code}`;
      if (text !== undefined && !this.#texts.has(key)) this.#texts.set(key, text);
      const known = uses.get(key);
      // Of several types the patients may be the same: the most of one is at least so many.
      if (known) {
        known.records += records;
        known.patients = Math.max(known.patients, patients);
        known.members = Math.max(known.members, chosen);
      } else uses.set(key, { records, patients, members: chosen });
    }
    return uses;
  }

  propose(system: string, code: string, text: LocalText | undefined, reason: MissedReason): void {
    const own = normalizeEntry(system, code);
    const parsed = parseCodeEntry(system, own);
    // A range is a heading, and what is below it is proposed by itself.
    if (!parsed || !('code' in parsed)) return;
    if (this.#isChosen(system, own) || this.#coversOwn(system, own)) return;
    if (reason.kind === 'carried' && this.#isElsewhere(system, own)) return;
    const key = `${system} ${own}`;
    let candidate = this.#candidates.get(key);
    if (!candidate) {
      const called = this.#texts.get(key);
      candidate = {
        system,
        code,
        text: text ?? (called === undefined ? undefined : { da: called }),
        why: [],
        use: this.#uses.get(key) ?? this.#usedBelow(system, own),
        weight: 0,
      };
      this.#candidates.set(key, candidate);
    }
    candidate.text = text ?? candidate.text;
    const same = candidate.why.find(({ kind }) => kind === reason.kind);
    if (!same) {
      candidate.why.push(reason);
      candidate.weight += weightOf(reason);
    } else if (same.kind === 'words' && reason.kind === 'words') {
      candidate.why[candidate.why.indexOf(same)] = {
        kind: 'words',
        words: [...new Set([...same.words, ...reason.words])],
      };
    }
  }

  /** A group that codes of the set are in: to add it would be to change what the set is. */
  #coversOwn(system: string, code: string): boolean {
    if (!isHierarchical(system)) return false;
    const covers = codeMatcher({ system, include: [code] });
    return this.sets.some(
      (set) =>
        normalizeSystem(set.system) === system &&
        set.include.some((entry) => {
          const parsed = parseCodeEntry(system, entry);
          return parsed && covers(system, 'code' in parsed ? parsed.code : parsed.from);
        }),
    );
  }

  /** Of a group: the records of what is below it, and at least as many patients as the most frequent has. */
  #usedBelow(system: string, code: string): Candidate['use'] {
    if (!this.clinic) return undefined;
    const use = { records: 0, patients: 0, members: 0 };
    if (!isHierarchical(system)) return use;
    for (const [key, each] of this.#uses)
      if (key.startsWith(`${system} ${code}`)) {
        use.records += each.records;
        use.patients = Math.max(use.patients, each.patients);
        use.members = Math.max(use.members, each.members);
      }
    return use;
  }

  /** The words that tell the set's codes apart from others, the longest first. */
  wordsToFind(names: readonly LocalText[]): readonly string[] {
    const matches = anyCodeMatcher(this.sets);
    const recorded = (this.clinic?.use ?? []).flatMap(({ system, code, text }) =>
      text !== undefined && matches(system, code) ? wordsOf(text) : [],
    );
    const counts = new Map<string, number>();
    for (const word of [...names.flatMap(wordsIn), ...recorded])
      if (isTelling(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts]
      .sort(([a, countA], [b, countB]) => countB - countA || b.length - a.length)
      .slice(0, mostWords)
      .map(([word]) => word);
  }

  /** What the clinic's records have: called by the words, structural neighbours, and carried by members. */
  findInClinic(words: readonly string[]): void {
    if (!this.clinic) return;
    const { use, patients, members } = this.clinic;
    const named = use.map((each) => ({ each, words: wordsOf(each.text ?? '') }));
    for (const word of words) {
      const found = named.filter((one) => hasWords(one.words, [word]));
      if (found.length > mostOfWord) continue;
      for (const { each } of found)
        this.propose(each.system, each.code, undefined, { kind: 'words', words: [word] });
    }
    const groups = this.#groups();
    for (const { system, code } of use) {
      const of = groups.get(groupOf(system, code) ?? '');
      if (of !== undefined) this.propose(system, code, undefined, { kind: 'sibling', of });
    }
    if (members === undefined) return;
    for (const { system, code, patients: all, chosen } of use) {
      const carried = carriedMore(chosen, members, all - chosen, patients - members);
      if (carried) this.propose(system, code, undefined, carried);
    }
  }

  /** By the group that an entry stands in, by its form: the entry. */
  #groups(): ReadonlyMap<string, string> {
    const groups = new Map<string, string>();
    for (const { system: given, include } of this.sets) {
      const system = normalizeSystem(given);
      for (const entry of include.slice(0, mostEntries)) {
        const parsed = parseCodeEntry(system, entry);
        const code = parsed && 'code' in parsed ? parsed.code : undefined;
        const group = code === undefined ? undefined : groupOf(system, code);
        if (group !== undefined && !groups.has(group)) groups.set(group, entry);
      }
    }
    return groups;
  }

  #told({
    records,
    patients,
    members,
  }: NonNullable<Candidate['use']>): NonNullable<MissedCode['found']> {
    const isKnown = this.clinic?.members !== undefined;
    return { records, patients, ...(isKnown ? { members } : {}) };
  }

  ranked(most: number): readonly MissedCode[] {
    const all = [...this.#candidates.values()].sort(
      (a, b) =>
        b.weight - a.weight ||
        (b.use?.members ?? 0) - (a.use?.members ?? 0) ||
        (b.use?.patients ?? 0) - (a.use?.patients ?? 0) ||
        (a.system === b.system ? (a.code < b.code ? -1 : 1) : a.system < b.system ? -1 : 1),
    );
    return all.slice(0, most).map(({ system, code, text, why, use }) => ({
      system,
      code,
      ...(text ? { text } : {}),
      ...(this.#isElsewhere(system, normalizeEntry(system, code))
        ? { isElsewhere: true as const }
        : {}),
      why: [...why].sort((a, b) => weightOf(b) - weightOf(a)),
      ...(use ? { found: this.#told(use) } : {}),
    }));
  }
}

/** Same words weigh more than a place beside; what members carry, by how sure it is. */
function weightOf(reason: MissedReason): number {
  if (reason.kind === 'words') return 3;
  if (reason.kind === 'sibling') return 2;
  return Math.min(3, Math.log2(reason.share / Math.max(reason.elsewhere, reason.share / 64)) / 2);
}

/** Members who must have a code before it says anything of them. */
const fewestMembers = 3;
/** Standard errors by which the shares must differ. */
const surely = 3;

/** Whether members have a code more often than the others, surely and by half at least. */
function carriedMore(
  carriers: number,
  members: number,
  others: number,
  rest: number,
): MissedReason | undefined {
  if (carriers < fewestMembers || members === 0 || rest <= 0) return undefined;
  const [share, elsewhere] = [carriers / members, others / rest];
  const pooled = (carriers + others) / (members + rest);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / members + 1 / rest));
  const isSure = error > 0 && (share - elsewhere) / error >= surely;
  return isSure && share >= 1.5 * elsewhere ? { kind: 'carried', share, elsewhere } : undefined;
}

const atcLevels = [5, 4, 3];

/** The group that a code stands in, by its form alone: ATC's level above, the three signs of a diagnosis. */
function groupOf(system: string, code: string): string | undefined {
  if (system === 'ATC') {
    const length = atcLevels.find((each) => each < code.length);
    return length === undefined ? undefined : `${system} ${code.slice(0, length)} ${code.length}`;
  }
  const stem = system === 'SKS' ? 4 : system === 'ICD-10' ? 3 : undefined;
  return stem !== undefined && code.length > stem ? `${system} ${code.slice(0, stem)}` : undefined;
}

/** Words that any code may be called by. */
const common = new Set(
  (
    'anden andet andre uden med ikke eller samt ved som uspecificeret specificeret sygdom sygdomme tilstand type ' +
    'kronisk akut diagnose forstyrrelse symptom symptomer klage problem forebyggende behandling kontrol ' +
    'other without with not otherwise specified unspecified disease disorder condition chronic acute syndrome ' +
    'symptom complaint problem treatment'
  ).split(' '),
);

function isTelling(word: string): boolean {
  return word.length >= 4 && !/^\d+$/.test(word) && !common.has(word);
}
