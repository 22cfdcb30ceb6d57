import { css } from 'lit';
import { visuallyHidden } from '../../../ui/theme.ts';
import { exemptStyles } from '../../shared/exempt-fields.ts';

export const adviceStyles = css`
  ${exemptStyles}
  /* Beside a list the tab above says whose advice it is. */
  @container cockpit (max-width: 55.99rem) {
    section.part.needed {
      padding-block-start: 1px;
    }
    .needed > h3 {
      ${visuallyHidden}
    }
  }
  .advice {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .advice li {
    position: relative;
    padding: 0.55rem 0.75rem;
    border-inline-start: 3px solid var(--o-info-mark);
    background: var(--o-info-soft);
  }
  .advice li.critical {
    border-color: var(--o-critical-mark);
    background: var(--o-critical-soft);
  }
  .advice li.warning {
    border-color: var(--o-warning-mark);
    background: var(--o-warning-soft);
  }
  .advice li.unknown {
    border-inline-start-style: dashed;
    border-color: var(--o-line-strong);
    background: var(--o-raised);
  }
  .advice .title {
    display: flex;
    gap: 0.4em;
    font-weight: 650;
  }
  .advice .title span {
    min-width: 0;
  }
  .advice .title svg {
    flex: none;
    margin-block-start: 0.3em;
  }
  .advice .deeds {
    margin-block-start: 0.4rem;
  }
  .advice .source {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .grounds {
    font-size: var(--o-small);
  }
  .advice .title ~ .title {
    margin-block-start: 0.35rem;
  }
  /* The way to more stands beside the name, so that a card takes two lines. */
  .advice .more > summary {
    position: absolute;
    inset-block-start: 0.4rem;
    inset-inline-end: 0.6rem;
    align-content: center;
    min-block-size: 24px;
  }
  .advice .title:first-child {
    padding-inline-end: 4em;
  }
  .advice .asks {
    max-inline-size: 100%;
  }
  .advice .of-profile {
    font-weight: 400;
    white-space: normal;
    text-align: start;
  }
  .deeds:empty {
    display: none;
  }
  .outcome {
    font-size: var(--o-small);
  }
  .outcome.failed,
  .outcome.unknown {
    font-weight: 600;
  }
  .exempt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    margin-block-start: 0.5rem;
  }
  .exempted li {
    padding-block: 0.15rem;
    font-size: var(--o-small);
  }
  @media (forced-colors: active) {
    .advice li {
      border: 1px solid CanvasText;
    }
  }
`;
