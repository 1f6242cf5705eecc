import { error } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** What `schemaOf` ever writes: places within the same schema, and one pattern, that something was written at all. */
const own = { $ref: /^#\/\$defs\//, pattern: /^\\S$/ };

/** What answers look like follows from the questions: a schema that points elsewhere, or has patterns, is not of them. */
export const schemaIsMadeHere: FormCheck = ({ schema }) =>
  isForeign(schema)
    ? [
        error(
          'schema-is-made-here',
          'The form brings rules of its own for what an answer looks like. Leave its “schema” empty: it is made from the questions.',
        ),
      ]
    : [];

function isForeign(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inside]) => {
    if (name === '$ref' || name === 'pattern') return typeof inside === 'string' && !own[name].test(inside);
    return ['$id', '$dynamicRef', 'patternProperties'].includes(name) || isForeign(inside);
  });
}
