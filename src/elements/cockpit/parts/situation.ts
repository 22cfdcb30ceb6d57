import { css, html, nothing, type TemplateResult } from 'lit';
import type { RecordType } from '../../../model/index.ts';
import type { CockpitProps } from '../props.ts';
import { advicePart } from './advice.ts';
import { contactsPart } from './contacts.ts';
import { sectionPart } from './sections.ts';
import type { SourceProps } from './sources.ts';
import { whoDoesWhat } from './who-does-what.ts';
import { whyPart } from './why.ts';

/** In so many parts the situation is drawn, each as much as one task of the page should do. */
export const situationParts = 5;

/**
 * Draws the patient's whole situation in three columns; in a narrow place in one, the least urgent last.
 *
 * @param drawn How many of its parts, the first ones.
 */
export function situation(
  props: CockpitProps,
  sources: SourceProps,
  rounds: unknown,
  drawn = situationParts,
): TemplateResult {
  const section = (type: RecordType) => sectionPart(type, props);
  // What few clinics supply has no place where there is nothing of it, and nobody asks.
  const whereThereAre = (type: RecordType) => {
    const own = props.view.sections.find((each) => each.type === type);
    return own && own.items.length + own.history.length > 0 ? section(type) : nothing;
  };
  const columns = [
    [() => html`${advicePart(props)} ${whyPart(props)} ${contactsPart(props)}`],
    [
      () => section('medication'),
      () => section('result'),
      () =>
        html`${section('diagnosis')} ${section('letter')} ${whereThereAre('correspondence')}
        ${whereThereAre('note')}`,
    ],
    [
      () =>
        html`${whereThereAre('carePlan')} ${section('service')} ${section('appointment')}
        ${section('referral')} ${whereThereAre('vaccination')} ${whoDoesWhat(props, sources)}
        ${rounds}`,
    ],
  ];
  let left = drawn;
  return html`<div class="parts">
    ${columns.map(
      (parts) =>
        html`<div class="column">${parts.map((part) => (left-- > 0 ? part() : nothing))}</div>`,
    )}
  </div>`;
}

/** The columns, and what all their sections share. */
export const situationStyles = css`
  .column {
    grid-template-columns: minmax(0, 1fr);
  }
  section.part {
    padding: 0.85rem 1.1rem;
    border-block-end: 1px solid var(--o-line);
  }
  section.part:last-child {
    border-block-end: 0;
  }
  section.part > h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
    margin-block-end: 0.45rem;
    font-size: 1em;
    font-weight: 650;
  }
  section.part > h3 .muted {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-weight: 400;
    font-size: var(--o-small);
  }
  section.part > .notice {
    margin-block: 0.45rem;
  }
  section.part h4 {
    margin-block: 0.75rem 0.2rem;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
  }
  .unknown-reason {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  summary::marker {
    font-size: 0.8em;
    color: var(--o-text-muted);
  }
  details > summary {
    width: fit-content;
    font-size: var(--o-small);
    color: var(--o-text-muted);
    cursor: pointer;
  }
  details > summary:hover {
    color: var(--o-accent);
  }
  .history {
    margin-block-start: 0.5rem;
  }
  .history > ul,
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-height: 18rem;
    margin-block-start: 0.3rem;
    overflow: auto;
    font-size: var(--o-small);
  }
  .history li {
    padding-block: 0.075rem;
  }
  /* Around a long list, whose height is known only after it is placed. */
  div.lines {
    display: block;
    height: 18rem;
  }
  .lines .virtual-list {
    inline-size: 100%;
  }
  .history .past {
    color: var(--o-text-muted);
  }
  @container cockpit (min-width: 56rem) {
    .parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.35fr) minmax(0, 1fr);
      gap: 0.85rem;
      align-items: start;
      padding: 1rem 1.1rem;
      background: var(--o-ground);
    }
    .parts .column {
      display: grid;
      gap: 0.85rem;
    }
    section.part {
      border: 1px solid var(--o-line);
      border-radius: var(--o-radius);
      background: var(--o-surface);
    }
    section.part:last-child {
      border-block-end: 1px solid var(--o-line);
    }
  }
  @container cockpit (max-width: 55.99rem) {
    .parts {
      display: flex;
      flex-direction: column;
    }
    .column {
      display: contents;
    }
  }
  @container cockpit (max-width: 36rem) {
    section.part {
      padding-inline: 0.85rem;
    }
  }
`;
