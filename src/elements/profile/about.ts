/** Whose a profile is: its sources, who vouches for it and until when, and what has changed. */
import { html, nothing, type TemplateResult } from 'lit';
import { combinationOf, textIn, type Profile } from '../../model/index.ts';
import { dateIn, partHeading, type Drawn } from './drawn.ts';
import { faultsAt } from './faults.ts';

/** What the profile builds on. */
export function sourcesSection(drawn: Drawn) {
  const { profile, readable, ui } = drawn;
  const text = ui.texts.profile;
  const references = profile.references ?? [];
  const faults = [...readable.faults.keys()].filter((path) => path.startsWith('/references'));
  if (references.length === 0 && faults.length === 0) return nothing;
  return html`<section part="section">
    ${partHeading('sources', text.sources, drawn)} ${faults.map((path) => faultsAt(path, drawn))}
    <ul>
      ${references.map(({ title, url }) => html`<li>${title}${addressOf(url)}</li>`)}
    </ul>
  </section>`;
}

/** An address is a text that can be read on paper: the library leads nobody out of the journal. */
function addressOf(url: string | undefined) {
  return url === undefined ? nothing : html` <span class="muted address">${url}</span>`;
}

/** Who vouches for it, since when and until when; when it is looked at again; and for which days its rules are written. */
export function approvalSection(drawn: Drawn): TemplateResult {
  const { profile, readable, asOf, isPaper, ui } = drawn;
  const text = ui.texts.profile;
  const { about = {}, validFrom, validTo } = profile;
  const { approvedBy = [], audience = [], authors = [], reviewed, nextReview, origin } = about;
  const late = nextReview !== undefined && nextReview < asOf ? ` (${text.overdue})` : '';
  const valid = [
    validFrom === undefined ? undefined : text.validFrom(dateIn(validFrom, ui)),
    validTo === undefined ? undefined : text.validTo(dateIn(validTo, ui)),
  ].filter(Boolean);
  const faults = [...readable.faults.keys()].filter(
    (path) => /^\/(about|validFrom|validTo)/.test(path) && path !== '/about/changes',
  );
  return html`<section part="approval">
    ${partHeading('approval', text.approval, drawn)} ${faults.map((path) => faultsAt(path, drawn))}
    ${
      approvedBy.length === 0
        ? html`<p class="doubt">${notApproved(drawn)}</p>`
        : html`<table class="approvals">
            <thead>
              <tr>
                <th scope="col">${text.by}</th>
                <th scope="col">${text.since}</th>
                <th scope="col">${text.until}</th>
              </tr>
            </thead>
            <tbody>
              ${approvedBy.map(
                ({ name, on, until, url }) =>
                  html`<tr>
                    <th scope="row">${name}${addressOf(url)}</th>
                    <td data-head=${text.since}>
                      ${on === undefined ? text.notTold : dateIn(on, ui)}
                    </td>
                    <td data-head=${text.until}>
                      ${until === undefined ? text.open : dateIn(until, ui)}${until !== undefined && until < asOf ? html` <span class="doubt">(${text.ended})</span>` : nothing}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    <dl class="facts">
      ${term(text.valid, valid.length > 0 ? valid.join(' ') : undefined)}
      ${term(text.reviewed, reviewed && dateIn(reviewed, ui))}
      ${term(text.nextReview, nextReview && dateIn(nextReview, ui) + late)}
      ${term(text.audience, audience.map((each) => textIn(each, ui.language)).join(' · '))}
      ${term(text.authors, authors.length > 0 ? authors.join(' · ') : undefined)}
      ${term(text.origin, origin && textIn(origin, ui.language))}
    </dl>
    ${isPaper ? html`<p class="signature">${text.signature}</p>` : nothing}
  </section>`;
}

function notApproved({ profile, ui }: Drawn): string {
  const combined = combinationOf(profile);
  return combined
    ? `${ui.texts.profile.combined} ${combined.map((each) => textIn(each.title, ui.language)).join(' · ')}`
    : ui.texts.profile.notApproved;
}

function term(label: string, value: string | undefined) {
  return value === undefined || value === ''
    ? nothing
    : html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
}

type Change = NonNullable<NonNullable<Profile['about']>['changes']>[number];

/** What each version changed, the newest first. */
export function historySection(drawn: Drawn): TemplateResult {
  const { profile, readable, ui } = drawn;
  const text = ui.texts.profile;
  const changes = profile.about?.changes ?? [];
  const versions = [...new Set(changes.map(({ version }) => version))].sort((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  );
  return html`<section part="history">
    ${partHeading('history', text.history, drawn)} ${faultsAt('/about/changes', drawn)}
    ${
      versions.length === 0 && !readable.faults.has('/about/changes')
        ? html`<p class="muted">${text.noHistory}</p>`
        : versions.map((version) => versionEntry(version, changes, drawn))
    }
  </section>`;
}

function versionEntry(version: string, changes: readonly Change[], drawn: Drawn): TemplateResult {
  const { profile, ui } = drawn;
  const text = ui.texts.profile;
  const own = changes.filter((each) => each.version === version);
  const on = own.flatMap((each) => each.on ?? []).at(-1);
  const title = [
    text.version(version),
    on === undefined ? undefined : dateIn(on, ui),
    version === profile.version ? text.current : undefined,
  ];
  return html`<div class="entry">
    ${partHeading(`history.${version}`, title.filter(Boolean).join(' · '), drawn, 4)}
    <ul>
      ${own.map(
        (each) =>
          html`<li>
            ${textIn(each.text, ui.language)}${each.source ? html` <span class="muted">${text.source}: ${each.source}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </div>`;
}
