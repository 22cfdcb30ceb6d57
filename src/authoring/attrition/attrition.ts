import { nextTurn } from '../../adapter/index.ts';
import { LentWorker, Survey, type Clinic, type Port, type Steps } from '../../engine/index.ts';
import { bySteps, SlicedWork, type DoSlice } from '../../model/sliced-work.ts';
import { StateStore, type Store } from '../../model/store.ts';
import type { Criterion, Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { Answers, type Question } from './answers.ts';
import { askedOf, criteriaOf, type Asked } from './asked.ts';
import { tallyOf, type Truths } from './bits.ts';
import { numbersOf, patientsIn } from './numbers.ts';
import { isFaulty, readRules, type ReadRules } from './read-rules.ts';
import { ruleTrees, rulesWithin, type Rule } from './rules.ts';
import type { AttritionState, NumberKind, NumberPart, RuleNumbers } from './types.ts';
import { FoundPatients } from './found-patients.ts';
import { Walk, type Walked } from './walk.ts';

export interface AttritionInputs {
  /** Undefined while there is none. */
  readonly clinic: Clinic | undefined;
  readonly asOf: CalendarDate;
  /** As its author has written it, valid or not. */
  readonly document: unknown;
  /** What `parseProfile` made of it, where it is known to be valid. */
  readonly profile?: Profile | undefined;
  /** JSON Pointers of rules that take no part. The document is not changed. */
  readonly leftOut?: ReadonlySet<string>;
  /**
   * The host's worker (`overblik-editor-worker.js`): it is asked what a large clinic's records answer, and holds a copy of
   * them for it. Default: all is done here.
   */
  readonly worker?: Port | undefined;
}

const nothing: AttritionState = {
  phase: 'none',
  document: undefined,
  rules: new Map(),
  asked: undefined,
  population: undefined,
  faults: new Map(),
  revision: 0,
};

/**
 * A clinic of no more patients is asked here, where it takes a few milliseconds: as long as the way to a worker and back,
 * and the numbers are there with the frame that shows the change.
 */
const mostAskedHere = 20_000;

/** So many steps, each a question of a few thousand patients or the numbers of one rule, make a slice. */
const stepsInSlice = 20;

/**
 * How many patients each rule of a profile finds, leaves and changes, while it is being written. Works in slices, and
 * begins anew where the document changes meanwhile.
 */
export class Attrition implements Store<AttritionState> {
  readonly #store = new StateStore<AttritionState>(nothing);
  readonly #work: SlicedWork;
  #answers: Answers | undefined;
  #inputs: AttritionInputs | undefined;
  #read: { readonly document: unknown; readonly rules: ReadRules } | undefined;
  #lent: { readonly by: Port; readonly to: Answers; readonly worker: LentWorker } | undefined;
  /** Grows with each update: what is under way for an older one is given up. */
  #run = 0;
  #settled: Promise<void> = Promise.resolve();
  /** What the numbers of the state are of. */
  #counted: Counted | undefined;

  /**
   * @param doSlice How much is done before the page gets a turn.
   * @param limits.mostHere A clinic of no more patients is asked here, whatever worker is lent.
   * @param limits.longestWait Milliseconds for a worker's answer.
   */
  constructor(
    doSlice: DoSlice = bySteps(stepsInSlice),
    private readonly limits: {
      readonly mostHere?: number;
      readonly longestWait?: number;
    } = {},
  ) {
    this.#work = new SlicedWork(doSlice, () => undefined);
  }

  get state(): AttritionState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Bytes of answers that are kept. */
  get keptBytes(): number {
    return this.#answers?.bytes ?? 0;
  }

  /** Takes new inputs. What is under way for others is given up. */
  update(inputs: AttritionInputs): void {
    this.#inputs = inputs;
    const { clinic, asOf } = inputs;
    if (this.#answers && this.#answers.clinic !== clinic) {
      // Nothing of one clinic is ever shown as another's.
      this.#counted = undefined;
      this.#store.set({ ...nothing, revision: this.state.revision + 1 });
    }
    if (this.#answers?.clinic !== clinic || this.#answers?.asOf !== asOf)
      this.#answers = clinic && new Answers(clinic, asOf);
    if (!this.#answers) {
      this.dispose();
      this.#counted = undefined;
      this.#store.set({ ...nothing, revision: this.state.revision + 1 });
      return;
    }
    const rules = this.#rulesOf(inputs);
    if (!rules.profile) {
      this.stop();
      this.#counted = undefined;
      this.#store.set({ ...nothing, faults: rules.faults, revision: this.state.revision + 1 });
      return;
    }
    this.stop();
    const answers = this.#answers;
    const lent = this.#lentFor(answers, inputs.worker);
    if (lent) this.#settled = this.#countByWorker(lent, inputs, rules, answers);
    else this.#begin(inputs, rules, answers);
    if (this.state.phase !== 'counting' && (lent || this.#work.isUnderWay))
      this.#store.set({ phase: 'counting' });
  }

  /** Counts again: patients of the clinic have come, gone or been replaced. */
  recount(): void {
    if (this.#inputs) this.update({ ...this.#inputs });
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#run++;
    this.#work.stop();
  }

  /** Lets go of everything. */
  dispose(): void {
    this.stop();
    this.#lent?.worker.close();
    this.#lent = undefined;
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    let seen;
    do await (seen = this.#settled);
    while (seen !== this.#settled);
    await this.#work.settle();
  }

  /** The patients of one part of a number, as they were counted; undefined where there is no such number. */
  patientsOf(place: string, kind: NumberKind, part: NumberPart): FoundPatients | undefined {
    const counted = this.#counted;
    if (!counted) return undefined;
    const { walked, profile } = counted;
    const [truths] = [...new Walk(walked, place).rules()];
    const patients = truths && patientsIn(truths, kind, part);
    return patients && new FoundPatients({ ...walked, profile, place, kind }, patients);
  }

  #rulesOf({ document, profile }: AttritionInputs): ReadRules {
    const known = this.#read;
    if (known && known.document === document && (!profile || known.rules.profile === profile))
      return known.rules;
    const rules: ReadRules = profile
      ? { profile, trees: ruleTrees(profile), faults: new Map() }
      : readRules(document);
    this.#read = { document, rules };
    return rules;
  }

  #begin(inputs: AttritionInputs, rules: ReadRules, answers: Answers): void {
    this.#work.begin([inputs], () => this.#count(inputs, rules, answers));
  }

  /** The worker that asks, of a clinic that is large enough for one. */
  #lentFor(answers: Answers, by: Port | undefined): LentWorker | undefined {
    const isWanted =
      by !== undefined && answers.roster.size > (this.limits.mostHere ?? mostAskedHere);
    if (this.#lent && (!isWanted || this.#lent.by !== by || this.#lent.to !== answers)) {
      this.#lent.worker.close();
      this.#lent = undefined;
    }
    if (!isWanted) return undefined;
    const { clinic, asOf } = answers;
    this.#lent ??= {
      by,
      to: answers,
      worker: new LentWorker(by, clinic, asOf, this.limits.longestWait),
    };
    return this.#lent.worker;
  }

  /** Has the worker answer what is not known, and counts here; what it does not answer is asked here. */
  async #countByWorker(
    worker: LentWorker,
    inputs: AttritionInputs,
    rules: ReadRules,
    answers: Answers,
  ): Promise<void> {
    const run = this.#run;
    const { roster } = answers;
    worker.keepOnly(roster.segments);
    for (const question of questionsOf(rules, inputs.leftOut ?? noRules)) {
      if (answers.known(question, roster)) continue;
      const begun = answers.begin(question, roster);
      const found = await worker.ask(question, begun.missing, nextTurn);
      if (found) answers.end(begun, found);
      if (run !== this.#run) return;
      if (!found) break;
    }
    this.#begin(inputs, rules, answers);
  }

  *#count(inputs: AttritionInputs, read: ReadRules, answers: Answers): Steps<void> {
    const { trees, faults, profile } = read;
    const { roster } = answers;
    const { leftOut = noRules } = inputs;
    const asked = new Map<Rule, Asked>();
    const known = new Map<Criterion, Truths>();
    for (const rule of askedRules(read)) {
      const own = askedOf(rule, leftOut);
      asked.set(rule, own);
      for (const criterion of criteriaOf(own)) {
        const question: Question = Survey.nodeOf(profile!, criterion);
        known.set(criterion, yield* answers.askInSteps(question, roster));
      }
    }
    const walked: Walked = {
      ...{ roster, trees, leftOut },
      asked: (rule) => asked.get(rule),
      answer: (criterion) => known.get(criterion)!,
    };
    const rules = new Map<string, RuleNumbers>();
    const walk = new Walk(walked);
    for (const truths of walk.rules()) {
      rules.set(truths.rule.pointer, numbersOf(truths));
      yield;
    }
    const { population } = walk;
    this.#counted = { walked, profile: profile! };
    this.#store.set({
      phase: 'fresh',
      document: inputs.document,
      rules,
      asked: roster.size,
      population: population && tallyOf(population, roster.asked, roster.size),
      faults,
      revision: this.state.revision + 1,
    });
  }
}

const noRules: ReadonlySet<string> = new Set();

/** The rules that are asked of records as a whole, as far as they can be read. */
function askedRules({ trees, faults }: ReadRules): readonly Rule[] {
  return trees
    .flatMap(({ root }) => rulesWithin(root))
    .filter(({ kind, pointer }) => kind === 'asked' && !isFaulty(pointer, faults));
}

/** All that is asked of records. */
function questionsOf(read: ReadRules, leftOut: ReadonlySet<string>): readonly Question[] {
  return askedRules(read).flatMap((rule) =>
    criteriaOf(askedOf(rule, leftOut)).map((criterion) => Survey.nodeOf(read.profile!, criterion)),
  );
}

/** What numbers were counted of. */
interface Counted {
  readonly walked: Walked;
  readonly profile: Profile;
}
