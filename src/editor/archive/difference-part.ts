/** The difference of two versions as it is drawn: words and codes, and the patients who come and go, each a click. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Change, ChangeGroup } from '../../authoring/index.ts';
import type { ArchiveEntry, VersionsOf } from '../../archive/index.ts';
import { problemNotice } from '../../elements/shared/notices.ts';
import { formatCpr, type Patient } from '../../model/index.ts';
import { textIn, type Profile } from '../../profile/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { ComparedPatients, ComparedState, MovedWay } from './difference.ts';
import type { VersionState } from './store.ts';
import type { Ui } from './ui.ts';

export interface DifferenceProps {
  readonly profile: VersionsOf;
  readonly before: ArchiveEntry;
  readonly after: ArchiveEntry;
  readonly states: ReadonlyMap<string, VersionState>;
  readonly changes: (before: Profile, after: Profile) => readonly ChangeGroup[];
  readonly patients: (before: Profile, after: Profile) => ComparedState;
  readonly count: (before: Profile, after: Profile) => void;
  readonly choose: (before: string, after: string) => void;
  readonly hasClinic: boolean;
  /** How many patients of each list are drawn. */
  readonly shown: (key: string) => number;
  readonly showMore: (key: string) => void;
  readonly openPatient: (patient: Patient) => void;
  readonly ui: Ui;
}

export function differencePart(props: DifferenceProps): TemplateResult {
  const { profile, before, after, states, choose, ui } = props;
  const text = ui.texts.archive;
  if (profile.versions.length < 2) return html`<p class="muted">${text.onlyOne}</p>`;
  const chooser = (label: string, chosen: ArchiveEntry, change: (version: string) => void) =>
    html`<label class="side"
      >${label}
      <select
        class="field"
        @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
      >
        ${profile.versions.map(
          ({ version }) =>
            html`<option value=${version} .selected=${version === chosen.version}>
              ${version}
            </option>`,
        )}
      </select></label
    >`;
  const [old, now] = [profileOf(before, states), profileOf(after, states)];
  return html`<div class="sides">
      ${chooser(text.from, before, (version) => choose(version, after.version))}
      ${chooser(text.to, after, (version) => choose(before.version, version))}
    </div>
    ${
      old && now
        ? html`${words(props, old, now)} ${patients(props, old, now)}`
        : notReady([before, after], states, ui)
    }`;
}

function profileOf(
  { version }: ArchiveEntry,
  states: ReadonlyMap<string, VersionState>,
): Profile | undefined {
  const state = states.get(version);
  return state?.phase === 'ready' ? state.version.profile : undefined;
}

function notReady(
  entries: readonly ArchiveEntry[],
  states: ReadonlyMap<string, VersionState>,
  ui: Ui,
): TemplateResult {
  const failed = entries.flatMap(({ id, version }) => {
    const state = states.get(version);
    if (state?.phase === 'failed') return [textIn(state.problem.message, ui.language)];
    return state?.phase === 'ready'
      ? [`${id} ${version}: ${ui.texts.archive.outcomes.invalid}`]
      : [];
  });
  return failed.length > 0
    ? html`<div class="notice critical" part="notice" role="alert">${failed.join(' ')}</div>`
    : html`<p class="muted" role="status">${ui.texts.states.partLoading}</p>`;
}

function words({ changes, ui }: DifferenceProps, old: Profile, now: Profile): TemplateResult {
  const text = ui.texts.archive;
  const groups = changes(old, now);
  return html`<section class="in-words">
    <h4>${text.inWords}</h4>
    ${groups.length === 0 ? html`<p>${text.nothingDiffers}</p>` : nothing}
    ${groups.map(
      ({ title, changes: all }) =>
        html`<h5>${title}</h5>
          <ul class="changes">
            ${all.map((each) => html`<li>${changeOf(each, ui)}</li>`)}
          </ul>`,
    )}
  </section>`;
}

function changeOf({ kind, what, before, after }: Change, ui: Ui): TemplateResult {
  const text = ui.texts.archive;
  return html`<p><span class="kind ${kind}">${text.kinds[kind]}</span> ${what}</p>
    ${
      before === undefined
        ? nothing
        : html`<p class="was">
            <del><span class="visually-hidden">${text.before}: </span>${before}</del>
          </p>`
    }
    ${
      after === undefined
        ? nothing
        : html`<p class="is">
            <ins><span class="visually-hidden">${text.after}: </span>${after}</ins>
          </p>`
    }`;
}

