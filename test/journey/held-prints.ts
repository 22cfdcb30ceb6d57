/** In place of the browser's own dialog, what is printed stays to be looked at. Run in the page, by whatever drives it. */
export function holdPrintsInPage(): void {
  const append = HTMLElement.prototype.append;
  HTMLElement.prototype.append = function (...nodes) {
    append.apply(this, nodes);
    for (const node of nodes)
      if (node instanceof HTMLIFrameElement && node.contentWindow) {
        const inner = node.contentWindow;
        inner.print = () => void inner.dispatchEvent(new Event('beforeprint'));
      }
  };
}
