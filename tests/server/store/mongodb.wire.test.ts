import { inject } from 'vitest';
import { mongoPlace } from '../support/mongo-place.ts';
import { storeContract } from './contract.ts';

storeContract('MongoDB', async () => mongoPlace(inject('wire')));
