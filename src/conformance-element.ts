/** `overblik/conformance/element`: registers `<overblik-conformance>`, and nothing else. */
import { OverblikConformance } from './conformance/element/element.ts';
import { register } from './register.ts';

register({ conformance: OverblikConformance });

export { OverblikConformance };
export type { ConformanceDetail } from './conformance/element/element.ts';
