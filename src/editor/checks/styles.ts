import { css } from 'lit';

/** The list of findings, and their badges. */
export const checksStyles = css`
  .checks {
    padding: 0.75rem 0.9rem;
  }
  .checks p {
    margin: 0 0 0.6rem;
  }
  .checks-state:empty {
    display: none;
  }
  .findings {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .findings.at-form {
    margin-block-end: 0.75rem;
  }
  .finding {
    display: grid;
    justify-items: start;
    gap: 0.2rem;
    padding: 0.5rem 0.7rem;
    border: 1px solid var(--o-line);
    border-inline-start: 3px solid var(--o-info-mark, var(--o-info));
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
  }
  .finding.error {
    border-inline-start-color: var(--o-critical-mark);
  }
  .finding.warning {
    border-inline-start-color: var(--o-warning-mark);
  }
  .finding[aria-current='true'] {
    background: var(--o-accent-soft);
  }
  .finding .severity {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    font-size: var(--o-small);
    font-weight: 600;
  }
  .finding.error .severity,
  .finding-badge.error,
  .count.error {
    color: var(--o-critical);
  }
  .finding.warning .severity,
  .finding-badge.warning,
  .count.warning {
    color: var(--o-warning);
  }
  .finding.note .severity,
  .finding-badge.note,
  .count.note {
    color: var(--o-info);
  }
  .finding .todo {
    color: var(--o-text-muted);
  }
  .finding .place {
    color: var(--o-text-muted);
    font-size: var(--o-small);
    overflow-wrap: anywhere;
  }
  .finding-badge {
    display: inline-flex;
    align-items: center;
    gap: 0.15em;
    margin-inline-start: 0.35em;
    font-size: var(--o-small);
    font-weight: 600;
    vertical-align: middle;
  }
  .count {
    font-weight: 650;
  }
`;
