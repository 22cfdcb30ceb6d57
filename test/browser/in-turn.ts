/** Test files that share a page: each finds it as a page of its own would be. */
import { resetMouse, setViewport } from '@web/test-runner-commands';

/**
 * A suite of all that a test file says, by the file's own name.
 *
 * @param load Evaluates the file.
 */
export function inTurn(file: string, load: () => unknown): void {
  describe(file, () => {
    before(async () => {
      await setViewport({ width: 800, height: 600 });
      await resetMouse();
    });
    load();
    after(() => {
      document.body.replaceChildren();
      for (const name of document.documentElement.getAttributeNames())
        document.documentElement.removeAttribute(name);
      scrollTo(0, 0);
    });
  });
}
