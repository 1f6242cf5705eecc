import type { TestProject } from 'vitest/node';
import { startWireServer } from './wire-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** address of the wire server that all tests of the project share, with no database named */
    wire: string;
  }
}

/** One wire server for all files of the project; each test has a database of its own on it. */
export default async function shareServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startWireServer();
  project.provide('wire', server.url);
  return () => server.stop();
}
