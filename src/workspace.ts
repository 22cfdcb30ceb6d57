/** `overblik/workspace`: registers `<overblik-workspace>`, and the list, cockpit and marker that belong to it. */
import { OverblikWorkspace } from './elements/workspace/workspace.ts';
import './cockpit.ts';
import './marker.ts';
import './population.ts';
import { register } from './register.ts';

register({ workspace: OverblikWorkspace });

export type * from './elements/shared/events.ts';
export { OverblikWorkspace };
