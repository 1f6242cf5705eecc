// Who may import whom, for dependency-cruiser. Each rule has a planted violation in planted-imports.ts that proves it
// bites: a new rule needs one. Without enhancedResolveOptions some package rules are silently blind.
const only = (name, pkg, where) => ({
  name,
  severity: 'error',
  from: { pathNot: `^(${where}|tests/)` },
  to: { path: `node_modules/(${pkg})(/|$)` },
});
const ban = (name, from, to, more = {}) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...more },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },

    // the machine knows no host
    ban('engine-knows-no-host', '^engine/', '^(server|web-components|modeller)/'),
    ban(
      'engine-is-pure',
      '^engine/',
      '^(node:)?(fs|net|http|https|child_process|process|timers|sqlite)(/|$)',
      { dependencyTypes: ['core'] },
    ),
    ban('contracts-are-a-sink', '^engine/contracts/', '^engine/(?!contracts/)'),
    ban('calendar-is-a-leaf', '^engine/calendar/', '^engine/(?!calendar/|contracts/)'),
    ban(
      'knowledge-before-execution',
      '^engine/(pathway|forms|timescales|insight)/',
      '^engine/(execution|moving)/',
    ),

    ban('a-case-stays-where-it-is', '^engine/(cases|version)/', '^engine/moving/'),
    ban('machine-before-cases', '^engine/(pathway|forms|timescales|execution)/', '^engine/(cases|version)/'),

    // each library has one room
    only('only-execution-touches-bpmn-engine', 'bpmn-engine|bpmn-elements', 'engine/execution/'),
    only(
      'only-pathway-and-execution-parse-bpmn',
      'bpmn-moddle|moddle-context-serializer',
      'engine/(pathway|execution)/',
    ),
    only('only-exchange-lays-out', 'bpmn-auto-layout', 'engine/pathway/exchange/'),
    only('only-modeller-touches-bpmn-js', 'bpmn-js[^/]*|diagram-js[^/]*', 'modeller/'),
    only('only-server-touches-fastify', 'fastify|@fastify/[^/]+|fastify-plugin', 'server/'),
    only('only-store-touches-mongodb', 'mongodb', 'server/store/mongodb/'),
    {
      name: 'only-store-touches-sqlite',
      severity: 'error',
      from: { pathNot: '^(server/store/|tests/)' },
      to: { path: '^(node:)?sqlite$', dependencyTypes: ['core'] },
    },
    only('only-identity-touches-sign-in', 'openid-client|jose', 'server/identity/'),
    only('only-provisioning-reads-tables', 'csv-parse|scim2-parse-filter', 'server/provisioning/'),
    only('only-disclosure-zips', 'fflate', 'server/disclosure/'),
    only('only-plugins-count', 'prom-client', 'server/plugins/'),
    only('only-outputs-write-documents', '@myriaddreamin/typst-ts-node-compiler|docx', 'server/outputs/'),
    only('only-people-sound-alike', 'double-metaphone|fastest-levenshtein', 'server/people/'),
    only('only-reading-age-counts-syllables', 'syllable|flesch-kincaid', 'engine/outputs/'),
    only('only-charts-plot', '@observablehq/plot', 'web-components/elements/chart/'),
    only('only-drawing-takes-a-pen', 'signature_pad', 'web-components/elements/drawing/'),
    only('only-ui-touches-lit', 'lit|@lit/[^/]+', '(web-components|modeller)/'),

    // front doors
    ban('server-uses-the-front-door', '^server/', '^engine/(?!index\\.ts$)'),
    ban('browser-uses-the-browser-door', '^(web-components|modeller)/', '^engine/(?!browser\\.ts$)'),
    {
      name: 'browser-door-never-reaches-execution',
      severity: 'error',
      from: { path: '^engine/browser\\.ts$' },
      to: { path: '^engine/(execution|moving)/|node_modules/(bpmn-engine|ajv)/', reachable: true },
    },
    {
      name: 'server-parts-meet-at-index',
      severity: 'error',
      from: { path: '^server/([^/]+)/' },
      to: { path: '^server/(?!$1/|plugins/|store/port\\.ts)[^/]+/(?!index\\.ts$)' },
    },

    // host and screen are strangers
    ban('server-does-not-import-the-ui', '^server/', '^(web-components|modeller)/'),
    ban('ui-does-not-import-the-server', '^(web-components|modeller)/', '^server/'),
    {
      name: 'modeller-is-lazy',
      severity: 'error',
      from: { path: '^web-components/' },
      to: { path: '^modeller/', dependencyTypesNot: ['dynamic-import'] },
    },
    ban('modeller-uses-elements-only', '^modeller/', '^web-components/(?!elements/|styles/|words/)'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
