/** Says something politely to a screen reader, wherever the page is; the shell holds the live region. */
type Listener = (text: string) => void;
let listener: Listener | undefined;

export function announce(text: string): void {
  listener?.(text);
}

/** The shell's live region registers itself here. */
export function announceThrough(next: Listener | undefined): void {
  listener = next;
}
