import { defineConfig } from 'vite';

/** The browser build. The server and the engine run as they are; only what a browser loads is bundled. */
export default defineConfig({
  build: {
    outDir: 'dist',
    // The content security policy allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    reportCompressedSize: true,
  },
  css: {
    preprocessorOptions: { scss: { loadPaths: ['.', 'node_modules'], quietDeps: true } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
