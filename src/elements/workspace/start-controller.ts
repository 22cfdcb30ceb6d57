import type { ReactiveController } from 'lit';
import {
  memberOf,
  type CombineOutcome,
  type Filter,
  type FollowUp,
  type OtherLists,
  type Port,
  type Profile,
  type RoundRepositories,
  type StartList,
  type StartModel,
  type StartState,
} from '../../model/index.ts';
import type { OverblikElement } from '../shared/element.ts';
import { activeElementIn } from '../shared/active-element.ts';
import { LazyPart } from '../shared/lazy-part.ts';
import { ModelController } from '../shared/model-controller.ts';
import { ProfileFacts } from '../shared/profile-facts.ts';
import { isoNow } from '../shared/now.ts';
import { isVisible } from '../shared/visible.ts';
import type { Combining, Refusal } from './start/combine.ts';
import type * as Start from './start/index.ts';
import type { StartColumn, StartSort } from './start/order.ts';

/** The workspace, for its start page. */
interface StartHost extends OverblikElement<'workspace' | 'states'> {
  readonly worker: Port | undefined;
}

export interface StartSources {
  readonly isShown: () => boolean;
  readonly rounds: () => RoundRepositories;
  /** Opens a list, narrowed to some of its patients where a filter is given. */
  readonly open: (profileId: string, filter?: Filter) => void;
  /** Makes one of some profiles; undefined where one of them cannot be used. */
  readonly combine: (ids: readonly string[]) => CombineOutcome | undefined;
  /** Opens the combined list of some. */
  readonly openCombined: (ids: readonly string[]) => void;
  /** What the cluster's meetings left to be followed up. */
  readonly followUps: () => readonly FollowUp[];
  /** Tells that the user wants to see the figures of a meeting. */
  readonly showFigures: (id: string) => void;
  /** Why the combined list that the host asks for is not shown. */
  readonly refused: () => Refusal | undefined;
}

/** How far the lists are worked out that stand in an order. */
type Stage = 'none' | 'counted' | 'settled';

/** The start page: loaded when it is first shown, with what works out how the lists stand. */
export class StartController implements ReactiveController {
  readonly #part: LazyPart<typeof Start>;
  #model: ModelController<StartModel> | undefined;
  #wasShown = false;
  #order: readonly string[] = [];
  #sort: StartSort | undefined;
  #stage: Stage = 'none';
  readonly #ticked = new Set<string>();
  readonly #facts: ProfileFacts;
  /** Whose name is to have the focus when the page is drawn. */
  #toFocus: { readonly profileId: string | undefined } | undefined;

  constructor(
    private readonly host: StartHost,
    private readonly sources: StartSources,
  ) {
    this.#part = new LazyPart(host, () => import('./start/index.ts'));
    host.addController(this);
    this.#facts = new ProfileFacts(host, () => this.#shownProfiles);
  }

  /** Who is on which list, as far as it was worked out. */
  get others(): OtherLists | undefined {
    return this.#model?.model.others;
  }

  /** Fetches everything again. */
  async reload(): Promise<void> {
    await this.#model?.retry();
  }

  /** Fetches one patient again. */
  async patientChanged(id: string): Promise<void> {
    await this.#model?.patientChanged(id);
  }

  hostUpdate(): void {
    const isShown = this.sources.isShown();
    if (isShown && !this.#model) void this.#begin();
    if (isShown && this.#model) this.#place(this.#model.state, !this.#wasShown);
    this.#wasShown = isShown && this.#model !== undefined;
  }

  /** The profiles of the rows: of a page that nobody sees nothing is asked. */
  get #shownProfiles(): readonly Profile[] {
    if (!this.sources.isShown()) return [];
    return this.#model?.state.lists.flatMap(({ profile }) => profile ?? []) ?? [];
  }

  render(): unknown {
    const { host } = this;
    return this.#part.render(({ startPage, startUi }) => {
      const state = this.#model?.state;
      return state
        ? startPage({
            ...{ state, order: this.#order, sort: this.#sort, sortBy: this.#sortBy },
            round: this.#model?.model.round,
            asOf: host.date,
            hasAdapter: host.adapter !== undefined,
            hasRounds: memberOf(host.adapter, 'rounds') !== undefined,
            open: this.sources.open,
            combining: this.#combining(state),
            archived: (profile) => this.#facts.archived(profile, host.ui.language),
            refused: this.sources.refused(),
            followUps: this.sources.followUps(),
            showFigures: this.sources.showFigures,
            retry: () => void this.reload(),
            ui: startUi(host.ui),
          })
        : undefined;
    }, host.ui);
  }

