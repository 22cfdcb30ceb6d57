import { css } from 'lit';

/** The panel of test patients. */
export const testsStyles = css`
  .tests {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
    padding: 0.75rem 0.9rem;
  }
  .tests > * {
    inline-size: 100%;
  }
  .tests > .button {
    inline-size: auto;
  }
  .tests p,
  .tests h4 {
    margin: 0;
  }
  .tests ol,
  .tests ul {
    display: grid;
    gap: 0.4rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .test {
    padding: 0.35rem 0.6rem;
    border: 1px solid var(--o-line);
    border-inline-start: 3px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
  }
  .test.good {
    border-inline-start-color: var(--o-good);
  }
  .test.error {
    border-inline-start-color: var(--o-critical-mark);
  }
  .test-head,
  .untested li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
  }
  .test-head .link,
  .untested li > span {
    flex: 1;
    min-inline-size: 8rem;
    overflow-wrap: anywhere;
  }
  .test-head .link {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    text-decoration: none;
  }
  .test-head .link svg {
    flex: none;
  }
  .test-head .title {
    text-decoration: underline;
    text-underline-offset: 0.25em;
    text-decoration-thickness: 1px;
  }
  .tests .result {
    white-space: nowrap;
    margin-inline-start: 0.5em;
    font-size: var(--o-small);
    font-weight: 600;
  }
  .test.good .test-head .result,
  .tests .result.good,
  .count.good,
  .all-tested {
    color: var(--o-good);
  }
  .test.error .test-head .result,
  .tests .result.error {
    color: var(--o-critical);
  }
  .tests .failures ul {
    padding-inline-start: 1rem;
    color: var(--o-text-muted);
  }
  .tests .failures {
    padding-block: 0.35rem;
  }
  .test-form {
    display: grid;
    gap: 0.6rem;
    padding-block: 0.5rem;
  }
  .test-form fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0.5rem 0.6rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius-small);
  }
  .test-form fieldset > :is(p, details, .record, .expectation) {
    flex: 1 1 100%;
  }
  .test-form .stacked,
  .record label {
    display: grid;
    gap: 0.15rem;
    font-size: var(--o-small);
  }
  .test-form input {
    max-inline-size: 100%;
    box-sizing: border-box;
  }
  .record {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.4rem;
  }
  .record-type {
    flex: 0 0 6rem;
    padding-block-end: 0.4em;
    font-weight: 600;
  }
  .expectation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
    margin-block: 0.2rem;
  }
  .expectation > span:first-child {
    flex: 1 1 12rem;
    overflow-wrap: anywhere;
  }
`;
