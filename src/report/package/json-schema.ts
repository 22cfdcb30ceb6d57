import * as z from 'zod/mini';
import { localText } from '../../profile/schema/text.ts';
import {
  packageActivity,
  packageFollowUp,
  packageGate,
  packageIndicator,
  packageProfile,
  packageQuestion,
  packageSchema,
  packageTarget,
  packageTool,
} from './schema.ts';

interface Description {
  /** Makes the part a definition of its own. */
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
}

/** Private, so that the host's own zod registry is left alone. */
const descriptions = z.registry<Description>();
descriptions.add(packageSchema, {
  title: 'Overblik cluster package, version 1',
  description:
    'What a cluster meets about: profiles, indicators, questions, and tools for the clinics.',
});
descriptions.add(localText, {
  id: 'Text',
  description: 'Text for people: Danish always, English where written.',
});
descriptions.add(packageProfile, {
  description: 'A profile that the package is about; without a version, the newest in force.',
});
descriptions.add(packageIndicator, {
  description:
    'An indicator that the meeting looks at: why it matters, what moves it, and what the package aims at.',
});
descriptions.add(packageActivity, {
  description:
    'Care plans that the clinics count beside the indicators: all of them, or those of some codes.',
});
descriptions.add(packageTarget, {
  description: 'The share that is aimed at, in per cent: either `atLeast` or `atMost`.',
});
descriptions.add(packageGate, {
  description:
    'Three questions, all answered before the package is published: is it a relevant clinical problem, can the data tell, can the GP act?',
});
descriptions.add(packageQuestion, {
  description: 'A question for the meeting; with `profile` and `indicator` beside its figure.',
});
descriptions.add(packageTool, {
  description:
    'What the clinic takes home. A phrase and an instruction are texts, a film and a link addresses (https).',
});
descriptions.add(packageFollowUp, {
  description: 'After how long the cluster looks at the figures again, and at what.',
});

/** Makes the package's format as a JSON Schema (draft 2020-12), so that an editor completes and checks one. */
export function packageJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://overblik.invalid/cluster-package-1.schema.json',
    ...z.toJSONSchema(packageSchema, { metadata: descriptions, io: 'input' }),
  };
}
