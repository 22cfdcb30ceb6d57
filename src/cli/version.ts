import { readFileSync } from 'node:fs';

/** The package's version, as its own file tells it. */
export function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { readonly version: string }).version);
}
