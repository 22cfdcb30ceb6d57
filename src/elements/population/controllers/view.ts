import type { ReactiveController } from 'lit';
import {
  defaultView,
  readView,
  narrow as narrowing,
  withFilters,
  withoutClinic,
  withPlainTexts,
  type Filter,
  type ListView,
  type PopulationModel,
  type Profile,
} from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import { emit } from '../../shared/events.ts';
import type { ModelController } from '../../shared/model-controller.ts';
import type { Announcements } from './announcements.ts';
import { GivenWith } from './given-with.ts';

/** How each profile's list is looked at: as the host gave it, or as the user made it. */
export class ViewController implements ReactiveController {
  /** By the profile's id. */
  readonly #views = new Map<string, ListView>();
  /** What the host gave, until the profile is there to read it by. */
  #given: unknown;
  readonly #givenWith: GivenWith;
  /** Whom the user wants to see of a profile, until it is there. */
  #narrowed: { readonly profileId: string; readonly filter: Filter } | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly model: ModelController<PopulationModel>,
    private readonly announcements: Announcements,
  ) {
    this.#givenWith = new GivenWith(host);
    host.addController(this);
  }

  /** Undefined before there is a list. */
  get known(): ListView | undefined {
    const profile = this.#profile;
    return profile && this.#of(profile);
  }

  /** The view of the list that is shown, or an empty one. */
  get current(): ListView {
    return this.known ?? defaultView({ id: '' } as Profile);
  }

  /** Takes a view that the host kept: now, or when its profile is shown. */
  give(view: unknown): void {
    this.#given = view === undefined ? undefined : copyOf(view);
    this.#givenWith.again();
    this.#read();
    this.host.requestUpdate();
  }

  /** Narrows a profile's list by one filter: now, or when it is shown. */
  narrow(profileId: string, filter: Filter): void {
    this.#narrowed = { profileId, filter };
    this.host.requestUpdate();
  }

  /** Looks at the list otherwise, and tells the host. What was typed passes the gate that all texts pass. */
  change(changed: ListView): void {
    const view = withPlainTexts(changed) as ListView;
    this.#views.set(view.profileId, view);
    this.host.requestUpdate();
    emit(this.host, 'overblik-view-changed', { view });
  }

  /**
   * Drops what means nothing in another clinic: what is searched and filtered for that may name patients or its team, what
   * a figure, a task or the start page has narrowed by, and a view that was given for it and was not read yet.
   */
  leaveClinic(): void {
    for (const [id, view] of this.#views) this.#views.set(id, withoutClinic(view));
    this.#narrowed = undefined;
    if (this.#givenWith.isOfAnother) this.#given = undefined;
  }

  hostUpdate(): void {
    this.#read();
    const profile = this.#profile;
    const { profileId, filter } = this.#narrowed ?? {};
    if (!profile || !filter || profileId !== profile.id) return;
    const view = {
      ...narrowing(withFilters(this.#of(profile), []), filter),
      ...({ tab: 'members', query: '' } as const),
    };
    this.#views.set(profile.id, view);
    this.#narrowed = undefined;
    this.#untold = view;
  }

  hostUpdated(): void {
    const view = this.#untold;
    this.#untold = undefined;
    if (view) emit(this.host, 'overblik-view-changed', { view });
  }

  /** Changed before a drawing, and told after it. */
  #untold: ListView | undefined;

  get #profile(): Profile | undefined {
    const { loaded, held } = this.model.state;
    return (loaded ?? held)?.population.profile;
  }

  #of(profile: Profile): ListView {
    let view = this.#views.get(profile.id);
    if (!view) this.#views.set(profile.id, (view = defaultView(profile)));
    return view;
  }

  #read(): void {
    const profile = this.#profile;
    const { profileId } = (this.#given ?? {}) as { profileId?: unknown };
    if (!profile || this.#given === undefined || profileId !== profile.id) return;
    const { view, ignored } = readView(this.#given, profile);
    this.#given = undefined;
    this.#views.set(profile.id, view);
    if (ignored.length > 0) this.announcements.complain(this.host.ui.texts.list.refused);
  }
}

/** What a host gives is read once: nothing, of what cannot be written as JSON or throws when it is read. */
function copyOf(view: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(view));
  } catch {
    return null;
  }
}
