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
        // The entry may stand in the group's file: its exports stay as they are.
        preserveEntrySignatures: 'allow-extension',
        // In one file none loads anything.
        checks: { ineffectiveDynamicImport: false },
        output: {
          // All modules in one group, dynamic imports among them: `codeSplitting: false` wraps each of them, and what
          // it imports, in a function that runs it later, which costs 7 kB.
          codeSplitting: { groups: [{ name: 'one-file' }] },
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
