/** The search of the archive: words, filters with their counts, and what is found. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type {
  ArchiveAnswer,
  ArchiveFacets,
  ArchiveQuery,
  VersionsOf,
} from '../../archive/index.ts';
import { approvalOf, textIn } from '../../profile/index.ts';
import { typeTitle } from '../../i18n/record-types.ts';
import type { RecordType } from '../../record/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Ui } from './ui.ts';

export interface SearchProps {
  readonly query: ArchiveQuery;
  readonly answer: ArchiveAnswer;
  /** How many profiles and packages the archive has. */
  readonly all: number;
  /** Whether there are cluster packages among them. */
  readonly hasPackages: boolean;
  readonly asOf: string;
  /** Id of the profile whose page is open. */
  readonly open: string | undefined;
  readonly change: (query: ArchiveQuery) => void;
  readonly choose: (id: string) => void;
  readonly ui: Ui;
}

export function searchPart(props: SearchProps): TemplateResult {
  const { query, answer, all, hasPackages, change, ui } = props;
  const text = ui.texts.archive;
  const count = answer.profiles.length;
  const isNarrowed =
    query.text.trim() !== '' ||
    [query.kind, query.audience, query.status, query.approval, query.dataTypes].some(
      ({ length }) => length > 0,
    );
  return html`<div class="search" role="search" aria-label=${text.search}>
      <label class="words">
        ${icons.search()}<span class="visually-hidden">${text.search}</span>
        <input
          class="field"
          type="search"
          .value=${query.text}
          placeholder=${text.searchHint}
          @input=${(event: Event) =>
            change({ ...query, text: (event.target as HTMLInputElement).value })}
        />
      </label>
      <details class="filters">
        <summary>${text.filters}</summary>
        ${facets(props)}
      </details>
      <p class="found" role="status">
        ${hasPackages ? text.foundBoth(count, all) : text.found(count, all)}
        ${
          isNarrowed
            ? html`<button
                type="button"
                class="link"
                @click=${() =>
                  change({
                    ...{ text: '', kind: [], audience: [], status: [] },
                    ...{ approval: [], dataTypes: [] },
                  })}
              >
                ${text.clear}
              </button>`
            : nothing
        }
      </p>
    </div>
    ${
      count === 0
        ? html`<div class="state">
            <h3>${text.none}</h3>
            <p>${text.noneHint}</p>
          </div>`
        : html`<ul class="results" part="results" aria-label=${text.results}>
            ${repeat(
              answer.profiles,
              ({ id }) => id,
              (each) => html`<li>${result(each, props)}</li>`,
            )}
          </ul>`
    }`;
}

function facets({ query, answer, change, ui }: SearchProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.archive;
  const group = <Name extends keyof ArchiveFacets>(
    name: Name,
    title: string,
    label: (value: string) => string,
  ) => {
    const choices = answer.facets[name];
    const chosen: readonly string[] = query[name];
    if (choices.length === 0) return nothing;
    return html`<fieldset>
      <legend>${title}</legend>
      ${repeat(
        choices,
        ({ value }) => value,
        ({ value, count }) =>
          html`<label class="choice">
            <input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${() =>
                change({
                  ...query,
                  [name]: chosen.includes(value)
                    ? chosen.filter((each) => each !== value)
                    : [...chosen, value],
                })}
            />
            <span>${label(value)}</span> <span class="muted count">${count}</span>
          </label>`,
      )}
    </fieldset>`;
  };
  // Nothing to choose where there is one kind alone.
  const kinds =
    answer.facets.kind.length > 1 || query.kind.length > 0
      ? group('kind', text.kind, (value) => text.kindNames[value as 'profile'])
      : nothing;
  return html`${kinds} ${group('audience', text.audience, (value) => value)}
  ${group('status', text.status, (value) => text.statuses[value as 'draft'])}
  ${group('approval', text.approval, (value) => text.approvals[value as 'none'])}
  ${group('dataTypes', text.dataTypes, (value) => typeTitle(value as RecordType, language))}`;
}

function result({ id, versions, shown }: VersionsOf, props: SearchProps): TemplateResult {
  const { asOf, open, choose, ui } = props;
  const { language, texts } = ui;
  const text = texts.archive;
  const { state } = approvalOf({ about: { approvedBy: shown.approvedBy } }, asOf);
  const [purpose] = shown.purpose;
  return html`<button
    type="button"
    class="result"
    data-id=${id}
    aria-current=${open === id ? 'true' : nothing}
    @click=${() => choose(id)}
  >
    <span class="name">${textIn(shown.title, language)}</span>
    ${purpose ? html`<span class="purpose">${textIn(purpose, language)}</span>` : nothing}
    <span class="facts">
      ${shown.kind === 'package' ? html`<span class="chip info">${text.clusterPackage}</span>` : nothing}
      <span>${text.version(shown.version)}</span>
      ${
        shown.status === 'published'
          ? nothing
          : html`<span class="chip warning">${text.statuses[shown.status]}</span>`
      }
      <span class=${state === 'approved' ? 'good' : 'muted'}>${text.approvals[state]}</span>
      ${versions.length > 1 ? html`<span class="muted">${text.newVersions(versions.length)}</span>` : nothing}
    </span>
  </button>`;
}
