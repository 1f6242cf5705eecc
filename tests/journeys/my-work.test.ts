import { workAQueue } from './support/work-a-queue.ts';

workAQueue();
