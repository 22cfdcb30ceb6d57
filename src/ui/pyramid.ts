import { html, svg, type TemplateResult } from 'lit';

export interface PyramidBand {
  readonly label: string;
  readonly female: number;
  readonly male: number;
}

/** An age–sex pyramid, oldest on top. `summary` is all of it in words, for the screen reader. */
export function pyramid(bands: readonly PyramidBand[], summary: string): TemplateResult {
  const width = 176;
  const row = 15;
  const middle = 34;
  const longest = Math.max(1, ...bands.flatMap(({ female, male }) => [female, male]));
  const length = (count: number) => (count / longest) * ((width - middle) / 2);
  const height = bands.length * row;
  return html`<svg
    class="pyramid"
    role="img"
    aria-label=${summary}
    viewBox="0 0 ${width} ${Math.max(height, row)}"
    width=${width}
    height=${Math.max(height, row)}
  >
    ${[...bands].reverse().map(({ label, female, male }, index) => {
      const y = index * row;
      const left = (width - middle) / 2;
      return svg`<rect class="female" x=${left - length(female)} y=${y + 3.5} width=${length(female)} height="8" rx="1"/>
        <text x=${width / 2} y=${y + 11} text-anchor="middle">${label}</text>
        <rect class="male" x=${left + middle} y=${y + 3.5} width=${length(male)} height="8" rx="1"/>`;
    })}
  </svg>`;
}
