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
