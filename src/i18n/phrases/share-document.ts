/** The few sentences in a FHIR document of a share. Danish: it is a Danish clinic's document. */
export const documentPhrases = {
  title: 'Patientoverblik',
  none: 'Ingen registreret.',
  unavailable: 'Kan ikke afgøres: kilden er ikke tilgængelig eller dækker ikke hele perioden.',
  setAside: (count: number) =>
    `${count === 1 ? '1 oplysning' : `${count} oplysninger`} kunne ikke læses og er udeladt.`,
  at: (time: string) => `kl. ${time.replace(':', '.')}`,
};
