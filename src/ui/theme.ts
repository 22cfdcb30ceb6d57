import { css } from 'lit';

/** Declarations of what is heard and not seen, for a rule of a sheet: often such a one that holds in little room. */
export const visuallyHidden = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/**
 * Colours, sizes and type, as tokens. A host sets `--overblik-*`; inside, elements read only `--o-*`.
 * Light or dark follows the page's `color-scheme`, or the element's `theme` attribute.
 *
 * Text and lines in the accent colour, and the soft ground of what is chosen, are worked out from the host's accent, so
 * that a text keeps a contrast of 4.5 and a line one of 3 on every ground of ours, whatever the accent. WCAG measures by
 * relative luminance, which is `y` in XYZ. On light grounds (`y` from 0.86) an accent that is brighter than 0.144 is
 * scaled down to it; on dark ones (to 0.031) one that is darker than 0.33 is mixed with white until it has it: both in
 * linear light, where its hue stays and no colour leaves the screen's gamut. A browser that knows no relative colours
 * (Chromium before 119) mixes every accent so far that even white and black suffice. Without an accent of the host's,
 * what is worked out from it is nothing, and our own colours stand.
 *
 * @cssprop --overblik-accent - The one accent colour. What is drawn in it is made darker or brighter as far as it takes
 *   to be read on the grounds.
 * @cssprop --overblik-accent-text - Text on the accent.
 * @cssprop --overblik-accent-soft - Ground of what is chosen. Without it, a tint of the accent.
 * @cssprop --overblik-font - Font family.
 * @cssprop --overblik-font-size - Base size; everything scales with it.
 * @cssprop --overblik-surface - Ground of rows, cards and panels.
 * @cssprop --overblik-ground - Ground behind them.
 * @cssprop --overblik-raised - Ground of heads and of what stands over rows.
 * @cssprop --overblik-hover - Ground of what is pointed at.
 * @cssprop --overblik-line - Lines between rows and around cards.
 * @cssprop --overblik-line-strong - Borders of fields and buttons.
 * @cssprop --overblik-text - Text.
 * @cssprop --overblik-text-muted - Text that is read second.
 * @cssprop --overblik-radius - Rounding of cards and panels; buttons and fields have half of it.
 * @cssprop --overblik-critical - Text of what is critical.
 * @cssprop --overblik-critical-soft - Ground of what is critical.
 * @cssprop --overblik-critical-mark - Bars and marks of what is critical.
 * @cssprop --overblik-warning - Text of a warning.
 * @cssprop --overblik-warning-soft - Ground of a warning.
 * @cssprop --overblik-warning-mark - Bars and marks of a warning.
 * @cssprop --overblik-info - Text of information.
 * @cssprop --overblik-info-soft - Ground of information.
 * @cssprop --overblik-info-mark - Bars and marks of information.
 * @cssprop --overblik-good - Text and lines of what is as it should be.
 * @cssprop --overblik-female - Bars of women in the pyramid of ages.
 * @cssprop --overblik-male - Bars of men in the pyramid of ages.
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
    --o-accent-light: color-mix(in srgb-linear, var(--overblik-accent) 14%, #000);
    --o-accent-dark: color-mix(in srgb-linear, var(--overblik-accent) 66%, #fff);
    --o-soft-light: color-mix(in srgb-linear, var(--overblik-accent) 13%, #fff);
    --o-soft-dark: color-mix(in srgb-linear, var(--overblik-accent) 2%, #171d24);
    --o-accent: light-dark(var(--o-accent-light, #0b6a87), var(--o-accent-dark, #57bcd9));
    --o-accent-text: var(--overblik-accent-text, light-dark(#ffffff, #06222c));
    --o-accent-soft: var(
      --overblik-accent-soft,
      light-dark(var(--o-soft-light, #e4f1f6), var(--o-soft-dark, #143441))
    );
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
  @supports (color: color(from red xyz-d65 calc(x * min(1, 1 / y)) y z)) {
    :host {
      --o-given: color(
        from var(--overblik-accent) srgb clamp(0, r, 1) clamp(0, g, 1) clamp(0, b, 1) / 1
      );
      --o-darker: min(1, 0.144 / max(y, 0.001));
      --o-brighter: max(0, (0.33 - y) / (1 - min(y, 0.9)));
      --o-accent-light: color(
        from var(--o-given) xyz-d65 calc(x * var(--o-darker)) calc(y * var(--o-darker))
          calc(z * var(--o-darker))
      );
      --o-accent-dark: color(
        from var(--o-given) xyz-d65 calc(x + (0.9505 - x) * var(--o-brighter))
          calc(y + (1 - y) * var(--o-brighter)) calc(z + (1.089 - z) * var(--o-brighter))
      );
      --o-soft-light: oklch(from var(--o-given) 0.957 min(c * 0.2, 0.025) h);
      --o-soft-dark: oklch(from var(--o-given) 0.3 min(c * 0.4, 0.05) h);
    }
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
    ${visuallyHidden}
    margin: -1px;
  }
`;
