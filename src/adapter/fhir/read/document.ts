/** Letters and messages (FHIR R4 DocumentReference and Communication). What they say comes with one patient alone. */
import type { Attachment, Communication, DocumentReference } from 'fhir/r4';
import type { LetterStatus } from '../../../record/types.ts';
import {
  firstConcept,
  firstDate,
  leaveOut,
  make,
  nameOf,
  namesOf,
  sourceOf,
  type Reader,
} from './reading.ts';

export const readDocumentReference: Reader<DocumentReference> = (document, reading) => {
  const { status, docStatus, content = [], context, type, date, description } = document;
  if (status === 'entered-in-error' || docStatus === 'entered-in-error')
    return leaveOut(document, 'entered-in-error', reading);
  if (status === 'superseded') return leaveOut(document, status, reading);
  const attachments = content.flatMap(({ attachment }) => attachment ?? []);
  const [attachment] = attachments;
  const text = attachment?.title ?? description;
  return [
    make(
      'letter',
      {
        concept: type,
        source: sourceOf(document),
        ...(text === undefined ? {} : { text }),
        at: firstDate(
          [
            ['attachment.creation', attachment?.creation],
            ['context.period', context?.period?.end ?? context?.period?.start],
            ['date', date],
          ],
          document,
          reading,
          true,
        ),
        status: docStatus === undefined ? undefined : (statuses[docStatus] ?? docStatus),
        from: namesOf(document.author) ?? nameOf(document.custodian),
        body: reading.withBodies ? bodyOf(attachments) : undefined,
      },
      reading,
    ),
  ];
};

const statuses: Readonly<Partial<Record<string, LetterStatus>>> = {
  preliminary: 'preliminary',
  final: 'final',
  amended: 'final',
};

/** The plain text of a document, where it came along: nothing is fetched for it. */
function bodyOf(attachments: readonly Attachment[]): string | undefined {
  const plain = attachments.find(
    ({ contentType, data }) => data !== undefined && contentType?.startsWith('text/plain'),
  );
  if (plain?.data === undefined) return undefined;
  const bytes = Uint8Array.from(atob(plain.data.replaceAll(/\s/g, '')), (byte) =>
    byte.charCodeAt(0),
  );
  const charset = /charset=([\w-]+)/i.exec(plain.contentType ?? '')?.[1] ?? 'utf-8';
  return new TextDecoder(charset).decode(bytes);
}

export const readCommunication: Reader<Communication> = (message, reading) => {
  const { status, category, topic, reasonCode, sent, received, payload = [] } = message;
  if (notSent.has(status)) return leaveOut(message, status, reading);
  const concept = firstConcept(...(category ?? []));
  const text = topic?.text ?? concept?.text ?? reasonCode?.[0]?.text;
  return [
    make(
      'correspondence',
      {
        concept: concept?.coding ? concept : undefined,
        source: sourceOf(message),
        ...(text === undefined ? {} : { text }),
        at: firstDate(
          [
            ['sent', sent],
            ['received', received],
          ],
          message,
          reading,
          true,
        ),
        from: nameOf(message.sender),
        to: namesOf(message.recipient),
        body: reading.withBodies
          ? payload.flatMap(({ contentString }) => contentString ?? []).join('\n\n') || undefined
          : undefined,
      },
      reading,
    ),
  ];
};

const notSent: ReadonlySet<string> = new Set(['entered-in-error', 'not-done', 'preparation']);
