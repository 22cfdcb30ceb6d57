import { html, nothing, svg, type TemplateResult } from 'lit';
import {
  describeGaps,
  describeProblem,
  drawnNote,
  formatDate,
  knownHash,
  nameAssignee,
  textIn,
  withStatus,
  type Facet,
  type Filter,
  type Profile,
  type RoundAim,
  type RoundStatus,
  type StartList,
  type TeamMember,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { icons } from '../../../ui/icons.ts';
import { tickBox, type Combining } from './combine.ts';
import { titleOf } from './order.ts';
import type { Ui } from './ui.ts';

export interface RowProps {
  readonly list: StartList;
  /** Whether the clinic keeps rounds. */
  readonly hasRounds: boolean;
  readonly team: readonly TeamMember[] | undefined;
  readonly combining: Combining;
  /** That the archive has a newer version of a profile, or has taken this one back. */
  readonly archived: (profile: Profile) => string | undefined;
  /** Opens the list, narrowed to whom a number counts. */
  readonly open: (profileId: string, filter?: Filter) => void;
  readonly ui: Ui;
}

/** How one list stands. Each number opens the list narrowed to whom it counts. */
export function row(props: RowProps): TemplateResult {
  const { list, hasRounds, combining, open, ui } = props;
  const { language } = ui;
  const { id, profile } = list;
  const title = titleOf(list, language);
  return html`<tr role="row" data-id=${id}>
    <th role="rowheader" scope="row" class="name">
      ${combining.isOffered ? tickBox(list, combining, ui) : nothing}
      <button type="button" class="open" data-kind="list" title=${title} @click=${() => open(id)}>
        <span class="title">${title}</span>
      </button>
      ${profile ? purposeLine(profile, ui) : nothing} ${wrongWith(props)}
    </th>
    ${list.figures ? counts(props) : uncounted(props)} ${hasRounds ? rounds(props) : nothing}
  </tr>`;
}

/** What the list is for; the hash of the definition that it is made by is at hand there. */
function purposeLine(profile: Profile, { language, texts }: Ui): TemplateResult {
  const purpose = profile.purpose.map((each) => textIn(each, language)).join(' · ');
  const hash = knownHash(profile);
  const title = hash === undefined ? purpose : `${purpose}\n${texts.population.definition(hash)}`;
  return html`<p class="purpose" title=${title}>${purpose}</p>`;
}

/** What is missing, or wrong, with this list alone, and that its rules are not the newest. */
function wrongWith({ list, archived, ui }: RowProps): TemplateResult | typeof nothing {
  const { language, texts } = ui;
  const { profile, phase, figures, problems, round } = list;
  const { conflicts } = round;
  const said = [
    ...(conflicts > 0 ? [`${texts.round.conflict(formatCount(conflicts, language))}.`] : []),
    ...(phase === 'unusable' ? [texts.start.unusable] : []),
    ...(phase === 'failed' ? [texts.start.failed] : []),
    ...problems.map((problem) => describeProblem(problem, language)),
    ...asList(profile && archived(profile)),
    ...(figures && figures.gaps.length > 0 ? [describeGaps(figures.gaps, language)] : []),
  ].join(' ');
  return said
    ? html`<p class="wrong" title=${said}>${icons.undecided()}<span>${said}</span></p>`
    : nothing;
}

function asList(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

function counts({ list, hasRounds, open, ui }: RowProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.start;
  const count = (value: number) => formatCount(value, language);
  const { population, grave, came } = list.figures!;
  const undecided = (unknown: number) =>
    unknown > 0 ? small(texts.population.undecidedBeside(count(unknown))) : nothing;
  const known = ({ yes, unknown }: Pick<Facet, 'yes' | 'unknown'>) =>
    yes === 0 && unknown > 0 ? texts.population.notKnown : count(yes);
  const isNotice = grave?.level === 'warning';
  const press = (facet: Facet, words: (count: string) => string, look = '') =>
    facet.yes === 0
      ? figure(known(facet), words(known(facet)))
      : numberButton({
          ...{ look, words: words(known(facet)) },
          // Under the head of the serious ones it is said that these are none.
          text: isNotice && facet === grave ? words(known(facet)) : known(facet),
          title: titleOf(list, language),
          open: () => open(list.id, facet.filter),
        });
  const words = isNotice ? texts.list.noticedPatients : texts.list.seriousPatients;
  return html`<td role="cell" class="number col-members">
      ${figure(known(population), text.members(known(population)))}${undecided(population.unknown)}
    </td>
    <td role="cell" class="number col-grave" data-kind="grave">
      ${
        grave
          ? html`${press(grave, words, `${grave.level} ${grave.left === 0 ? 'done' : ''}`)}
            ${leftOf(grave, ui)} ${undecided(grave.unknown)}`
          : none(text.noGrave)
      }
    </td>
    ${
      hasRounds
        ? html`<td role="cell" class="number col-came">
            ${came ? press(came, texts.list.newPatients) : none(text.noEarlier)}
          </td>`
        : nothing
    }`;
}

/** How many of the gravest are left, where somebody has begun. */
function leftOf(
  { yes, left }: NonNullable<NonNullable<StartList['figures']>['grave']>,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  if (left === undefined || left === yes) return nothing;
  return small(left === 0 ? texts.start.noneLeft : texts.start.left(formatCount(left, language)));
}

/** No figure stands where nothing is counted yet, or cannot be. */
function uncounted({ list, hasRounds, ui }: RowProps): TemplateResult {
  const { start, population } = ui.texts;
  const words =
    list.phase === 'waiting' ? small(start.waiting) : html`<span>${population.notKnown}</span>`;
  return html`<td role="cell" class="number col-members">${words}</td>
    <td role="cell" class="number col-grave"></td>
    ${hasRounds ? html`<td role="cell" class="number col-came"></td>` : nothing}`;
}

function rounds(props: RowProps): TemplateResult {
  const { list, ui } = props;
  const { round, phase } = list;
  const text = ui.texts.start;
  if (phase === 'unusable' || phase === 'waiting' || round.phase !== 'ready') {
    const words =
      phase !== 'ready' ? '' : round.phase === 'failed' ? text.roundFailed : text.roundLoading;
    return html`<td role="cell" class="col-reviewed">${words ? small(words) : nothing}</td>
      <td role="cell" class="col-round"></td>
      <td role="cell" class="col-last"></td>`;
  }
  return html`<td role="cell" class="col-reviewed">${progress(props)}</td>
    <td role="cell" class="col-round">${underWay(props)}</td>
    <td role="cell" class="col-last">${finished(props)}</td>`;
}

/** How far the round has come, of everybody on the list now. */
function progress({ list, open, ui }: RowProps): TemplateResult {
  const { language, texts } = ui;
  const count = (value: number) => formatCount(value, language);
  const { counts, all } = list.round;
  const { reviewed } = counts;
  const words = texts.list.reviewedOf(count(reviewed), count(all));
  const part = (status: RoundStatus, say: (count: string) => string) =>
    counts[status] > 0
      ? numberButton({
          ...{ look: 'small', kind: 'reviewed', title: titleOf(list, language) },
          ...{ text: say(count(counts[status])), words: say(count(counts[status])) },
          open: () => open(list.id, withStatus(status)),
        })
      : nothing;
  const { notReviewed, toFollowUp, exempt } = texts.start;
  return html`<div class="reached">
      ${bar(all > 0 ? reviewed / all : 0)} ${figure(`${count(reviewed)}/${count(all)}`, words)}
    </div>
    <div class="parts">
      ${part('new', notReviewed)} ${part('to-follow-up', toFollowUp)} ${part('exempt', exempt)}
    </div>`;
}

function bar(share: number): TemplateResult {
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="track" width="100" height="6" rx="3" /><rect width=${share * 100} height="6" />`}
  </svg>`;
}

function underWay({ list, team, ui }: RowProps): TemplateResult {
  const text = ui.texts.start;
  const { current, last, isDue, problems } = list.round;
  const wrong = problems.map((problem) => describeProblem(problem, ui.language)).join(' ');
  const doubt = wrong
    ? html`<p class="wrong" title=${wrong}>${icons.undecided()}<span>${wrong}</span></p>`
    : nothing;
  if (!current)
    return html`<p class="line"><span class="small">${text.noRound}</span></p>
      ${last ? html`<p class="line small folded">${text.finished(formatDate(last.finished, ui.language))}${isDue ? html` · ${due(ui)}` : nothing}</p>` : nothing}
      ${doubt}`;
  const { began, aim } = current;
  const since = text.since(formatDate(began, ui.language));
  return html`${withOwner(since, aim, team)} ${aimLine(aim, isDue, ui)} ${doubt}`;
}

function finished({ list, team, ui }: RowProps): TemplateResult {
  const { language, texts } = ui;
  const { last, current, isDue } = list.round;
  if (!last)
    return html`<p class="line"><span class="small">${texts.start.noneFinished}</span></p>`;
  const count = (value: number) => formatCount(value, language);
  // Once the next has begun, it is the next that is evaluated.
  const aim = current ? {} : last.aim;
  return html`${withOwner(texts.start.finished(formatDate(last.finished, language)), aim, team)}
  ${
    aim.goal || aim.evaluation
      ? aimLine(aim, isDue, ui)
      : small(texts.start.reviewedThen(count(last.reviewed), count(last.of)))
  }`;
}

function withOwner(words: string, { owner }: RoundAim, team: RowProps['team']): TemplateResult {
  if (!owner) return html`<p class="line">${words}</p>`;
  const name = nameAssignee(owner, team);
  return html`<p class="line" title="${words} · ${name}">
    ${words} · <bdi class="owner">${name}</bdi>
  </p>`;
}

function due({ texts }: Pick<Ui, 'texts'>): TemplateResult {
  return html`<strong class="due">${texts.round.evaluationDue}</strong>`;
}

/** What the round is to reach, and when that is looked at. */
function aimLine(
  { goal, evaluation, evaluated }: RoundAim,
  isDue: boolean,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  const text = texts.start;
  const day = isDue
    ? due({ texts })
    : evaluated
      ? html`${text.evaluated(formatDate(evaluated, language))}`
      : evaluation
        ? html`${text.evaluation(formatDate(evaluation, language))}`
        : undefined;
  if (!day && !goal) return nothing;
  const drawn = goal && drawnNote(goal);
  return html`<p class="line small" title=${drawn || nothing}>
    ${day ?? nothing}${day && drawn ? ' · ' : ''}${drawn ? html`<bdi>${drawn}</bdi>` : nothing}
  </p>`;
}

interface NumberProps {
  readonly look: string;
  /** Of the column that up and down stay in. */
  readonly kind?: string;
  readonly text: string;
  readonly words: string;
  readonly title: string;
  readonly open: () => void;
}

function numberButton({ look, kind, text, words, title, open }: NumberProps): TemplateResult {
  const icon = look.startsWith('critical')
    ? icons.critical()
    : look.startsWith('warning')
      ? icons.warning()
      : nothing;
  return html`<button
    type="button"
    class="figure ${look}"
    data-kind=${kind ?? (look ? 'grave' : 'came')}
    aria-label="${words}: ${title}"
    @click=${open}
  >
    ${icon}${figure(text, words)}
  </button>`;
}

/** A number under its column's head; on a card, and for whoever hears it, with what it counts. */
function figure(text: string, words: string): TemplateResult {
  return html`<span class="bare" aria-hidden="true">${text}</span
    ><span class="whole">${words}</span>`;
}

function small(words: string): TemplateResult {
  return html`<span class="small">${words}</span>`;
}

function none(why: string): TemplateResult {
  return html`<span class="muted none" title=${why} aria-hidden="true">–</span
    ><span class="visually-hidden">${why}</span>`;
}