  /** The lists that are ticked, and what they make together. */
  #combining({ lists }: StartState): Combining {
    const usable = lists.filter(({ profile }) => profile !== undefined);
    // In the host's order, whichever was ticked first.
    const ids = usable.flatMap(({ id }) => (this.#ticked.has(id) ? [id] : []));
    const outcome = ids.length > 1 ? this.sources.combine(ids) : undefined;
    return {
      isOffered: usable.length > 1,
      ticked: new Set(ids),
      refusal: outcome && !outcome.ok ? outcome.reason : undefined,
      tick: (id) => {
        if (!this.#ticked.delete(id)) this.#ticked.add(id);
        this.host.requestUpdate();
      },
      clear: () => {
        this.#ticked.clear();
        this.host.requestUpdate();
        // The button that was pressed goes with the ticks.
        void this.host.updateComplete.then(() =>
          this.host.renderRoot.querySelector<HTMLElement>('.combine .button')?.focus(),
        );
      },
      open: () => {
        if (outcome?.ok) this.sources.openCombined(ids);
      },
    };
  }

  /**
   * Puts the focus on a list's name, or, where it does not stand there, on the page's title: as soon as they are drawn,
   * unless somebody has put it elsewhere meanwhile.
   */
  focus(profileId: string | undefined): void {
    this.#toFocus = this.#giveFocus(profileId) ? undefined : { profileId };
  }

  hostUpdated(): void {
    if (!this.#toFocus) return;
    const { ownerDocument } = this.host;
    const focused = activeElementIn(ownerDocument);
    const isElsewhere =
      focused && focused !== ownerDocument.body && focused !== this.#title && isVisible(focused);
    const isOver = !this.sources.isShown() || isElsewhere;
    if (isOver || this.#giveFocus(this.#toFocus.profileId)) this.#toFocus = undefined;
  }

  /** Answers whether the lists are drawn, so that it stays where it is. */
  #giveFocus(profileId: string | undefined): boolean {
    const rows = [...this.host.renderRoot.querySelectorAll<HTMLElement>('.start tbody tr')];
    const own = rows.find(({ dataset }) => dataset.id === profileId);
    (own?.querySelector<HTMLElement>('.open') ?? this.#title)?.focus();
    return rows.length > 0;
  }

  get #title(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.start h2');
  }

  async #begin(): Promise<void> {
    const part = await this.#part.load();
    if (!part || this.#model) return;
    const { host, sources } = this;
    this.#model = new ModelController<StartModel>(
      host,
      (options) => new part.StartModel(options, sources.rounds()),
      () => ({
        adapter: host.adapter,
        profiles: host.profiles,
        asOf: host.date,
        worker: host.worker,
        isShown: sources.isShown(),
        now: isoNow,
      }),
    );
    host.requestUpdate();
  }

  readonly #sortBy = (column: StartColumn): void => {
    const { module } = this.#part;
    if (!module || !this.#model) return;
    this.#sort = module.nextSort(this.#sort, column);
    this.#sortNow(this.#model.state.lists);
    this.host.requestUpdate();
  };

  /**
   * Puts the lists in order when all are counted, and again when what is stored of their rounds is read: never under the
   * hand of somebody who is among them.
   */
  #place({ lists, phase }: StartState, isShownAnew: boolean): void {
    const ids = new Set(this.#order);
    const isOther = ids.size !== lists.length || lists.some(({ id }) => !ids.has(id));
    if (isOther) {
      this.#order = lists.map(({ id }) => id);
      this.#stage = 'none';
    }
    if (isShownAnew) {
      this.#stage = 'none';
      if (lists.some(({ figures }) => figures)) this.#sortNow(lists);
    }
    const stage: Stage =
      phase !== 'ready' ? 'none' : lists.every(isSettled) ? 'settled' : 'counted';
    if (stage === 'none' || stage === this.#stage || this.#stage === 'settled') return;
    if (!this.#isAmong(this.#stage === 'none' ? ':focus-within' : ':is(:focus-within, :hover)'))
      this.#sortNow(lists);
    this.#stage = stage;
  }

  #isAmong(how: string): boolean {
    return this.host.renderRoot.querySelector(`.start tbody${how}`) !== null;
  }

  #sortNow(lists: readonly StartList[]): void {
    this.#order = this.#part.module?.inOrder(lists, this.#sort, this.host.ui.language) ?? [];
  }
}

function isSettled({ phase, round }: StartList): boolean {
  return phase !== 'ready' || round.phase !== 'loading';
}
