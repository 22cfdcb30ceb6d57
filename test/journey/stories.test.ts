/**
 * Axe over the stories: nothing may be found; and what is pressed is large enough. One page shows them in turn, as the sidebar does:
 * what they have in common is loaded once, and looked at once: axe is run over the stories that show an element of a
 * kind, in a place or in colours that none before them showed, and there over those and what they stand in. Those that
 * show nothing of the sort (`alike-stories.ts`) are left for the depth, where it is run over every story whole, light and
 * dark.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isDeep } from '../depth.ts';
import { serveWithBrowser, watch } from './browser.ts';
import { alike } from './alike-stories.ts';
import { lostInForcedColours } from './forced-colours.ts';
import { troubleOfLargeText } from './large-text.ts';
import { smallTargets } from './targets.ts';

interface StoryEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

const index = JSON.parse(readFileSync('.build/storybook/index.json', 'utf8')) as {
  readonly entries: Readonly<Record<string, StoryEntry>>;
};
const all = Object.values(index.entries).filter(({ type }) => type === 'story');
/** Everyday those in Danish and with room that show something of their own; the rest in depth, after them. */
const isEveryday = ({ title, name }: StoryEntry) =>
  !/ (?:English|Narrow)$/.test(name) && !alike.has(`${title}: ${name}`);
const everyday = all.filter(isEveryday);
const stories = isDeep ? [...everyday, ...all.filter((each) => !isEveryday(each))] : everyday;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Besides Lit's, what the browser says of a sandbox: that it is one of ours, and what it refuses. */
const expected =
  /Lit is in dev mode|both allow-scripts and allow-same-origin|Ignored call to 'print\(\)'/;

const site = serveWithBrowser('.build/storybook');
let page: Page;
let troubles: readonly string[];
/** How many stories came to the look in forced colours. */
let looked = 0;
/** How many times the page was loaded. */
let loads = 0;

beforeAll(async () => {
  page = await site.browser.newPage({ viewport: { width: 1280, height: 600 } });
  troubles = watch(page, site.url);
  // Storybook's own run of axe is held back: two at once disturb each other.
  await page.goto(
    `${site.url}iframe.html?id=${stories[0]?.id}&viewMode=story&globals=theme:light;a11y.manual:!true`,
  );
  await page.waitForFunction(settled, stories[0]?.id, { timeout: 120_000, polling: 50 });
});

it('there are stories of every element', () => {
  expect(new Set(everyday.map(({ title }) => title))).toEqual(
    new Set([
      'Population',
      'Grid',
      'Cockpit',
      'Marker',
      'Profile',
      'Workspace',
      'Start page',
      'Conformance',
      'Archive',
      'Report',
      'Report/Charts',
      'Cluster package',
      'Profile editor',
      'Profile editor/Codes',
      'Profile editor/Forms',
      'Profile editor/Assurance',
      'Profile editor/Attrition',
      'Profile editor/Codes',
      'Archive',
    ]),
  );
});

it('those that are left for the depth are there', () => {
  const names = new Set(all.map(({ title, name }) => `${title}: ${name}`));
  expect([...alike].filter((each) => !names.has(each))).toEqual([]);
});

