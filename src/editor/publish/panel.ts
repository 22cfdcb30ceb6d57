/** Publishing the profile under way as a version, and taking it back. */
import { html, nothing, type TemplateResult } from 'lit';
import { changesBetween, type ProfileDraft, type ProfileTestRun } from '../../authoring/index.ts';
import {
  isFullyTested,
  publishFaults,
  publishSteps,
  withdrawSteps,
  type Publication,
  type PublishFault,
} from '../../authoring/publishing/publish.ts';
import {
  isLater,
  levelBetween,
  nextVersions,
  type VersionLevel,
} from '../../authoring/publishing/version.ts';
import { emit } from '../../elements/shared/events.ts';
import { Memo } from '../../model/index.ts';
import { parseProfile, type Profile } from '../../profile/index.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import { TestRuns } from '../tests/runs.ts';
import { whatOf } from '../ui.ts';

/** A version is ready for the host to keep: published, or taken back. No patient data. */
export interface ProfilePublishDetail {
  readonly deed: 'publish' | 'withdraw';
  readonly document: unknown;
  readonly profile: Profile;
  /** Why it is published though not every rule is tried, or why it is taken back. */
  readonly reason: string | undefined;
}

declare global {
  interface HTMLElementEventMap {
    'overblik-profile-publish': CustomEvent<ProfilePublishDetail>;
  }
}

const levels: readonly VersionLevel[] = ['patch', 'minor', 'major'];

/** What is written in the fields. */
const nothingSaid = { text: '', untested: '', approver: '', until: '', withdrawal: '' };

/** So many changes are told. */
const mostShown = 60;

export class PublishPanel implements EditorPanel {
  readonly #runs: TestRuns;
  readonly #before = new Memo<Readonly<Record<'given' | 'others', readonly Profile[]>>>();
  #level: VersionLevel | undefined;
  #said = nothingSaid;
  #told: 'publish' | 'withdraw' | undefined;
  #handedOn: { readonly of: unknown; readonly profile: Profile } | undefined;
  /** What is written here is about this draft, and no other. */
  #draft: ProfileDraft | undefined;

  constructor(private readonly host: EditorHost) {
    this.#runs = new TestRuns(host);
    host.addController(this);
  }

