import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ProfileStore } from '../../adapter/index.ts';
import {
  byProfile,
  everything,
  searchArchive,
  type ArchiveAnswer,
  type ArchiveEntry,
  type ArchiveQuery,
  type ClusterPackage,
  type TrustedPublisher,
  type VersionsOf,
} from '../../archive/index.ts';
import type * as Document from '../../elements/profile/panel.ts';
import { askStyles } from '../../elements/shared/ask.ts';
import { dialogStyles } from '../../elements/shared/dialog-styles.ts';
import { OverblikElement } from '../../elements/shared/element.ts';
import { LazyPart } from '../../elements/shared/lazy-part.ts';
import { stateMessage } from '../../elements/shared/notices.ts';
import { openJournal } from '../../elements/shared/open-journal.ts';
import { Memo, memberOf } from '../../model/index.ts';
import { newestPublished, textIn, type Profile } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { theme } from '../../ui/theme.ts';
import { ArchiveDeeds } from './deeds.ts';
import { differencePart } from './difference-part.ts';
import { DifferenceController } from './difference.ts';
import { exemptionsPart } from './exemptions-part.ts';
import type { ArchiveHost, PageDeeds, PageTab } from './host.ts';
import type { ImportedFile } from './import.ts';
import { archiveNotices } from './notices.ts';
import { packagePart } from './package-part.ts';
import { pagePart, versionsPart, type PageProps } from './page-part.ts';
import { searchPart } from './search-part.ts';
import { StoreController } from './store.ts';
import { archiveStyles } from './styles.ts';
import { archiveUis, type Texts } from './ui.ts';

/** The user wants to use a profile, or a cluster package. */
export interface ProfileChosenDetail {
  readonly id: string;
  readonly version: string;
  /** The document, as the store answered it. */
  readonly document: unknown;
}

/** Something was put into the archive, or withdrawn. */
export interface ArchiveChangedDetail {
  readonly deed: 'published' | 'withdrawn' | 'imported';
  /** Names of versions: `dk.demens 1.1.0`. */
  readonly versions: readonly string[];
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-archive': OverblikArchive;
  }
  interface HTMLElementEventMap {
    'overblik-profile-chosen': CustomEvent<ProfileChosenDetail>;
    'overblik-package-chosen': CustomEvent<ProfileChosenDetail>;
    'overblik-archive-changed': CustomEvent<ArchiveChangedDetail>;
  }
}

/** So many patients of a list are drawn at first, and with each wish for more. */
const fewPatients = 100;

/**
 * The archive of profiles and cluster packages: search by words, codes and filters; the page of a profile with its versions, who stands
 * behind it and has signed it; the difference of two versions in words, codes and patients. It loads nothing but what
 * the store that it is given answers. An entry of its own registers it: `overblik/editor`.
 *
 * @tagname overblik-archive
 * @fires {CustomEvent<ProfileChosenDetail>} overblik-profile-chosen - The user wants to use a profile.
 * @fires {CustomEvent<ProfileChosenDetail>} overblik-package-chosen - The user wants to use a cluster package.
 * @fires {CustomEvent<ArchiveChangedDetail>} overblik-archive-changed - Something was published, imported or withdrawn.
 * @fires {CustomEvent<ExportDetail>} overblik-export - A file with profiles, which the host may take; cancelable.
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - A patient is to be opened in the journal; cancelable.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart head - Title and tools.
 * @csspart results - The profiles that are found.
 * @csspart page - The page of a profile.
 * @csspart notice - Why a version should not be used, and what went wrong.
 * @csspart state - Nothing to show.
 * @cssprop [--overblik-height=100%] - Height of the element.
 */
export class OverblikArchive extends OverblikElement<keyof Texts> implements ArchiveHost {
  static override styles = [theme, controls, dialogStyles, askStyles, archiveStyles];

  protected override readonly uis = archiveUis;

  /** Where the profiles come from: `staticArchive`, `memoryArchive`, any `ProfileStore`. Default: the adapter's. */
  @property({ attribute: false }) store: ProfileStore | undefined;

  /** Whose signatures are trusted: names and public keys that came by another way than the archive. */
  @property({ attribute: false }) trusted: readonly TrustedPublisher[] = [];

