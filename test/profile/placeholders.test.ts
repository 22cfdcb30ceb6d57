import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { messageIn, placeholders, readMessage } from '../../src/profile/placeholders.ts';
import { parseProfile } from '../../src/profile/index.ts';
import demens from '../../fixtures/profiles/demens.json' with { type: 'json' };

describe('a message', () => {
  it('names its placeholders by the contract, in Danish or in English', () => {
    const body = '{firstName} {Fornavn} {first  name} { næste aftale } {klinik';
    expect(messageIn(body, 'da')).toBe('{fornavn} {fornavn} {fornavn} {næste aftale} {klinik');
    expect(messageIn(body, 'en')).toBe(
      '{first name} {first name} {first name} {next appointment} {klinik',
    );
  });

  it('of any text is its parts put together again', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '\n', ...placeholders.map((name) => `{${name}}`), '{x}'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = pieces.join('');
        const again = readMessage(body)
          .map((part) =>
            part.kind === 'text'
              ? part.text
              : part.kind === 'unknown'
                ? part.written
                : `{${part.name}}`,
          )
          .join('');
        expect(messageIn(again, 'da')).toBe(messageIn(body, 'da'));
        expect(again.length === body.length || body.includes('{')).toBe(true);
      }),
    );
  });
});

describe('a profile’s messages', () => {
  const withMessage = (body: unknown) => ({
    ...demens,
    messages: [{ id: 'm', title: { da: 'M' }, body }],
  });
  const errorsOf = (document: unknown) => {
    const outcome = parseProfile(document);
    return 'errors' in outcome ? outcome.errors : [];
  };

  it('are taken', () => {
    expect(errorsOf(withMessage({ da: 'Kære {fornavn}', en: 'Dear {first name}' }))).toEqual([]);
  });

  it('with what cannot be filled in are refused, with the line and what was meant', () => {
    const [error, ...more] = errorsOf(withMessage({ da: 'Kære\n{fistName}' }));
    expect(more).toEqual([]);
    expect(error?.path).toBe('/messages/0/body/da');
    expect(error?.message.da).toBe('Linje 2: "{fistName}" er ikke et flettefelt.');
    expect(error?.fix.da).toBe('Mente du "{firstName}"?');
  });

  it('have ids of their own', () => {
    const { messages } = withMessage({ da: 'x' });
    expect(
      errorsOf({ ...demens, messages: [...messages, ...messages] }).map(({ path }) => path),
    ).toEqual(['/messages/1/id']);
  });
});
