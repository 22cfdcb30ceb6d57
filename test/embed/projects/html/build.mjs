/** Puts the pages beside the files of the package. A second address makes modules of their own, as a second version does. */
import { cpSync } from 'node:fs';

cpSync('pages', 'dist', { recursive: true });
for (const folder of ['overblik', 'other'])
  cpSync('node_modules/overblik/dist', `dist/${folder}`, {
    recursive: true,
    filter: (path) => !/\.(?:map|ts|md)$/.test(path),
  });
