import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDate, writtenDeath, type MarkerCounts } from '../../../model/index.ts';
import { cprNumber } from '../../shared/who.ts';
import { levelCounts, nameAndAge, sexInWords, wholeName, type PersonProps } from './person.ts';
import { sourceLine, type SourceProps } from './sources.ts';

export interface HeaderProps {
  readonly person: PersonProps;
  /** Of all profiles. */
  readonly counts: MarkerCounts;
  readonly sources: SourceProps;
  /** What can be done; nothing on paper. */
  readonly commands: TemplateResult | typeof nothing;
  readonly tabs: TemplateResult | typeof nothing;
}

/**
 * Draws who the patient is, how grave it is, and where the data come from. Who it is, and how grave over all profiles,
 * stays in sight however far the rest is scrolled: whatever is written below is written of this patient.
 */
export function header({ person, counts, sources, commands, tabs }: HeaderProps): TemplateResult {
  const { ui } = person;
  const sex = sexInWords(person);
  return html`<div class="identity" part="identity">
      <h2 title=${wholeName(person)}>${nameAndAge(person)}</h2>
      <div class="known">
        <span>
          ${sex === '' ? nothing : `${sex} · `}<span class="cpr">${cprNumber(person)}</span>
        </span>
        ${
          Object.values(counts).some((count) => count > 0)
            ? html`<span class="severity" role="group" aria-label=${ui.texts.worklist.allSeverities}
                >${levelCounts(counts, ui)}</span
              >`
            : nothing
        }
      </div>
      ${commands === nothing ? nothing : html`<slot name="commands"></slot>`}
    </div>
    <header class="who" part="who">
      <div class="top">${commands}</div>
      <p>${facts(person).map((fact, at) => html`${at > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>
      ${sourceLine(sources)} ${tabs}
    </header>`;
}

function facts(props: PersonProps): readonly string[] {
  const { person, on, ui } = props;
  const { texts, language } = ui;
  return [
    [person.address, person.city].filter(Boolean).join(', '),
    person.insuranceGroup ? texts.patient.insuranceGroup(person.insuranceGroup) : '',
    person.practitioner ? texts.patient.practitioner(person.practitioner) : '',
    // Not known yet on an earlier day.
    person.deceased && person.deceased <= on
      ? texts.patient.deceased(formatDate(writtenDeath(person) ?? '', language))
      : '',
  ].filter(Boolean);
}

export const headerStyles = css`
  .identity {
    position: sticky;
    inset-block-start: var(--overblik-top, 0px);
    z-index: 3;
    display: grid;
    grid-template: 'name rest' auto 'known known' auto / minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0.15rem 0.9rem;
    padding: 0.6rem 1.1rem 0.5rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .identity .known {
    grid-area: known;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 0.8em;
    min-inline-size: 0;
    color: var(--o-text-muted);
  }
  .identity .levels {
    flex-wrap: wrap;
  }
  .identity slot {
    grid-area: rest;
    align-self: start;
  }
  .who {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15rem;
    padding: 0.55rem 1.1rem 0.8rem;
    border-block-end: 1px solid var(--o-line);
  }
  .who .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
    margin-block-end: 0.25rem;
  }
  .identity h2 {
    grid-area: name;
    font-size: 1.22em;
    font-weight: 680;
    line-height: 1.3;
    letter-spacing: -0.01em;
    /* It stays in sight, and must leave room for the rest. */
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .who p {
    max-block-size: 7.5em;
    overflow: auto;
    overflow-wrap: anywhere;
    color: var(--o-text-muted);
  }
  @container cockpit (min-width: 56rem) {
    .identity,
    .who {
      padding-inline: 1.5rem;
    }
    .identity {
      grid-template: 'name known rest' auto / fit-content(60%) minmax(0, 1fr) auto;
    }
    .identity h2 {
      font-size: 1.5em;
    }
  }
  @container cockpit (max-width: 36rem) {
    .who .top {
      flex-wrap: wrap;
    }
  }
`;
