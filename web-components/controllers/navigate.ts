/** Moving between pages without loading the service again. */

type Listener = () => void;
const listeners = new Set<Listener>();

/** Goes to an address of this service. `replace` leaves no step to go back to. */
export function navigate(address: string, replace = false): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

/** Puts the address right without telling anybody: for filters that the page has already applied. */
export function showAddress(address: string): void {
  history.replaceState(null, '', address);
}

/** Calls `listener` after every move, back and forward included, until the returned function is called. */
export function onNavigate(listener: Listener): () => void {
  if (listeners.size === 0) {
    window.addEventListener('popstate', tellAll);
    document.addEventListener('click', followLink);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', tellAll);
    document.removeEventListener('click', followLink);
  };
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  const samePage = url.pathname === location.pathname && url.search === location.search;
  if (samePage && url.hash !== '') return;
  event.preventDefault();
  navigate(url.pathname + url.search + url.hash);
}
