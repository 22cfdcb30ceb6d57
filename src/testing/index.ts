/** Adapters with injected faults, for demos and tests. An entry of its own (`overblik/testing`). */
export * from './faulty-actions.ts';
export * from './faulty-adapter.ts';
export * from './faulty-rounds.ts';
