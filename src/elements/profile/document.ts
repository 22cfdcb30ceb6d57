/** A profile as a document: the programme's three questions, with its table, and all else that it says. */
import { html, nothing, type TemplateResult } from 'lit';
import { typeTitle } from '../../i18n/record-types.ts';
import { severityPhrases } from '../../i18n/phrases/severity.ts';
import {
  combinationOf,
  describeApproval,
  describeValidity,
  knownHash,
  shortHash,
  textIn,
  type ProfileIssue,
} from '../../model/index.ts';
import { sentence } from '../../i18n/language.ts';
import {
  answerOf,
  answersOf,
  partsOf,
  type Asked,
  type CriterionPart,
  type IndicatorPart,
  type ItemPart,
  type MarkerPart,
  type ReadableProfile,
} from '../../model/viewer/index.ts';
import { icons } from '../../ui/icons.ts';
import { approvalSection, historySection, sourcesSection } from './about.ts';
import { clinicSection } from './clinic.ts';
import { codeRules, criterionTree } from './criterion.ts';
import { partHeading, showPart, type DocumentProps, type Drawn } from './drawn.ts';
import { faultsAt } from './faults.ts';
import type { Ui } from './ui.ts';

/** The whole document. */
export function profileDocument(props: DocumentProps): TemplateResult {
  const { readable, asOf, clinic, ui } = props;
  const { profile } = readable;
  const text = ui.texts.profile;
  if (!profile)
    return html`<article class="document" part="document" lang=${ui.language}>
      <header class="title">
        <div><h2 tabindex="-1" data-place="title">${props.name ?? text.untitled}</h2></div>
        ${props.commands}
      </header>
      <div class="notice critical" part="profile-errors" role="alert">
        <strong>${text.nothingReadable}</strong>
      </div>
      ${[...readable.faults.keys()].map((path) => faultsAt(path, props))}
    </article>`;
  const parts = partsOf(profile, ui.language, readable.places);
  const { description } = clinic;
  const answers = description ? answersOf(profile, description, asOf) : [];
  const drawn: Drawn = { ...props, profile, parts, answers };
  return html`<article class="document" part="document" lang=${ui.language}>
    ${titleOf(drawn)} ${contents(drawn)} ${purpose(drawn)} ${population(drawn)}
    ${information(drawn)} ${markers(drawn)} ${indicators(drawn)} ${messages(drawn)}
    ${clinicSection(drawn)} ${sourcesSection(drawn)} ${approvalSection(drawn)}
    ${historySection(drawn)}
  </article>`;
}

function titleOf(drawn: Drawn): TemplateResult {
  const { profile, readable, asOf, ui } = drawn;
  const { language, texts } = ui;
  const text = texts.profile;
  const isOf = (path: string) => readable.faults.has(path);
  const { status, version } = profile;
  const combined = combinationOf(profile);
  const title = isOf('/title') ? (drawn.name ?? text.untitled) : textIn(profile.title, language);
  const approval = combined ? undefined : describeApproval(profile, asOf, language);
  const validity = describeValidity(profile, asOf, language);
  const hint =
    status === 'retired' ? text.retiredHint : status === 'draft' ? text.draftHint : undefined;
  return html`<header class="title">
      <div>
        <h2 tabindex="-1" data-place="title">${title}</h2>
        <p class="standing">
          ${combined || isOf('/version') ? nothing : html`<span>${text.version(version)}</span>`}
          ${definitionMark(drawn)}
          ${
            status && !combined
              ? html`<span class="status ${status}">${text.status[status]}</span>`
              : nothing
          }
          ${
            combined
              ? html`<span
                  >${text.combined}
                  ${combined.map((each) => textIn(each.title, language)).join(' · ')}</span
                >`
              : html`<span class=${approval ? 'doubt' : 'good'}
                  >${approval ? nothing : icons.met()}${approval ?? text.approved}</span
                >`
          }
        </p>
      </div>
      ${drawn.commands}
    </header>
    ${brokenNotice(readable, ui)}
    ${[
      '',
      '/id',
      '/version',
      '/format',
      '/status',
      '/title',
      '/codes',
      ...otherFaults(readable),
    ].map((path) => faultsAt(path, drawn))}
    ${[hint, validity, drawn.archived].map((each) =>
      each ? html`<p class="notice" part="notice" role="note">${each}</p>` : nothing,
    )}`;
}

