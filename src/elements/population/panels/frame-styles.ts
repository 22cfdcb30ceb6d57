import { css } from 'lit';

/** The panel over the list and the dialog, before what stands in them is there. */
export const panelFrameStyles = css`
  .panel {
    --o-inset-block: 0.85rem;
    --o-inset-inline: 1rem;
    position: fixed;
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(26rem, calc(100vw - 1rem));
    max-block-size: min(34rem, calc(100vh - 1rem));
    margin: 0;
    padding: var(--o-inset-block) var(--o-inset-inline);
    overflow: auto;
    overflow-wrap: anywhere;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: var(--o-text);
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
  }
  .panel:focus,
  dialog:focus {
    outline: none;
  }
  .panel > * + * {
    margin-block-start: 0.6rem;
  }
  .panel .notice,
  dialog .notice {
    margin-inline: 0;
  }
  .panel h3,
  dialog h3 {
    font-size: 1em;
    font-weight: 650;
  }
  dialog {
    overflow-wrap: anywhere;
    inline-size: min(32rem, calc(100vw - 2rem));
    max-block-size: min(40rem, calc(100vh - 2rem));
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: var(--o-text);
  }
  dialog > * + * {
    margin-block-start: 0.75rem;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  dialog progress {
    width: 100%;
  }
  /* What is on its way, or could not be had: about as large as what comes. */
  .part-loading {
    min-inline-size: 16rem;
    min-block-size: 6rem;
  }
`;
