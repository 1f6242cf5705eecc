import { sqlitePlace } from '../../support/store-place.ts';
import { rollingRestart } from './rolling-restart.ts';

rollingRestart('SQLite', sqlitePlace);