/** The hash of the definition; on paper, where nothing can be pointed at, all of it. Of what is broken there is none. */
function definitionMark({ profile, readable, isPaper, ui }: Drawn) {
  const hash = readable.faults.size > 0 ? undefined : knownHash(profile);
  return hash === undefined
    ? nothing
    : html`<span title=${hash}
        >${ui.texts.profile.definition}
        <code class="hash">${isPaper ? hash : shortHash(hash)}</code></span
      >`;
}

/** The places of faults that no part has: keys that the format does not know, and code sets. */
function otherFaults({ faults }: ReadableProfile): readonly string[] {
  const told =
    /^$|^\/(id|version|format|status|title|codes|population|validFrom|validTo|about|description)$|^\/(population|purpose|information|markers|indicators|messages|references|about)(\/|$)/;
  return [...faults.keys()].filter((path) => !told.test(path));
}

function brokenNotice({ faults }: ReadableProfile, { texts }: Ui) {
  if (faults.size === 0) return nothing;
  const issues: readonly ProfileIssue[] = [...faults.values()].flat();
  return html`<div class="notice critical" part="profile-errors" role="alert">
    <strong>${texts.profile.brokenTitle(issues.length)}</strong>
  </div>`;
}

/** What there is to read, with the way to each. */
function contents({ profile, parts, isPaper, ui }: Drawn) {
  if (isPaper) return nothing;
  const title = textIn(profile.title, ui.language);
  const text = ui.texts.profile;
  const all: readonly (readonly [string, string, boolean])[] = [
    ['purpose', text.questions.purpose, true],
    ['population', text.questions.population, true],
    ['information', text.questions.information, true],
    ['markers', text.markers, parts.markers.length > 0],
    ['indicators', text.indicators, parts.indicators.length > 0],
    ['clinic', text.clinic, true],
    ['sources', text.sources, (profile.references ?? []).length > 0],
    ['approval', text.approval, true],
    ['history', text.history, true],
  ];
  return html`<nav class="contents" aria-label=${text.contents(title)}>
    ${all.map(([id, name, isThere]) =>
      isThere
        ? html`<button
            type="button"
            class="link"
            @click=${({ currentTarget }: Event) =>
              showPart((currentTarget as Element).getRootNode() as ShadowRoot, id)}
          >
            ${name}
          </button>`
        : nothing,
    )}
  </nav>`;
}

/** That what a part asks cannot be answered here, or not for all. */
function doubt(asked: Asked, { clinic, answers, ui }: Drawn) {
  if (!clinic.description) return nothing;
  const answer = answerOf(asked, answers, clinic.description);
  if (answer === 'yes') return nothing;
  const text = ui.texts.profile;
  return html`<span class="chip unknown"
    >${icons.undecided()}${answer === 'no' ? text.notHere : text.partlyHere}</span
  >`;
}

function purpose(drawn: Drawn): TemplateResult {
  const { profile, readable, ui } = drawn;
  const text = ui.texts.profile;
  const { description } = profile;
  return html`<section part="section">
    ${partHeading('purpose', text.questions.purpose, drawn)} ${listFaults('purpose', drawn)}
    ${
      readable.faults.has('/purpose')
        ? nothing
        : html`<ul class="purposes">
            ${profile.purpose.map((each) => html`<li>${textIn(each, ui.language)}</li>`)}
          </ul>`
    }
    ${faultsAt('/description', drawn)}
    ${description ? html`<p class="prose">${textIn(description, ui.language)}</p>` : nothing}
  </section>`;
}

