import validators from '@fastify/ajv-compiler';
import serializers from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

type Factories = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;
type BuildValidator = NonNullable<Factories['buildValidator']>;
type BuildSerializer = NonNullable<Factories['buildSerializer']>;

const buildValidator = validators() as BuildValidator;
const buildSerializer = serializers() as BuildSerializer;
const validatorsMade = new Map<string, ReturnType<ReturnType<BuildValidator>>>();
const serializersMade = new Map<string, ReturnType<ReturnType<BuildSerializer>>>();

/** Fastify’s own compilers of schemas; an app that is made again in the same process compiles none of them again. */
export const compiledOnce: Factories = {
  buildValidator: (shared, options) => {
    const compile = buildValidator(shared, options);
    return (route) => kept(validatorsMade, [shared, options, route.schema], () => compile(route));
  },
  buildSerializer: (shared, options) => {
    const compile = buildSerializer(shared, options);
    return (route) => kept(serializersMade, [shared, options, route.schema], () => compile(route));
  },
};

function kept<Made>(made: Map<string, Made>, of: unknown[], make: () => Made): Made {
  const key = JSON.stringify(of);
  const before = made.get(key);
  if (before !== undefined) return before;
  const now = make();
  made.set(key, now);
  return now;
}
