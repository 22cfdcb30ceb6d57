import { css, html, nothing, type TemplateResult } from 'lit';
import {
  formatMoment,
  shortHash,
  textIn,
  type OpenedShare,
  type Party,
} from '../../../model/index.ts';
import type { Ui } from '../ui.ts';
import { stateMessage } from '../../shared/notices.ts';
import type { EnvelopeState } from '../controllers/envelope.ts';

/** Says whose view this is, for what, and until when: above all else that is shown. */
export function shareBanner({ facts }: OpenedShare, { language, texts }: Ui): TemplateResult {
  const text = texts.share;
  const { sharedBy, sender, recipient, purpose, until, types, definitions = [] } = facts;
  const named = ({ name, organisation }: Party) => `${name}, ${organisation}`;
  const shared = types.map((type) =>
    (type === 'patient' ? text.person : texts.groups[type]).toLowerCase(),
  );
  return html`<aside class="shared" part="shared" aria-label=${text.view}>
    <strong>${text.view}</strong>
    <p>
      ${[
        `${text.by(signed(sharedBy, sender, text))} ${text.to(named(recipient))}`,
        `${text.purpose}: ${purpose}`,
        text.ends(formatMoment(until, language)),
      ].map((each) => html`<span><bdi>${each}</bdi></span>`)}
    </p>
    <p class="muted">
      ${text.only(shared.join(', '))}
      ${definitions.map(
        ({ id, version, hash }) =>
          html`<span class="definition" title=${texts.cockpit.definitionSaid(hash)}
            ><bdi>${id} ${version}</bdi> <code class="hash">${shortHash(hash)}</code></span
          >`,
      )}
    </p>
  </aside>`;
}

/** Who shares: the signature says where from, and the organisation too where that is called otherwise. */
function signed(by: Party, sender: string, { signedBy }: Ui['texts']['share']): string {
  const { name, organisation } = by;
  return sender.startsWith(organisation)
    ? `${name}, ${sender}`
    : signedBy(`${name}, ${organisation}`, sender);
}

/** Says why a share is not shown (being opened, refused, or expired), and what to do; nothing where it is. */
export function envelopeState(
  state: EnvelopeState,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  const text = texts.share;
  switch (state.opened) {
    case true:
      return nothing;
    case 'opening':
      return stateMessage(text.opening, '', html`<progress aria-label=${text.opening}></progress>`);
    case false:
      return refused(textIn(state.message, language), textIn(state.fix, language), texts);
    case 'expired':
      return refused(text.expired, text.expiredFix, texts);
    case 'withdrawn':
      return refused(text.withdrawn, text.withdrawnFix, texts);
    case 'no-answer':
      return refused(text.noAnswer, text.noAnswerFix, texts);
  }
}

function refused(message: string, fix: string, { share }: Ui['texts']): TemplateResult {
  return html`<div role="alert">${stateMessage(share.refused, message, html`<p>${fix}</p>`)}</div>`;
}

export const shareBannerStyles = css`
  .shared {
    padding: 0.6rem 1.1rem;
    border-block-end: 2px solid var(--o-accent);
    background: var(--o-accent-soft);
  }
  .shared p span + span::before {
    content: ' · ';
  }
  @container cockpit (min-width: 56rem) {
    .shared {
      padding-inline: 1.5rem;
    }
  }
`;
