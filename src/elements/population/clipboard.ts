/**
 * Puts a text on the clipboard that is still being made. To be called in the click itself: Firefox and Safari let
 * only who was clicked a moment ago have the clipboard, and then wait for the text.
 *
 * @throws Where the page has no clipboard, the browser forbids it, or the text cannot be made.
 */
async function writeClipboard(
  page: (Window & Partial<Pick<typeof globalThis, 'ClipboardItem'>>) | null,
  text: Promise<string>,
): Promise<void> {
  // A page that is not secure has none.
  const { clipboard }: { clipboard?: Clipboard } = page?.navigator ?? {};
  if (!page || !clipboard) throw new DOMException('There is no clipboard.', 'NotSupportedError');
  const { ClipboardItem } = page;
  // Firefox has had items since 127.
  if (!ClipboardItem) return clipboard.writeText(await text);
  const type = 'text/plain';
  const blob = text.then((written) => new Blob([written], { type }));
  const item = new ClipboardItem({ [type]: blob });
  // The browser tells only that there is no text, not why.
  // oxlint-disable-next-line house/no-restricted-syntax -- the clipboard's, not a document's
  await Promise.all([clipboard.write([item]), blob]);
}

/**
 * What became of a text on its way to the clipboard: `ready`: the browser asks for another click, now that the text is
 * there; `failed`: it could not be made; `dropped`: nobody wants it any more.
 */
export type Copied =
  | { readonly outcome: 'copied' | 'failed' | 'dropped' }
  | { readonly outcome: 'ready'; readonly again: () => Promise<'copied' | 'blocked'> };

/**
 * Puts a text on the clipboard that is still being made. To be called in the click itself. Never rejects.
 *
 * @param isWanted Whether those whom the text names are shown still.
 */
export async function copyOut(
  page: Window | null,
  text: Promise<string>,
  isWanted: () => boolean,
): Promise<Copied> {
  const wanted = text.then((made) => {
    if (isWanted()) return made;
    throw new Error('Nobody wants it any more.');
  });
  if (await writes(page, wanted)) return { outcome: 'copied' };
  const ready = await wanted.catch(() => undefined);
  if (!isWanted()) return { outcome: 'dropped' };
  if (ready === undefined) return { outcome: 'failed' };
  const again = async () =>
    isWanted() && (await writes(page, Promise.resolve(ready)))
      ? ('copied' as const)
      : ('blocked' as const);
  return { outcome: 'ready', again };
}

async function writes(page: Window | null, text: Promise<string>): Promise<boolean> {
  try {
    await writeClipboard(page, text);
    return true;
  } catch {
    return false;
  }
}
