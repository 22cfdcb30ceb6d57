/** The store behind the element: what it holds, its documents with their signatures, and what is put into it. */
import type { ReactiveController } from 'lit';
import { callAdapter } from '../../adapter/index.ts';
import type { ProfileStore } from '../../adapter/index.ts';
import {
  ArchiveError,
  archiveProblem,
  contentsOf,
  isArchive,
  readArchived,
  readExemptionReports,
  signedState,
  verifySignatures,
  type ArchiveContents,
  type ArchiveEntry,
  type ArchiveProblem,
  type ClusterPackage,
  type ExemptionReadings,
  type ProfileArchive,
  type Publication,
  type PublishOutcome,
  type SignatureState,
  type SignedState,
  type TrustedPublisher,
  type Withdrawal,
} from '../../archive/index.ts';
import { AdapterFailure, defaultDeadline } from '../../model/index.ts';
import { readableProfile, type ReadableProfile } from '../../profile/readable.ts';
import { definitionHash, type Profile } from '../../profile/index.ts';
import type { ArchiveHost } from './host.ts';

/** A version that was loaded: what it says, and who has signed it. */
export interface LoadedVersion {
  readonly document: unknown;
  readonly readable: ReadableProfile;
  /** Undefined of a document that is no profile. */
  readonly profile: Profile | undefined;
  /** Undefined of a document that is no cluster package. */
  readonly package: ClusterPackage | undefined;
  readonly states: readonly SignatureState[];
  readonly signed: SignedState;
}

export type VersionState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: ArchiveProblem }
  | { readonly phase: 'ready'; readonly version: LoadedVersion };

/** So many versions of a profile are loaded to tell who has signed them. */
const mostVersions = 30;

export class StoreController implements ReactiveController {
  contents: ArchiveContents | undefined;
  problem: ArchiveProblem | undefined;
  isLoading = false;
  #store: ProfileStore | undefined;
  #trusted: readonly TrustedPublisher[] = [];
  #versions = new Map<string, VersionState>();
  #exemptions = new Map<string, ExemptionReadings | 'loading' | 'failed'>();
  /** Grows with each store: what an earlier one answers late is dropped. */
  #run = 0;

  constructor(private readonly host: ArchiveHost) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { archive, trusted } = this.host;
    if (trusted !== this.#trusted) {
      this.#trusted = trusted;
      this.#versions = new Map();
    }
    if (archive === this.#store) return;
    this.#store = archive;
    this.contents = this.problem = undefined;
    void this.load();
  }

  /** The store, where it is an archive that can do more than answer. */
  get archive(): ProfileArchive | undefined {
    return this.#store && isArchive(this.#store) ? this.#store : undefined;
  }

  get hasStore(): boolean {
    return this.#store !== undefined;
  }

  /** Reads everything again. What is shown stays until the answer has come. */
  async load(): Promise<void> {
    const run = ++this.#run;
    const store = this.#store;
    this.#versions = new Map();
    this.#exemptions = new Map();
    this.isLoading = store !== undefined;
    this.host.requestUpdate();
    if (!store) return;
    try {
      const contents = await this.#call((signal) => contentsOf(store, signal));
      if (run !== this.#run) return;
      this.contents = contents;
      this.problem = undefined;
    } catch (error) {
      if (run !== this.#run) return;
      this.problem = problemOf(error);
    }
    this.isLoading = false;
    this.host.requestUpdate();
  }

  /** A version of a profile; loaded when it is first asked for. */
  version(entry: ArchiveEntry): VersionState {
    const key = keyOf(entry);
    const known = this.#versions.get(key);
    if (known) return known;
    const loading: VersionState = { phase: 'loading' };
    this.#versions.set(key, loading);
    void this.#load(entry, this.#versions);
    return loading;
  }

  /** Loads the versions of a profile, so that it is told who has signed each. */
  versions(entries: readonly ArchiveEntry[]): ReadonlyMap<string, VersionState> {
    return new Map(
      entries
        .filter((each, at) => at < mostVersions || this.#versions.has(keyOf(each)))
        .map((each) => [each.version, this.version(each)]),
    );
  }

  /** What clinics have reported of a profile; undefined where the store keeps none. */
  exemptions(id: string): ExemptionReadings | 'loading' | 'failed' | undefined {
    const { archive } = this;
    if (!archive?.exemptions) return undefined;
    const known = this.#exemptions.get(id);
    if (known) return known;
    this.#exemptions.set(id, 'loading');
    void this.#loadExemptions(archive, id, this.#exemptions);
    return 'loading';
  }

  /** The document of a version, as the store answers it. */
  async document({ id, version }: ArchiveEntry): Promise<unknown> {
    return this.#call((signal) => this.#store!.load(id, version, signal));
  }

  /** Puts a document into the store; `failed`: it answered nothing that says what became of it. */
  async publish(
    publication: Publication,
  ): Promise<PublishOutcome | { readonly outcome: 'failed' }> {
    try {
      return await this.#call((signal) => this.archive!.publish!(publication, signal));
    } catch {
      return { outcome: 'failed' };
    }
  }

  /** Answers whether the version is withdrawn. */
  async withdraw({ id, version }: ArchiveEntry, withdrawal: Withdrawal): Promise<boolean> {
    try {
      await this.#call((signal) => this.archive!.withdraw!(id, version, withdrawal, signal));
      return true;
    } catch {
      return false;
    }
  }

  async #load(entry: ArchiveEntry, versions: Map<string, VersionState>): Promise<void> {
    let state: VersionState;
    try {
      const document = await this.document(entry);
      const outcome = readArchived(document);
      const profile = outcome.ok && outcome.kind === 'profile' ? outcome.document : undefined;
      // It stands in the document as it is drawn.
      if (profile) await definitionHash(profile);
      const states = await verifySignatures(document, entry.signatures, this.host.trusted);
      state = {
        phase: 'ready',
        version: {
          ...{ document, states, signed: signedState(states) },
          readable: profile
            ? { profile, faults: new Map(), places: {} }
            : readableProfile(document),
          profile,
          package: outcome.ok && outcome.kind === 'package' ? outcome.document : undefined,
        },
      };
    } catch (error) {
      state = { phase: 'failed', problem: problemOf(error, `${entry.id} ${entry.version}`) };
    }
    if (versions !== this.#versions) return;
    versions.set(keyOf(entry), state);
    this.host.requestUpdate();
  }

  async #loadExemptions(
    archive: ProfileArchive,
    id: string,
    readings: Map<string, ExemptionReadings | 'loading' | 'failed'>,
  ): Promise<void> {
    try {
      const reports: unknown = await this.#call((signal) => archive.exemptions!(id, signal));
      readings.set(id, Array.isArray(reports) ? readExemptionReports(reports, id) : 'failed');
    } catch {
      readings.set(id, 'failed');
    }
    if (readings === this.#exemptions) this.host.requestUpdate();
  }

  async #call<Answer>(run: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const { deadline = defaultDeadline, problems } = this.host;
    return callAdapter('profiles', run, { deadline, onFailure: problems.onFailure });
  }
}

function keyOf({ id, version }: ArchiveEntry): string {
  return `${id} ${version}`;
}

/** What an archive says itself, or that it does not answer: what else was thrown is the host's text. */
function problemOf(error: unknown, about = ''): ArchiveProblem {
  const thrown = error instanceof AdapterFailure ? error.thrown : error;
  return thrown instanceof ArchiveError ? thrown.problem : archiveProblem('unreachable', about);
}