describe('every story', () => {
  it.each(stories.map(({ id, title, name }) => [`${title}: ${name}`, id]))(
    '%s',
    async (said, id) => {
      const before = troubles.length;
      await page.evaluate(show, id);
      await page.waitForFunction(settled, id, { timeout: 120_000, polling: 50 });
      // Storybook loads the page anew after a story that did not end.
      if (!(await page.evaluate(() => 'axe' in window))) {
        await page.evaluate(axe);
        loads++;
      }
      const unseen = await page.evaluate(showsUnseen);
      // A page that was loaded anew has forgotten what it showed.
      if (alike.has(said) && loads === 1)
        expect(unseen, 'It shows something of its own: take it out of alike-stories.ts.').toEqual({
          elements: false,
          colours: false,
        });
      const isOpen = await page.evaluate(hasOpened);
      const light = isDeep || unseen.elements || unseen.colours;
      // A frame of the story is another page to axe.
      if (light)
        for (const frame of page.frames())
          if (frame !== page.mainFrame()) await frame.evaluate(axe);
      const inTheLight = light
        ? await page.evaluate(complaints, { isWhole: isDeep, rules: rulesFor(isDeep || unseen) })
        : [];
      // What is there is the same in the dark: only its colours are to be looked at again.
      if (isDeep)
        await page.evaluate(() => {
          document.documentElement.style.colorScheme = 'dark';
        });
      const inTheDark = isDeep
        ? await page.evaluate(complaints, { isWhole: true, rules: ofColours })
        : [];
      expect({ inTheLight, inTheDark }).toEqual({ inTheLight: [], inTheDark: [] });
      // By the root of smaller pages of hosts, and in depth as it is.
      if (unseen.elements)
        expect(
          await page.evaluate(smallTargets, isDeep ? [14, 16] : [14]),
          'less than 24 pixels',
        ).toEqual([]);
      // Everyday what opens over the page, and every other of the rest.
      if (isDeep || (unseen.elements && (isOpen || ++looked % 2 === 1)))
        expect(await lostInForcedColours(page), 'forced colours').toEqual([]);
      // What opens over the page is looked at in text of twice the size, and in depth everything.
      if (isDeep || (unseen.elements && isOpen))
        expect(await page.evaluate(troubleOfLargeText, 32), 'large text').toEqual([]);
      expect(troubles.slice(before).filter((each) => !expected.test(each))).toEqual([]);
    },
  );
});

/** In the page: whether something stands open over it. */
function hasOpened(): boolean {
  const opened = (parent: Element | ShadowRoot): boolean =>
    parent.querySelector(':popover-open, dialog[open]') !== null ||
    [...parent.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && opened(shadowRoot));
  return opened(document.body);
}

/** Of a tag's rules, without a word, axe runs those of level AAA as well. */
const ofColours: RunOptions = {
  runOnly: { type: 'tag', values: ['cat.color'] },
  rules: { 'color-contrast-enhanced': { enabled: false } },
};

/** Axe's rules for what a story shows: all of them, those of colours, or those of all else. */
function rulesFor(unseen: Unseen | true): RunOptions {
  if (unseen === true || (unseen.elements && unseen.colours)) return {};
  return unseen.colours ? ofColours : { rules: { 'color-contrast': { enabled: false } } };
}

