import { css } from 'lit';

export const reportStyles = css`
  :host {
    display: block;
    background: var(--o-ground);
    color: var(--o-text);
  }
  .frame {
    padding: 1rem;
  }
  .empty {
    margin: 2rem 0;
    color: var(--o-text-muted);
    text-align: center;
  }
`;
