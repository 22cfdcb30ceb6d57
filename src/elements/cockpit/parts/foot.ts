import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { describeProblem } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { icons } from '../../../ui/icons.ts';
import { memberForm } from '../../shared/round-member.ts';
import type { StepDirection } from '../../shared/events.ts';
import { placeInWords, type Member, type WorklistController } from '../controllers/worklist.ts';
import type { Ui } from '../ui.ts';

export interface FootProps {
  readonly worklist: WorklistController;
  /** Whether shortcuts of one character are used. */
  readonly hasLetters: boolean;
  readonly ui: Ui;
}

/**
 * Draws what stays in sight under the patient: the status and the note in the round, and the way to the next patient of
 * a list. The way stands there while the next patient comes, and keeps its place: what is pressed twice is the same.
 */
export function foot(props: FootProps): TemplateResult | typeof nothing {
  const { worklist, ui } = props;
  const { member, place } = worklist;
  if (!member && !place) return nothing;
  const { texts } = ui;
  return html`<section
    class="foot"
    part="foot"
    aria-label=${member ? texts.worklist.region(member.profileTitle) : texts.worklist.regionAlone}
  >
    ${notSaved(worklist, ui)} ${member ? statusPart(member, ui) : nothing} ${wayPart(props)}
    <div class="visually-hidden" role="status">${worklist.said}</div>
  </section>`;
}

function statusPart(member: Member, { language, texts }: Ui): TemplateResult {
  const { round, person, profileTitle, isSeen } = member;
  const { phase, problems } = round.state;
  // Where a call failed, or something cannot be read, stands beside what is written, or in the round's own panel.
  const doubts = problems.filter(({ kind }) => kind === 'clock' || kind === 'restored');
  return html`<div class="status" part="round">
    ${isSeen ? nothing : html`<p class="of"><bdi>${texts.worklist.ofProfile(profileTitle)}</bdi></p>`}
    ${phase === 'loading' ? html`<p class="muted">${texts.roundMember.loading} …</p>` : nothing}
    ${phase === 'failed' ? html`<p class="unknown-text">${texts.roundMember.failed}</p>` : nothing}
    ${doubts.map((each) => html`<p class="notice">${describeProblem(each, language)}</p>`)}
    ${keyed(`${person.id} ${round.profile?.id}`, memberForm(member))}
  </div>`;
}

/** Who is or was here whose change cannot be saved. */
function notSaved(worklist: WorklistController, { texts }: Ui): TemplateResult {
  const { notSaved: names, isHeld, member } = worklist;
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
  </div>`;
}

/** To the one before and the next, where in the list, and on with what is written. */
function wayPart({ worklist, hasLetters, ui }: FootProps): TemplateResult {
  const { place, member } = worklist;
  if (!place) return html``;
  const { texts, language } = ui;
  const text = texts.worklist;
  const where = placeInWords(place, texts, language).join('. ');
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
    <span class="place" title=${where}
      ><span aria-hidden="true"
        >${text.place(place.at === undefined ? '–' : count(place.at), count(place.of))}</span
      ><span class="visually-hidden">${where}</span></span
    >
    ${step('next', place.hasNext, icons.next(), 'J')}
    ${place.hasNext ? nothing : html`<span class="end" aria-hidden="true">${text.last}</span>`}
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
  const { status } = worklist;
  const isNew = status === 'new';
  const words = !hasNext
    ? isNew
      ? round.mark.reviewed
      : text.save
    : isNew
      ? text.reviewedAndNext
      : member || status
        ? text.saveAndNext
        : text.justNext;
  return html`<button
    type="button"
    class="button primary save"
    title="Ctrl+Enter"
    aria-keyshortcuts="Control+Enter"
    @click=${({ detail }: MouseEvent) => {
      // The second click of two comes upon the next patient, whom nobody has seen yet.
      if (detail < 2) worklist.saveAndNext();
    }}
  >
    ${words}${hasNext ? icons.descending() : nothing}
  </button>`;
}

export const footStyles = css`
  .foot {
    position: sticky;
    inset-block-end: var(--overblik-bottom, 0px);
    z-index: 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    margin-block-start: auto;
    padding: 0.5rem 0.85rem 0.6rem;
    border-block-start: 1px solid var(--o-line-strong);
    background: var(--o-raised);
  }
  .foot [role='alert']:not(:has(*)) {
    display: none;
  }
  .foot .of,
  .foot p.muted {
    font-size: var(--o-small);
  }
  .foot .of {
    color: var(--o-text-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .foot .status {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3rem;
    min-inline-size: 0;
  }
  .foot .pills {
    gap: 2px;
    margin: 0;
  }
  .foot .pills label {
    display: inline-flex;
    flex: auto;
    align-items: center;
    justify-content: center;
    min-block-size: max(24px, 2em);
    padding-inline: 0.15em;
    border-radius: var(--o-radius-small);
    font-size: var(--o-small);
    white-space: nowrap;
    background: var(--o-surface);
  }
  /* As wide as the others, whichever it is. */
  .foot .pills label:has(:checked) {
    background: var(--o-accent);
    color: var(--o-accent-text);
    font-weight: 400;
  }
  .foot .note {
    min-block-size: 2.3em;
    max-block-size: 30vh;
    block-size: 2.3em;
    padding-block: 0.35em;
    overflow: auto;
    resize: none;
    line-height: 1.4;
  }
  .foot .note:focus {
    block-size: 5.2em;
  }
  @supports (field-sizing: content) {
    .foot .note,
    .foot .note:focus {
      field-sizing: content;
      block-size: auto;
    }
  }
  .foot .way {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
    min-inline-size: 0;
  }
  .foot .step {
    justify-content: center;
    min-inline-size: max(24px, 2.15em);
    padding-inline: 0.3em;
  }
  .foot .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .foot .place {
    min-inline-size: 2.8em;
    text-align: center;
    white-space: nowrap;
  }
  /* Over the way: beside it there is no room in a narrow place. */
  .foot .end {
    order: -1;
    flex-basis: 100%;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .foot .save {
    flex: none;
    max-inline-size: 100%;
    margin-inline-start: auto;
    padding-inline: 0.7em;
  }
  .foot .save svg {
    flex: none;
  }
  /* A short window keeps room for what is read. */
  @media (max-height: 30rem) {
    .foot {
      position: static;
    }
  }
  @container cockpit (min-width: 56rem) {
    .foot {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: 0.4rem 1.5rem;
      padding-inline: 1.5rem;
    }
    .foot > [role='alert'] {
      grid-column: 1 / -1;
    }
    .foot .status {
      grid-template-columns: auto minmax(12rem, 1fr);
      align-items: center;
      gap: 0.3rem 1rem;
    }
    .foot .status > :not(form, .stacked) {
      grid-column: 1 / -1;
    }
    .foot .pills {
      flex-wrap: nowrap;
    }
    .foot .pills label {
      padding-inline: 0.75em;
    }
    .foot .end {
      order: 0;
      flex-basis: auto;
    }
    .foot .way {
      grid-column: 2;
    }
  }
  @media print {
    .foot {
      display: none;
    }
  }
`;
