/** `overblik/report/element`: registers `<overblik-report>`, and nothing else. */
import { OverblikReport } from './report-element/element.ts';
import { register } from './register.ts';

register({ report: OverblikReport });

export { OverblikReport };
