import type { InPage } from './in-page.ts';

declare global {
  interface Window {
    /** what tests do on the editor's page */
    inPage: InPage;
  }
}
