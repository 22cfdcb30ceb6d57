/**
 * Who listens to what a page must not say, and what a host hands over that cannot be read: whatever it throws may name a
 * patient.
 */

export const secret = 'Birthe Hemmelig 010141-9996';
export const fail = (): never => {
  throw new Error(secret);
};

// ── Who listens ──────────────────────────────────────────────────────────────────────────────────

let heard: unknown[] = [];

/** Forgets what was heard so far. */
export const listenAnew = (): void => void (heard = []);
const levels = ['error', 'warn', 'info', 'log', 'debug', 'trace'] as const;
const originals = Object.fromEntries(levels.map((level) => [level, console[level]]));
const onError = (event: ErrorEvent) => {
  heard.push(event.message, event.error ?? 'error');
  event.preventDefault();
};
const onRejection = (event: PromiseRejectionEvent) => {
  heard.push('rejection', event.reason);
  event.preventDefault();
};
const { onerror } = window;
beforeEach(() => {
  heard = [];
  for (const level of levels) console[level] = (...words: unknown[]) => void heard.push(...words);
  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', onRejection, true);
  // The runner's own would fail the test before it has looked.
  window.onerror = () => true;
});
afterEach(() => {
  Object.assign(console, originals);
  window.removeEventListener('error', onError, true);
  window.removeEventListener('unhandledrejection', onRejection, true);
  window.onerror = onerror;
});

/** All that was told but for what Lit says of its development build. */
export const told = () =>
  heard
    .map((each) => (each instanceof Error ? `${each.message} ${each.stack}` : String(each)))
    .filter((each) => !each.includes('lit.dev'));

// ── What cannot be read ──────────────────────────────────────────────────────────────────────────

const traps = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'apply'];
export const throwingAtAll = (target: object): object =>
  new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, fail])));
function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}
const throwingAt = (object: object, member: string): object =>
  Object.defineProperty({ ...object }, member, { get: fail, enumerable: true });

export type Case = readonly [name: string, value: unknown];

/** In the place of a good one: what throws at everything, and what throws at each of its members. */
export function broken(good: object): readonly Case[] {
  const like = Array.isArray(good) ? [] : {};
  return [
    ['throws at all', throwingAtAll(like)],
    ['revoked', revoked(like)],
    ['a function', throwingAtAll(() => 0)],
    ['no text', { toString: fail, valueOf: fail, toJSON: fail, then: undefined }],
    ...(Array.isArray(good)
      ? [['first', Object.defineProperty([], '0', { get: fail, enumerable: true })] as const]
      : Object.keys(good).map((member) => [member, throwingAt(good, member)] as const)),
  ];
}

/** What a function answers in the place of a good answer: one at once, the next late; and not at all. */
export const answered = (name: string, good: object): readonly Case[] => [
  ...broken(good).map(([how, value], index) =>
    index % 2
      ? ([`${name} → ${how}`, () => value] as const)
      : ([`${name} ⇒ ${how}`, async () => value] as const),
  ),
  [`${name} throws`, fail],
  [`${name} rejects`, async () => fail()],
  [`${name} throws what throws`, () => { throw throwingAtAll(new Error('')) as Error; }], // prettier-ignore
];
