/** A page with two profiles, which tells how many are on each list, and takes the element away and puts it back. */
function start({ memoryAdapter, demens, kol, sampleClinic }) {
  const [other, toggle] = document.querySelectorAll('button');
  const told = [];
  let profileId = 'dk.demens';
  let workspace;
  const show = () => {
    workspace = document.createElement('overblik-workspace');
    const adapter = memoryAdapter(sampleClinic());
    Object.assign(workspace, { adapter, profiles: [demens, kol], profileId, asOf: '2026-11-24' });
    workspace.addEventListener('overblik-loaded', ({ detail }) => {
      told.push(detail.members);
      document.querySelector('output').textContent = told.join();
    });
    document.querySelector('main').append(workspace);
  };
  other.onclick = () => {
    workspace.profileId = profileId = 'dk.kol';
  };
  toggle.onclick = () => {
    if (workspace.isConnected) workspace.remove();
    else show();
    toggle.textContent = workspace.isConnected ? 'Skjul' : 'Vis';
  };
  show();
}
