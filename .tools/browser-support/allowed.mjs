/**
 * What the library uses beyond the supported browsers, by its name in MDN's compatibility data, and why nothing is lost
 * without it. What rules ask for first (`@supports`), or have said in another way before, needs no mention.
 */
export const allowed = {
  'api.scheduler': 'Asked for first; else a timer lets the others go before.',
  'api.Element.customElementRegistry': 'Nothing where it is unknown: the page has one registry.',
  'css.types.color.light-dark': 'Taken out where it is unknown (src/ui/two-schemes.ts).',
  'css.selectors.dir':
    'Asked for first in scripts. In styles: a shadow on the other side, from right to left.',
  'css.properties.overflow-anchor': 'Safari before 27 moves no scrolled place by itself.',
  'css.properties.overflow-anchor.none': 'Safari before 27 moves no scrolled place by itself.',
  'css.properties.scrollbar-gutter': 'The list is as wide as the bar leaves it.',
  'css.properties.scrollbar-gutter.stable': 'The list is as wide as the bar leaves it.',
  'css.properties.scrollbar-width': 'The bar is as wide as the browser draws it.',
  'css.properties.scrollbar-width.thin': 'The bar is as wide as the browser draws it.',
  'css.properties.scrollbar-width.none': 'Beside it stands ::-webkit-scrollbar.',
  'css.selectors.-webkit-scrollbar': 'Beside it stands scrollbar-width.',
  'css.properties.print-color-adjust.exact': 'Beside it stands -webkit-print-color-adjust.',
  'css.properties.mask-image': 'What scrolls is cut straight, without a fade.',
  'css.properties.text-wrap': 'Lines break where they are full.',
  'css.properties.text-wrap.pretty': 'Lines break where they are full.',
  'css.properties.text-wrap.balance': 'Lines break where they are full.',
  'css.properties.break-after.avoid': 'On paper a head may stand alone at the foot of a page.',
  'css.properties.reading-flow': 'The way of the Tab key is that of the markup.',
  'css.properties.reading-flow.grid-rows': 'The way of the Tab key is that of the markup.',
  'css.properties.forced-color-adjust': 'Safari has no forced colours.',
  'css.properties.forced-color-adjust.auto': 'Safari has no forced colours.',
  'css.properties.forced-color-adjust.none': 'Safari has no forced colours.',
};
