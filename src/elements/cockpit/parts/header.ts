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
      ${
        commands === nothing
          ? nothing
          : html`${commands}
              <div class="rest"><slot name="commands"></slot></div>`
      }
    </div>
    <header class="who" part="who">
      <div class="about">
        <p class="facts">
          ${facts(person).map((fact, at) => html`${at > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`)}
        </p>
        ${sourceLine(sources)}
      </div>
      ${tabs}
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
    /* Not in a window that is low for the size of its text: so far above it that it never sticks. */
    inset-block-start: min(var(--overblik-top, 0px), (100vh - 18rem) * 999);
    z-index: 3;
    display: grid;
    grid-template: 'name tools rest' auto 'known known known' auto / minmax(0, 1fr) auto auto;
    align-items: baseline;
    gap: 0.15rem 0.4rem;
    padding: 0.5rem 1.1rem 0.4rem;
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
  .identity .rest {
    grid-area: rest;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.35rem;
    align-self: start;
  }
  .identity .commands {
    grid-area: tools;
    align-self: start;
  }
  .who {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35rem;
    padding: 0.35rem 1.1rem 0.4rem;
    border-block-end: 1px solid var(--o-line);
  }
  .who .about {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 1.1rem;
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
  .who .facts {
    min-inline-size: 0;
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
      grid-template: 'name known tools rest' auto / fit-content(40%) minmax(0, 1fr) auto auto;
      column-gap: 0.9rem;
    }
    .identity h2 {
      font-size: 1.5em;
    }
    .who > * {
      min-inline-size: 0;
      max-inline-size: 100%;
    }
    /* The profiles beside it, where there is room for both. */
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.35rem 1.5rem;
      padding-block: 0.4rem 0.5rem;
    }
  }
  /* Beside a list: what is known beside the advice is one step away, and comes below what opens it. */
  @container cockpit (max-width: 55.99rem) {
    .who .about {
      position: relative;
      flex-direction: column;
      flex-wrap: nowrap;
      align-items: stretch;
      justify-content: center;
      row-gap: 0;
      min-block-size: 24px;
    }
    .who .about:not(:has(.all-sources[open])) > .facts {
      display: none;
    }
    .who .facts {
      order: 1;
    }
  }
  @container cockpit (max-width: 36rem) {
    .identity {
      reading-flow: grid-rows;
      grid-template: 'name rest' auto 'name tools' auto 'known known' auto / minmax(0, 1fr) auto;
      gap: 0.1rem 0.6rem;
      padding: 0.15rem 0.85rem;
    }
    .identity h2 {
      align-self: center;
      font-size: 1.15em;
      line-height: 1.25;
      -webkit-line-clamp: 3;
    }
    .identity .known {
      align-items: center;
      line-height: 1.3;
    }
    .identity .chip {
      line-height: 1.35;
    }
    .who {
      gap: 0;
      padding: 2px 0.85rem 0;
      border-block-end: 0;
    }
  }
  /* Text of twice the size on a phone: who it is, is read whole. */
  @container cockpit (max-width: 17.5rem) {
    .identity {
      grid-template:
        'name name' auto 'known known' auto
        'tools rest' auto / minmax(0, 1fr) auto;
    }
    .identity .commands {
      flex-wrap: wrap;
      justify-content: start;
    }
  }
`;
