/** Text and lines can be read whatever accent a host sets: colours as the browser works them out, and their contrast. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cases } from '../depth.ts';
import { place } from './stage.ts';

/** Contrast that WCAG asks of text (1.4.3) and of what is drawn (1.4.11). */
const forText = 4.5;
const forLines = 3;

const grounds = ['surface', 'ground', 'raised', 'hover', 'accent-soft'];
/** Links stand in notices as well. */
const notices = ['warning-soft', 'critical-soft', 'info-soft'];
const pairs: readonly (readonly [
  least: number,
  over: readonly string[],
  under: readonly string[],
])[] = [
  [forText, ['accent'], [...grounds, ...notices]],
  [forText, ['accent-text'], ['accent']],
  [forText, ['text', 'text-muted', 'critical', 'warning', 'info', 'good'], ['accent-soft']],
  [forLines, ['line-strong', 'critical-mark', 'warning-mark', 'info-mark'], ['accent-soft']],
];

const given = [
  ...['yellow', 'white', 'black', 'gray', 'red', 'lime', 'blue', 'cyan', 'magenta', 'orange'],
  ...['#7a3e9d', '#808080', '#767676'],
  ...['color(display-p3 1 0 0)', 'color(display-p3 0 1 0)', 'color(display-p3 0 0 1)'],
  ...['oklch(0.9 0.4 110)', 'lab(100 0 0)', 'light-dark(#ff0, #006)', 'hsl(60 100% 50%)'],
];

/** The accent and the soft ground that stand where the host sets none. */
const ours = {
  light: [
    [0x0b, 0x6a, 0x87],
    [0xe4, 0xf1, 0xf6],
  ],
  dark: [
    [0x57, 0xbc, 0xd9],
    [0x14, 0x34, 0x41],
  ],
};

/** A browser without relative colours cannot make them opaque. */
const seeThrough = ['#00000000', 'rgb(255 255 0 / 0.2)', 'transparent'];

type Colour = readonly [red: number, green: number, blue: number];

const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
  '2d',
  { willReadFrequently: true },
)!;

/** What of a colour a screen shows, whatever space it is written in. */
function shown(colour: string): Colour {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = '#123456';
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha] = pen.getImageData(0, 0, 1, 1).data;
  expect(alpha, `${colour} is opaque`).to.equal(255);
  return [red, green, blue];
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Reads an element's tokens, as something in it is drawn with them. */
async function tokensOf(theme: 'light' | 'dark', isOld: boolean) {
  const element = place('overblik-marker', { theme });
  await element.updateComplete;
  const root = element.shadowRoot!;
  if (isOld) root.adoptedStyleSheets = root.adoptedStyleSheets.map(withoutRelativeColours);
  const probe = document.createElement('i');
  root.append(probe);
  const style = getComputedStyle(probe);
  return (accent: string | undefined) => {
    element.style.cssText = accent === undefined ? '' : `--overblik-accent: ${accent}`;
    return (name: string): Colour => {
      probe.style.color = `var(--o-${name})`;
      return shown(style.color);
    };
  };
}

function withoutRelativeColours(sheet: CSSStyleSheet): CSSStyleSheet {
  const kept = [...sheet.cssRules].filter((rule) => !(rule instanceof CSSSupportsRule));
  const copy = new CSSStyleSheet();
  copy.replaceSync(kept.map(({ cssText }) => cssText).join('\n'));
  return copy;
}

/** The pairs that cannot be told apart. */
function unreadable(colour: (name: string) => Colour): readonly string[] {
  return pairs.flatMap(([least, overs, unders]) =>
    overs.flatMap((over) =>
      unders
        .map((under) => ({ under, ratio: contrast(colour(over), colour(under)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ under, ratio }) => `${over} on ${under}: ${ratio.toFixed(2)}, not ${least}`),
    ),
  );
}

for (const theme of ['light', 'dark'] as const)
  for (const isOld of [false, true])
    describe(`${theme}, ${isOld ? 'in a browser without relative colours' : 'as browsers are'}`, () => {
      it('our own accent is drawn as it is, and can be read', async () => {
        const colour = (await tokensOf(theme, isOld))(undefined);
        expect(['accent', 'accent-soft'].map(colour)).to.deep.equal(ours[theme]);
        expect(unreadable(colour)).to.deep.equal([]);
      });

      it('so can those that are hard', async () => {
        const withAccent = await tokensOf(theme, isOld);
        const failed = [...given, ...(isOld ? [] : seeThrough)].flatMap((accent) =>
          unreadable(withAccent(accent)).map((pair) => `${accent}: ${pair}`),
        );
        expect(failed).to.deep.equal([]);
      });

      it('so can any other', async () => {
        const withAccent = await tokensOf(theme, isOld);
        const channel = fc.integer({ min: 0, max: 255 });
        fc.assert(
          fc.property(channel, channel, channel, (red, green, blue) => {
            const failed = unreadable(withAccent(`rgb(${red} ${green} ${blue})`));
            expect(failed).to.deep.equal([]);
          }),
          { numRuns: cases(30, 100) },
        );
      });
    });

describe('an accent', () => {
  it('that can be read is drawn as it is given', async () => {
    const light = (await tokensOf('light', false))('#7a3e9d');
    expect(light('accent')).to.deep.equal([0x7a, 0x3e, 0x9d]);
    const dark = (await tokensOf('dark', false))('#9fd3c7');
    expect(dark('accent')).to.deep.equal([0x9f, 0xd3, 0xc7]);
  });

  it('keeps its hue where it is made darker or brighter, and gives it to the soft ground', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const colour = (await tokensOf(theme, false))('orange');
      for (const name of ['accent', 'accent-soft']) {
        const [red, green, blue] = colour(name);
        expect(red, `${theme} ${name}`).to.be.greaterThan(green);
        expect(green, `${theme} ${name}`).to.be.greaterThan(blue);
      }
    }
  });

  it('leaves a soft ground and a text on the accent of the host’s own', async () => {
    const element = place('overblik-marker', { theme: 'light' });
    element.style.cssText =
      '--overblik-accent: #7a3e9d; --overblik-accent-soft: #fedcba; --overblik-accent-text: #abcdef';
    await element.updateComplete;
    const probe = document.createElement('i');
    element.shadowRoot!.append(probe);
    for (const [name, colour] of [
      ['accent-soft', [0xfe, 0xdc, 0xba]],
      ['accent-text', [0xab, 0xcd, 0xef]],
    ] as const) {
      probe.style.color = `var(--o-${name})`;
      expect(shown(getComputedStyle(probe).color)).to.deep.equal(colour);
    }
  });

  it('reaches the elements within', async () => {
    const workspace = place('overblik-workspace', { theme: 'light' });
    workspace.style.cssText = '--overblik-accent: yellow';
    await workspace.updateComplete;
    const list = workspace.shadowRoot!.querySelector('overblik-population')!;
    await list.updateComplete;
    const colours = [workspace, list].map((element) => {
      const probe = document.createElement('i');
      element.shadowRoot!.append(probe);
      probe.style.color = 'var(--o-accent)';
      return getComputedStyle(probe).color;
    });
    expect(colours[0]).to.equal(colours[1]);
    expect(luminance(shown(colours[0]!))).to.be.lessThan(0.16);
  });
});
