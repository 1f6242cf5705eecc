import type { Drafts } from '../../controllers/drafts.ts';
import { navigate } from '../../controllers/navigate.ts';

/** Follows a link to a page that reads the same answers: once what was typed last is kept; till then the page says so. */
export function onceSaved(drafts: Drafts): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { pathname } = event.currentTarget as HTMLAnchorElement;
    void drafts.settle().then((kept) => kept && navigate(pathname));
  };
}
