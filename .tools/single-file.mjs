/** How an entry becomes one file, for a page without a build step. */
import { build } from 'vite';

/**
 * Bundles an entry, dynamic imports included, and writes it to `file` if one is named.
 *
 * @returns The code.
 */
export async function buildSingleFile(entry, file) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [importsAtOnce],
    build: {
      write: Boolean(file),
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => file ?? 'unwritten.js' },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          comments: false,
          // Vite leaves the white space of ES libraries in, for bundlers: nothing bundles these.
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
  if (output.length !== 1) throw new Error(`${entry} became ${output.length} files, not one.`);
  return output[0].code;
}

/**
 * What a module imports when it is needed stands in the same file: it is imported at once, and no module has to be
 * wrapped in a function that runs it later.
 */
const importsAtOnce = {
  name: 'imports-at-once',
  enforce: 'post',
  transform: {
    filter: { code: /\bimport\(/ },
    handler(code) {
      const imports = [];
      const body = code.replaceAll(/\bimport\(\s*(["'][^"']+["'])\s*\)/g, (_, source) => {
        const name = `atOnce${imports.length}`;
        imports.push(`import * as ${name} from ${source};`);
        return `Promise.resolve(${name})`;
      });
      return { code: [...imports, body].join('\n'), map: null };
    },
  },
};
