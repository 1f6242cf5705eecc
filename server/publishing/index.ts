export { unreadNews } from './news.ts';
export { allPublications } from './publication.ts';
export type { PublicationBody } from './publication.ts';
export { publishingRoutes } from './routes.ts';
