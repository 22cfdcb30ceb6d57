import type { StorybookConfig } from '@storybook/web-components-vite';
import remarkGfm from 'remark-gfm';

/** Tables of the docs keep to the page's width: code in them breaks where it must, wide ones scroll. */
const tableStyles = `<style>
  .sbdocs table { display: block; overflow-x: auto }
  .sbdocs table tr :is(td, th) { vertical-align: top; padding: 0.3rem 0.5rem; font-size: 0.8125rem }
  .sbdocs table tr td:first-child { min-width: 8rem }
  .sbdocs table tr td code { white-space: normal; overflow-wrap: anywhere }
</style>`;

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    // Not the demo journal's: its content security policy has no place for Storybook's own scripts.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  // The pages on semantics and its tables are generated (.tools/semantics.ts, .tools/record-tables.ts).
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
