export * from './port.ts';
export { openSqlite, storeExists, storeFile, StoreNotOpened, type SqliteOptions } from './sqlite/open.ts';
