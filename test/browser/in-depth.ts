/** What `npm run test:deep` asks alone: everyday something else of its kind stands for it. */
import { expect } from '@open-wc/testing';
import { isDeep } from '../depth.ts';

export const inDepth = isDeep ? it : it.skip;

/** For tests that loops make: everyday one in so many is asked, in depth all. */
export function oneIn(many: number): () => Mocha.TestFunction | Mocha.PendingTestFunction {
  let at = 0;
  return () => (at++ % many === 0 ? it : inDepth);
}

/** Axe over an element as it stands now, in depth: everyday it is run over the stories, which show the same states. */
export async function isAccessible(element: Element): Promise<void> {
  if (isDeep) await expect(element).to.be.accessible();
}
