/**
 * Filters and tabs that stay while the browser tab lives. Only ids of stages, teams and staff: nothing typed,
 * nothing about a family, so that a shared machine keeps nothing of anybody.
 */
export function keepChoices(place: string, choices: Record<string, string>): void {
  try {
    sessionStorage.setItem(`tl:${place}`, JSON.stringify(choices));
  } catch {
    // A browser that keeps nothing still works; the filters just start afresh.
  }
}

export function keptChoices(place: string): Record<string, string> {
  try {
    const text = sessionStorage.getItem(`tl:${place}`);
    const kept: unknown = text ? JSON.parse(text) : {};
    return kept && typeof kept === 'object' ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

export function forgetChoices(): void {
  try {
    sessionStorage.clear();
  } catch {
    // nothing was kept
  }
}
