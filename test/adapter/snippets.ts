/** Files that stand in the docs, as they are run: what they import of `overblik` comes from here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/** The text of a file of a page: the block whose fence says `file=<name>`. */
export function fileIn(page: string, name: string): string {
  const text = readFileSync(`stories/docs/${page}`, 'utf8');
  const [, , found] =
    /* The fence's language and name, then everything up to the fence that ends it. */
    new RegExp(
      `^\`\`\`(\\w+) file=${name.replaceAll('.', '\\.')}\\n([\\s\\S]*?)^\`\`\`$`,
      'm',
    ).exec(text) ?? [];
  if (found === undefined) throw new Error(`${page} has no file ${name}.`);
  return found;
}

/** Runs a file of a page, and answers what it exports. */
export async function runFile(
  page: string,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({
    stdin: { contents: fileIn(page, name), resolveDir: resolve('.') },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
    tsconfig: 'tsconfig.json',
    alias: {
      'overblik/adapter/fhir': resolve('src/adapter/fhir/index.ts'),
      // Elements need a page: what a file in Node takes of `overblik` has none of them.
      overblik: resolve('test/adapter/without-elements.ts'),
      'overblik/workspace': resolve('test/adapter/without-elements.ts'),
    },
  });
  const text = Buffer.from(outputFiles[0]!.contents).toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${text}`)) as Record<
    string,
    unknown
  >;
}
