import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { trustBeside } from '#engine/browser';
import type { Files } from '../files-behaviour.ts';
import type { Shape } from './shapes.ts';

interface Drawing {
  drawShape: (parent: SVGElement, shape: Shape) => SVGElement;
  getShapePath: (shape: Shape) => string;
}

const above = 1500;

/** Writes on each step who does it. */
class RoleRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'bpmnRenderer', 'files'];
  readonly drawing: Drawing;
  readonly files: Files;

  constructor(eventBus: unknown, bpmnRenderer: Drawing, files: Files) {
    super(eventBus, above);
    this.drawing = bpmnRenderer;
    this.files = files;
  }

  override canRender(shape: Shape): boolean {
    return shape.type === 'bpmn:UserTask';
  }

  drawShape(parent: SVGElement, shape: Shape): SVGElement {
    const drawn = this.drawing.drawShape(parent, shape);
    const role = shape.businessObject.get('pathway:role') as string | undefined;
    const name = trustBeside(this.files.all).roles.find(({ id }) => id === role)?.name;
    if (name) parent.append(written(name, shape));
    return drawn;
  }

  getShapePath(shape: Shape): string {
    return this.drawing.getShapePath(shape);
  }
}

function written(name: string, { width, height }: Shape): SVGElement {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.setAttribute('x', String(width / 2));
  text.setAttribute('y', String(height - 6));
  text.setAttribute('class', 'tl-role');
  text.setAttribute('text-anchor', 'middle');
  text.textContent = name;
  return text;
}

export const roleModule = { __init__: ['roleRenderer'], roleRenderer: ['type', RoleRenderer] };
