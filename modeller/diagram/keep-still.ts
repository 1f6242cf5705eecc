interface Bus {
  on: (events: string[], priority: number, listener: () => boolean | undefined) => void;
}

const beginnings = [
  ...['shape.move.start', 'resize.start', 'connect.start', 'create.start', 'bendpoint.move.start'],
  ...['connectionSegment.move.start', 'spaceTool.start', 'element.dblclick', 'directEditing.activate'],
];

const beforeAll = 5000;

/** While a draft may only be looked at, nothing in the drawing is moved, drawn or reworded by hand. */
export function keepStill(bus: unknown, mayEdit: () => boolean): void {
  (bus as Bus).on(beginnings, beforeAll, () => (mayEdit() ? undefined : false));
}
