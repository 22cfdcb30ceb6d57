/** What stands on the pages of a PDF. */
import { getDocumentProxy } from 'unpdf';

export interface PdfPage {
  readonly text: string;
  /** Points: `842×595`. */
  readonly size: string;
  /** Of the smallest letter, in points, to a tenth. */
  readonly smallest: number;
}

export async function readPdf(pdf: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const written = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
    const sizes = written.map(({ transform }) => {
      const [, , x = 0, y = 0] = transform as readonly number[];
      return Math.hypot(x, y);
    });
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(''),
      size: `${Math.round(right - left)}×${Math.round(top - bottom)}`,
      smallest: Math.round(Math.min(...sizes) * 10) / 10,
    });
  }
  return pages;
}
