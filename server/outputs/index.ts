export { outputFile, type FileWanted } from './output-file.ts';
export { outputRoutes } from './routes.ts';
