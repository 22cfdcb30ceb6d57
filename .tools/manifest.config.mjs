/** Settings of the custom-elements analyzer. It would write into package.json unless told not to. */
import { publicFace } from './public-face.mjs';

export default {
  globs: [
    'src/elements/**/*.ts',
    'src/conformance/element/element.ts',
    'src/editor/**/*.ts',
    'src/report-element/**/*.ts',
  ],
  outdir: '.build/manifest',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [{ name: 'public-face', packageLinkPhase: publicFace }],
};
