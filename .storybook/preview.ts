import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../.build/custom-elements.json' with { type: 'json' };
import '../src/define.ts';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    docs: { story: { inline: false, height: '620px' } },
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Overblik',
          [
            'Overview',
            'First day',
            'Getting started',
            'Embedding',
            'Events',
            'Recipes',
            'Package',
            'Command line',
            'Theming',
            'Tags in templates',
            'Adapter contract',
            'Data that comes in',
            'Conformance',
            'Bridge',
            'FHIR',
            'REST',
            'Profiles',
            'Semantics',
            'Tables of the semantics',
            'Profile as SQL',
            'Reports out of databases',
            'Shared view',
            'Accessibility',
            'Security',
            'Architecture',
            'Glossary',
            'Add a record type',
            'Benchmarks',
            'Reports of a country',
            'Beyond one machine',
            'Decisions',
          ],
          'Workspace',
          'Population',
          'Cockpit',
          'Marker',
          'Grid',
          'Conformance',
        ],
      },
    },
  },
  globalTypes: {
    language: {
      description: 'Sprog / language',
      toolbar: { icon: 'globe', items: ['da', 'en'], dynamicTitle: true },
    },
    theme: {
      description: 'Tema / theme',
      toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { language: 'da', theme: 'light' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = String(globals.language);
      document.documentElement.style.colorScheme = String(globals.theme);
      // A stated ground: what measures contrast would take white for granted.
      document.body.style.background = 'Canvas';
      return story();
    },
  ],
};

export default preview;
