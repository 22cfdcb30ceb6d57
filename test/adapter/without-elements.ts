/** Of the library's public face what needs no page. */
export { Clinic, compile, evaluate, requestFor } from '../../src/engine/index.ts';
export { parseProfile } from '../../src/profile/index.ts';
