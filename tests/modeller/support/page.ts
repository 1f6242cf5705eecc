// @ts-expect-error a stylesheet has no types here
import '../../../web-components/styles/throughline.scss';
import '../../../modeller/pathway-modeller.ts';
import { inPage } from './in-page.ts';
import './page-types.ts';
import type { PathwayModeller } from '../../../modeller/pathway-modeller.ts';

/** The editor alone on a page, opened on files that the test's server hands out. */
const editor = document.querySelector<PathwayModeller>('pathway-modeller');
const loaded = (await (await fetch('/files.json')).json()) as Record<string, never>;
if (editor) Object.assign(editor, loaded, { mayEdit: true });

window.inPage = inPage;
