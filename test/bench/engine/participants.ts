import type { Frame } from '../suite.ts';
import type { Subject } from './subject.ts';
import { subjects } from './subjects/index.ts';

/** A subject with one checkout's library. */
export interface Participant extends Omit<Subject, 'start'> {
  /** The subject's. */
  readonly name: string;
  /** The bundled child that measures it. */
  readonly child: string;
}

/** In the order of the names; what is ours a second time right after, where there is a checkout to compare with. */
export async function participantsOf(
  names: readonly string[],
  { checkouts: { here, before }, bundle }: Pick<Frame, 'checkouts' | 'bundle'>,
): Promise<readonly Participant[]> {
  const childWith = async (checkout: string) => {
    await bundle('engine/columns-worker.ts', checkout);
    return bundle('engine/child.ts', checkout);
  };
  const child = await childWith(here);
  const childBefore = before && (await childWith(before));
  return names.flatMap((name) => {
    const subject = subjects[name];
    if (!subject) return [];
    const participant = { ...subject, name, child };
    return childBefore && subject.isOurs
      ? [participant, { ...participant, title: `${subject.title}, before`, child: childBefore }]
      : [participant];
  });
}
