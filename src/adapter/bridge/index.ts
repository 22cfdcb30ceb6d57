/**
 * An adapter whose data is elsewhere: in the host of a web view, in another frame or window, in a worker. An entry of its
 * own (`overblik/adapter/bridge`): a page whose adapter is its own loads none of it.
 */
export * from './changes.ts';
export * from './channel.ts';
export { BridgeError, SafeError, type BridgeErrorCode } from './errors.ts';
export * from './host.ts';
export type { HostSharer } from './host-methods.ts';
export type { BridgeChange, BridgeMethod, BridgeProblem } from './messages.ts';
export { bridgeAdapter, type BridgeOptions } from './page.ts';
export type { BridgeAdapter, BridgeSharer } from './adapter.ts';
export { SaveLog } from './save-log.ts';
export * from './window.ts';
