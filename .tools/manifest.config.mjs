/** Settings of the custom-elements analyzer. It would write into package.json unless told not to. */
export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.build/manifest',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [{ name: 'public-face-only', packageLinkPhase: keepPublic }],
};

/** Private and protected members are nobody's business, and would drown the rest in the documentation. */
function keepPublic({ customElementsManifest }) {
  for (const { declarations = [] } of customElementsManifest.modules)
    for (const declaration of declarations)
      if (declaration.members)
        declaration.members = declaration.members.filter(({ privacy }) => !privacy);
}