  /** Id of the profile whose page is open. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /** Which of its versions; default the newest in force. */
  @property({ attribute: 'profile-version', reflect: true }) profileVersion: string | undefined;

  /** Which part of its page is open: `profile`, `versions`, `difference` or `exemptions`. */
  @property({ attribute: 'open-at', reflect: true }) openAt: PageTab | undefined;

  @state() private query: ArchiveQuery = everything;
  @state() private compared: readonly [before: string, after: string] | undefined;
  @state() private imported: readonly ImportedFile[] | undefined;
  @state() private failure: string | undefined;
  @state() private said = '';
  @state() private more: ReadonlyMap<string, number> = new Map();

  readonly #store = new StoreController(this);
  readonly #deeds = new ArchiveDeeds(this, this.#store, {
    fail: (said) => {
      this.failure = said;
    },
    tell: (imported) => {
      this.imported = imported;
    },
    show: (version) => {
      this.profileVersion = version;
      this.#toFocus = '.page-title';
    },
  });

  readonly #difference = new DifferenceController(this);
  readonly #answer = new Memo<ArchiveAnswer>();
  readonly #document: LazyPart<typeof Document>;
  /** Whose title is to have the focus once it is drawn, or the result that was left. */
  #toFocus: string | undefined;

  constructor() {
    super();
    this.#document = new LazyPart(this, () => import('../../elements/profile/panel.ts'));
  }

  /** @internal */
  get archive(): ProfileStore | undefined {
    return this.store ?? memberOf(this.adapter, 'profiles');
  }

  /** Reads the archive again. */
  async reload(): Promise<void> {
    await this.#store.load();
  }

  /** @internal */
  announce(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An attribute that is taken away is `null`.
    this.profileId ??= undefined;
    this.profileVersion ??= undefined;
    if (changed.has('profileId')) this.compared = this.failure = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#toFocus === undefined) return;
    const found = this.renderRoot.querySelector<HTMLElement>(this.#toFocus);
    if (!found) return;
    this.#toFocus = undefined;
    found.focus();
  }

  protected override render(): TemplateResult {
    const { contents, isLoading, archive } = this.#store;
    const text = this.ui.texts.archive;
    const canPublish = archive?.publish !== undefined;
    return html`<article
      class="frame"
      part="frame"
      lang=${this.ui.language}
      tabindex="-1"
      aria-busy=${isLoading}
    >
      <header class="head" part="head">
        <h2>${text.title}</h2>
        <div class="commands">
          ${
            canPublish
              ? html`<button type="button" class="button" @click=${this.#chooseFiles}>
                    ${text.importFiles}
                  </button>
                  <input
                    class="files"
                    type="file"
                    accept=".json,application/json"
                    multiple
                    hidden
                    @change=${this.#onFiles}
                  />`
              : nothing
          }
          ${
            contents && contents.entries.length > 0
              ? html`<button
                  type="button"
                  class="button"
                  @click=${() => void this.#deeds.export(contents.entries)}
                >
                  ${icons.export()}${text.exportAll}
                </button>`
              : nothing
          }
        </div>
      </header>
      ${this.#body()}
      <div class="announce" role="status" aria-live="polite">${this.said}</div>
    </article>`;
  }

  #body(): TemplateResult {
    const { contents, problem, isLoading, hasStore } = this.#store;
    const { archive: text, states } = this.ui.texts;
    if (!hasStore) return stateMessage(text.noStore, text.noStoreHint);
    if (!contents) {
      if (isLoading || !problem) return stateMessage(text.loading, '', nothing, 'status');
      const { message, fix } = problem;
      return stateMessage(
        text.failed,
        `${textIn(message, this.language)} ${textIn(fix, this.language)}`,
        html`<button type="button" class="button" @click=${() => void this.reload()}>
          ${states.retry}
        </button>`,
        'alert',
      );
    }
    const profiles = byProfile(contents.entries);
    const open = profiles.find(({ id }) => id === this.profileId);
    return html`<div class="body ${open ? 'with-page' : ''}">
      ${this.#notices()}
      <section class="list" aria-label=${text.results}>
        ${
          profiles.length === 0
            ? stateMessage(text.empty, text.emptyHint)
            : searchPart({
                query: this.query,
                answer: this.#found(contents.entries),
                all: profiles.length,
                hasPackages: profiles.some(({ shown }) => shown.kind === 'package'),
                asOf: this.date,
                open: open?.id,
                change: (query) => {
                  this.query = query;
                },
                choose: (id) => this.#open(id),
                ui: this.ui,
              })
        }
      </section>
      <section
        class="page"
        part="page"
        aria-label=${open ? textIn(open.shown.title, this.language) : text.choose}
      >
        ${open ? this.#page(open) : stateMessage(text.choose, text.chooseHint)}
      </section>
    </div>`;
  }

  #found(entries: readonly ArchiveEntry[]): ArchiveAnswer {
    const { query, date } = this;
    return this.#answer.of([entries, query, date], () => searchArchive(entries, query, date));
  }

  #notices(): unknown {
    const { contents, problem } = this.#store;
    return archiveNotices({
      problems: [...(contents?.problems ?? []), ...(problem ? [problem] : [])],
      failure: this.failure,
      imported: this.imported,
      retry: () => void this.reload(),
      close: () => {
        this.imported = undefined;
        this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
      },
      ui: this.ui,
    });
  }

  #entryOf({ versions, shown }: VersionsOf): ArchiveEntry {
    return versions.find(({ version }) => version === this.profileVersion) ?? shown;
  }

  #page(profile: VersionsOf): TemplateResult {
    const entry = this.#entryOf(profile);
    const isPackage = entry.kind === 'package';
    const hasExemptions = !isPackage && this.#store.archive?.exemptions !== undefined;
    const tabs: readonly PageTab[] = [
      ...(['profile', 'versions'] as const),
      ...(isPackage ? [] : (['difference'] as const)),
      ...(hasExemptions ? (['exemptions'] as const) : []),
    ];
    const props: Omit<PageProps, 'content'> = {
      ...{ profile, entry },
      states: this.#store.versions(profile.versions),
      tab: tabs.find((each) => each === this.openAt) ?? 'profile',
      tabs,
      asOf: this.date,
      deeds: this.#deedsOf(profile),
      ui: this.ui,
    };
    return pagePart({ ...props, content: this.#content({ ...props, content: nothing }) });
  }

  #content(props: PageProps): unknown {
    switch (props.tab) {
      case 'profile':
        return this.#profile(props);
      case 'versions':
        return versionsPart(props);
      case 'difference':
        return this.#differenceOf(props);
      case 'exemptions': {
        const { profile, entry, states } = props;
        const readings = this.#store.exemptions(profile.id);
        const state = states.get(entry.version);
        const own = state?.phase === 'ready' ? state.version.profile : undefined;
        const hasRounds = memberOf(this.adapter, 'rounds') !== undefined;
        const report = own && hasRounds ? () => void this.#deeds.report(own) : undefined;
        return readings ? exemptionsPart(readings, own, report, this.ui) : nothing;
      }
    }
  }

  #profile({ entry, states }: PageProps): unknown {
    const state = states.get(entry.version) ?? this.#store.version(entry);
    const { archive: text, states: words } = this.ui.texts;
    if (state.phase === 'loading')
      return html`<p class="muted" role="status">${words.partLoading}</p>`;
    if (state.phase === 'failed') {
      const { message, fix } = state.problem;
      return stateMessage(
        text.documentFailed,
        `${textIn(message, this.language)} ${textIn(fix, this.language)}`,
        nothing,
        'alert',
      );
    }
    const { readable, package: own } = state.version;
    if (own) return packagePart(own, this.#profilesOf(own), this.ui);
    return this.#document.render(
      (part) =>
        part.profileDocument({
          readable,
          name: textIn(entry.title, this.language),
          archived: undefined,
          asOf: this.date,
          clinic: { state: 'none', description: undefined, gaps: [] },
          retry: () => undefined,
          link: undefined,
          commands: nothing,
          isPaper: false,
          ui: part.profileUiIn(this.ui),
        }),
      this.ui,
    );
  }

  /** The profiles of a package that the archive has, so that their titles stand in it. */
  #profilesOf({ profiles }: ClusterPackage): readonly Profile[] {
    const entries = this.#store.contents?.entries ?? [];
    return profiles.flatMap(({ id, version }) => {
      const versions = entries.filter((each) => each.id === id && each.kind === undefined);
      const entry =
        version === undefined
          ? newestPublished(versions)
          : versions.find((each) => each.version === version);
      const state = entry && this.#store.version(entry);
      return state?.phase === 'ready' && state.version.profile ? [state.version.profile] : [];
    });
  }

  #differenceOf({ profile, entry, states }: PageProps): TemplateResult {
    const { versions } = profile;
    const at = versions.indexOf(entry);
    const [before, after] = this.compared ?? [];
    const find = (version: string | undefined) => versions.find((each) => each.version === version);
    // The version that is shown, and the one before it; of the first, the one after.
    const own = at < versions.length - 1 ? [versions[at + 1], entry] : [entry, versions[at - 1]];
    return differencePart({
      ...{ profile, states },
      before: find(before) ?? own[0] ?? entry,
      after: find(after) ?? own[1] ?? entry,
      changes: (old, now) => this.#difference.changes(old, now),
      patients: (old, now) => this.#difference.patients(old, now),
      count: (old, now) => {
        this.more = new Map();
        this.#toFocus = '.in-patients';
        void this.#difference.count(old, now);
      },
      choose: (old, now) => {
        this.compared = [old, now];
      },
      hasClinic: this.adapter !== undefined,
      shown: (key) => this.more.get(key) ?? fewPatients,
      showMore: (key) => {
        this.more = new Map(this.more).set(key, (this.more.get(key) ?? fewPatients) + fewPatients);
      },
      openPatient: (patient) => void this.#openPatient(patient, entry),
      ui: this.ui,
    });
  }

  async #openPatient(patient: Patient, { id, version }: ArchiveEntry): Promise<void> {
    const context = { from: 'population', profile: { id, version } } as const;
    const isOpened = await openJournal(this, this.adapter, patient, context);
    this.failure = isOpened ? undefined : this.ui.texts.states.journalFailed;
  }

  #open(id: string): void {
    this.profileId = id;
    this.profileVersion = undefined;
    this.openAt = undefined;
    this.#toFocus = '.page-title';
  }

  #deedsOf(profile: VersionsOf): PageDeeds {
    const { archive } = this.#store;
    return {
      close: () => {
        this.#toFocus = `.result[data-id="${CSS.escape(profile.id)}"]`;
        this.profileId = this.profileVersion = undefined;
      },
      show: (version, tab) => {
        if (version !== this.#entryOf(profile).version) {
          this.profileVersion = version;
          this.#toFocus = '.page-title';
        }
        if (tab) this.openAt = tab;
      },
      compare: (before, after) => {
        this.compared = [before, after];
        this.openAt = 'difference';
        this.#toFocus = '#tab-difference';
      },
      use: (entry) => this.#deeds.use(entry),
      openProfile: (id, version) => this.#opener(id, version),
      exportOne: (entry) => void this.#deeds.export([entry]),
      publish: archive?.publish ? (entry) => void this.#deeds.publish(entry, profile) : undefined,
      withdraw: archive?.withdraw ? (entry) => void this.#deeds.withdraw(entry) : undefined,
    };
  }

  /** Opens a profile of the archive, in the version that is wanted where it is there. */
  #opener(id: string, version: string | undefined): (() => void) | undefined {
    const own = this.#store.contents?.entries.filter(
      (each) => each.id === id && each.kind === undefined,
    );
    if (!own || own.length === 0) return undefined;
    return () => {
      this.#open(id);
      if (own.some((each) => each.version === version)) this.profileVersion = version;
    };
  }

  readonly #chooseFiles = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('.files')?.click();
  };

  readonly #onFiles = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    void this.importFiles(files);
  };

  /** Puts the profiles of some files into the archive, as the button does. Resolves when it is told what became of them. */
  async importFiles(files: readonly File[]): Promise<void> {
    await this.#deeds.import(files);
  }
}
