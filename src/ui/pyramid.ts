import { html, type TemplateResult } from 'lit';

export interface PyramidBand {
  readonly label: string;
  readonly female: number;
  readonly male: number;
  /** The band in words. */
  readonly words: string;
  readonly pressed: boolean;
  readonly press: () => void;
}

/**
 * An age–sex pyramid that lies on its side, the youngest first, women above and men below: each band is a button that
 * says all it shows, and is as wide as a button must be.
 */
export function pyramid(bands: readonly PyramidBand[]): TemplateResult {
  const longest = Math.max(1, ...bands.flatMap(({ female, male }) => [female, male]));
  const side = (kind: 'female' | 'male', count: number) => {
    const height = (count / longest) * 100;
    return html`<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect class=${kind} y=${kind === 'female' ? 100 - height : 0} width="10" height=${height} />
    </svg>`;
  };
  return html`<div class="pyramid">
    ${bands.map(
      ({ label, female, male, words, pressed, press }) =>
        html`<button
          type="button"
          class="band"
          aria-label=${words}
          title=${words}
          aria-pressed=${pressed ? 'true' : 'false'}
          @click=${press}
        >
          ${side('female', female)}<span>${label}</span>${side('male', male)}
        </button>`,
    )}
  </div>`;
}
