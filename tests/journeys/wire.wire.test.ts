import { inject } from 'vitest';
import { mongodbJourney } from './support/journey-place.ts';
import { workAQueue } from './support/work-a-queue.ts';

// the same journey as on SQLite: contacts recorded, work given and taken, a task completed, in the browser
workAQueue(() => mongodbJourney(inject('wire')));
