export * from './port.ts';
export { NotAnswered } from './answering.ts';
export { openSqlite, storeExists, type SqliteOptions } from './sqlite/open.ts';
export { storeFile } from './sqlite/copy.ts';
export { StoreNotOpened } from './sqlite/not-opened.ts';
export { readMasterKey, unwrap, wrap, type MasterKey } from './keys.ts';
export { masterKeyIn } from './sqlite/master-key.ts';
export { mongoExists, openMongo, type MongoOptions } from './mongodb/open.ts';
