// Plain JavaScript, for the package's types give every page's `document` other types.
import '@finos/perspective-viewer-datagrid';
export { default } from '@finos/perspective-viewer';
