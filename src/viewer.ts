/** `overblik/viewer`: registers `<overblik-profile>`, and nothing else. */
import { OverblikProfile } from './elements/profile/element.ts';
import { register } from './register.ts';

register({ profile: OverblikProfile });

export type * from './elements/shared/events.ts';
export { OverblikProfile };
