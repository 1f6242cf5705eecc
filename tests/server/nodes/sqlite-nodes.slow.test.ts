import { sqlitePlace } from '../../support/store-place.ts';
import { severalNodes } from './several-nodes.ts';

severalNodes('SQLite', sqlitePlace);