  hostUpdate(): void {
    const { draft } = this.host;
    if (draft === this.#draft) return;
    this.#draft = draft;
    this.#said = nothingSaid;
    this.#level = this.#told = undefined;
  }

  hostDisconnected(): void {
    this.#runs.stop();
  }

  template(): TemplateResult {
    const text = this.#text;
    const { document, profile } = this.host.draft.state;
    const run = this.#runs.now;
    const faults = publishFaults(this.#wishes, this.#context(run));
    const isPublished = document['status'] !== 'draft' && document['status'] !== 'retired';
    return html`<div class="publish">
      ${this.#changes(profile)} ${this.#versions()} ${this.#area('text', text.text, text.textHint)}
      <fieldset>
        <legend>${text.approval}</legend>
        ${this.#input('approver', text.approver)} ${this.#input('until', text.until)}
        ${this.#said.approver.trim() === '' ? html`<p class="muted">${text.noApproval}</p>` : nothing}
      </fieldset>
      ${run ? this.#tests(run) : nothing}
      ${
        faults.length > 0
          ? html`<ul class="faults" aria-label=${text.faultsTitle}>
              ${faults.map((each) => html`<li>${text.faults[each]}</li>`)}
            </ul>`
          : nothing
      }
      <button
        type="button"
        class="button primary"
        aria-disabled=${faults.length > 0}
        @click=${() => this.#publish(faults)}
      >
        ${text.publish(this.#version)}
      </button>
      <p role="status">${this.#told ? text.told[this.#told] : nothing}</p>
      ${isPublished && profile ? this.#withdrawal() : nothing}
    </div>`;
  }

  get #text() {
    return this.host.ui.texts.editorPublish;
  }

  /**
   * The version before: what was handed on last, what the host gave to begin with, or the newest of the host's profiles,
   * whichever is the same profile.
   */
  get #earlier(): Profile | undefined {
    const { profile: given, profiles, draft } = this.host;
    const known = this.#before.of([given, profiles], () => ({
      given: given === undefined ? [] : readable([given]),
      // A draft is no version yet.
      others: readable(profiles)
        .filter(({ status }) => status !== 'draft')
        .toSorted((a, b) => (isLater(a.version, b.version) ? -1 : 1)),
    }));
    const handedOn = this.#handedOn?.of === given ? this.#handedOn : undefined;
    const begun = handedOn ? [handedOn.profile] : known.given;
    // A table that was pasted, or another document in JSON, is another profile.
    const { id } = draft.state.document;
    return [...begun, ...known.others].find((each) => each.id === id);
  }

  get #suggested(): VersionLevel {
    const before = this.#earlier;
    const { profile } = this.host.draft.state;
    if (!before || before.status === 'draft') return 'major';
    return profile ? levelBetween(before, profile) : 'patch';
  }

  get #version(): string {
    const next = nextVersions(this.#earlier?.version ?? this.host.draft.state.document['version']);
    return next[this.#level ?? this.#suggested];
  }

  get #wishes(): Publication {
    const { text, untested, approver, until } = this.#said;
    const approval =
      approver.trim() === '' ? {} : { approval: { name: approver, until: until.trim() } };
    return { version: this.#version, text, untested, on: this.host.date, ...approval };
  }

  #context(run: ProfileTestRun | undefined) {
    const { profile, text } = this.host.draft.state;
    return { isValid: profile !== undefined && !text, before: this.#earlier?.version, run };
  }

  #changes(profile: Profile | undefined): unknown {
    const text = this.#text;
    const before = this.#earlier;
    if (!before || !profile) return html`<p class="muted">${text.first}</p>`;
    const groups = changesBetween(before, profile, this.host.ui.language);
    let left = mostShown;
    return html`<section aria-label=${text.since(before.version)}>
      <h4>${text.since(before.version)}</h4>
      ${groups.length === 0 ? html`<p>${text.nothing}</p>` : nothing}
      ${groups.map(({ title, changes }) => {
        const shown = changes.slice(0, Math.max(0, left));
        left -= shown.length;
        return shown.length === 0
          ? nothing
          : html`<h5>${title}</h5>
              <ul>
                ${shown.map(
                  ({ kind, what, before: was, after: is }) =>
                    html`<li>
                      ${text.kinds[kind]}: ${what}
                      ${was === undefined ? nothing : html`<del>${was}</del>`}
                      ${is === undefined ? nothing : html`<ins>${is}</ins>`}
                    </li>`,
                )}
              </ul>`;
      })}
      ${left <= 0 ? html`<p class="muted">${text.more}</p>` : nothing}
    </section>`;
  }

  #versions(): TemplateResult {
    const text = this.#text;
    const next = nextVersions(this.#earlier?.version ?? this.host.draft.state.document['version']);
    const chosen = this.#level ?? this.#suggested;
    return html`<fieldset>
      <legend>${text.version}</legend>
      ${levels.map(
        (level) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="level"
              value=${level}
              .checked=${level === chosen}
              @change=${() => {
                this.#level = level;
                this.host.requestUpdate();
              }}
            /><span
              ><strong>${next[level]}</strong> ${text.levels[level]}${
                level === this.#suggested ? html` <em>${text.suggested}</em>` : nothing
              }</span
            ></label
          >`,
      )}
    </fieldset>`;
  }

  #tests(run: ProfileTestRun): unknown {
    const text = this.#text;
    if (isFullyTested(run)) return html`<p class="all-tested">${text.tested}</p>`;
    return html`<p>${text.untested}</p>
      <button type="button" class="link" @click=${() => this.host.showPanel('tests')}>
        ${text.toTests}
      </button>
      ${this.#area('untested', text.reason)}`;
  }

  #withdrawal(): TemplateResult {
    const text = this.#text;
    return html`<details>
      <summary>${text.withdrawTitle}</summary>
      ${this.#area('withdrawal', text.withdrawReason)}
      <button
        type="button"
        class="button"
        aria-disabled=${this.#said.withdrawal.trim() === ''}
        @click=${this.#withdraw}
      >
        ${text.withdraw}
      </button>
    </details>`;
  }

  #area(key: keyof typeof nothingSaid, label: string, hint?: string): TemplateResult {
    return html`<label class="stacked"
      ><span>${label}</span
      ><textarea
        class="field"
        rows="2"
        data-said=${key}
        .value=${this.#said[key]}
        @input=${(event: Event) => this.#say(key, event)}
      ></textarea
      >${hint ? html`<span class="muted">${hint}</span>` : nothing}</label
    >`;
  }

  #input(key: keyof typeof nothingSaid, label: string): TemplateResult {
    return html`<label class="stacked"
      ><span>${label}</span
      ><input
        class="field"
        autocomplete="off"
        data-said=${key}
        .value=${this.#said[key]}
        @input=${(event: Event) => this.#say(key, event)}
    /></label>`;
  }

  #say(key: keyof typeof nothingSaid, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.#said = { ...this.#said, [key]: value };
    this.#told = undefined;
    this.host.requestUpdate();
  }

  #publish(faults: readonly PublishFault[]): void {
    const { host } = this;
    const text = this.#text;
    if (faults[0]) {
      host.announce(text.faults[faults[0]]);
      return;
    }
    const wishes = this.#wishes;
    const steps = publishSteps(host.draft.state.document, wishes);
    host.draft.edit(
      steps,
      whatOf(({ editorPublish }) => editorPublish.button),
    );
    this.#tell('publish', wishes.untested?.trim() === '' ? undefined : wishes.untested);
  }

  readonly #withdraw = (): void => {
    const { host } = this;
    const reason = this.#said.withdrawal;
    if (reason.trim() === '') {
      host.announce(this.#text.noReason);
      return;
    }
    const steps = withdrawSteps(host.draft.state.document, { reason, on: host.date });
    host.draft.edit(
      steps,
      whatOf(({ editorPublish }) => editorPublish.withdraw),
    );
    this.#tell('withdraw', reason);
  };

  #tell(deed: ProfilePublishDetail['deed'], reason: string | undefined): void {
    const { document, profile } = this.host.draft.state;
    if (!profile) return;
    this.#said = { ...this.#said, text: '', untested: '', withdrawal: '' };
    this.#level = undefined;
    this.#told = deed;
    this.#handedOn = { of: this.host.profile, profile };
    emit(this.host, 'overblik-profile-publish', { deed, document, profile, reason });
    this.host.announce(this.#text.told[deed]);
    this.host.requestUpdate();
  }
}

function readable(documents: readonly unknown[]): readonly Profile[] {
  return documents.flatMap((each) => {
    const outcome = parseProfile(each);
    return outcome.ok ? [outcome.profile] : [];
  });
}
