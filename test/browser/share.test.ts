import { expect } from '@open-wc/testing';
import { makeShare, newKeys, openShare, sealShare } from '../../src/share/index.ts';
import { asOf, complete, patientWith } from '../engine/build.ts';

it('a share is sealed and opened by the browser’s own cryptography, with keys that stay in it', async () => {
  const [clinic, hospital] = [await newKeys('sign'), await newKeys('open')];
  const share = makeShare({
    patient: patientWith({ diagnoses: [{ code: 'P70', from: '2022-03-14' }] }),
    profiles: [{}],
    include: ['diagnosis'],
    recipients: [{ name: 'Bo', organisation: 'Sygehuset', keys: [hospital.publicKey] }],
    sharedBy: { name: 'Åse', organisation: 'Lægehuset' },
    purpose: 'Udskrivning',
    from: '2026-11-24T08:00+01:00',
    until: '2026-11-25T08:00+01:00',
    asOf,
    description: { name: 'Lægehuset', coverage: complete },
  });
  const envelope = await sealShare(share, clinic);
  const open = (text: string) =>
    openShare(text, {
      recipientKeys: [hospital],
      trustedSenders: [{ name: 'Lægehuset', keys: [clinic.publicKey] }],
      now: '2026-11-24T09:00+01:00',
    });

  const answer = await open(envelope);
  if (!answer.opened) throw new Error(answer.kind);
  const { signal } = new AbortController();
  const shown = await answer.adapter('da').patient(answer.patientId, { asOf, types: {} }, signal);
  expect(shown?.diagnoses).to.deep.equal([{ code: 'P70', system: 'ICPC-2', from: '2022-03-14' }]);
  expect((hospital.privateKey as CryptoKey).extractable).to.equal(false);

  const middle = Math.floor(envelope.length / 2);
  const other = envelope[middle] === 'A' ? 'B' : 'A';
  const damaged = await open(envelope.slice(0, middle) + other + envelope.slice(middle + 1));
  expect(damaged).to.include({ opened: false, kind: 'altered' });
});
