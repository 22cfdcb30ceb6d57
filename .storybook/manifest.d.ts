/** Generated before Storybook starts (.tools/manifest.mjs). */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
