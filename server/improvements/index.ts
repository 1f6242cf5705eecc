export { authorisedIn } from './notes.ts';
export { groupWords, type GroupWords } from './group-words.ts';
export { improvementRoutes } from './routes.ts';
export { unreadAnswers } from './sayings-page.ts';
