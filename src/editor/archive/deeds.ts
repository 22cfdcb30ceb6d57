/** What is done with the archive: profiles that are used, published, withdrawn, and files that go out and come in. */
import { listRounds } from '../../adapter/index.ts';
import {
  reportFromRounds,
  writeBundle,
  type ArchiveEntry,
  type VersionsOf,
} from '../../archive/index.ts';
import { emit } from '../../elements/shared/events.ts';
import { handOver } from '../../elements/shared/hand-over.ts';
import { isObject } from '../../json/values.ts';
import { defaultDeadline, memberOf } from '../../model/index.ts';
import { textIn, type Profile } from '../../profile/index.ts';
import { askReason, askVersion } from './dialogs.ts';
import type { ArchiveHost } from './host.ts';
import { importFiles, type ImportedFile } from './import.ts';
import type { StoreController } from './store.ts';

/** What the element shows of a deed. */
export interface DeedsView {
  /** Says what went wrong; undefined takes it away. */
  readonly fail: (said: string | undefined) => void;
  /** Tells what became of files. */
  readonly tell: (imported: readonly ImportedFile[]) => void;
  /** Opens the page of a version, whose title is to have the focus. */
  readonly show: (version: string) => void;
}

type Deed = HTMLElementEventMap['overblik-archive-changed']['detail']['deed'];

/** The deeds of the archive's element. None of them rejects: what goes wrong is said. */
export class ArchiveDeeds {
  constructor(
    private readonly host: ArchiveHost,
    private readonly store: StoreController,
    private readonly view: DeedsView,
  ) {}

  /** Tells the host that the user wants to use a version, where it is loaded. */
  use(entry: ArchiveEntry): void {
    const state = this.store.version(entry);
    if (state.phase !== 'ready') return;
    const { id, version } = entry;
    const { document } = state.version;
    const chosen = { id, version, document };
    if (entry.kind === 'package') emit(this.host, 'overblik-package-chosen', chosen);
    else emit(this.host, 'overblik-profile-chosen', chosen);
  }

  /** Hands over how many are exempt in this clinic and why, as a file: nothing is sent by the library. */
  async report(profile: Profile): Promise<void> {
    const { host, view } = this;
    const text = host.ui.texts.archive;
    const asOf = host.date;
    const rounds = memberOf(host.adapter, 'rounds');
    if (!rounds) return;
    const { deadline = defaultDeadline, problems } = host;
    try {
      const options = { deadline, onFailure: problems.onFailure };
      const { rounds: kept } = await listRounds(rounds, profile.id, options);
      const report = reportFromRounds(kept, profile, asOf);
      view.fail(report ? undefined : text.noRound);
      if (!report) return;
      const file = new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' });
      handOver(host, { file, name: `${profile.id}-${profile.version}-${asOf}.json` });
    } catch {
      view.fail(text.reportFailed);
    }
  }

  /** Hands over one document as it is; several, or one that is signed, as a bundle. What cannot be loaded is told. */
  async export(entries: readonly ArchiveEntry[]): Promise<void> {
    const { host, view } = this;
    const { language, texts } = host.ui;
    const text = texts.archive;
    const loaded: { readonly document: unknown; readonly signatures: readonly string[] }[] = [];
    const failed: string[] = [];
    for (const entry of entries) {
      try {
        const document = await this.store.document(entry);
        loaded.push({ document, signatures: entry.signatures });
      } catch {
        failed.push(`${textIn(entry.title, language)} ${entry.version}`);
      }
    }
    view.fail(failed.length > 0 ? `${text.documentFailed}: ${failed.join(' · ')}` : undefined);
    const [first] = loaded;
    if (!first) return;
    const [entry] = entries;
    const isOne = loaded.length === 1 && first.signatures.length === 0;
    const content = isOne ? `${JSON.stringify(first.document, null, 2)}\n` : writeBundle(loaded);
    const name =
      entries.length === 1 && entry ? `${entry.id}-${entry.version}.json` : `${text.fileName}.json`;
    handOver(host, { file: new Blob([content], { type: 'application/json' }), name });
  }

  /** Publishes a version that is loaded, under the number that the user gives it. */
  async publish(entry: ArchiveEntry, { versions }: VersionsOf): Promise<void> {
    const { host, view } = this;
    const state = this.store.version(entry);
    if (state.phase !== 'ready' || !isObject(state.version.document)) return;
    const version = await askVersion(host, entry, versions, host.ui);
    if (version === undefined) return;
    const { language, texts } = host.ui;
    const text = texts.archive;
    const document = { ...state.version.document, version, status: 'published' };
    const { outcome } = await this.store.publish({ document });
    const name = `${textIn(entry.title, language)} ${version}`;
    if (outcome !== 'published' && outcome !== 'already') {
      view.fail(outcome === 'taken' ? text.takenHint(name) : text.deedFailed);
      return;
    }
    this.#done('published', [`${entry.id} ${version}`], text.published(name));
    view.show(version);
    await this.store.load();
  }

  /** Takes a version back, for the reason that the user gives. */
  async withdraw(entry: ArchiveEntry): Promise<void> {
    const { host, view } = this;
    const reason = await askReason(host, entry, host.ui);
    if (reason === undefined) return;
    const { language, texts } = host.ui;
    const text = texts.archive;
    if (!(await this.store.withdraw(entry, { reason, on: host.date }))) {
      view.fail(text.deedFailed);
      return;
    }
    const name = `${textIn(entry.title, language)} ${entry.version}`;
    this.#done('withdrawn', [`${entry.id} ${entry.version}`], text.withdrawn(name));
    view.show(entry.version);
    await this.store.load();
  }

  /** Puts the profiles of some files into the archive. Resolves when it is told what became of them. */
  async import(files: readonly File[]): Promise<void> {
    if (files.length === 0 || !this.store.archive?.publish) return;
    const imported = await importFiles(files, this.store);
    this.view.tell(imported);
    const came = imported.flatMap((each) =>
      'profiles' in each
        ? each.profiles.flatMap(({ name, outcome }) => (outcome === 'published' ? [name] : []))
        : [],
    );
    if (came.length === 0) return;
    this.#done('imported', came, this.host.ui.texts.archive.imported);
    await this.store.load();
  }

  #done(deed: Deed, versions: readonly string[], said: string): void {
    this.view.fail(undefined);
    this.host.announce(said);
    emit(this.host, 'overblik-archive-changed', { deed, versions });
  }
}