/** The faults of a list as a whole, and of its entries that cannot be read. */
function listFaults(name: string, drawn: Drawn) {
  const { faults } = drawn.readable;
  return [...faults.keys()]
    .filter((path) => path === `/${name}` || path.startsWith(`/${name}/`))
    .map((path) => faultsAt(path, drawn));
}

function population(drawn: Drawn): TemplateResult {
  const { parts, readable, ui } = drawn;
  const text = ui.texts.profile;
  const isWhole = !readable.faults.has('/population');
  return html`<section part="section">
    ${partHeading('population', text.questions.population, drawn)} ${faultsAt('/population', drawn)}
    ${
      isWhole
        ? html`<table class="rules">
            <thead>
              <tr>
                <th scope="col">${text.criteria}</th>
                <th scope="col">${text.description}</th>
                <th scope="col">${text.rules}</th>
              </tr>
            </thead>
            <tbody>
              ${criterionRows(text.include, parts.include, drawn)}
              ${criterionRows(text.exclude, parts.exclude, drawn)}
            </tbody>
          </table>`
        : nothing
    }
    <p class="muted small">${text.andBelow}</p>
  </section>`;
}

/** One row for each branch of a criterion, so that what finds the patient stands beside its codes. */
function criterionRows(title: string, part: CriterionPart | undefined, drawn: Drawn) {
  const { readable, ui } = drawn;
  const text = ui.texts.profile;
  const id = title === text.include ? 'population.include' : 'population.exclude';
  const path = `/${id.replace('.', '/')}`;
  const head = (rows: number) =>
    html`<th scope="row" rowspan=${rows} class="what">
      ${partHeading(id, title, drawn, 4)} ${part ? doubt(part.asked, drawn) : nothing}
    </th>`;
  if (readable.faults.has(path))
    return html`<tr>
      ${head(1)}
      <td colspan="2">${faultsAt(path, drawn)}</td>
    </tr>`;
  if (!part)
    return html`<tr>
      ${head(1)}
      <td class="muted" colspan="2">${text.noExclude}</td>
    </tr>`;
  const { words, branches, rules } = part;
  if (branches.length === 0)
    return html`<tr>
      ${head(1)}
      <td data-head=${text.description}>${words.text}</td>
      <td data-head=${text.rules}>${codeRules(rules, ui)}</td>
    </tr>`;
  return html`<tr>
      ${head(branches.length + 1)}
      <td colspan="2" class="joined">${words.text}</td>
    </tr>
    ${branches.map(
      (branch) =>
        html`<tr>
          <td data-head=${text.description}>${criterionTree(branch.words)}</td>
          <td data-head=${text.rules}>${codeRules(branch.rules, ui)}</td>
        </tr>`,
    )}`;
}

function information(drawn: Drawn): TemplateResult {
  const { parts, readable, ui } = drawn;
  const text = ui.texts.profile;
  const types = [...new Set(parts.items.map(({ type }) => type))];
  return html`<section part="section">
    ${partHeading('information', text.questions.information, drawn)}
    ${listFaults('information', drawn)}
    ${
      types.length === 0 || readable.faults.has('/information')
        ? nothing
        : html`<table class="rules">
            <thead>
              <tr>
                <th scope="col">${text.dataTypes}</th>
                <th scope="col">${text.description}</th>
                <th scope="col">${text.rules}</th>
              </tr>
            </thead>
            ${types.map((type) => {
              const items = parts.items.filter((item) => item.type === type);
              return html`<tbody>
                ${items.map(
                  (item, index) =>
                    html`<tr>
                      ${
                        index === 0
                          ? html`<th scope="rowgroup" class="what" rowspan=${items.length}>
                              ${typeTitle(type, ui.language)}
                            </th>`
                          : nothing
                      }
                      ${itemCells(item, drawn)}
                    </tr>`,
                )}
              </tbody>`;
            })}
          </table>`
    }
  </section>`;
}

