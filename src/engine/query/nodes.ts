/**
 * A profile's criteria as a graph: the same question is the same node, wherever it is asked, so that it is
 * answered once. Code sets are resolved, defaults are said.
 */
import {
  defaultWindows,
  resolveCodes,
  type Change,
  type CodeSet,
  type Codes,
  type Count,
  type Criterion,
  type DiagnosisQuery,
  type MedicationQuery,
  type PatientQuery,
  type Profile,
  type ResultQuery,
  type ResultValue,
  type Window,
} from '../../profile/index.ts';
import {
  normalizeEntry,
  normalizeSystem,
  recordKinds,
  recordTypes,
  type CodeSelection,
  type PeriodParts,
  type RecordType,
} from '../../record/index.ts';
import { fieldsAsked, type AskedFields, type WrittenFields } from '../reference/fields.ts';
import { lengthsOf, type LengthParts } from '../reference/runs.ts';
import { read } from '../reference/windows.ts';

/** Which records: type, codes (one of these; absent: all) and further fields (R10a), windows aside. */
export interface Selection {
  readonly type: RecordType;
  readonly codes?: readonly CodeSelection[];
  /** The systems in which codes are asked, or counted; absent: codes do not matter. */
  readonly systems?: readonly string[];
  readonly fields?: AskedFields;
  /** Only a patient's first record of its code. */
  readonly first?: true;
}

export type Pick = 'latest' | 'earliest' | 'highest' | 'lowest';
export type AtcLevel = 1 | 2 | 3 | 4 | 5;

/** One part of a sequence, or what an anchor is on. */
export interface SequencePart {
  readonly selection: Selection;
  readonly window: Window;
  readonly value?: ResultValue;
}

/** The day of a record (R19b). */
export interface AnchorDay {
  readonly on: SequencePart;
  readonly pick: 'latest' | 'earliest';
  /** The day on which it ended; absent: on which it began. */
  readonly at?: 'end';
}

/** One part of a day that all share. */
export interface DayPart {
  readonly selection: Selection;
  readonly pick: Pick | 'any';
  readonly value?: ResultValue;
}

export type Question =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }
  | { readonly kind: 'atLeast'; readonly least: number; readonly parts: readonly Node[] }
  | { readonly kind: 'patient'; readonly query: PatientQuery }
  | (AnchorDay & { readonly kind: 'anchor'; readonly is: Node })
  | {
      readonly kind: 'count';
      readonly selection: Selection;
      readonly window: Window;
      readonly count: Omit<Count, 'apart'>;
      /** Only those that are at least so much later than the one before. */
      readonly apart?: PeriodParts;
      readonly value?: ResultValue;
      readonly level?: AtcLevel;
    }
  | {
      readonly kind: 'pick';
      readonly selection: Selection;
      readonly window: Window;
      readonly pick: Pick;
      readonly value?: ResultValue;
    }
  | {
      readonly kind: 'prefer';
      /** The preferred one first. */
      readonly selections: readonly Selection[];
      readonly window: Window;
      readonly value: ResultValue;
    }
  | {
      readonly kind: 'lasting';
      readonly selection: Selection;
      readonly window: Window;
      readonly lasting: LengthParts;
      readonly gap: PeriodParts;
    }
  | {
      readonly kind: 'episodes';
      readonly selection: Selection;
      readonly window: Window;
      readonly count: Omit<Count, 'apart'>;
      readonly gap: PeriodParts;
      readonly lasting?: LengthParts;
    }
  | {
      readonly kind: 'concurrent';
      readonly selections: readonly Selection[];
      readonly window: Window;
      readonly lasting: PeriodParts;
    }
  | {
      readonly kind: 'sequence';
      readonly parts: readonly [SequencePart, SequencePart];
      readonly within: PeriodParts;
    }
  | {
      readonly kind: 'sameDay';
      readonly parts: readonly DayPart[];
      readonly window: Window;
    }
  | {
      readonly kind: 'change';
      readonly selection: Selection;
      readonly window: Window;
      readonly from: Change['from'];
      readonly value: Change['value'];
    };

