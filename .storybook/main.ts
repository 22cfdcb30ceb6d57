import type { StorybookConfig } from '@storybook/web-components-vite';
import remarkGfm from 'remark-gfm';

/** Tables of the docs keep to the page's width: code in them breaks where it must. */
const tableStyles = `<style>
  .sbdocs td { vertical-align: top }
  .sbdocs td:first-child { min-width: 8rem }
  .sbdocs td code { white-space: normal; overflow-wrap: anywhere }
</style>`;

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    // Not the demo journal's: its content security policy has no place for Storybook's own scripts.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  // The page on semantics is generated (.tools/semantics.ts).
  stories: ['../stories/docs/**/*.mdx', '../.build/docs/*.mdx', '../stories/**/*.stories.ts'],
  addons: [
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
  ],
  previewHead: (head) => `${head ?? ''}<link rel="icon" href="./favicon.svg" />${tableStyles}`,
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
