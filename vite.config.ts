import { defineConfig, type Plugin } from 'vite';

/**
 * What every page needs travels together, and so do pages that are opened one after another; each part is loaded when a
 * page of it is first opened, the drawing's code when a drawing is first shown.
 */
const parts = [
  // wording of papers in other languages: for whoever translates them, among the papers of a draft
  {
    name: 'group-wording',
    test: /\/modeller\/outputs\/((output|begin)-translation|translation-words|edits\/translations)\./,
  },
  // putting a record right or back, and people who are on file twice: done seldom, from everyday pages
  {
    name: 'righting',
    test: /\/pages\/(record\/(correction-form|reopening-form|would-change)|same\/)|\/(api|words)-office\/(previews|same)\./,
  },
  // what a form shows seldom: an answer set for all children, two texts of one answer
  {
    name: 'better-seldom',
    test: /\/pages\/task\/same-for-all\.|\/words-office\/same-for-all\.|\/elements\/question\/tl-two-texts\./,
  },
  // what a practice model shows, pictures and the pad to draw on: beside a few questions, and on the page of a map
  {
    name: 'practice',
    test: /\/elements\/(scaling|genogram|drawing|voice|living|answers\/file)\/|\/pages\/map\/|\/(api|words)-office\/practice\.|\/engine\/practice\/|\/node_modules\/signature_pad\//,
  },
  // papers that were given and how plain they are: looked up after the record, on everyday pages
  {
    name: 'papers',
    test: /\/pages\/sharing\/|\/elements\/plain-words\/|\/(api|words)-office\/(sharing|plain)\.|\/engine\/outputs\/reading\/|\/node_modules\/(syllable|flesch-kincaid|pluralize|normalize-strings)\//,
  },
  // designing papers, and what makes them of blocks
  { name: 'group-papers', test: /\/modeller\/outputs\/|\/engine\/outputs\// },
  // drawing charts: loaded when the first is shown
  {
    name: 'plot',
    test: /\/elements\/chart\/drawing\/|\/node_modules\/(@observablehq\/plot|d3|d3-[a-z-]+|internmap|isoformat|interval-tree-1d|binary-search-bounds|delaunator|robust-predicates)\//,
  },
  // a record as a document: its page, and the one it had before
  { name: 'papers-print', test: /\/pages\/print\/|\/(api|words)-office\/outputs\./ },
  { name: 'chart', test: /\/elements\/chart\/|\/words-office\/chart\./ },
  // what managers and chairs open every day and practitioners seldom
  {
    name: 'office-oversight',
    test: /\/(api|words)-office\/(caseload|flow|oversight)\.|\/(api|words)\/stages\.|\/elements\/stage-board\/|\/pages\/(caseload|flow|oversight|stages|worklists)\//,
  },
  {
    name: 'service',
    test: /\/web-components\/(api|contexts|controllers|elements|words)\/|\/engine\/(?!\w+\/(due-phrases|phrases|weekdays)\.)(calendar|timescales|forms\/(conditions|describe-answer|form-questions|options)\.ts)|\/node_modules\/(lit|@lit)/,
  },
  // the plan of a family, the room of a meeting about it, and its booking
  {
    name: 'plans',
    test: /\/pages\/(plan|meeting|booking)\/|\/(api|words)-office\/(plans|meetings|bookings)\.|\/engine\/forms\/enough\./,
  },
  // days with their weekday: the day's page says them, and papers do
  { name: 'office-weekdays', test: /\/engine\/calendar\/weekdays\./ },
  // what only the editor and the pages of the working group know of drawings and forms
  { name: 'knowledge', test: /\/engine\/|\/node_modules\/(feelin|lezer-feel|@lezer|temporal-[a-z]+)\// },
  { name: 'form', test: /\/pages\/(task|check|done)\// },
  { name: 'families', test: /\/pages\/(families|family|contact|news|person|record|print)\// },
  { name: 'staff-news', test: /\/pages\/changes\/staff-news|\/(api|words)-group\/(news|staff-news)\./ },
  { name: 'better', test: /\/pages\/better\/|\/(api|words)-group\/improvements/ },
  // showing once more who one is, and the authority's own sign-in: asked of few, seldom
  { name: 'confirm', test: /\/pages\/(confirm|sign-in\/with-provider)|\/words-office\/confirm\./ },
  // what opens or withholds for a time: asked of few, on everyday pages
  { name: 'access', test: /\/pages\/(glass|withhold)\/|\/(api|words)-office\/access\./ },
  // the first look of the day, for whoever has a queue
  { name: 'office-day', test: /\/(api|words)-office\/day\.|\/pages\/today\// },
  {
    name: 'office-measures',
    test: /\/(api|words)-office\/(measures|funnel)\.|\/pages\/(measures|measure|practice|funnel)\//,
  },
  {
    name: 'office',
    test: /\/web-components\/(api-office|words-office)\/|\/pages\/(accessibility|accounts|audit|cover|disclosure|first-administrator|invited|new-password|operations|retention|roles|sessions)\//,
  },
  {
    name: 'group',
    test: /\/web-components\/(api-group|words-group)\/|\/pages\/(pathway|draft|publish|changes|duplicates|moves|rehearsal)\//,
  },
];

/** The indentation of templates means nothing in HTML: browsers need not load it. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  enforce: 'pre',
  transform: (code, id) =>
    /\/(web-components|modeller)\/.*\.ts$/.test(id)
      ? { code: code.replace(/\n[ \t]+/g, '\n'), map: null }
      : undefined,
};

/** The browser build. The server and the engine run as they are; only what a browser loads is bundled. */
export default defineConfig({
  plugins: [withoutIndentation],
  build: {
    outDir: 'dist',
    // The content security policy allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      // the engine does nothing by being loaded: what a page does not use of it is left out
      treeshake: {
        moduleSideEffects: [{ test: /\/engine\/|\/node_modules\/feelin/, sideEffects: false }],
      },
      output: { codeSplitting: { groups: parts, includeDependenciesRecursively: false } },
    },
  },
  css: {
    preprocessorOptions: { scss: { loadPaths: ['.', 'node_modules'], quietDeps: true } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
