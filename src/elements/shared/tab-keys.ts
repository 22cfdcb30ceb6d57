/** Arrows, Home and End move between the tabs of a list, and choose. */
export function moveInTabs(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf((event.target as Element).closest<HTMLElement>('[role=tab]')!);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1 + tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const to = steps[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = tabs[to % tabs.length];
  next?.focus();
  next?.click();
}
