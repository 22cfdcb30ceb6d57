import { html, nothing } from 'lit';
import {
  Attrition,
  leftOutAfter,
  type FoundPatients,
  type NumberKind,
  type NumberPart,
  type ProfileDraft,
  type RuleNumbers,
  type Stratum,
} from '../../authoring/index.ts';
import { valueOf } from '../../authoring/editing/places.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { openJournal } from '../../elements/shared/open-journal.ts';
import { timeSlice } from '../../elements/shared/time-slice.ts';
import { Memo, SlicedWork, type Patient } from '../../model/index.ts';
import type { UnknownReasonGroup } from '../../model/quality/types.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { clinicHead, isGrave } from './clinic-head.ts';
import { ruleDetails } from './details.ts';
import { numbersHead, pendingNumbers, populationNumbers, rowNumbers } from './numbers.ts';
import {
  mostShown,
  partsOf,
  patientsPanel,
  type PatientsView,
  type ShownNumber,
} from './patients.ts';
import { wordsOf } from './words.ts';

/** Milliseconds without a change after which the population is said. */
const pause = 800;

/** How many patients of the clinic each rule finds, leaves and changes: beside the tree, over the form, and who they are. */
export class AttritionPart implements EditorPanel {
  readonly #attrition = new Attrition(timeSlice);
  readonly #reasonsWork = new SlicedWork(timeSlice, () => this.host.requestUpdate());
  readonly #found = new Memo<FoundPatients | undefined>();
  readonly #strata = new Memo<readonly Stratum[]>();
  #reasons:
    | { readonly found: FoundPatients; readonly groups: readonly UnknownReasonGroup[] }
    | undefined;
  #leftOut: ReadonlySet<string> = new Set();
  #shown: ShownNumber | undefined;
  /** What is shown of it. */
  #view: Pick<PatientsView, 'shown' | 'name' | 'counts' | 'found'> | undefined;
  #opened: ReadonlySet<number> = new Set();
  /** Whose patients are shown: those of another clinic are others, whatever their ids. */
  #here: unknown;
  /** What the numbers were asked for last. */
  #asked: readonly unknown[] = [];
  /** Whether the focus is to go to the patients once they are drawn. */
  #toPanel = false;
  #document: unknown;
  #draft: ProfileDraft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: string | undefined;

