import type { Finding, Statutory } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import './dictionary/pathway-dictionary.ts';
import type { FileChanges } from './files-behaviour.ts';
import './forms/form-editor.ts';
import type { Hand } from './operations/index.ts';
import type { Duplicated, Sayings } from './forms/sayings.ts';
import type { PapersBeside } from './outputs/papers-beside.ts';

type Changed = CustomEvent<{ changes: FileChanges; says: string }>;
type OfForm = CustomEvent<{ form: string; question?: string }>;
type OfOutput = CustomEvent<{ output: string }>;

/** What the views show, and what they ask of the editor. */
export interface ShowsFiles {
  view: string;
  base: Record<string, string> | undefined;
  statutory: Statutory | undefined;
  focusOn: { form?: string; question?: string; output?: string } | undefined;
  papers: PapersBeside | undefined;
  findings: readonly Finding[];
  said: Sayings | undefined;
  duplicates: Duplicated | undefined;
  mayEdit: boolean;
  changeFiles: (changes: FileChanges, says: string) => void;
  goTo: (view: 'forms' | 'outputs', focusOn: { form?: string; question?: string; output?: string }) => void;
}

/** The views of what lies beside the drawing: the forms, the papers, and the dictionary. */
export function filesView(editor: ShowsFiles, { files }: Hand): TemplateResult | typeof nothing {
  const change = ({ detail }: Changed): void => editor.changeFiles(detail.changes, detail.says);
  const open = ({ detail }: OfForm): void => editor.goTo('forms', detail);
  if (editor.view === 'forms')
    return html`<form-editor
      .files=${files}
      .base=${editor.base}
      .statutory=${editor.statutory}
      .formId=${editor.focusOn?.form ?? ''}
      .questionId=${editor.focusOn?.question ?? ''}
      .findings=${editor.findings}
      .said=${editor.said}
      .duplicates=${editor.duplicates}
      .mayEdit=${editor.mayEdit}
      @tl-files-change=${change}
      @tl-focus=${open}
    ></form-editor>`;
  if (editor.view === 'outputs') {
    // what makes papers of blocks comes when somebody looks at one
    void import('./outputs/output-designer.ts');
    return html`<output-designer
      .files=${files}
      .outputId=${editor.focusOn?.output ?? ''}
      .findings=${editor.findings}
      .papers=${editor.papers}
      .mayEdit=${editor.mayEdit}
      @tl-files-change=${change}
      @tl-focus=${({ detail }: OfOutput) => editor.goTo('outputs', detail)}
    ></output-designer>`;
  }
  if (editor.view !== 'dictionary') return nothing;
  return html`<pathway-dictionary
    .files=${files}
    .statutory=${editor.statutory}
    .mayEdit=${editor.mayEdit}
    @tl-files-change=${change}
    @tl-open-question=${open}
  ></pathway-dictionary>`;
}
