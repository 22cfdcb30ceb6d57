/** A chart as a picture: an SVG that stands by itself, and a PNG of it. One's own numbers are in neither. */
import { html, render, svg } from 'lit';
import type { Drawing } from './types.ts';

const width = 760;
const margin = 24;
const lineHeight = 18;
/** Dots to a pixel. */
const density = 2;

const family = "'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** What a drawing has from style sheets, as attributes that any program reads. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

export interface ChartPicture {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The chart with its title, what it shows and its note, without style sheets, fonts, scripts or anything from elsewhere.
 * Light, whatever the page is. Undefined where there is nothing to draw.
 *
 * @param within Where `chartStyles` hold: it is drawn there for a moment, where nobody sees it.
 */
export function chartAsSvg(
  drawing: Drawing,
  within: ShadowRoot | HTMLElement,
): ChartPicture | undefined {
  const { title, finding, note, plot: plotAt } = drawing.toShare();
  const plot = plotAt?.(width - 2 * margin);
  if (!plot) return undefined;
  const place = within.ownerDocument.createElement('div');
  place.className = 'chart chart-picture';
  render(
    html`<div class="chart-plot">
      <svg width=${plot.width} height=${plot.height}>${svg`${plot.content}`}</svg>
    </div>`,
    place,
  );
  within.append(place);
  try {
    const source = place.querySelector('svg')!;
    const drawn = source.cloneNode(true) as SVGSVGElement;
    const colours = colourReader(place);
    spellOut(source, drawn, colours);
    const text = (words: string, size: number, weight: number, colour: string) => ({
      ...{ words, size, weight, colour },
    });
    const ink = colours(getComputedStyle(place).color).colour;
    const lines = [
      ...inLines(title, 46).map((words) => text(words, 16, 600, ink)),
      ...finding.flatMap((each) => inLines(each, 100)).map((words) => text(words, 12, 400, ink)),
    ];
    const top = margin + lines.length * lineHeight + 10;
    const notes = note === undefined ? [] : inLines(note, 100);
    const height =
      top + plot.height + (notes.length > 0 ? 8 + notes.length * lineHeight : 0) + margin;
    const root = svgElement('svg', {
      ...{ xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
      'font-family': family,
    });
    const name = svgElement('title', {});
    name.textContent = title;
    const description = svgElement('desc', {});
    description.textContent = finding.join(' ');
    root.append(name, description, svgElement('rect', { width, height, fill: '#ffffff' }));
    lines.forEach(({ words, size, weight, colour }, at) => {
      root.append(
        textElement(words, {
          ...{ x: margin, y: margin + 12 + at * lineHeight, fill: colour },
          ...{ 'font-size': size, 'font-weight': weight },
        }),
      );
    });
    const group = svgElement('g', { transform: `translate(${margin} ${top})` });
    group.append(...drawn.childNodes);
    root.append(group);
    notes.forEach((words, at) => {
      const y = top + plot.height + 20 + at * lineHeight;
      root.append(textElement(words, { x: margin, y, fill: ink, 'font-size': 11 }));
    });
    return { markup: new XMLSerializer().serializeToString(root), width, height };
  } finally {
    place.remove();
  }
}

/** The same as dots, two to a pixel. Undefined where there is nothing to draw. */
export async function chartAsPng(
  drawing: Drawing,
  within: ShadowRoot | HTMLElement,
): Promise<Blob | undefined> {
  const picture = chartAsSvg(drawing, within);
  if (!picture) return undefined;
  const page = within.ownerDocument;
  const image = page.createElement('img');
  // `img-src data:` is all that it takes of a page's policy.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.markup)}`;
  await image.decode();
  const canvas = page.createElement('canvas');
  canvas.width = picture.width * density;
  canvas.height = picture.height * density;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob ? resolve(blob) : reject(new Error('The browser makes no PNG of the chart.')),
      'image/png',
    );
  });
}

const svgNamespace = 'http://www.w3.org/2000/svg';

function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') element.setAttribute(key, String(value));
  return element;
}

function textElement(
  words: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = svgElement('text', attributes);
  element.textContent = words;
  return element;
}

interface PlainColour {
  readonly colour: string;
  readonly opacity: number;
}

/** Writes what the style sheets say of an element, and of all in it, on its copy. */
function spellOut(source: Element, copy: Element, colours: (colour: string) => PlainColour): void {
  const style = getComputedStyle(source);
  for (const { name } of [...copy.attributes])
    if (/^(class|tabindex|role|aria-.*|data-.*)$/.test(name)) copy.removeAttribute(name);
  for (const property of kept) {
    const value = style.getPropertyValue(property);
    if (property !== 'fill' && property !== 'stroke') copy.setAttribute(property, value);
    else if (value === 'none') copy.setAttribute(property, 'none');
    else {
      const { colour, opacity } = colours(value);
      copy.setAttribute(property, opacity === 0 ? 'none' : colour);
      if (opacity > 0 && opacity < 1) copy.setAttribute(`${property}-opacity`, String(opacity));
    }
  }
  const copies = [...copy.children];
  [...source.children].forEach((child, at) => spellOut(child, copies[at]!, colours));
  for (const child of [...copy.childNodes])
    if (child.nodeType === Node.COMMENT_NODE) child.remove();
  if (source.classList.contains('halo')) copy.remove();
}

/** Any colour that a style sheet may have, as six digits and an opacity. */
function colourReader({ ownerDocument }: Element): (colour: string) => PlainColour {
  const canvas = ownerDocument.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, PlainColour>();
  return (colour) => {
    let plain = known.get(colour);
    if (!plain) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
      const digits = [red, green, blue].map((each) => each.toString(16).padStart(2, '0'));
      plain = { colour: `#${digits.join('')}`, opacity: Math.round((alpha / 255) * 100) / 100 };
      known.set(colour, plain);
    }
    return plain;
  };
}

/** Words in lines of so many characters at the most, cut between words. */
function inLines(words: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
