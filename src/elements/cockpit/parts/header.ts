import { css, html, type nothing, type TemplateResult } from 'lit';
import { formatDate, type MarkerCounts } from '../../../model/index.ts';
import { cprNumber, levelCounts, nameAndAge, type PersonProps } from './person.ts';
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

/** Draws who the patient is, how grave it is, and where the data come from. */
export function header({ person, counts, sources, commands, tabs }: HeaderProps): TemplateResult {
  const { ui } = person;
  return html`<header class="who" part="who">
    <div class="top">
      <h2>${nameAndAge(person)}</h2>
      ${levelCounts(counts, ui)} ${commands}
    </div>
    <p>${cprNumber(person)} ${facts(person).map((fact) => html` · <bdi>${fact}</bdi>`)}</p>
    ${sourceLine(sources)} ${tabs}
  </header>`;
}

function facts({ person, on, ui }: PersonProps): readonly string[] {
  const { texts, language } = ui;
  return [
    person.sex ? texts.patient.sex[person.sex] : '',
    [person.address, person.city].filter(Boolean).join(', '),
    person.insuranceGroup ? texts.patient.insuranceGroup(person.insuranceGroup) : '',
    person.practitioner ? texts.patient.practitioner(person.practitioner) : '',
    // Not known yet on an earlier day.
    person.deceased && person.deceased <= on
      ? texts.patient.deceased(formatDate(person.deceased, language))
      : '',
  ].filter(Boolean);
}

export const headerStyles = css`
  .who {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15rem;
    padding: 0.9rem 1.1rem 0.8rem;
    border-block-end: 1px solid var(--o-line);
  }
  .who .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
    margin-block-end: 0.25rem;
  }
  .who h2 {
    min-width: 0;
    font-size: 1.22em;
    font-weight: 680;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .who p {
    color: var(--o-text-muted);
  }
  @container cockpit (min-width: 56rem) {
    .who {
      padding-inline: 1.5rem;
    }
    .who h2 {
      font-size: 1.5em;
    }
  }
  @container cockpit (max-width: 36rem) {
    .who .top {
      flex-wrap: wrap;
    }
    .who h2 {
      flex: 1;
    }
    .who .levels {
      order: 2;
    }
    .who .levels:has(.chip) {
      margin-inline-end: 0.3rem;
    }
    .who .top::after {
      content: '';
      order: 1;
      flex-basis: 100%;
    }
  }
`;
