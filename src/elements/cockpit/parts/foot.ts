import { html, nothing, type TemplateResult } from 'lit';
import { describeProblem } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { inSentences } from '../../../i18n/sentences.ts';
import { icons } from '../../../ui/icons.ts';
import { keptApart } from '../../shared/kept-apart.ts';
import { memberParts, noteLabel, statusPills } from '../../shared/round-member.ts';
import type { StepDirection } from '../../shared/events.ts';
import {
  placeInWords,
  shortcuts,
  type Member,
  type WorklistController,
} from '../controllers/worklist.ts';
import type { Ui } from '../ui.ts';

export interface FootProps {
  readonly worklist: WorklistController;
  /** Whether shortcuts of one character are used. */
  readonly hasLetters: boolean;
  /** Goes to the note as soon as there is one to write in. */
  readonly toNote: () => void;
  /** What became of what was taken back. */
  readonly undone: TemplateResult;
  readonly ui: Ui;
}

/**
 * Draws what stays in sight under the patient: the status and the note in the round, and the way to the next patient of
 * a list. It stands at the bottom, and what comes and goes in it stands above what is pressed: the statuses and the way
 * are the same elements in the same place, whoever is shown, and while the next patient comes.
 */
export function foot(props: FootProps): TemplateResult | typeof nothing {
  const { worklist, undone, ui } = props;
  const { member, place, isAwaited } = worklist;
  if (!member && !place) return nothing;
  const { texts } = ui;
  return html`<section
    class="foot"
    part="foot"
    aria-label=${member ? texts.worklist.region(member.profileTitle) : texts.worklist.regionAlone}
  >
    ${alerts(worklist, ui)}
    <div class="undone">${undone}</div>
    ${
      place && !place.hasNext
        ? html`<span class="end" aria-hidden="true">${texts.worklist.last}</span>`
        : nothing
    }
    ${member || isAwaited ? statusPart(props) : nothing} ${wayPart(props)}
    <div class="visually-hidden" role="status">${worklist.said}</div>
  </section>`;
}

function statusPart(props: FootProps): TemplateResult {
  const { worklist, ui } = props;
  const { member } = worklist;
  const { above, statuses } = member ? partsOf(member, ui) : partsAwaited(props);
  return html`<div class="status" part="round">${above} ${statuses}</div>`;
}

function partsOf(member: Member, ui: Ui) {
  const { language, texts } = ui;
  const { round, person, profileTitle, isSeen } = member;
  const { phase, problems } = round.state;
  // Where a call failed, or something cannot be read, stands beside what is written, or in the round's own panel.
  const doubts = problems.filter(({ kind }) => kind === 'clock' || kind === 'restored');
  const { statuses, until, note, plan, contact, said } = memberParts(member);
  const above = html`
    ${isSeen ? nothing : html`<p class="of"><bdi>${texts.worklist.ofProfile(profileTitle)}</bdi></p>`}
    ${phase === 'loading' ? html`<p class="muted">${texts.roundMember.loading} …</p>` : nothing}
    ${phase === 'failed' ? html`<p class="unknown-text">${texts.roundMember.failed}</p>` : nothing}
    ${doubts.map((each) => html`<p class="notice">${describeProblem(each, language)}</p>`)} ${said}
    ${until}
    <div class="arranged">${plan} ${contact}</div>
    ${note}
  `;
  return { above: keptApart(`${person.id} ${round.profile?.id}`, above), statuses };
}

/** What stands there while the next patient is on the way: nothing can be set, and whoever goes to the note gets there. */
function partsAwaited({ hasLetters, toNote, ui }: FootProps) {
  const field = html`<textarea
    class="field note"
    rows="3"
    readonly
    placeholder=${ui.texts.patientStates.loadingPatient}
    @focus=${toNote}
  ></textarea>`;
  return {
    above: keptApart('', noteLabel(field, ui)),
    statuses: statusPills({
      status: undefined,
      set: () => undefined,
      shortcuts: hasLetters ? shortcuts : {},
      ui,
    }),
  };
}

