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

/** An age–sex pyramid, oldest on top; each band is a button that says all it shows. */
export function pyramid(bands: readonly PyramidBand[]): TemplateResult {
  const longest = Math.max(1, ...bands.flatMap(({ female, male }) => [female, male]));
  const side = (kind: 'female' | 'male', count: number) => {
    const width = (count / longest) * 100;
    return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class=${kind} x=${kind === 'female' ? 100 - width : 0} width=${width} height="10" />
    </svg>`;
  };
  return html`<div class="pyramid">
    ${[...bands]
      .reverse()
      .map(
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
