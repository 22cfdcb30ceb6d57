/** What each rule of a profile finds, leaves and changes, from the answers to its questions alone. */
import type { Criterion } from '../../profile/index.ts';
import type { Asked } from './asked.ts';
import { both, constant, least, opposite, type Patients, type Truths } from './bits.ts';
import { heldIn, outcomeOf, turnedIn, type Bounds, type Context } from './context.ts';
import type { Roster } from './roster.ts';
import type { Rule, RuleTree } from './rules.ts';
import { answerOf, besideEach, unreadable, type Answer } from './siblings.ts';

/** Why a rule has no numbers, or not all. */
export type Lacking =
  /** It cannot be read, or something in it. */
  | 'unreadable'
  /** Something else cannot be read, on which they depend. */
  | 'unreadable-elsewhere'
  /** It takes no part, or stands in what takes none, or nothing in it takes part. */
  | 'left-out';

/** The answers about one rule. */
export interface RuleTruths {
  readonly rule: Rule;
  /** Whom it is asked of; undefined where nobody can say. */
  readonly among: Patients | undefined;
  /** Its own answer. */
  readonly alone: Truths | undefined;
  /** The outcome of the whole, were this the last of its rules. */
  readonly left: Truths | undefined;
  /** The outcome of the whole without it and with it. */
  readonly only: { readonly without: Truths; readonly with: Truths } | undefined;
  readonly lacking: Lacking | undefined;
}

export interface Walked {
  readonly roster: Roster;
  readonly trees: readonly RuleTree[];
  /** By JSON Pointer: rules that take no part. */
  readonly leftOut: ReadonlySet<string>;
  /** What a rule asks that is asked as a whole; undefined where it cannot be read. */
  readonly asked: (rule: Rule) => Asked | undefined;
  readonly answer: (asked: Criterion) => Truths;
}

/** Where a rule stands. What is undefined cannot be read. */
interface Place {
  readonly among: Patients | undefined;
  /** What becomes of its answer, with all that stands beside it, and with what stands before it alone. */
  readonly whole: Context | undefined;
  readonly before: Context | undefined;
  /** The outcome without it, and as it is now. */
  readonly without: Truths | undefined;
  readonly now: Truths | undefined;
  /** Whether it stands in what takes no part. */
  readonly isOut: boolean;
}

