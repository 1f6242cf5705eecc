import type { FastifyContextConfig, FastifyInstance } from 'fastify';

/** Routes that a library adds in this scope all get the same policy and audit declaration. */
export function declareRoutes(
  scope: FastifyInstance,
  declared: Required<Pick<FastifyContextConfig, 'may' | 'audit'>>,
): void {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, ...declared } as NonNullable<typeof route.config>;
    route.schema = { hide: true, ...route.schema };
  });
}
