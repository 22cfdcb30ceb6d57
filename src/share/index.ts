/**
 * A patient's cockpit, shared with named health professionals elsewhere for a time. An entry of its own
 * (`overblik/share`): a page that shares nothing loads none of it.
 */
export { sharedAdapter } from './adapter.ts';
export { makeShare, type Recipient, type Share, type ShareWish } from './content.ts';
export { makeHealthLink, type HealthLink, type HealthLinkOptions } from './health-link.ts';
export { newKeys, thumbprint, type KeyPair, type PublicKey } from './keys.ts';
export { openShare, type OpeningReport, type OpenOptions, type TrustedSender } from './open.ts';
export { definitionsOf, type Definition } from '../model/cockpit/definitions.ts';
export { sealShare } from './seal.ts';
export type * from '../model/cockpit/share.ts';
