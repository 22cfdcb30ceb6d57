/**
 * Puts a text on the clipboard that is still being made. To be called in the click itself: Firefox and Safari let
 * only who was clicked a moment ago have the clipboard, and then wait for the text.
 *
 * @throws Where the page has no clipboard, the browser forbids it, or the text cannot be made.
 */
export async function writeClipboard(
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
  // eslint-disable-next-line no-restricted-syntax -- the clipboard's, not a document's
  await Promise.all([clipboard.write([item]), blob]);
}