/** In the page: what axe complains of, of all that is shown or of what was not seen before, by rules as they are chosen. */
async function complaints({
  isWhole,
  rules,
}: {
  readonly isWhole: boolean;
  readonly rules: RunOptions;
}): Promise<readonly string[]> {
  const { axe, unseen } = window as unknown as {
    axe: { run(where: ElementContext, options: RunOptions): Promise<AxeResults> };
    unseen: ReadonlySet<Element>;
  };
  const root = document.querySelector('#storybook-root')!;
  const isIn = (inner: Element, outer: Element): boolean => {
    const above = inner.parentElement ?? (inner.getRootNode() as Partial<ShadowRoot>).host;
    return above !== undefined && (above === outer || isIn(above, outer));
  };
  const there = [...unseen].filter(({ isConnected }) => isConnected);
  const outermost = there.filter((each) => !there.some((other) => isIn(each, other)));
  // A frame is a page to axe, of which no part can be named from here.
  const isPart = !isWhole && outermost.length > 0 && !root.querySelector('iframe');
  const { violations } = await axe.run(isPart ? { include: outermost } : root, {
    ...rules,
    resultTypes: ['violations'],
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`,
  );
}

interface Unseen {
  /** Elements of a kind, or where none of it was. */
  readonly elements: boolean;
  /** Text in colours, on a ground, of a size that no text had before, whatever it was: contrast is of nothing else. */
  readonly colours: boolean;
}

/** In the page: whether the story shows what none before it showed; it is kept, with what it stands in, for axe. */
function showsUnseen(): Unseen {
  const { seen } = Object.assign(window, {
    seen: (window as unknown as { seen?: Set<string> }).seen ?? new Set<string>(),
  });
  const unseen = { elements: false, colours: false };
  const found = new Set<Element>();
  Object.assign(window, { unseen: found });
  const grounds = new Map<Element, string>();
  const root = document.querySelector('#storybook-root');
  if (root) look(root, '');
  return unseen;

  function look(parent: Element | ShadowRoot, path: string): void {
    for (const element of parent.children) {
      const { localName } = element;
      const around =
        element.parentElement ?? (parent instanceof ShadowRoot ? parent.host : element);
      if (note('elements', `${path}>${localName} ${kindOf(element)}`)) found.add(around);
      if (hasText(element) && element.checkVisibility()) {
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const colours = [color, groundOf(element), fontSize, fontWeight].join(' ');
        if (note('colours', colours)) found.add(element);
      }
      const inner = `${path.split('>').slice(-1).join('')}>${localName}`;
      if (element.shadowRoot) look(element.shadowRoot, inner);
      const framed = element instanceof HTMLIFrameElement && element.contentDocument?.body;
      look(framed || element, inner);
    }
  }

  /** Whether it is the first of its kind. */
  function note(what: keyof Unseen, kind: string): boolean {
    if (seen.has(`${what} ${kind}`)) return false;
    seen.add(`${what} ${kind}`);
    return (unseen[what] = true);
  }

  /** What rules of structure go by: which attributes it has, what they say where that is of a few, and whether it has text. */
  function kindOf(element: Element): string {
    const says = ['role', 'type', 'tabindex', 'aria-hidden', 'aria-modal', 'lang'];
    const attributes = element
      .getAttributeNames()
      .filter((name) => !['class', 'style', 'id', 'part'].includes(name))
      .map((name) => {
        const value = element.getAttribute(name) ?? '';
        return `${name}=${says.includes(name) ? value : value.trim() !== ''}`;
      })
      .sort();
    return `${attributes.join(' ')} ${hasText(element)}`;
  }

  function hasText({ childNodes }: Element): boolean {
    return [...childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
    );
  }

  /** The colours that lie behind an element's text, down to the first that lets nothing through. */
  function groundOf(element: Element): string {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const root = element.getRootNode();
    const behind = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    const opaque = opacity === '1' && /^rgb\(/.test(backgroundColor);
    const ground = [
      ...[backgroundColor, backgroundImage, opacity],
      ...(behind && !opaque ? [groundOf(behind)] : []),
    ].join(' ');
    grounds.set(element, ground);
    return ground;
  }
}

interface Preview {
  readonly currentRender?: { readonly id?: string; readonly phase?: string };
  readonly channel: { emit(event: string, to: object): void };
}

/** In the page: shows a story in place of the one before. */
function show(storyId: string): void {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__: Preview;
  };
  preview.channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
}

/** In the page: the story is played to its end, and shows its last face (those that load for ever aside). */
function settled(id = ''): boolean {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__?: Preview;
  };
  if (preview?.currentRender?.id !== id) return false;
  const { phase } = preview?.currentRender ?? {};
  if (phase === 'errored') throw new Error('The story does not play.');
  // Storybook's own wait for animations to end is not ours: one that follows scrolling has no end.
  if (!['completing', 'completed', 'finished'].includes(phase ?? '')) return false;
  const inRoot = ['[as-of]', 'overblik-grid', 'overblik-report', 'story-charts'];
  const shown = [
    ...inRoot.map((each) => `#storybook-root ${each}`),
    'body > main > [as-of]',
  ].join();
  const framed = document.querySelector<HTMLIFrameElement>('#storybook-root iframe');
  const element = (framed?.contentDocument ?? document).querySelector(shown);
  if (!element?.shadowRoot?.firstElementChild) return element?.localName === 'overblik-marker';
  const forEver = /loading|new-adapter/.test(id);
  const busy = (root: ShadowRoot): boolean =>
    root.querySelector('[aria-busy=true]') !== null ||
    [...root.querySelectorAll('*')].some((each) => each.shadowRoot && busy(each.shadowRoot));
  return forEver || !busy(element.shadowRoot);
}
