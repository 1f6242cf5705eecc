import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { readVersionFolder } from './version-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The editor as it is built, alone on a page, under the content security policy of the product. */
export interface EditorServer {
  url: string;
  /** the draft that the page opens */
  files: Record<string, string>;
  close: () => Promise<void>;
}

export async function startEditorServer(): Promise<EditorServer> {
  const dist = await mkdtemp(join(tmpdir(), 'modeller-'));
  await build({
    ...{ root: import.meta.dirname, configFile: join(root, 'vite.config.ts'), logLevel: 'error' },
    css: {
      preprocessorOptions: { scss: { loadPaths: [root, join(root, 'node_modules')], quietDeps: true } },
    },
    build: {
      ...{ outDir: dist, emptyOutDir: true },
      rolldownOptions: { input: join(import.meta.dirname, 'page.html') },
    },
  });
  const editor: EditorServer = { url: '', files: redesigned(), close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    response.setHeader('content-security-policy', policy);
    if (path === '/files.json') {
      response.end(JSON.stringify({ files: editor.files, ...shipped() }));
      return;
    }
    const wanted = join(dist, normalize(path));
    const found = existsSync(wanted) && extname(wanted) !== '' ? wanted : join(dist, 'page.html');
    response.setHeader('content-type', types[extname(found)] ?? 'application/octet-stream');
    createReadStream(found).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  editor.url = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/`;
  editor.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dist, { recursive: true, force: true });
  };
  return editor;
}

/** What the page has beside a draft's files: our attributes, and what the law asks. */
const shipped = (): object => ({
  moddle: JSON.parse(readFileSync(join(root, 'processes/pathway.moddle.json'), 'utf8')) as unknown,
  statutory: JSON.parse(
    readFileSync(join(root, 'processes/child-protection/statutory.json'), 'utf8'),
  ) as unknown,
});

/** The files of the pathway that a new installation runs. */
export const redesigned = (): Record<string, string> =>
  readVersionFolder(join(root, 'processes/child-protection/2-redesigned'));
