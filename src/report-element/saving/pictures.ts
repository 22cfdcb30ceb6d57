/** A chart as a picture in a file; my own clinic is not told apart in it. */
import { exportFileName } from '../../export/index.ts';
import { handOver, type HandedOver } from '../../elements/shared/hand-over.ts';
import { chartAsPng, chartAsSvg, type Drawing } from '../charts/index.ts';
import type { PictureKind } from '../cards/charts.ts';

/** Undefined where there is nothing to draw. */
export async function savePicture(
  element: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment },
  drawing: Drawing,
  kind: PictureKind,
  date: string,
): Promise<{ readonly name: string; readonly outcome: HandedOver } | undefined> {
  const root = element.renderRoot as ShadowRoot;
  const file = kind === 'png' ? await chartAsPng(drawing, root) : svgFile(drawing, root);
  if (!file) return undefined;
  const name = exportFileName(drawing.title, date, 'csv').replace(/csv$/, kind);
  return { name, outcome: handOver(element, { file, name }) };
}

function svgFile(drawing: Drawing, root: ShadowRoot): Blob | undefined {
  const picture = chartAsSvg(drawing, root);
  return picture && new Blob([picture.markup], { type: 'image/svg+xml' });
}
