/** `node tests/support/check-forms.ts [version folder] [form id …]`: what is wrong with forms and what they name. */
import { readBeside } from '../../engine/version/index.ts';
import { versionFiles } from './version-files.ts';

const [folder = 'processes/child-protection/2-redesigned', ...only] = process.argv.slice(2);
const { beside, findings } = readBeside(versionFiles(folder));
const shown = findings.filter(({ element = '' }) => only.length === 0 || only.includes(element));
for (const { level, element, question, check, message } of shown) {
  const place = [element, question].filter(Boolean).join(' › ');
  process.stdout.write(`${level.padEnd(7)} ${place}: ${message} (${check})\n`);
}
const errors = shown.filter(({ level }) => level === 'error').length;
const forms = Object.keys(beside.forms).length;
process.stdout.write(`${forms} forms, ${errors} errors, ${shown.length - errors} warnings\n`);
if (errors > 0) process.exitCode = 1;
