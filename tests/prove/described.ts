import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import type { Schema } from './odd-values.ts';

/** One operation of the interface, as its description has it. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  path: string;
  body?: Schema;
  query: Record<string, Schema>;
  /** why an answer is not as described; undefined when it is */
  breach(status: number, body: unknown): string | undefined;
}

interface Described {
  paths: Record<string, Record<string, DescribedOperation>>;
}

interface DescribedOperation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

/** What never answers, answers a file, or describes the interface itself. */
const left = /^\/api\/(live|docs)/;

/** Every operation of the interface, from the description that the server gives of itself. */
export async function operationsOf(app: FastifyInstance): Promise<Operation[]> {
  const described = (await app.inject({ url: '/api/docs/json' })).json<Described>();
  const ajv = new Ajv2020({ strict: false, allErrors: false, formats: { date: true, 'date-time': true } });
  return Object.entries(described.paths)
    .filter(([path]) => !left.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => operationOf(ajv, path, method, operation)),
    );
}

function operationOf(ajv: Ajv2020, path: string, method: string, operation: DescribedOperation): Operation {
  const checks = new Map(
    Object.entries(operation.responses).map(([status, { content }]) => {
      const schema = content?.['application/json']?.schema;
      return [status.toLowerCase(), schema ? ajv.compile(schema) : undefined];
    }),
  );
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query');
  const body = operation.requestBody?.content['application/json']?.schema;
  return {
    ...{ method: method.toUpperCase() as Operation['method'], path, ...(body ? { body } : {}) },
    query: Object.fromEntries(query.map(({ name, schema }) => [name, schema ?? {}])),
    breach(status, answer) {
      const key = [String(status), `${String(status)[0] ?? ''}xx`, 'default'].find((one) => checks.has(one));
      if (key === undefined) return `${String(status)} is not described`;
      const fits = checks.get(key);
      if (!fits || fits(answer)) return undefined;
      return ajv.errorsText(fits.errors);
    },
  };
}
