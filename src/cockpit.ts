/** `overblik/cockpit`: registers `<overblik-cockpit>`, and nothing else. */
import { OverblikCockpit } from './elements/cockpit/element.ts';
import { register } from './register.ts';

register({ cockpit: OverblikCockpit });

export type * from './elements/shared/events.ts';
export { OverblikCockpit };
