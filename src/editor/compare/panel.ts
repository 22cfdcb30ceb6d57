/** What is other in the profile under way than in the one it comes from, or than it was when one began: in words. */
import { html, nothing, type TemplateResult } from 'lit';
import { callAdapter } from '../../adapter/index.ts';
import { changesBetween, type Change, type ProfileDraft } from '../../authoring/index.ts';
import { Memo } from '../../model/index.ts';
import { parseProfile, type Profile } from '../../profile/index.ts';
import type { EditorHost, EditorPanel } from '../host.ts';

/** What a variant has of its own from the beginning: its name, and who has vouched for what. */
const ofEveryVariant = /^\/(?:id|version|status|about)(?:\/|$)/;

/** The origin as far as it is known. */
type Origin = Profile | 'missing' | 'failed' | 'loading';

export class ComparePanel implements EditorPanel {
  readonly #changes = new Memo<ReturnType<typeof changesBetween>>();
  /** By draft: what it was when it was opened. */
  readonly #begun = new WeakMap<ProfileDraft, { readonly profile: Profile | undefined }>();
  readonly #origins = new Map<string, Origin>();
  #with: 'origin' | 'begun' = 'origin';

  constructor(private readonly host: EditorHost) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { draft } = this.host;
    if (!this.#begun.has(draft)) this.#begun.set(draft, { profile: draft.state.profile });
  }

  template(): TemplateResult {
    const { draft, ui } = this.host;
    const text = ui.texts.editorDrafts;
    const origin = draft.state.profile?.about?.derivedFrom;
    const choice = (value: 'origin' | 'begun', label: string) =>
      html`<label
        ><input
          type="radio"
          name="compare"
          .checked=${this.#with === value}
          @change=${() => this.#choose(value)}
        />${label}</label
      >`;
    return html`<div class="compare">
      <fieldset class="pills" aria-label=${text.compare}>
        ${choice('origin', origin ? text.compareOrigin(origin.id, origin.version) : text.compareOrigin('–', ''))}
        ${choice('begun', text.compareBegun)}
      </fieldset>
      ${this.#content()}
    </div>`;
  }

  #choose(value: 'origin' | 'begun'): void {
    this.#with = value;
    this.host.requestUpdate();
  }

  #content(): TemplateResult {
    const { draft, ui } = this.host;
    const text = ui.texts.editorDrafts;
    const { profile } = draft.state;
    const say = (words: string) => html`<p class="muted">${words}</p>`;
    if (!profile) return say(text.compareInvalid);
    if (this.#with === 'begun') {
      const begun = this.#begun.get(draft)?.profile;
      return begun ? this.#differences(begun, profile) : say(text.begunInvalid);
    }
    const from = profile.about?.derivedFrom;
    if (!from) return say(text.noOrigin);
    const origin = this.#originOf(from.id, from.version);
    if (origin === 'loading') return say(text.loading);
    if (origin === 'failed')
      return html`<p class="notice critical" role="alert">
        ${text.originFailed}
        <button
          type="button"
          class="button"
          @click=${() => {
            this.#origins.clear();
            this.host.requestUpdate();
          }}
        >
          ${text.retry}
        </button>
      </p>`;
    if (origin === 'missing') return say(text.originMissing(from.id, from.version));
    return this.#differences(origin, profile, (path) => !ofEveryVariant.test(path));
  }

  #differences(
    before: Profile,
    after: Profile,
    isTold: (path: string) => boolean = () => true,
  ): TemplateResult {
    const { ui } = this.host;
    const groups = this.#changes
      .of([before, after, ui.language], () => changesBetween(before, after, ui.language))
      .map(({ title, changes }) => ({ title, changes: changes.filter(({ path }) => isTold(path)) }))
      .filter(({ changes }) => changes.length > 0);
    if (groups.length === 0) return html`<p class="muted">${ui.texts.editorDrafts.same}</p>`;
    return html`${groups.map(
      ({ title, changes }) =>
        html`<h4>${title}</h4>
          <ul class="changes">
            ${changes.map((each) => this.#change(each))}
          </ul>`,
    )}`;
  }

  #change({ kind, what, path, before, after }: Change): TemplateResult {
    const text = this.host.ui.texts.editorDrafts;
    const line = (label: string, words: string | undefined) =>
      words === undefined
        ? nothing
        : html`<div class="side"><span class="muted">${label}:</span> ${words}</div>`;
    return html`<li class=${kind}>
      <span class="chip ${kind === 'removed' ? 'warning' : 'info'}">${text.kinds[kind]}</span>
      ${
        kind === 'removed'
          ? what
          : html`<button
              type="button"
              class="link"
              @click=${() => this.host.select(path, { field: true })}
            >
              ${what}
            </button>`
      }
      ${line(text.was, before)}${line(text.is, after)}
    </li>`;
  }

  /** One of the host's profiles, or of its archive. */
  #originOf(id: string, version: string): Origin {
    const key = `${id} ${version}`;
    const known = this.#origins.get(key);
    if (known) return known;
    const given = this.host.profiles
      .map((each) => parseProfile(each))
      .flatMap((each) => (each.ok ? [each.profile] : []))
      .find((each) => each.id === id && each.version === version);
    const store = this.host.adapter?.profiles;
    const origin = given ?? (store ? 'loading' : 'missing');
    this.#origins.set(key, origin);
    if (origin === 'loading') void this.#load(id, version, key);
    return origin;
  }

  async #load(id: string, version: string, key: string): Promise<void> {
    const store = this.host.adapter!.profiles!;
    const outcome = await loadProfile(store, id, version, this.host.problems).catch(
      () => 'failed' as const,
    );
    this.#origins.set(key, outcome);
    this.host.requestUpdate();
  }
}

/** @throws {AdapterFailure} */
async function loadProfile(
  store: NonNullable<NonNullable<EditorHost['adapter']>['profiles']>,
  id: string,
  version: string,
  { onFailure }: EditorHost['problems'],
): Promise<Origin> {
  const document = await callAdapter('profiles', (signal) => store.load(id, version, signal), {
    deadline: 20_000,
    onFailure,
  });
  const outcome = parseProfile(document);
  const isAsked = outcome.ok && outcome.profile.id === id && outcome.profile.version === version;
  return isAsked ? outcome.profile : 'missing';
}
