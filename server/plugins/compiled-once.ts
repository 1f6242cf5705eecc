import validators, { type BuildCompilerFromPool } from '@fastify/ajv-compiler';
import serializers, { type Serializer, type SerializerFactory } from '@fastify/fast-json-stringify-compiler';

const validatorsFor = validators();
const serializersFor = serializers();
const validatorsMade = new Map<string, ReturnType<ReturnType<BuildCompilerFromPool>>>();
const serializersMade = new Map<string, Serializer>();

const buildValidator: BuildCompilerFromPool = (shared, options) => {
  const compile = validatorsFor(shared, options);
  return (route) => kept(validatorsMade, [shared, options, schemaOf(route)], () => compile(route));
};

const buildSerializer: SerializerFactory = (shared, options) => {
  const compile = serializersFor(shared, options);
  return (route) => kept(serializersMade, [shared, options, route.schema], () => compile(route));
};

/** Fastify’s own compilers of schemas; an app that is made again in the same process compiles none of them again. */
export const compiledOnce = { buildValidator, buildSerializer };

/** What Fastify hands over is a route with its schema, whatever the compiler calls it. */
const schemaOf = (route: unknown): unknown => (route as { schema?: unknown }).schema;

function kept<Made>(made: Map<string, Made>, of: unknown[], make: () => Made): Made {
  const key = JSON.stringify(of);
  const before = made.get(key);
  if (before !== undefined) return before;
  const now = make();
  made.set(key, now);
  return now;
}