/** Goes through the rules of a profile whose questions are answered. */
export class Walk {
  readonly #population: {
    readonly outcome: Answer;
    readonly include: Place;
    readonly exclude: Place;
  };
  readonly #nobody: Truths;
  readonly #answers = new Map<Rule, Answer | undefined>();

  /** @param wanted Goes through those alone that are, or stand around, this one. */
  constructor(
    private readonly walked: Walked,
    private readonly wanted?: string,
  ) {
    const { alive, asked, words } = walked.roster;
    const partOf = (of: RuleTree['of']) => {
      const root = walked.trees.find((tree) => tree.of === of)?.root;
      return root ? this.#takesPart(root) : of === 'include' ? unreadable : undefined;
    };
    const [included, excluded] = [partOf('include'), partOf('exclude')];
    const kept = excluded === unreadable ? excluded : excluded && opposite(excluded);
    const among = (a: Answer | undefined, b: Answer | undefined): Answer =>
      a === unreadable || b === unreadable
        ? unreadable
        : [a, b].reduce<Truths>((found, each) => (each ? least(found, each) : found), alive);
    const outcome = among(included, kept);
    const [withoutInclude, withoutExclude] = [among(undefined, kept), among(included, undefined)];
    const now = readable(outcome);
    const own = { among: asked, now, isOut: false };
    const turned = (answer: Answer): Context | undefined =>
      answer === unreadable ? undefined : turnedIn({ hi: answer, turned: false });
    this.#population = {
      outcome,
      include: {
        ...own,
        whole: withoutInclude === unreadable ? undefined : { hi: withoutInclude, turned: false },
        before: { hi: alive, turned: false },
        without: readable(withoutInclude),
      },
      exclude: {
        ...own,
        whole: turned(withoutExclude),
        before: turned(withoutExclude),
        without: readable(withoutExclude),
      },
    };
    this.#nobody = constant(words, 'no');
  }

  /** How the population comes out, of everybody; undefined where that cannot be read. */
  get population(): Truths | undefined {
    return readable(this.#population.outcome);
  }

  /** Answers about one rule after the other, in the document's order, a rule at a time. */
  *rules(): Generator<RuleTruths, void> {
    for (const tree of this.walked.trees) yield* this.#within(tree.root, this.#placeOf(tree));
  }

  #placeOf({ root, of, denominator }: RuleTree): Place {
    const { outcome, ...places } = this.#population;
    if (of === 'include' || of === 'exclude') return places[of];
    const counted = denominator && this.#takesPart(denominator);
    const among =
      outcome === unreadable || counted === unreadable
        ? undefined
        : counted
          ? both(outcome.yes, counted.yes)
          : outcome.yes;
    const plain = { turned: false };
    const now = readable(this.#takesPart(root) ?? this.#nobody);
    return { among, whole: plain, before: plain, without: this.#nobody, now, isOut: false };
  }

  *#within(rule: Rule, place: Place): Generator<RuleTruths, void> {
    const { leftOut, roster } = this.walked;
    const own = this.#answerTo(rule);
    const isLeftOut = leftOut.has(rule.pointer);
    if (this.wanted === undefined || this.wanted === rule.pointer)
      yield this.#truthsOf(rule, place, own, isLeftOut);
    const isOut = place.isOut || isLeftOut;
    if (rule.inner.length > 0) yield* this.#inner(rule, { ...place, isOut });
    if (rule.parts.length === 0) return;
    const answers = rule.parts.map((part) => this.#takesPart(part));
    const beside = isOut ? undefined : besideEach(rule, answers, roster.words);
    for (const part of rule.parts) {
      const { all, before, without } = beside?.next().value ?? nothingBeside;
      if (this.wanted !== undefined && !isWithin(this.wanted, part.pointer)) continue;
      yield* this.#within(part, {
        among: place.among,
        whole: contextIn(rule, place.whole, all),
        before: contextIn(rule, place.before, before),
        without:
          without === undefined
            ? place.without
            : without === unreadable || !place.whole
              ? undefined
              : outcomeOf(place.whole, without),
        now: place.now,
        isOut,
      });
    }
  }

  /** The rules that stand in one that is asked as a whole: for each of them it is asked as it would be. */
  *#inner(around: Rule, place: Place): Generator<RuleTruths, void> {
    const { answer } = this.walked;
    const { among, whole, before, now } = place;
    for (const each of this.walked.asked(around)?.inner ?? []) {
      const { rule } = each;
      if (this.wanted !== undefined && this.wanted !== rule.pointer) continue;
      const isOut = place.isOut || each.isOut;
      const takesPart = !isOut && each.takesPart;
      const without = each.without
        ? whole && outcomeOf(whole, answer(each.without))
        : place.without;
      const withIt = takesPart ? now : each.with && whole && outcomeOf(whole, answer(each.with));
      const left =
        takesPart && each.left && before ? outcomeOf(before, answer(each.left)) : undefined;
      const only =
        !isOut && each.alone && without && withIt ? { without, with: withIt } : undefined;
      yield {
        rule,
        among,
        alone: each.alone && answer(each.alone),
        left,
        only,
        lacking: !takesPart
          ? 'left-out'
          : !among || !left || !only
            ? 'unreadable-elsewhere'
            : undefined,
      };
    }
  }

  #truthsOf(rule: Rule, place: Place, own: Answer | undefined, isLeftOut: boolean): RuleTruths {
    const { among, whole, before, without, now, isOut } = place;
    const answer = own === unreadable ? undefined : own;
    const takesPart = !isOut && !isLeftOut && own !== undefined;
    // What takes no part would make this difference if it did.
    const withIt = takesPart ? now : answer && whole && outcomeOf(whole, answer);
    const left = takesPart && answer && before ? outcomeOf(before, answer) : undefined;
    const only =
      !isOut && own !== undefined && without && withIt ? { without, with: withIt } : undefined;
    const lacking: Lacking | undefined =
      own === unreadable
        ? 'unreadable'
        : !takesPart
          ? 'left-out'
          : !among || !left || !only
            ? 'unreadable-elsewhere'
            : undefined;
    return { rule, among, alone: answer, left, only, lacking };
  }

  /** The answer of a rule that takes part; undefined where it does not. */
  #takesPart(rule: Rule): Answer | undefined {
    return this.walked.leftOut.has(rule.pointer) ? undefined : this.#answerTo(rule);
  }

  /** The answer of a rule by those of its parts that take part, whether or not it does itself; undefined where none does. */
  #answerTo(rule: Rule): Answer | undefined {
    if (this.#answers.has(rule)) return this.#answers.get(rule);
    const answer = this.#answer(rule);
    this.#answers.set(rule, answer);
    return answer;
  }

  #answer(rule: Rule): Answer | undefined {
    if (rule.kind === 'asked') {
      const asked = this.walked.asked(rule);
      return asked ? asked.own && this.walked.answer(asked.own) : unreadable;
    }
    const answers = rule.parts.map((part) => this.#takesPart(part));
    if (rule.kind === 'not') {
      const [answer] = answers;
      return answer === undefined || answer === unreadable ? answer : opposite(answer);
    }
    return answerOf(rule, answers, this.walked.roster.words);
  }
}

/** What stands in a rule that takes no part has no outcome. */
const nothingBeside = { all: unreadable, before: unreadable, without: unreadable } as const;

function contextIn(
  { kind }: Rule,
  context: Context | undefined,
  bounds: Bounds | typeof unreadable,
): Context | undefined {
  if (!context || bounds === unreadable) return undefined;
  return kind === 'not' ? turnedIn(context) : heldIn(context, bounds);
}

function readable(answer: Answer): Truths | undefined {
  return answer === unreadable ? undefined : answer;
}

function isWithin(place: string, around: string): boolean {
  return place === around || place.startsWith(`${around}/`);
}
