/** The page of one profile: which version it is, who stands behind it, its versions, and what can be done. */
import { html, nothing, type TemplateResult } from 'lit';
import { standingOf, type ArchiveEntry, type VersionsOf } from '../../archive/index.ts';
import { moveInTabs } from '../../elements/shared/tab-keys.ts';
import { formatLongDate } from '../../i18n/dates.ts';
import { typeTitle } from '../../i18n/record-types.ts';
import { approvalOf, newestPublished, shortHash, textIn } from '../../profile/index.ts';
import { icons } from '../../ui/icons.ts';
import type { PageDeeds, PageTab } from './host.ts';
import type { LoadedVersion, VersionState } from './store.ts';
import type { Ui } from './ui.ts';

export interface PageProps {
  readonly profile: VersionsOf;
  readonly entry: ArchiveEntry;
  /** By version; of those that were loaded. */
  readonly states: ReadonlyMap<string, VersionState>;
  readonly tab: PageTab;
  readonly tabs: readonly PageTab[];
  readonly asOf: string;
  readonly deeds: PageDeeds;
  /** What stands in the tab that is open. */
  readonly content: unknown;
  readonly ui: Ui;
}

export function pagePart(props: PageProps): TemplateResult {
  const { entry, tab, tabs, deeds, content, ui } = props;
  const { language, texts } = ui;
  const text = texts.archive;
  const title = textIn(entry.title, language);
  return html`<header class="page-head">
      <button type="button" class="button back" @click=${deeds.close}>
        ${icons.previous()}${text.back}
      </button>
      <h3 tabindex="-1" class="page-title">${title}</h3>
      ${factsOf(props)} ${warnings(props)} ${commands(props)}
    </header>
    <div class="tabs" role="tablist" aria-label=${text.parts(title)} @keydown=${moveInTabs}>
      ${tabs.map(
        (each) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${each}"
            aria-selected=${tab === each}
            aria-controls="tab-panel"
            tabindex=${tab === each ? 0 : -1}
            @click=${() => deeds.show(entry.version, each)}
          >
            ${each === 'profile' && entry.kind === 'package' ? text.clusterPackage : text.tabs[each]}
          </button>`,
      )}
    </div>
    <div class="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="0">
      ${content}
    </div>`;
}

function loadedOf({ states, entry }: PageProps): LoadedVersion | undefined {
  const state = states.get(entry.version);
  return state?.phase === 'ready' ? state.version : undefined;
}

function factsOf(props: PageProps): TemplateResult {
  const { profile, entry, asOf, ui } = props;
  const { language, texts } = ui;
  const text = texts.archive;
  const standing = standingOf(entry, profile.versions);
  const approval = approvalOf({ about: { approvedBy: entry.approvedBy } }, asOf);
  const loaded = loadedOf(props);
  const names = (loaded?.states ?? []).flatMap((each) =>
    each.state === 'trusted' ? [each.by] : [],
  );
  const until =
    approval.state === 'approved'
      ? approval.by
          .flatMap((each) => each.until ?? [])
          .sort()
          .at(-1)
      : undefined;
  return html`<dl class="facts-of">
    ${term(
      text.status,
      html`${text.version(entry.version)}
        <span class="chip ${standing === 'newest' ? 'info' : 'warning'}"
          >${text.standing[standing]}</span
        >`,
    )}
    ${term(
      text.approval,
      approval.state === 'approved'
        ? html`<span class="good"
            >${text.approvedBy(
              approval.by.map(({ name }) => name).join(' · '),
              until && formatLongDate(until, language),
            )}</span
          >`
        : text.approvals[approval.state],
    )}
    ${term(
      text.signature,
      loaded
        ? html`<span class=${loaded.signed === 'trusted' ? 'good' : ''}
            >${
              loaded.signed === 'trusted'
                ? text.signed.trusted([...new Set(names)].join(' · '))
                : text.signed[loaded.signed]
            }</span
          >`
        : texts.states.partLoading,
    )}
    ${term(
      text.hash,
      entry.hash === undefined
        ? text.noHash
        : html`<code class="hash" title=${entry.hash}>${shortHash(entry.hash)}</code>`,
    )}
    ${entry.kind === 'package' ? packageTerms(props) : askedTerm(props)}
    ${
      entry.audience.length === 0
        ? nothing
        : term(text.forWhom, entry.audience.map((each) => textIn(each, language)).join(' · '))
    }
  </dl>`;
}

/** What a profile asks for. */
function askedTerm({ entry, ui: { language, texts } }: PageProps): TemplateResult {
  const text = texts.archive;
  return term(
    text.asks,
    entry.dataTypes.length === 0
      ? text.nothingAsked
      : entry.dataTypes.map((type) => typeTitle(type, language)).join(' · '),
  );
}

/** The profiles of a cluster package, each of which opens where the archive has it. */
function packageTerms({ entry, deeds, ui: { texts } }: PageProps): TemplateResult {
  const text = texts.archive;
  return html`${term(text.kind, text.clusterPackage)}
  ${term(
    text.packageProfiles,
    (entry.profiles ?? []).map(({ id, version }) => {
      const name = version === undefined ? id : `${id} ${version}`;
      const open = deeds.openProfile(id, version);
      return html`<span class="package-profile"
        >${
          open
            ? html`<button
                type="button"
                class="link"
                aria-label=${text.openProfile(name)}
                @click=${open}
              >
                ${name}
              </button>`
            : text.notHere(name)
        }</span
      > `;
    }),
  )}`;
}

function term(label: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Why this version should not be used, or not without a thought. */
function warnings(props: PageProps) {
  const { profile, entry, deeds, ui } = props;
  const { language, texts } = ui;
  const text = texts.archive;
  const standing = standingOf(entry, profile.versions);
  const newest = newestPublished(profile.versions);
  const { withdrawn } = entry;
  const toNewest =
    newest && newest !== entry
      ? html`<button type="button" class="button" @click=${() => deeds.show(newest.version)}>
          ${text.showNewest(newest.version)}
        </button>`
      : nothing;
  return html`${
    withdrawn
      ? html`<div class="notice critical" part="notice" role="note">
          <span>${text.withdrawnOn(formatLongDate(withdrawn.on, language), withdrawn.reason)}</span>
          ${toNewest}
        </div>`
      : nothing
  }
  ${
    standing === 'superseded' && newest
      ? html`<div class="notice" part="notice" role="note">
          <span>${text.supersededBy(newest.version)}</span>${toNewest}
        </div>`
      : nothing
  }
  ${
    standing === 'draft'
      ? html`<div class="notice" part="notice" role="note">
          <span>${text.draftHint}</span>${toNewest}
        </div>`
      : nothing
  }
  ${
    loadedOf(props)?.signed === 'broken'
      ? html`<div class="notice critical" part="notice" role="alert">
          <strong>${text.signed.broken}.</strong> <span>${text.brokenHint}</span>
        </div>`
      : nothing
  }`;
}

function commands(props: PageProps): TemplateResult {
  const { profile, entry, deeds, ui } = props;
  const text = ui.texts.archive;
  const loaded = loadedOf(props);
  const standing = standingOf(entry, profile.versions);
  // What its publisher took back, what was changed, and what is no profile is not taken into use.
  const isPackage = loaded?.package !== undefined;
  const isUsable =
    (loaded?.profile ?? isPackage) && loaded.signed !== 'broken' && standing !== 'withdrawn';
  return html`<div class="commands">
    ${
      isUsable
        ? html`<button type="button" class="button primary" @click=${() => deeds.use(entry)}>
            ${
              profile.versions.length > 1
                ? text.useVersion(entry.version)
                : isPackage
                  ? text.usePackage
                  : text.use
            }
          </button>`
        : nothing
    }
    ${
      loaded
        ? html`<button type="button" class="button" @click=${() => deeds.exportOne(entry)}>
            ${icons.export()}${text.exportOne}
          </button>`
        : nothing
    }
    ${
      deeds.publish && (loaded?.profile ?? isPackage) && standing === 'draft'
        ? html`<button type="button" class="button" @click=${() => deeds.publish?.(entry)}>
            ${text.publish}
          </button>`
        : nothing
    }
    ${
      deeds.withdraw && (standing === 'newest' || standing === 'superseded')
        ? html`<button type="button" class="button" @click=${() => deeds.withdraw?.(entry)}>
            ${text.withdraw}
          </button>`
        : nothing
    }
  </div>`;
}

/** The versions, the newest first, each with how it stands and who has signed it. */
export function versionsPart(props: PageProps): TemplateResult {
  const { profile, entry, states, asOf, deeds, ui } = props;
  const { language, texts } = ui;
  const text = texts.archive;
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${text.versions}>
    <table class="versions">
      <thead>
        <tr>
          <th scope="col">${text.versions}</th>
          <th scope="col">${text.status}</th>
          <th scope="col">${text.approval}</th>
          <th scope="col">${text.signature}</th>
          <th scope="col">${text.hash}</th>
          <th scope="col"><span class="visually-hidden">${text.compare}</span></th>
        </tr>
      </thead>
      <tbody>
        ${profile.versions.map((each) => {
          const state = states.get(each.version);
          const standing = standingOf(each, profile.versions);
          const approval = approvalOf({ about: { approvedBy: each.approvedBy } }, asOf);
          return html`<tr aria-current=${each === entry ? 'true' : nothing}>
            <th scope="row">
              <button
                type="button"
                class="link"
                aria-label=${text.showVersion(each.version)}
                @click=${() => deeds.show(each.version, 'profile')}
              >
                ${each.version}
              </button>
            </th>
            <td>
              <span class="chip ${standing === 'newest' ? 'info' : 'warning'}"
                >${text.standing[standing]}</span
              >
              ${
                each.withdrawn
                  ? html`<p class="muted">
                      ${formatLongDate(each.withdrawn.on, language)}: ${each.withdrawn.reason}
                    </p>`
                  : nothing
              }
            </td>
            <td>${text.approvals[approval.state]}</td>
            <td>
              ${
                state?.phase === 'ready'
                  ? text.signedShort[state.version.signed]
                  : state?.phase === 'failed'
                    ? html`<span class="doubt">${textIn(state.problem.message, language)}</span>`
                    : html`<span class="muted">…</span>`
              }
            </td>
            <td>
              ${each.hash === undefined ? '' : html`<code title=${each.hash}>${shortHash(each.hash)}</code>`}
            </td>
            <td>
              ${
                each === entry
                  ? nothing
                  : html`<button
                      type="button"
                      class="button"
                      aria-label=${text.compareWith(each.version)}
                      @click=${() => deeds.compare(...inOrder(each, entry, profile))}
                    >
                      ${text.compare}
                    </button>`
              }
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** The earlier of two versions first; the newest stands first among them. */
function inOrder(one: ArchiveEntry, other: ArchiveEntry, { versions }: VersionsOf) {
  return versions.indexOf(one) > versions.indexOf(other)
    ? ([one.version, other.version] as const)
    : ([other.version, one.version] as const);
}