  constructor(private readonly host: EditorHost) {
    host.addController(this);
    this.#attrition.subscribe(() => {
      host.requestUpdate();
      this.#sayLater();
    });
  }

  hostUpdate(): void {
    const { draft, date, clinic } = this.host;
    const { document, profile } = draft.state;
    // In another profile nothing is left out yet, whatever rule stands at the same place.
    if (draft !== this.#draft) this.#forget(draft);
    if (document !== this.#document) this.#follow(document);
    const { clinic: here, revision } = clinic.state;
    if (here !== this.#here) {
      this.#here = here;
      this.#shown = this.#view = this.#reasons = undefined;
      this.#opened = new Set();
    }
    const { worker } = this.host;
    const asked = [here, revision, date, document, profile, this.#leftOut, worker];
    if (asked.every((each, at) => each === this.#asked[at])) return;
    this.#asked = asked;
    const leftOut = this.#leftOut;
    this.#attrition.update({ clinic: here, asOf: date, document, profile, leftOut, worker });
  }

  hostUpdated(): void {
    if (!this.#toPanel) return;
    this.#toPanel = false;
    (this.host.renderRoot as ShadowRoot).querySelector<HTMLElement>('.patients .rule')?.focus();
  }

  hostDisconnected(): void {
    this.#attrition.dispose();
    this.#reasonsWork.stop();
    clearTimeout(this.#timer);
    this.#asked = [];
  }

  treeHead(): unknown {
    return this.#isCounted
      ? numbersHead(this.host.ui, !this.#isFresh, this.#leftOut.size, this.#deeds.allIn)
      : nothing;
  }

  rowAside(pointer: string): unknown {
    if (!this.#isCounted) return nothing;
    const { ui } = this.host;
    const { population } = this.#attrition.state;
    if (pointer === '/population')
      return populationNumbers(
        population,
        this.#isFresh,
        (part) => this.#open(this.#lastRule, 'left', part),
        ui,
      );
    const numbers = this.#numbersAt(pointer);
    if (!numbers) return nothing;
    // Of a rule that is another now, or stands elsewhere, the number that was here is no number at all.
    if (!this.#isOfNow(pointer)) return pendingNumbers();
    const look = {
      name: this.#nameOf(pointer),
      isOn: !this.#leftOut.has(pointer),
      isFresh: this.#isFresh,
    };
    return rowNumbers(numbers, look, this.#deeds, ui);
  }

  rowWords(pointer: string): string | undefined {
    if (!this.#isCounted) return undefined;
    const numbers = this.#numbersAt(pointer);
    const { ui } = this.host;
    if (!this.#isFresh) return numbers && ui.texts.attrition.updating;
    return numbers && wordsOf(numbers, ui);
  }

  formHead(pointer: string): unknown {
    const known = this.#isCounted ? this.#numbersAt(pointer) : undefined;
    if (!known) return nothing;
    const numbers = this.#isOfNow(pointer) ? known : { pointer };
    const details = {
      numbers,
      isOfMembers: !pointer.startsWith('/population'),
      isOn: !this.#leftOut.has(pointer),
      isFresh: this.#isFresh,
      leftOut: this.#leftOut.size,
    };
    return ruleDetails(details, this.#deeds, this.host.ui);
  }

  headAside(): unknown {
    const { ui, clinic } = this.host;
    return clinicHead(clinic, this.#attrition.state.asked, ui);
  }

  template(): unknown {
    const { ui } = this.host;
    if (!this.#isCounted) return html`<p class="muted">${ui.texts.attrition.noNumber}</p>`;
    // The patients that were counted stand until the new ones are: a place may be another rule's meanwhile.
    const view = this.#isFresh || !this.#view ? this.#viewOf(this.#shown) : this.#view;
    this.#view = view;
    const { shown, found, counts, name } = view;
    return patientsPanel(
      {
        ...{ shown, name, counts, found },
        strata: this.#strata.of([found], () => found?.sample(mostShown) ?? []),
        reasons: found && this.#reasonsOf(found, shown.part),
        opened: this.#opened,
        isFresh: this.#isFresh,
        choose: (number) => {
          this.#shown = number;
          this.#opened = new Set();
          this.host.requestUpdate();
        },
        problems: this.host.clinic.state.problems.filter((each) => !isGrave(each)),
        toggle: (place, isOpen) => {
          const opened = new Set(this.#opened);
          if (isOpen) opened.add(place);
          else opened.delete(place);
          this.#opened = opened;
          this.host.requestUpdate();
        },
        openJournal: (patient) => void this.#openJournal(patient),
      },
      ui,
    );
  }

  #viewOf(
    shown: ShownNumber = { place: this.#lastRule, kind: 'left', part: 'yes' },
  ): Pick<PatientsView, 'shown' | 'name' | 'counts' | 'found'> {
    const { revision } = this.#attrition.state;
    const found = this.#found.of([revision, shown.place, shown.kind, shown.part], () =>
      this.#attrition.patientsOf(shown.place, shown.kind, shown.part),
    );
    const numbers = this.#numbersAt(shown.place)?.[shown.kind] as
      | Partial<Record<NumberPart, number>>
      | undefined;
    const counts = new Map(
      partsOf[shown.kind].flatMap((part) => {
        const value = numbers?.[part];
        return value === undefined ? [] : [[part, value] as const];
      }),
    );
    return { shown, name: this.#nameOf(shown.place), counts, found };
  }

  get #isFresh(): boolean {
    return this.#attrition.state.phase === 'fresh';
  }

  /** Whether there are numbers, be they those of the document before. */
  get #isCounted(): boolean {
    return this.host.clinic.state.clinic !== undefined && this.#attrition.state.revision > 0;
  }

  /** The rule after which nobody else leaves the population. */
  get #lastRule(): string {
    const exclude = '/population/exclude';
    return this.#attrition.state.rules.has(exclude) ? exclude : '/population/include';
  }

  /** Whether what stands at a place is what was counted there. */
  #isOfNow(place: string): boolean {
    const { document } = this.#attrition.state;
    const now = this.host.draft.state.document;
    if (this.#isFresh || document === now) return true;
    const [was, is] = [valueOf(document, place), valueOf(now, place)];
    return was === is || JSON.stringify(was) === JSON.stringify(is);
  }

  readonly #deeds = {
    open: (place: string, kind: NumberKind, part: NumberPart) => this.#open(place, kind, part),
    takePart: (place: string, takesPart: boolean) => {
      const leftOut = new Set(this.#leftOut);
      if (takesPart) leftOut.delete(place);
      else leftOut.add(place);
      this.#leave(leftOut);
    },
    allIn: () => this.#leave(new Set()),
  };

  #numbersAt(place: string): RuleNumbers | undefined {
    return this.#attrition.state.rules.get(place);
  }

  #nameOf(place: string): string {
    return this.host.nameOf(place);
  }

  #leave(leftOut: ReadonlySet<string>): void {
    this.#leftOut = leftOut;
    this.host.requestUpdate();
  }

  #open(place: string, kind: NumberKind, part: NumberPart): void {
    this.#shown = { place, kind, part };
    this.#opened = new Set();
    this.host.showPanel('patients');
    this.#toPanel = true;
    this.host.requestUpdate();
  }

  #forget(draft: ProfileDraft): void {
    this.#draft = draft;
    this.#document = draft.state.document;
    this.#leftOut = new Set();
    this.#shown = this.#view = undefined;
    this.#said = undefined;
  }

  /** What is left out, and whose patients are shown, goes along with its rule. */
  #follow(document: unknown): void {
    this.#leftOut = leftOutAfter(this.#leftOut, this.#document, document);
    if (this.#shown) {
      const [place] = leftOutAfter(new Set([this.#shown.place]), this.#document, document);
      this.#shown = place === undefined ? undefined : { ...this.#shown, place };
    }
    this.#document = document;
  }

  /** Works them out in slices; undefined until then. */
  #reasonsOf(found: FoundPatients, part: NumberPart): readonly UnknownReasonGroup[] | undefined {
    if (part !== 'unknown' && part !== 'undecides') return undefined;
    if (this.#reasons?.found !== found)
      this.#reasonsWork.begin([found], () => this.#findReasons(found));
    return this.#reasons?.found === found ? this.#reasons.groups : undefined;
  }

  *#findReasons(found: FoundPatients): Generator<void, void> {
    const groups = yield* found.reasonsInSteps();
    this.#reasons = { found, groups };
  }

  async #openJournal(patient: Patient): Promise<void> {
    const { draft, adapter, ui } = this.host;
    const { profile } = draft.state;
    const context = {
      from: 'editor' as const,
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    };
    const isOpen = await openJournal(this.host, adapter, patient, context);
    if (!isOpen) this.host.announce(ui.texts.states.journalFailed);
  }

  /** Says how the population has become, once one pauses. The first numbers are no change. */
  #sayLater(): void {
    clearTimeout(this.#timer);
    if (!this.#isFresh) return;
    if (this.#said === undefined) this.#said = this.#populationWords();
    else this.#timer = setTimeout(() => this.#say(), pause);
  }

  #say(): void {
    const words = this.#populationWords();
    if (words !== this.#said) this.host.announce(words);
    this.#said = words;
  }

  #populationWords(): string {
    const { language, texts } = this.host.ui;
    const { population, asked = 0 } = this.#attrition.state;
    const count = (value: number) => formatCount(value, language);
    return population
      ? texts.attrition.population(count(population.yes), count(population.unknown), count(asked))
      : texts.attrition.unknownPopulation;
  }
}
