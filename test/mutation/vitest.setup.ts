import fc from 'fast-check';

// A mutant is dead at the first counterexample: the smallest one is nobody's concern.
fc.configureGlobal({ endOnFailure: true });
