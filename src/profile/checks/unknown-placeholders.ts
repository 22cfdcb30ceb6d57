import { valueAt } from '../../json/paths.ts';
import { placeholders, readMessage } from '../placeholders.ts';
import type { DocumentCheck } from './check.ts';

/** What stands between braces in a message is a placeholder: anything else would be sent to a patient as it stands. */
export const unknownPlaceholders: DocumentCheck = {
  name: 'unknown-placeholders',
  severity: 'error',
  scope: 'document',
  find(document) {
    const messages = valueAt(document, ['messages']);
    if (!Array.isArray(messages)) return [];
    return messages.flatMap((message: unknown, index) =>
      ['da', 'en'].flatMap((language) => {
        const body = valueAt(message, ['body', language]);
        if (typeof body !== 'string') return [];
        const path = ['messages', index, 'body', language];
        return readMessage(body).flatMap((part) => {
          if (part.kind !== 'unknown') return [];
          const word = part.written.slice(1, -1).trim();
          const details = { name: word, line: part.line, names: placeholders };
          const misspelt = { word, known: () => placeholders };
          return [{ path, code: 'unknown-placeholder', details, misspelt }];
        });
      }),
    );
  },
};
