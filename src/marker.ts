/** `overblik/marker`: registers `<overblik-marker>`, and nothing else. */
import { OverblikMarker } from './elements/marker/marker.ts';
import { register } from './register.ts';

register({ marker: OverblikMarker });

export type * from './elements/shared/events.ts';
export { OverblikMarker };
