export * from './criterion.ts';
export * from './profile.ts';
export * from './windows.ts';
