/** Names of the parts of the list and of the cockpit that a workspace hands on, each behind its element's name. */
export const populationParts = handedOn(
  'population',
  'frame header profile overview notice profile-errors list grid chip footer panel state',
);
export const cockpitParts = handedOn(
  'cockpit',
  'frame identity who shared advice why section contacts foot round rounds time changes strip notice profile-errors state',
);

/** As `exportparts` has it: `frame: population-frame, header: population-header`. */
function handedOn(name: string, parts: string): string {
  return parts
    .split(' ')
    .map((part) => `${part}: ${name}-${part}`)
    .join(', ');
}
