/** What must be known of the figures: who is missing, what was not counted and why, and what is not as it might seem. */
import { html, nothing, type TemplateResult } from 'lit';
import { fewNames } from './few-names.ts';
import { formatDate } from '../../i18n/dates.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { sentence, textIn } from '../../i18n/language.ts';
import { shortHash } from '../../model/index.ts';
import type { Profile } from '../../profile/index.ts';
import { shareOf } from '../../report/index.ts';
import type { Drawn } from '../host.ts';
import { problemWords, type UnreadReport } from '../joining/readings.ts';
import type { Refusal } from '../model/agreeing.ts';
import type { Ui } from '../ui.ts';
import { countWords } from '../words.ts';

/** What could not be added, in words. */
export interface NotJoined {
  readonly words: string;
}

export interface NoticeProps {
  readonly profile: Profile | undefined;
  readonly unread: readonly UnreadReport[];
  readonly notJoined: readonly NotJoined[];
  /** Id of my clinic, where the host says which it is. */
  readonly mine: string | undefined;
  readonly close: () => void;
}

export function notices(drawn: Drawn, props: NoticeProps): TemplateResult {
  const { sheet, ui } = drawn;
  const { report } = ui.texts;
  const { profile, mine } = props;
  const { id, version } = sheet.profile;
  const hasMissing = sheet.missing.length > 0;
  return html`${unreadNotices(props, ui)} ${profile ? nothing : note(report.noProfile(id))}
  ${
    profile && profile.version !== version
      ? note(report.otherVersion(version, profile.version))
      : nothing
  }
  ${
    mine !== undefined && !sheet.mine && sheet.unitLevel === 'clinic' && sheet.units.length > 0
      ? note(report.notMine)
      : nothing
  }
  ${isAllHidden(drawn) ? note(report.allHidden(count(sheet.protection.threshold, ui))) : nothing}
  ${
    hasMissing
      ? html`<div class="notice info" data-notice="missing">
          <b>${report.missing(count(sheet.missing.length, ui), sheet.missing.length === 1)}</b>
          <span
            >${fewNames(
              sheet.missing.map(({ name }) => name),
              ui,
            )}</span
          >
        </div>`
      : nothing
  }
  ${caveats(drawn)} ${refusals(sheet.refused, ui)}`;
}

/** What the sums do not say of themselves: who is in them twice, who in none, and who is without numbers on the date. */
export function caveats(drawn: Drawn): TemplateResult {
  const { sheet, ui } = drawn;
  const twice = sheet.countedTwice.map(({ name }) => name);
  return html`${
    twice.length > 0 ? note(ui.texts.report.countedTwice(fewNames(twice, ui))) : nothing
  }
  ${undecidedNote(drawn)} ${withoutNumbers(drawn)}`;
}

/** What could not be read or added. */
export function unreadNotices(
  { unread, notJoined, close }: Pick<NoticeProps, 'unread' | 'notJoined' | 'close'>,
  ui: Ui,
): TemplateResult {
  const { report } = ui.texts;
  return html`${
    notJoined.length === 0
      ? nothing
      : html`<div class="notice critical" data-notice="not-joined">
          <ul>
            ${notJoined.map(({ words }) => html`<li>${words}</li>`)}
          </ul>
          <button type="button" class="button" @click=${close}>${report.close}</button>
        </div>`
  }
  ${
    unread.length === 0
      ? nothing
      : html`<div class="notice critical" data-notice="unread">
          <b>${report.refused(count(unread.length, ui), unread.length === 1)}</b>
          <ul>
            ${unread
              .slice(0, mostTold)
              .map(
                ({ name, problems }) =>
                  html`<li>${name}: ${problemWords(problems, ui.language)}</li>`,
              )}
          </ul>
        </div>`
  }`;
}

/** So many are told with their reasons. */
const mostTold = 10;

/** Of how many nobody can say whether they belong to the population, on the date. */
function undecidedNote({ sheet, date, ui }: Drawn): TemplateResult | typeof nothing {
  const undecided = sheet.undecided(date);
  if (!undecided || undecided.most === 0) return nothing;
  return html`<p class="muted" data-notice="undecided">
    ${sentence(ui.texts.report.undecided(countWords(undecided, ui)))}
  </p>`;
}

/** Those who have reported, and say nothing of the date. */
function withoutNumbers({ sheet, date, ui, rows }: Drawn): TemplateResult | typeof nothing {
  const without = sheet.units.filter((unit) => !rows.some(({ id }) => unit.figure(id, date)));
  if (without.length === 0) return nothing;
  const { report } = ui.texts;
  // Whoever has no figures on the date is named as one who has not reported is: there is no figure to know them by.
  const names = without.map(({ reporter }) => reporter);
  return note(report.missingOnDate(fewNames(names, ui), formatDate(date, ui.language)));
}

/** Whose reports are not counted, each with the reason. */
export function refusals(refused: readonly Refusal[], ui: Ui): TemplateResult | typeof nothing {
  if (refused.length === 0) return nothing;
  const { report } = ui.texts;
  return html`<div class="notice" data-notice="refused">
    <b>${report.refused(count(refused.length, ui), refused.length === 1)}</b>
    <ul>
      ${refused.slice(0, mostTold).map((each) => html`<li>${refusalWords(each, ui)}</li>`)}
      ${
        refused.length > mostTold
          ? html`<li>${report.others(count(refused.length - mostTold, ui))}</li>`
          : nothing
      }
    </ul>
  </div>`;
}

/** Whose report is not counted, and why. */
export function refusalWords({ name, why }: Refusal, { texts: { report }, language }: Ui): string {
  const { refusals } = report;
  switch (why.kind) {
    case 'version':
      return `${name}: ${refusals.version(why.has, why.wanted)}`;
    case 'definition':
      return `${name}: ${refusals.definition(shortHash(why.has), shortHash(why.wanted))}`;
    case 'area':
      return `${name}: ${refusals.area(why.has, why.wanted)}`;
    case 'said':
      return `${name}: ${textIn(why.reason, language)}`;
    default:
      return `${name}: ${refusals[why.kind]}`;
  }
}

/** Whether there are figures, and no share among them. */
function isAllHidden({ rows }: Drawn): boolean {
  const figures = rows.flatMap(({ total }) => total ?? []);
  return figures.length > 0 && figures.every((each) => !shareOf(each));
}

function note(words: string): TemplateResult {
  return html`<p class="notice">${words}</p>`;
}

function count(value: number, { language }: Ui): string {
  return formatCount(value, language);
}
