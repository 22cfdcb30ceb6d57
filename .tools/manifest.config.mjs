/** Settings of the custom-elements analyzer. It would write into package.json unless told not to. */
export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.build/manifest',
  litelement: true,
  packagejson: false,
  quiet: true,
};