/** A question with its name: two nodes of one key ask the same, in whatever profile. */
export interface Node {
  readonly key: string;
  readonly question: Question;
  /** The question as a profile asks it, one of those that do. */
  readonly criterion: Criterion;
  readonly profile: Profile;
}

/** Which records a question asks of, whatever else it asks. */
export function selectionsOf(question: Question): readonly Selection[] {
  switch (question.kind) {
    case 'count':
    case 'pick':
    case 'lasting':
    case 'episodes':
    case 'change':
      return [question.selection];
    case 'prefer':
    case 'concurrent':
      return question.selections;
    case 'sequence':
    case 'sameDay':
      return question.parts.map(({ selection }) => selection);
    case 'anchor':
      return [question.on.selection];
    default:
      return [];
  }
}

/** Makes nodes of a profile's criteria, the same node for the same question. */
export class NodeMaker {
  readonly #nodes = new Map<string, Node>();

  constructor(private readonly profile: Profile) {}

  nodeOf(criterion: Criterion): Node {
    const question = this.#questionOf(criterion);
    const key = keyOf(question);
    let node = this.#nodes.get(key);
    if (!node) {
      node = { key, question, criterion, profile: this.profile };
      this.#nodes.set(key, node);
    }
    return node;
  }

  #questionOf(criterion: Criterion): Question {
    if ('all' in criterion) return this.#joined('all', criterion.all);
    if ('any' in criterion) return this.#joined('any', criterion.any);
    if ('not' in criterion) return { kind: 'not', part: this.nodeOf(criterion.not) };
    if ('atLeast' in criterion) {
      const parts = criterion.of.map((part) => this.nodeOf(part));
      return { kind: 'atLeast', least: criterion.atLeast, parts };
    }
    if ('anchor' in criterion) {
      const { on, pick, at, is } = criterion.anchor;
      const part = this.#sequencePart(on);
      return { kind: 'anchor', on: part, pick, ...(at ? { at } : {}), is: this.nodeOf(is) };
    }
    if ('patient' in criterion) return { kind: 'patient', query: criterion.patient };
    if ('concurrent' in criterion) {
      const { of, when = 'now', lasting = 'P1D' } = criterion.concurrent;
      const selections = of.map((part) => this.selectionOf(...partOf(part)));
      return { kind: 'concurrent', selections, window: when, lasting: read(lasting) };
    }
    if ('sequence' in criterion) {
      const [first, second] = criterion.sequence.of.map((part) => this.#sequencePart(part));
      const within = read(criterion.sequence.within);
      return { kind: 'sequence', parts: [first!, second!], within };
    }
    if ('sameDay' in criterion) {
      const { of, when = 'ever' } = criterion.sameDay;
      const parts = of.map((part): DayPart => {
        const [type, query] = partOf(part);
        const value = query.value ? { value: query.value } : {};
        return { selection: this.selectionOf(type, query), pick: query.pick ?? 'any', ...value };
      });
      return { kind: 'sameDay', parts, window: when };
    }
    if ('change' in criterion) {
      const { of, from, value } = criterion.change;
      const window = of.when ?? defaultWindows.result;
      return { kind: 'change', selection: this.selectionOf('result', of), window, from, value };
    }
    return this.#query(...partOf(criterion));
  }

