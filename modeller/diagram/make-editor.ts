import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import Modeler from 'bpmn-js/lib/Modeler';
import minimap from 'diagram-js-minimap';
import { filesModule } from '../files-behaviour.ts';
import { performModule } from '../operations/perform.ts';
import { allowedModule } from './allowed.ts';
import { paletteModule } from './palette.ts';
import { roleModule } from './role-renderer.ts';

/** The editor of bpmn-js with our attributes, our palette and our rules. The wheel is left to the page. */
export function makeEditor(container: HTMLElement, moddle: object): Modeler {
  return new Modeler({
    container,
    moddleExtensions: { pathway: moddle as Record<string, object> },
    additionalModules: [
      ...[minimap, filesModule, performModule, paletteModule, allowedModule, roleModule],
      // a drawing must not catch somebody who scrolls past
      { zoomScroll: ['value', null] },
    ],
  });
}
