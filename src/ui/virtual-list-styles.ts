import { css } from 'lit';

/** Styles of the element that long lists stand in; apart from the lists, which come when they are opened. */
export const virtualListStyles = css`
  /* The items are taken out of the flow, and give it no width. */
  .virtual-list {
    inline-size: 18rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .virtual-list:focus-visible {
    outline: none;
  }
  .virtual-list > * {
    inline-size: 100%;
  }
`;