function itemCells(item: ItemPart, drawn: Drawn): TemplateResult {
  const { ui } = drawn;
  const text = ui.texts.profile;
  return html`<td data-head=${text.description}>
      <span tabindex="-1" data-place=${item.id}>${item.text}</span> ${doubt(item.asked, drawn)}
      ${item.description ? html`<p class="muted">${item.description}</p>` : nothing}
    </td>
    <td data-head=${text.rules}>${codeRules(item.rules, ui)}</td>`;
}

function markers(drawn: Drawn) {
  const { parts, ui } = drawn;
  const text = ui.texts.profile;
  const faults = listFaults('markers', drawn);
  if (parts.markers.length === 0 && faults.length === 0) return nothing;
  return html`<section part="section">
    ${partHeading('markers', text.markers, drawn)} ${faults}
    ${parts.markers.map((each) => marker(each, drawn))}
  </section>`;
}

function marker(part: MarkerPart, drawn: Drawn): TemplateResult {
  const { ui } = drawn;
  const text = ui.texts.profile;
  const name = sentence(severityPhrases[ui.language].names[part.level]);
  return html`<div class="entry">
    <div class="entry-head">
      <span class="chip ${part.level}">${icons[part.level]()}${name}</span>
      ${partHeading(part.id, part.title, drawn, 4)} ${doubt(part.asked, drawn)}
    </div>
    ${criterionTree(part.when)} ${fact(text.advice, part.advice)} ${fact(text.source, part.source)}
    ${codesBelow(part, drawn)}
  </div>`;
}

function indicators(drawn: Drawn) {
  const { parts, ui } = drawn;
  const text = ui.texts.profile;
  const faults = listFaults('indicators', drawn);
  if (parts.indicators.length === 0 && faults.length === 0) return nothing;
  return html`<section part="section">
    ${partHeading('indicators', text.indicators, drawn)} ${faults}
    ${parts.indicators.map((each) => indicator(each, drawn))}
  </section>`;
}

function indicator(part: IndicatorPart, drawn: Drawn): TemplateResult {
  const text = drawn.ui.texts.profile;
  const { denominator, except, better } = part;
  return html`<div class="entry">
    <div class="entry-head">
      ${partHeading(part.id, part.title, drawn, 4)} ${doubt(part.asked, drawn)}
    </div>
    ${fact(text.why, part.why)} ${criterionTree(part.numerator)}
    ${
      denominator
        ? html`<p class="label">${text.among}</p>
            ${criterionTree(denominator)}`
        : nothing
    }
    ${
      except
        ? html`<p class="label">${text.leftOut}</p>
            ${criterionTree(except)}`
        : nothing
    }
    ${better ? html`<p class="muted">${text[better]}</p>` : nothing}
    ${fact(text.source, part.source)} ${codesBelow(part, drawn)}
  </div>`;
}

function codesBelow({ rules }: MarkerPart | IndicatorPart, { isPaper, ui }: Drawn) {
  if (rules.length === 0) return nothing;
  const text = ui.texts.profile;
  return isPaper
    ? html`<div class="codes">${codeRules(rules, ui)}</div>`
    : html`<details class="codes">
        <summary>${text.rules}</summary>
        ${codeRules(rules, ui)}
      </details>`;
}

function messages(drawn: Drawn) {
  const { parts, ui } = drawn;
  const text = ui.texts.profile;
  const faults = listFaults('messages', drawn);
  if (parts.messages.length === 0 && faults.length === 0) return nothing;
  return html`<section part="section">
    ${partHeading('messages', text.messages, drawn)} ${faults}
    ${parts.messages.map(
      (each) =>
        html`<div class="entry">
          ${partHeading(each.id, each.title, drawn, 4)}
          <p class="prose message">${each.body}</p>
        </div>`,
    )}
  </section>`;
}

function fact(label: string, value: string | undefined) {
  return value === undefined
    ? nothing
    : html`<p class="fact"><span class="label">${label}</span> ${value}</p>`;
}
