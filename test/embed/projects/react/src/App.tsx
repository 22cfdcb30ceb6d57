import { useState } from 'react';
import 'overblik/define';
import type {} from 'overblik/types/react';
import { adapter, profiles } from './clinic.ts';

export function App() {
  const [profileId, setProfileId] = useState('dk.demens');
  const [isShown, setShown] = useState(true);
  const [loaded, setLoaded] = useState<readonly number[]>([]);
  return (
    <>
      <button onClick={() => setProfileId('dk.kol')}>KOL</button>
      <button onClick={() => setShown(!isShown)}>{isShown ? 'Skjul' : 'Vis'}</button>
      <output>{loaded.join()}</output>
      {isShown && (
        <overblik-workspace
          asOf="2026-11-24"
          adapter={adapter}
          profiles={profiles}
          profileId={profileId}
          onoverblik-loaded={({ detail }) => setLoaded((all) => [...all, detail.members])}
        />
      )}
    </>
  );
}