/** Who is or was here whose change cannot be saved, and that a press met no one. */
function alerts(worklist: WorklistController, { texts }: Ui): TemplateResult {
  const { notSaved: names, isHeld, isRefused, member } = worklist;
  const { worklist: text, round, patient } = texts;
  const held = isHeld ? [member?.person.name || patient.noName] : [];
  const all = [...new Set([...held, ...names])];
  return html`<div role="alert">
    ${
      all.length > 0
        ? html`<div class="notice critical" part="notice">
            <span><strong>${text.notSaved(all.join(', '))}</strong> ${text.stays}</span>
            <button type="button" class="button" @click=${worklist.saveNow}>
              ${round.saveNow}
            </button>
            ${
              isHeld
                ? html`<button type="button" class="button" @click=${worklist.goOn}>
                    ${text.goOn}
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
    ${isRefused ? html`<p class="notice" part="notice">${text.refused}</p>` : nothing}
  </div>`;
}

/** To the one before and the next, where in the list, and on with what is written. */
function wayPart({ worklist, hasLetters, ui }: FootProps): TemplateResult {
  const { place, member } = worklist;
  if (!place) return html``;
  const { texts, language } = ui;
  const text = texts.worklist;
  const where = inSentences(placeInWords(place, texts, language));
  const count = (value: number) => formatCount(value, language);
  const step = (to: StepDirection, can: boolean, icon: TemplateResult, key: string) =>
    html`<button
      type="button"
      class="button step"
      aria-label=${text[to]}
      title=${hasLetters ? `${text[to]} (${key})` : text[to]}
      aria-keyshortcuts=${hasLetters ? key : nothing}
      aria-disabled=${can ? 'false' : 'true'}
      @click=${() => worklist.step(to)}
    >
      ${icon}
    </button>`;
  return html`<div class="way">
    ${step('previous', place.hasPrevious, icons.previous(), 'K')}
    <span
      class="place still"
      title=${where}
      data-room=${text.place(count(place.of), count(place.of))}
      ><span aria-hidden="true"
        >${text.place(place.at === undefined ? '–' : count(place.at), count(place.of))}</span
      ><span class="visually-hidden">${where}</span></span
    >
    ${step('next', place.hasNext, icons.next(), 'J')}
    ${saveButton(worklist, member, place.hasNext, ui)}
  </div>`;
}

/** What it does is what it says: who was not reviewed is so afterwards. */
function saveButton(
  worklist: WorklistController,
  member: Member | undefined,
  hasNext: boolean,
  { texts }: Ui,
): TemplateResult {
  const { worklist: text, round } = texts;
  const { status, isAwaited, press } = worklist;
  // Who comes next was most likely not reviewed.
  const isNew = status === 'new' || (!member && isAwaited);
  const words = !hasNext
    ? isNew
      ? round.mark.reviewed
      : text.save
    : isNew
      ? text.reviewedAndNext
      : member || status
        ? text.saveAndNext
        : text.justNext;
  const isSteady = member !== undefined || isAwaited;
  return html`<button
    type="button"
    class="button primary save"
    title="Ctrl+Enter"
    aria-keyshortcuts="Control+Enter"
    aria-disabled=${!member && isAwaited ? 'true' : nothing}
    @click=${(event: MouseEvent) => {
      // The second click of two comes upon the next patient, whom nobody has seen yet.
      if (event.detail > 1) return;
      if (!isSteady || press.isMeant(event)) worklist.saveAndNext();
    }}
  >
    <span class="still" data-room=${isSteady ? text.reviewedAndNext : ''}
      ><span>${words}</span></span
    ><span class=${hasNext ? '' : 'unseen'} aria-hidden="true">${icons.descending()}</span>
  </button>`;
}
