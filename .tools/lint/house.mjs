/** ESLint's own `no-restricted-syntax`, which oxlint has not. */
import { builtinRules } from 'eslint/use-at-your-own-risk';

export default {
  meta: { name: 'house' },
  rules: { 'no-restricted-syntax': builtinRules.get('no-restricted-syntax') },
};
