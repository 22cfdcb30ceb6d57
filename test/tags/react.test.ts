/** React draws the elements in a real Chromium: data goes in, events come out, and both change and go. */
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { serveWithBrowser, watch } from '../journey/browser.ts';

interface Host {
  readonly told: string[];
  draw(given: { patientId?: string; density?: 'compact' }): void;
  holdsFailure(): boolean;
  unmount(): void;
}

const site = serveWithBrowser('dist');

describe.each(['react-18', 'react-19'])('%s', (folder) => {
  it('a list, a cockpit and a marker', async () => {
    const { outputFiles } = await build({
      entryPoints: [`test/tags/hosts/${folder}/page.tsx`],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"development"' },
    });
    const page = await site.browser.newPage({ viewport: { width: 1300, height: 900 } });
    page.setDefaultTimeout(120_000);
    const troubles = watch(page, site.url);
    const address = `${site.url}host.html`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="da"><title>x</title><main></main><script type="module" src="host.js"></script>`,
      }),
    );
    await page.route(`${site.url}host.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]!.text }),
    );
    await page.goto(address);
    const told = () => page.evaluate(() => [...(window as unknown as Host).told]);

    // Data, attributes and what is React's own reach the elements.
    const list = page.locator('overblik-population');
    await list.locator('.line').first().waitFor();
    expect(await told()).toContain('loaded dk.demens true');
    const workspace = page.locator('overblik-workspace');
    expect(await workspace.getAttribute('class')).toBe('wide');
    expect(await workspace.getAttribute('lang')).toBe('en');
    expect((await workspace.boundingBox())!.height).toBe(700);

    // Events come with their details, and can be cancelled.
    await list.locator('.line .link').first().click();
    expect(await told()).toContain('open-journal string');
    await list.locator('.line [aria-colindex="4"]').first().click();
    await expect.poll(told).toContain('patient-selected row');
    await page.locator('overblik-marker').locator('button').click();
    expect((await told()).some((each) => /^open-cockpit \S+/.test(each))).toBe(true);
    expect((await told()).filter((each) => each.startsWith('open-cockpit'))).toHaveLength(1);

    // A property that is another, and one that is gone.
    await page.evaluate(() => (window as unknown as Host).draw({ density: 'compact' }));
    await expect.poll(() => workspace.getAttribute('density')).toBe('compact');
    await page.evaluate(() => (window as unknown as Host).draw({}));
    await expect.poll(() => workspace.getAttribute('density')).toBe(null);
    expect(await page.evaluate(() => (window as unknown as Host).holdsFailure())).toBe(true);

    await page.evaluate(() => (window as unknown as Host).unmount());
    await expect.poll(() => workspace.count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.close();
  });
});
