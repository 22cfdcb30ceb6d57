/** The head: what is reported, of whom, as of when, and how it is protected; what is chosen; and the tools. */
import { html, nothing, type TemplateResult } from 'lit';
import { radioForm } from '../../elements/shared/radio-form.ts';
import { formatDate } from '../../i18n/dates.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { icons } from '../../ui/icons.ts';
import type { Drawn, ReportDeeds } from '../host.ts';
import { patientsOf } from '../model/figures.ts';
import type { Sheet } from '../model/sheet.ts';
import { countWords } from '../words.ts';
import { menu } from './menu.ts';
import { scopeWord } from './whose.ts';

/** What is chosen among, and what the tools do. */
export interface HeadProps {
  readonly deeds: ReportDeeds;
  /** The profiles that there are reports of: id and title. */
  readonly profiles: readonly (readonly [id: string, title: string])[];
  readonly tools: TemplateResult;
}

export function head(drawn: Drawn, { deeds, profiles, tools }: HeadProps): TemplateResult {
  const { ui, sheet, title } = drawn;
  const { report } = ui.texts;
  return html`<header class="head" part="head">
    <div class="what">
      <h2>${report.titleOf(report.levels[sheet.level], title)}</h2>
      <p class="facts">${[...facts(drawn), ...patientsWords(drawn)].join(' · ')}</p>
    </div>
    ${drawn.scopes.length > 1 ? scopePills(drawn, deeds) : nothing}
    <div class="bar">
      ${
        profiles.length > 1
          ? select(report.profile, sheet.profile.id, profiles, (profile) => deeds.look({ profile }))
          : nothing
      }
      ${
        sheet.dates.length > 1
          ? select(
              report.date,
              drawn.date,
              sheet.dates.toReversed().map((each) => [each, formatDate(each, ui.language)]),
              (date) => deeds.look({ date }),
            )
          : nothing
      }
      <span class="fill"></span>
      ${tools}
    </div>
  </header>`;
}

/** How many have reported, as of when, and how they are protected. */
export function facts({ ui, sheet, date, title }: Drawn): readonly string[] {
  const { report } = ui.texts;
  const count = (value: number) => formatCount(value, ui.language);
  const { threshold, base } = sheet.protection;
  return [
    ...(sheet.area && sheet.area.name !== title ? [sheet.area.name] : []),
    reportedWords(sheet, ui),
    report.asOf(formatDate(date, ui.language)),
    report.protectedBy(count(threshold), count(base)),
  ];
}

/** How many patients the indicator that is looked at asks of. */
function patientsWords({ ui, row }: Drawn): readonly string[] {
  return row.total ? [ui.texts.report.patients(countWords(patientsOf(row.total), ui))] : [];
}

/** Whoever was refused has reported too: that it is not counted is told with the reason. */
function reportedWords(sheet: Sheet, ui: Drawn['ui']): string {
  const { report } = ui.texts;
  const { units, missing, unitLevel, isSumsAlone } = sheet;
  const refused = sheet.refused.filter(({ why }) => why.kind !== 'beside').map(({ id }) => id);
  const counted = isSumsAlone
    ? Math.max(0, ...sheet.indicators.flatMap((id) => clinicsIn(sheet, id)))
    : units.length;
  const others = new Set(refused.filter((id) => !units.some((unit) => unit.id === id)));
  const count = (value: number) => formatCount(value, ui.language);
  if (unitLevel !== 'clinic') return report.units[unitLevel](count(counted), counted === 1);
  const reported = counted + others.size;
  return missing.length > 0
    ? report.clinicsReported(count(reported), count(reported + missing.length))
    : report.clinics(count(counted), counted === 1);
}

/** In sums alone: of how many clinics they are. */
function clinicsIn({ dates, total }: Sheet, indicator: string): readonly number[] {
  return dates.map((date) => total(indicator, date)?.clinics ?? 0);
}

function scopePills({ ui, sheet, scope, scopes }: Drawn, deeds: ReportDeeds): TemplateResult {
  return radioForm(
    html`<fieldset class="pills scopes">
      <legend class="visually-hidden">${ui.texts.report.whose}</legend>
      ${scopes.map(
        (each) =>
          html`<label
            ><input
              class="visually-hidden"
              type="radio"
              name="scope"
              value=${each}
              .checked=${each === scope}
              @change=${() => deeds.look({ scope: each })}
            />${scopeWord(each, sheet, ui)}</label
          >`,
      )}
    </fieldset>`,
  );
}

function select(
  label: string,
  chosen: string,
  options: readonly (readonly [value: string, words: string])[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="choice"
    ><span class="muted">${label}</span>
    <select
      class="field"
      .value=${chosen}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
      )}
    </select></label
  >`;
}

/** What the tools ask for. */
export interface ToolDeeds {
  readonly present: () => void;
  readonly print: (withOwn: boolean) => void;
  /** What has a table of its own beside the indicators. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  /** @param part Id of one of the parts. */
  readonly save: (kind: 'csv' | 'xlsx' | 'json', part?: string) => void;
  readonly join: (files: readonly File[]) => void;
}

/** Presentation, adding reports, print and files. */
export function tools(drawn: Drawn, deeds: ToolDeeds): TemplateResult {
  const { ui, own } = drawn;
  const { report } = ui.texts;
  return html`<div class="tools">
    <button type="button" class="button primary" data-do="present" @click=${deeds.present}>
      ${report.present}
    </button>
    ${joinButton(ui, deeds.join)}
    ${menu(
      html`${icons.print()} ${report.print}`,
      html`<button type="button" class="link" data-do="print" @click=${() => deeds.print(false)}>
          ${report.print}
        </button>
        ${
          own.kind === 'there'
            ? html`<button
                type="button"
                class="link"
                data-do="print-own"
                @click=${() => deeds.print(true)}
              >
                ${report.printOwn}
              </button>`
            : nothing
        }`,
    )}
    ${menu(
      html`${icons.export()} ${report.export}`,
      html`<p class="muted">${report.exportHint(report.ownerOf[drawn.sheet.level])}</p>
        ${(['csv', 'xlsx', 'json'] as const).map(
          (kind) =>
            html`<button
              type="button"
              class="link"
              data-do=${kind}
              @click=${() => deeds.save(kind)}
            >
              ${report.exports[kind]}
            </button>`,
        )}
        ${deeds.parts.map(({ id, title }) => partButtons(id, title, drawn, deeds))}`,
    )}
  </div>`;
}

/** The tables of what is told beside indicators. */
function partButtons(
  id: string,
  title: string,
  { ui }: Drawn,
  { save }: Pick<ToolDeeds, 'save'>,
): TemplateResult {
  const { exports } = ui.texts.report;
  return html`<p class="muted">${title}</p>
    ${(['csv', 'xlsx'] as const).map(
      (kind) =>
        html`<button
          type="button"
          class="link"
          data-do="${kind} ${id}"
          aria-label="${title}: ${exports[kind]}"
          @click=${() => save(kind, id)}
        >
          ${exports[kind]}
        </button>`,
    )}`;
}

/** Takes reports that are files. */
export function joinButton(
  { texts: { report } }: Drawn['ui'],
  join: (files: readonly File[]) => void,
): TemplateResult {
  return html`<label class="button join" title=${report.joinHint}
    >${icons.add()} ${report.join}<input
      class="visually-hidden"
      type="file"
      accept=".json,application/json"
      multiple
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        join([...(input.files ?? [])]);
        // The same file a second time is another wish.
        input.value = '';
      }}
  /></label>`;
}
