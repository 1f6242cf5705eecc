import { inject } from 'vitest';
import { mongodbPlace } from '../../support/mongodb-place.ts';
import { rollingRestart } from './rolling-restart.ts';
import { severalNodes } from './several-nodes.ts';

const makePlace = () => mongodbPlace(inject('wire'));

severalNodes('MongoDB', makePlace);
rollingRestart('MongoDB', makePlace, { rounds: 2, clients: 2, servers: 2, acknowledged: 12 });
