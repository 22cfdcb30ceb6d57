import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { describeProblem, formatDate, formatMonth } from '../../../model/index.ts';
import { memberForm, type MemberProps } from '../../shared/round-member.ts';
import type { Ui } from '../ui.ts';

interface RoundProps extends MemberProps {
  /** Whose round it is: the list beside may be another profile's. */
  readonly profileTitle: string;
  readonly ui: Ui;
}

/** So many earlier rounds are told, the latest first. */
const mostRounds = 20;

/** Draws how far the patient has come in the round, with a note; and what earlier rounds said. */
export function roundPart(props: RoundProps): TemplateResult {
  const { round, person } = props;
  const { id: patientId } = person;
  const { language, texts } = props.ui;
  const { phase, problems } = round.state;
  // Where a call failed, or something cannot be read, stands beside what is written, or in the round's own panel.
  const doubts = problems.filter(({ kind }) => kind === 'clock' || kind === 'restored');
  const earlier = round.history(patientId);
  return html`<section class="part" part="round">
      <h3>
        ${texts.patientView.roundStatus}<span class="muted"
          ><bdi>${props.profileTitle}</bdi> · ${texts.patientView.roundStored}</span
        >
      </h3>
      ${phase === 'loading' ? html`<p class="muted">${texts.roundMember.loading} …</p>` : nothing}
      ${phase === 'failed' ? html`<p class="unknown-text">${texts.roundMember.failed}</p>` : nothing}
      ${doubts.map((each) => html`<p class="notice">${describeProblem(each, language)}</p>`)}
      ${keyed(`${patientId} ${round.profile?.id}`, memberForm(props))}
    </section>
    ${
      earlier.length > 0
        ? html`<section class="part" part="rounds">
            <h3>${texts.roundMember.earlier}</h3>
            <dl class="items">
              ${earlier
                .slice(0, mostRounds)
                .map(({ round: { asOf, finished }, member: { status, note, by } }) => {
                  const date = finished ?? asOf;
                  return html`<div class="item">
                    <dt title=${formatDate(date, language)}>${formatMonth(date, language)}</dt>
                    <dd>
                      ${texts.round.statuses[status]}
                      ${note ? html`<div class="note"><bdi>${note}</bdi></div>` : nothing}
                    </dd>
                    <dd class="muted">${by}</dd>
                  </div>`;
                })}
            </dl>
            ${
              earlier.length > mostRounds
                ? html`<p class="muted">
                    ${texts.patientView.moreRounds(earlier.length - mostRounds)}
                  </p>`
                : nothing
            }
          </section>`
        : nothing
    }`;
}