  /** The order and number of equal parts of `all` and `any` make no difference. */
  #joined(kind: 'all' | 'any', criteria: readonly Criterion[]): Question {
    const parts = new Set(criteria.map((part) => this.nodeOf(part)));
    return { kind, parts: [...parts].sort((a, b) => (a.key < b.key ? -1 : 1)) };
  }

  #query(type: RecordType, query: AnyQuery): Question {
    const selection = this.selectionOf(type, query);
    const window = query.when ?? defaultWindows[type];
    const value = query.value ? { value: query.value } : {};
    const lasting = query.lasting === undefined ? {} : { lasting: lengthsOf(query.lasting) };
    if (query.episodes) {
      const { count = { min: 1 }, episodes } = query;
      const gap = read(episodes.gap ?? 'P0D');
      return { kind: 'episodes', selection, window, count, gap, ...lasting };
    }
    if (lasting.lasting)
      return {
        kind: 'lasting',
        selection,
        window,
        lasting: lasting.lasting,
        gap: read(query.gap ?? 'P0D'),
      };
    if (query.prefer !== undefined && query.value) {
      const selections = query.prefer.map((codes) => this.selectionOf(type, { ...query, codes }));
      return { kind: 'prefer', selections, window, value: query.value };
    }
    if (query.pick !== undefined && query.pick !== 'any')
      return { kind: 'pick', selection, window, pick: query.pick, ...value };
    const level = query.distinct ? { level: query.distinct.level } : {};
    const { apart, ...count }: Count = query.count ?? { min: 1 };
    const distance = apart === undefined ? {} : { apart: read(apart) };
    return { kind: 'count', selection, window, count, ...distance, ...value, ...level };
  }

  #sequencePart(part: object): SequencePart {
    const [type, query] = partOf(part);
    const window = query.when ?? defaultWindows[type];
    const value = query.value ? { value: query.value } : {};
    return { selection: this.selectionOf(type, query), window, ...value };
  }

  /** Which records a query, or an information item, means. */
  selectionOf(type: RecordType, selected: Selected): Selection {
    const { codes, distinct, first } = selected;
    const fields = fieldsAsked(selected);
    const sets = codes === undefined ? undefined : this.#codeSets(codes);
    const systems = sets
      ? [...new Set(sets.map(({ system }) => system))]
      : distinct && [recordKinds.medication.system];
    return {
      type,
      ...(sets ? { codes: sets } : {}),
      ...(systems ? { systems } : {}),
      ...(fields ? { fields } : {}),
      ...(first ? { first } : {}),
    };
  }

  /** In an order of their own: that of the sets makes no difference. */
  #codeSets(codes: Codes): readonly CodeSelection[] {
    const sets = resolveCodes(this.profile, codes).map((set) => this.#codeSet(set));
    return [...new Map(sets.map((set) => [JSON.stringify(set), set]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, set]) => set);
  }

  #codeSet({ system: named, include, exclude }: CodeSet): CodeSelection {
    const system = normalizeSystem(named);
    const sorted = (entries: readonly string[]) =>
      [...new Set(entries.map((entry) => normalizeEntry(system, entry)))].sort();
    return {
      system,
      include: sorted(include),
      ...(exclude ? { exclude: sorted(exclude) } : {}),
    };
  }
}

/** Any query: what a type does not have is simply absent. */
export type AnyQuery = DiagnosisQuery &
  MedicationQuery &
  ResultQuery & { readonly maintained?: Window };

interface Selected extends WrittenFields {
  readonly codes?: Codes;
  /** R15 counts codes of ATC. */
  readonly distinct?: object;
  readonly first?: true | undefined;
}

/** The record type that is an object's key, and the query under it. */
function partOf(holder: object): [RecordType, AnyQuery] {
  for (const type of recordTypes)
    if (type in holder) return [type, (holder as Record<RecordType, AnyQuery>)[type]];
  throw new RangeError('A query asks of one record type.');
}

/** The same text for the same question. */
function keyOf(question: Question): string {
  switch (question.kind) {
    case 'not':
      return `not(${question.part.key})`;
    case 'all':
    case 'any':
      return `${question.kind}(${question.parts.map(({ key }) => key).join()})`;
    case 'atLeast':
      return `atLeast${question.least}(${question.parts.map(({ key }) => key).join()})`;
    case 'anchor':
      return `anchor${anchorKeyOf(question)}(${question.is.key})`;
    default:
      return textOf(question);
  }
}

/** The same text for the same day. */
export function anchorKeyOf({ on, pick, at }: AnchorDay): string {
  return textOf({ on, pick, at });
}

function textOf(question: object): string {
  return JSON.stringify(question, (_, value: unknown) =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
