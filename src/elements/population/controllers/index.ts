import {
  Memo,
  PopulationModel,
  type OtherLists,
  type Port,
  type Profile,
} from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import { ProfileFacts } from '../../shared/profile-facts.ts';
import { ModelController } from '../../shared/model-controller.ts';
import { Toolbars } from '../../shared/toolbars.ts';
import { Unsaved } from '../../shared/unsaved.ts';
import { openedPart, type OpenedPart } from '../opened-part.ts';
import { ActionController } from './actions.ts';
import { Announcements } from './announcements.ts';
import { ExportController } from './export.ts';
import { GridController } from './grid.ts';
import { JournalController } from './journal.ts';
import { KeysController } from './keys.ts';
import { LateFocus } from './late-focus.ts';
import { LineRoomController } from './line-room.ts';
import { ListController } from './list.ts';
import { ListInSight } from './list-in-sight.ts';
import { LostFocus } from './lost-focus.ts';
import { NamedViewsController } from './named-views.ts';
import { NotListedController } from './not-listed.ts';
import { NoticeController } from './notices.ts';
import { PanelController } from './panels.ts';
import { PreparationController } from './preparation.ts';
import { PrintController } from './print.ts';
import { ProfileSide } from './profile-side.ts';
import { QualityController } from './quality.ts';
import { RoundController } from './round.ts';
import { RoundDeeds } from './round-deeds.ts';
import { SelectionController } from './selection.ts';
import { ViewController } from './view.ts';
import { WorklistController } from './worklist.ts';

/** What the controllers need of the population element. */
export interface PopulationHost extends UiHost {
  readonly profileId: string | undefined;
  /** Whose row is marked. */
  readonly patientId: string | undefined;
  readonly density: 'normal' | 'compact' | undefined;
  readonly worker: Port | undefined;
  /** What other lists the patients may be on, where that is known. */
  readonly others: OtherLists | undefined;
  /** The profile of a combined list, beside those that can be chosen. */
  readonly combination: Profile | undefined;
  readonly beside: boolean;
  keys: 'off' | undefined;
  /** Makes a patient the current one: its row is marked, and others are told. */
  makeCurrent(id: string, by: 'row' | 'journal'): void;
  /** Lets go of the patient whom the user has chosen. */
  leaveCurrent(): void;
}

/**
 * What the population list is made of, each with one concern. Before a drawing they are updated in this order: what
 * comes later builds on what comes before.
 */
export class Controllers {
  readonly announcements: Announcements;
  readonly model: ModelController<PopulationModel>;
  readonly view: ViewController;
  readonly round: RoundController;
  readonly list: ListController;
  readonly namedViews: NamedViewsController;
  readonly notListed: NotListedController;
  readonly selection: SelectionController;
  readonly notices: NoticeController;
  readonly deeds: RoundDeeds;
  readonly unsaved: Unsaved;
  readonly panels: PanelController;
  /** Of what can be done with the chosen, and of how far the round has come. */
  readonly chosenRoom: LineRoomController;
  readonly progressRoom: LineRoomController;
  readonly grid: GridController;
  readonly worklist: WorklistController;
  readonly journal: JournalController;
  readonly actions: ActionController;
  readonly exports: ExportController;
  readonly quality: QualityController;
  /** What the panels and the dialog are drawn by. */
  readonly opened: OpenedPart;
  readonly print: PrintController;
  readonly profile: ProfileSide;
  readonly facts: ProfileFacts;
  readonly keys: KeysController;
  readonly focus: LateFocus;
  readonly #profiles = new Memo<readonly unknown[]>();

  constructor(
    readonly host: PopulationHost,
    /** Draws the element before it returns. */
    drawNow: () => void,
  ) {
    const opened = (this.opened = openedPart(host));
    const unsaved = (this.unsaved = new Unsaved(host));
    const announcements = (this.announcements = new Announcements(host));
    const model = (this.model = new ModelController<PopulationModel>(
      host,
      (options) => new PopulationModel(options),
      () => ({
        adapter: host.adapter,
        profiles: this.#profiles.of([host.profiles, host.combination], () =>
          withCombination(host.profiles, host.combination),
        ),
        profileId: host.profileId,
        asOf: host.date,
        worker: host.worker,
      }),
    ));
    const view = (this.view = new ViewController(host, model, announcements));
    const round = (this.round = new RoundController(host, model, announcements));
    const list = (this.list = new ListController(host, { model, view, round, announcements }));
    list.onOtherClinic(() => {
      host.leaveCurrent();
      round.changes.forget();
    });
    this.facts = new ProfileFacts(host, () => {
      const { loaded } = list.state;
      return loaded ? [loaded.population.profile] : [];
    });
    this.namedViews = new NamedViewsController(host, list, view, announcements);
    this.notListed = new NotListedController(host, list);
    this.selection = new SelectionController(host, list, announcements);
    this.notices = new NoticeController(host, list);
    unsaved.watch(() => round.isUnsaved);
    this.deeds = new RoundDeeds(host, {
      ...{ list, selection: this.selection, round, unsaved, announcements },
    });
    this.panels = new PanelController(host, list, ({ kind }) => {
      this.deeds.pass();
      if (kind === 'quality') void this.quality.assess();
    });
    this.chosenRoom = new LineRoomController(host, '.footer .chosen', 0);
    this.progressRoom = new LineRoomController(host, '.footer .progress', 1);
    this.grid = new GridController(host, list, view, announcements);
    this.worklist = new WorklistController(host, list, this.grid);
    this.journal = new JournalController(host, list, announcements, (id, by) =>
      host.makeCurrent(id, by),
    );
    this.actions = new ActionController(
      ...([host, list, this.selection, this.journal, round, opened] as const),
    );
    unsaved.watch(
      () => this.actions.isUnseen,
      () => this.actions.unseenAfterwards,
    );
    const sources = { list, selection: this.selection, announcements, round };
    this.exports = new ExportController(host, sources, opened);
    this.quality = new QualityController(host, list, this.panels.close, opened);
    this.print = new PrintController(host, sources, drawNow);
    this.profile = new ProfileSide(host, list, announcements);
    this.keys = new KeysController(host);
    new Toolbars(host);
    this.focus = new LateFocus(host, this.grid);
    new LostFocus(host);
    new ListInSight(host);
    new PreparationController(host, list, this.print.prepare);
  }
}

/** What a host gives is given as it is where there is nothing to add: what is no list is told. */
function withCombination(given: readonly unknown[], combination: Profile | undefined) {
  return combination && Array.isArray(given) ? [...(given as unknown[]), combination] : given;
}