function patients(props: DifferenceProps, old: Profile, now: Profile): TemplateResult {
  const { patients: stateOf, count, hasClinic, ui } = props;
  const text = ui.texts.archive;
  const state = stateOf(old, now);
  return html`<section class="in-patients" tabindex="-1">
    <h4>${text.inPatients}</h4>
    ${
      !hasClinic
        ? html`<p class="muted">${text.noClinic}</p>`
        : state.phase === 'ready'
          ? compared(state.compared, props, old, now)
          : state.phase === 'counting'
            ? html`<p class="muted" role="status">${text.counting}</p>`
            : html`${
                  state.phase === 'failed'
                    ? html`<div class="notice critical" part="notice" role="alert">
                        ${text.countFailed}
                      </div>`
                    : nothing
                }
                <button type="button" class="button count" @click=${() => count(old, now)}>
                  ${state.phase === 'failed' ? ui.texts.states.retry : text.countPatients}
                </button>`
    }
  </section>`;
}

const ways = ['come', 'go', 'nowUndecided', 'nowDecided'] as const;

function compared(
  all: ComparedPatients,
  props: DifferenceProps,
  old: Profile,
  now: Profile,
): TemplateResult {
  const { count, ui } = props;
  const { language, texts } = ui;
  const text = texts.archive;
  const { movement, markers, problems } = all;
  return html`${problemNotice(problems, ui, () => count(old, now))}
    <dl class="movement">
      ${(['stay', ...ways] as const).map(
        (way) =>
          html`<div class=${way}>
            <dt>${text.movement[way]}</dt>
            <dd>${formatCount(movement[way].length, language)}</dd>
          </div>`,
      )}
    </dl>
    ${ways.map((way) => moved(way, all, props))}
    ${
      markers.some(({ come, go }) => come.length + go.length > 0)
        ? html`<h5>${text.markersMoved}</h5>
            <table class="versions">
              <thead>
                <tr>
                  <th scope="col">${text.marker}</th>
                  <th scope="col">${text.before}</th>
                  <th scope="col">${text.after}</th>
                  <th scope="col">${text.set}</th>
                  <th scope="col">${text.gone}</th>
                </tr>
              </thead>
              <tbody>
                ${markers.map(
                  ({ id, before, after, come, go }) =>
                    html`<tr>
                      <th scope="row">${markerTitle(id, now, ui)}</th>
                      ${[before, after, come.length, go.length].map(
                        (each) => html`<td class="number">${formatCount(each, language)}</td>`,
                      )}
                    </tr>`,
                )}
              </tbody>
            </table>`
        : nothing
    }`;
}

function markerTitle(id: string, { markers = [] }: Profile, ui: Ui): string {
  const marker = markers.find((each) => each.id === id);
  return marker ? textIn(marker.title, ui.language) : id;
}

/** Those who move in one way: by what, and who. */
function moved(way: MovedWay, all: ComparedPatients, props: DifferenceProps) {
  const { before, after, ui } = props;
  const text = ui.texts.archive;
  const ids = all.movement[way];
  if (ids.length === 0) return nothing;
  return html`<section class="moved" data-way=${way}>
    <h5>${text.movement[way]}: ${text.patients(ids.length)}</h5>
    <p class="label">${text.because}</p>
    ${all.because[way].map(
      ({ side, path, truth, text: criterion, patientIds }) =>
        html`<details>
          <summary>
            <span class="number">${formatCount(patientIds.length, ui.language)}</span>
            <span class="prose">${criterion}</span>
            <span class="muted"
              >${text.truths[truth]}
              ${text.inVersion(side === 'before' ? before.version : after.version)}</span
            >
          </summary>
          ${patientList(`${way} ${side} ${truth} ${path}`, patientIds, all, props)}
        </details>`,
    )}
  </section>`;
}

function patientList(
  key: string,
  ids: readonly string[],
  { patientsOf, mayOpen }: ComparedPatients,
  { shown, showMore, openPatient, ui }: DifferenceProps,
): TemplateResult {
  const text = ui.texts.archive;
  const few = shown(key);
  const left = ids.length - few;
  return html`<ul class="people">
      ${patientsOf(ids.slice(0, few)).map((patient) => {
        const name = patient.name || text.noName;
        const said = html`<bdi>${name}</bdi>${
            patient.cpr === undefined
              ? nothing
              : html` <span class="muted">${formatCpr(patient.cpr)}</span>`
          }`;
        return html`<li>
          ${
            mayOpen
              ? html`<button
                  type="button"
                  class="link"
                  aria-label=${text.openPatient(name)}
                  @click=${() => openPatient(patient)}
                >
                  ${said}
                </button>`
              : said
          }
        </li>`;
      })}
    </ul>
    ${
      left > 0
        ? html`<button type="button" class="button" @click=${() => showMore(key)}>
            ${text.more(Math.min(left, few))}
          </button>`
        : nothing
    }`;
}
