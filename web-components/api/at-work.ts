/** Signs that somebody sits here; speech and screen readers make clicks and input without any key. */
const signs = ['keydown', 'pointerdown', 'wheel', 'click', 'input'];
const lately = 60_000;

let last = performance.now();
for (const sign of signs) {
  addEventListener(sign, () => (last = performance.now()), { capture: true, passive: true });
}

/** False while the page asks by itself for news, with nobody before it: that keeps no session alive. */
export const isSomebodyHere = (): boolean => performance.now() - last < lately;
