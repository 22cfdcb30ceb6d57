/** The browsers that are supported, as `browserslist` in package.json says it, and what they know. */
import { createRequire } from 'node:module';
import browserslist from 'browserslist';

const require = createRequire(import.meta.url);
/** @type {import('@mdn/browser-compat-data').CompatData} */
export const data = require('@mdn/browser-compat-data');

/** By browser, its oldest supported version: `chrome` → `114`. */
export const targets = readTargets();

function readTargets() {
  const oldest = {};
  for (const entry of browserslist(undefined, { path: process.cwd() })) {
    const [name, version] = entry.split(' ');
    const number = parseFloat(version);
    if (Number.isNaN(number)) continue;
    if (!(name in data.browsers)) throw new Error(`No data tells of the browser ${name}.`);
    oldest[name] = Math.min(oldest[name] ?? Infinity, number);
  }
  return oldest;
}

/** The oldest browsers that read the code at all: static blocks of classes are the youngest of ES2022. */
export const readers = { chrome: 94, edge: 94, firefox: 93, safari: 16.4 };

/**
 * Which of the supported browsers lack a feature: `chrome 125`, the version that it came with.
 *
 * @param feature What the data says of it: an object with `__compat`.
 * @param isPrefixed Whether it is written with a browser's prefix beside it.
 * @param bar Other browsers than the supported ones.
 */
export function lackedBy(feature, isPrefixed = false, bar = targets) {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return Object.entries(bar).flatMap(([name, version]) => {
    const statements = [support[name] ?? []].flat();
    if (statements.length === 0) return [];
    if (statements.some((each) => covers(each, version, isPrefixed))) return [];
    const came = statements.map((each) => each.version_added).find((each) => each);
    return [came ? `${name} ${came}` : `${name} at all`];
  });
}

function covers(statement, version, isPrefixed) {
  const { version_added: added, version_removed: removed } = statement;
  if (!added || added === 'preview' || statement.flags || statement.alternative_name) return false;
  if (statement.prefix && !isPrefixed) return false;
  const from = parseFloat(String(added).replace('≤', ''));
  const to = removed && removed !== 'preview' ? parseFloat(removed) : Infinity;
  return from <= version && version < to;
}
