import { css } from 'lit';

/**
 * Colours, sizes and type, as tokens. A host sets `--overblik-*`; inside, elements read only `--o-*`.
 * Light or dark follows the page's `color-scheme`, or the element's `theme` attribute.
 */
export const theme = css`
  :host {
    --o-font: var(
      --overblik-font,
      Inter,
      'Segoe UI Variable Text',
      'Segoe UI',
      system-ui,
      -apple-system,
      'Helvetica Neue',
      'DejaVu Sans',
      sans-serif
    );
    --o-font-size: var(--overblik-font-size, 0.875rem);
    --o-small: 0.857em;
    --o-tiny: 0.786em;

    --o-surface: var(--overblik-surface, light-dark(#ffffff, #171d24));
    --o-ground: var(--overblik-ground, light-dark(#f4f6f8, #10151b));
    --o-raised: var(--overblik-raised, light-dark(#fafbfc, #1c232b));
    --o-line: var(--overblik-line, light-dark(#e2e6eb, #2c3640));
    --o-line-strong: var(--overblik-line-strong, light-dark(#7b8794, #7d8b99));
    --o-text: var(--overblik-text, light-dark(#17202b, #e8edf2));
    --o-text-muted: var(--overblik-text-muted, light-dark(#56616e, #a3afbb));
    --o-accent: var(--overblik-accent, light-dark(#0b6a87, #57bcd9));
    --o-accent-text: var(--overblik-accent-text, light-dark(#ffffff, #06222c));
    --o-accent-soft: var(--overblik-accent-soft, light-dark(#e4f1f6, #143441));
    --o-hover: var(--overblik-hover, light-dark(#f1f5f8, #1f2832));

    --o-critical: var(--overblik-critical, light-dark(#b3261e, #ff9d94));
    --o-critical-soft: var(--overblik-critical-soft, light-dark(#fdeaea, #451c1c));
    --o-critical-mark: var(--overblik-critical-mark, light-dark(#c5281f, #e8655b));
    --o-warning: var(--overblik-warning, light-dark(#7f4f00, #f2c063));
    --o-warning-soft: var(--overblik-warning-soft, light-dark(#fdf1dc, #3d2e10));
    --o-warning-mark: var(--overblik-warning-mark, light-dark(#a9710a, #d9a23c));
    --o-info: var(--overblik-info, light-dark(#2f4fa8, #a9bdf7));
    --o-info-soft: var(--overblik-info-soft, light-dark(#e9eefb, #202c4d));
    --o-info-mark: var(--overblik-info-mark, light-dark(#5c79cc, #7c97e6));
    --o-good: var(--overblik-good, light-dark(#17663a, #7fd3a0));
    --o-female: var(--overblik-female, light-dark(#8a70b3, #a892c8));
    --o-male: var(--overblik-male, light-dark(#4d8399, #6d9db0));

    --o-radius: var(--overblik-radius, 0.5rem);
    --o-radius-small: calc(var(--o-radius) * 0.5);
    --o-focus: 2px solid var(--o-accent);

    display: block;
    box-sizing: border-box;
    font: 400 var(--o-font-size) / 1.45 var(--o-font);
    color: var(--o-text);
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  form.radios {
    display: contents;
  }
  /* A drawing would keep the colour of its own, on whatever ground the user has chosen. */
  @media (forced-colors: active) {
    svg {
      color: inherit !important;
    }
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
