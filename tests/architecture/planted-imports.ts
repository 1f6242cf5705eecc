/** One planted violation: files of a small repository, and the one of them whose import the rule must find. */
export interface Plant {
  files: Record<string, string>;
  caught: string;
}

const imports = (what: string): string => `import '${what}';\nexport {};\n`;

const plant = (caught: string, what: string, target?: string): Plant => ({
  caught,
  files: { [caught]: imports(what), ...(target ? { [target]: 'export {};\n' } : {}) },
});

/** Packages that the planted files import; each is made as an empty package. */
export const packages = [
  'bpmn-engine',
  'bpmn-moddle',
  'bpmn-auto-layout',
  'bpmn-js',
  'diagram-js-minimap',
  'fastify',
  '@fastify/helmet',
  'mongodb',
  'openid-client',
  'jose',
  'csv-parse',
  'fflate',
  'prom-client',
  'docx',
  'double-metaphone',
  'syllable',
  '@observablehq/plot',
  'signature_pad',
  'lit',
  'ajv',
];

/** By rule, what it forbids. Each entry is a repository of its own. */
export const plants: Record<string, Plant[]> = {
  'no-cycles': [
    {
      caught: 'engine/forms/a.ts',
      files: { 'engine/forms/a.ts': imports('./b.ts'), 'engine/forms/b.ts': imports('./a.ts') },
    },
  ],
  'no-unresolved': [plant('engine/forms/a.ts', './gone.ts')],
  'nothing-imports-tests': [plant('server/a.ts', '../tests/support/b.ts', 'tests/support/b.ts')],
  'engine-knows-no-host': [
    plant('engine/forms/a.ts', '../../server/b.ts', 'server/b.ts'),
    plant('engine/forms/a.ts', '../../modeller/b.ts', 'modeller/b.ts'),
  ],
  'engine-is-pure': [plant('engine/forms/a.ts', 'node:fs'), plant('engine/forms/a.ts', 'http')],
  'contracts-are-a-sink': [plant('engine/contracts/a.ts', '../forms/b.ts', 'engine/forms/b.ts')],
  'calendar-is-a-leaf': [plant('engine/calendar/a.ts', '../forms/b.ts', 'engine/forms/b.ts')],
  'knowledge-before-execution': [
    plant('engine/pathway/a.ts', '../execution/b.ts', 'engine/execution/b.ts'),
    plant('engine/insight/a.ts', '../moving/b.ts', 'engine/moving/b.ts'),
  ],
  'a-case-stays-where-it-is': [plant('engine/cases/a.ts', '../moving/b.ts', 'engine/moving/b.ts')],
  'machine-before-cases': [
    plant('engine/forms/a.ts', '../cases/b.ts', 'engine/cases/b.ts'),
    plant('engine/execution/a.ts', '../version/b.ts', 'engine/version/b.ts'),
  ],
  'only-execution-touches-bpmn-engine': [plant('engine/pathway/a.ts', 'bpmn-engine')],
  'only-pathway-and-execution-parse-bpmn': [plant('server/pathways/a.ts', 'bpmn-moddle')],
  'only-exchange-lays-out': [plant('engine/pathway/a.ts', 'bpmn-auto-layout')],
  'only-modeller-touches-bpmn-js': [
    plant('web-components/pages/a.ts', 'bpmn-js'),
    plant('web-components/pages/a.ts', 'diagram-js-minimap'),
  ],
  'only-server-touches-fastify': [
    plant('engine/forms/a.ts', 'fastify'),
    plant('modeller/a.ts', '@fastify/helmet'),
  ],
  'only-store-touches-mongodb': [
    plant('server/cases/a.ts', 'mongodb'),
    plant('server/store/sqlite/a.ts', 'mongodb'),
  ],
  'only-store-touches-sqlite': [plant('server/cases/a.ts', 'node:sqlite')],
  'only-identity-touches-sign-in': [
    plant('server/access/a.ts', 'openid-client'),
    plant('server/provisioning/a.ts', 'jose'),
  ],
  'only-provisioning-reads-tables': [plant('server/identity/a.ts', 'csv-parse')],
  'only-disclosure-zips': [plant('server/records/a.ts', 'fflate')],
  'only-plugins-count': [plant('server/store/a.ts', 'prom-client')],
  'only-outputs-write-documents': [plant('server/cases/a.ts', 'docx')],
  'only-people-sound-alike': [plant('server/cases/a.ts', 'double-metaphone')],
  'only-reading-age-counts-syllables': [plant('engine/forms/a.ts', 'syllable')],
  'only-charts-plot': [plant('web-components/pages/a.ts', '@observablehq/plot')],
  'only-drawing-takes-a-pen': [plant('web-components/pages/a.ts', 'signature_pad')],
  'only-ui-touches-lit': [plant('server/cases/a.ts', 'lit')],
  'server-uses-the-front-door': [plant('server/cases/a.ts', '../../engine/forms/b.ts', 'engine/forms/b.ts')],
  'browser-uses-the-browser-door': [
    plant('web-components/pages/a.ts', '../../engine/index.ts', 'engine/index.ts'),
  ],
  'browser-door-never-reaches-execution': [
    {
      caught: 'engine/browser.ts',
      files: {
        'engine/browser.ts': imports('./cases/a.ts'),
        'engine/cases/a.ts': imports('../execution/b.ts'),
        'engine/execution/b.ts': 'export {};\n',
      },
    },
    {
      caught: 'engine/browser.ts',
      files: { 'engine/browser.ts': imports('./forms/a.ts'), 'engine/forms/a.ts': imports('ajv') },
    },
  ],
  'server-parts-meet-at-index': [plant('server/cases/a.ts', '../people/find.ts', 'server/people/find.ts')],
  'server-does-not-import-the-ui': [plant('server/a.ts', '../web-components/b.ts', 'web-components/b.ts')],
  'ui-does-not-import-the-server': [plant('web-components/pages/a.ts', '../../server/b.ts', 'server/b.ts')],
  'modeller-is-lazy': [plant('web-components/pages/a.ts', '../../modeller/b.ts', 'modeller/b.ts')],
  'modeller-uses-elements-only': [
    plant('modeller/a.ts', '../web-components/pages/b.ts', 'web-components/pages/b.ts'),
  ],
};
