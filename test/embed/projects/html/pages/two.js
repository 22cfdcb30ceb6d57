import { memoryAdapter } from './overblik/overblik.js';
import { define } from './other/overblik.js';
import { demens, sampleClinic } from './overblik/overblik-testing.js';

const place = (element, root) => {
  const adapter = memoryAdapter(sampleClinic());
  const profileId = 'dk.demens';
  Object.assign(element, { adapter, profiles: [demens], profileId, asOf: '2026-11-24' });
  root.append(element);
};
const main = document.querySelector('main');
place(document.createElement('overblik-population'), main);
define({ prefix: 'other' });
place(document.createElement('other-population'), main);
// Chromium has registries of their own from 146.
if ('customElementRegistry' in Element.prototype) {
  const registry = new CustomElementRegistry();
  define({ registry });
  const scope = main.appendChild(document.createElement('section'));
  const root = scope.attachShadow({ mode: 'open', customElementRegistry: registry });
  place(document.createElement('overblik-population', { customElementRegistry: registry }), root);
}
