/** A file that was written, given to the host or saved by the browser. */
import type { WrittenFile } from '../../model/index.ts';
import { emit } from './events.ts';

/**
 * What became of a file: `taken` by the host; `saved` by the browser; `blocked`: the frame may not save files;
 * `unsure`: the browser was asked, and a frame of another origin is not told whether it did.
 */
export type HandedOver = 'taken' | 'saved' | 'blocked' | 'unsure';

/** Offers the file to the host, and otherwise has the browser save it. */
export function handOver(element: HTMLElement, written: WrittenFile): HandedOver {
  if (!emit(element, 'overblik-export', written, { cancelable: true })) return 'taken';
  const { ownerDocument } = element;
  const outcome = mayDownload(ownerDocument.defaultView);
  if (outcome !== 'blocked') save(ownerDocument, written);
  return outcome;
}

/** Whether a window may save files, as far as it can tell: a sandbox around it lets the wish pass without a word. */
export function mayDownload(page: Window | null): 'saved' | 'blocked' | 'unsure' {
  for (let inner = page; inner && inner !== inner.parent; inner = inner.parent) {
    const { frameElement } = inner;
    if (!frameElement) return 'unsure';
    const sandbox = frameElement.getAttribute('sandbox');
    if (sandbox !== null && !/(^|\s)allow-downloads(\s|$)/i.test(sandbox)) return 'blocked';
  }
  return 'saved';
}

function save(ownerDocument: Document, { file, name }: WrittenFile): void {
  const url = URL.createObjectURL(file);
  // Not in the page: nobody's listener for clicks on links hears of it.
  const link = ownerDocument.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
