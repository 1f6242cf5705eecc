import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMongo, readMasterKey } from '../../server/store/index.ts';
import { newMasterKeyText } from '../../server/store/keys.ts';
import { temporaryFolder } from '../server/support/temporary-store.ts';
import { startServer } from './real-server.ts';
import type { StorePlace } from './store-place.ts';
import { wireDatabase } from './wire/wire-database.ts';
import { startWireServer } from './wire/wire-server.ts';

/** A database of its own on a server of MongoDB's protocol. */
export async function mongodbPlace(server: string): Promise<StorePlace & { url: string }> {
  const database = wireDatabase(server);
  const folder = temporaryFolder();
  const file = join(folder.path, 'master.key');
  writeFileSync(file, newMasterKeyText(), { mode: 0o600 });
  const read = readMasterKey(file);
  if (!read.ok) throw new Error(read.message);
  const authority = { id: 'northmoor-council', name: 'Northmoor Council' };
  const store = await openMongo({
    ...{ url: database.url, masterKey: read.key },
    create: { authority, demonstration: true, created: new Date().toISOString() },
  });
  return {
    ...{ name: 'MongoDB', store, url: database.url },
    startServer: (settings = {}) =>
      startServer(folder.path, [], { MONGODB_URL: database.url, MASTER_KEY_FILE: file, ...settings }),
    async remove() {
      await store.close();
      await database.remove();
      folder.remove();
    },
  };
}

/** The same on the server that is at hand; where that is started here, it may be killed under everybody. */
export async function mongodbPlaceAtHand(): Promise<StorePlace> {
  const server = await startWireServer();
  const place = await mongodbPlace(server.url);
  return {
    ...place,
    ...(server.ours ? { database: { kill: server.kill, restart: server.restart } } : {}),
    async remove() {
      await place.remove();
      await server.stop();
    },
  };
}
