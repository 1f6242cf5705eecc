import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IResolveOptions } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { resolve } from 'node:path';
import { createRequire } from 'node:module';

interface Rules {
  forbidden: { name: string }[];
  options: ICruiseOptions & { enhancedResolveOptions: Partial<IResolveOptions> };
}

export const rules = createRequire(import.meta.url)('./dependency-rules.cjs') as Rules;

/** An import that a rule forbids: which rule, and from which file to which. */
export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** Looks at every import of the named folders of the repository in `root`, and gives those that a rule forbids. */
export async function forbiddenImports(root: string, folders: string[]): Promise<Violation[]> {
  const { enhancedResolveOptions, ...options } = rules.options;
  const result = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: rules.forbidden } } as ICruiseOptions,
    { ...enhancedResolveOptions } as IResolveOptions,
    { tsConfig: extractTSConfig(resolve(root, 'tsconfig.json')) },
  );
  return (result.output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }));
}
