import { sqlitePlace } from '../../support/store-place.ts';
import { rollingRestart } from './rolling-restart.ts';

rollingRestart('SQLite', sqlitePlace, { rounds: 3, clients: 4, servers: 3, acknowledged: 80 });
