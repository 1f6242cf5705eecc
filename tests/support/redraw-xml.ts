/** Changes to the text of a drawing, as a group would make them. The diagram layer is left out of what comes back. */
export class RedrawnXml {
  #xml: string;

  constructor(xml: string) {
    this.#xml = xml
      .replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/g, '')
      .replace(/<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, '');
  }

  get text(): string {
    return this.#xml;
  }

  /** The element under another id, wherever the drawing names it. */
  rename(id: string, to: string): this {
    const naming = new RegExp(`\\b(id|sourceRef|targetRef|attachedToRef|pathway:notBy)="${id}"`, 'g');
    return this.#change(naming, `$1="${to}"`, `rename ${id}`);
  }

  /** Another attribute of an element. */
  set(id: string, attribute: string, value: string): this {
    const own = new RegExp(`(id="${id}"[^>]*?\\b${attribute}=")[^"]*"`);
    return this.#change(own, `$1${value}"`, `set ${attribute} of ${id}`);
  }

  /** A new step on a line. It opens the form of another step. */
  insert(flow: string, step: { id: string; form: string; role: string }): this {
    const line = this.#flow(flow);
    const { id, form, role } = step;
    const drawn =
      `<bpmn:userTask id="${id}" name="Do ${id}" pathway:form="${form}" pathway:role="${role}" pathway:purpose="New." pathway:timescale="none" />` +
      `<bpmn:sequenceFlow id="${id}-on" sourceRef="${id}" targetRef="${line.to}" />`;
    return this.#replace(line.text, line.text.replace(`targetRef="${line.to}"`, `targetRef="${id}"`) + drawn);
  }

  /** A step with one line in and one out, taken out of the drawing. */
  remove(id: string): this {
    const [into] = this.#flows((line) => line.to === id);
    const [out] = this.#flows((line) => line.from === id);
    if (!into || !out) throw new Error(`${id} has no way in and out`);
    this.#replace(into.text, into.text.replace(`targetRef="${id}"`, `targetRef="${out.to}"`));
    this.#replace(out.text, '');
    return this.#change(
      new RegExp(`<bpmn:userTask\\b[^>]*?\\bid="${id}"[^>]*?(/>|>[\\s\\S]*?</bpmn:userTask>)`),
      '',
      `remove ${id}`,
    );
  }

  #flow(id: string) {
    const [found] = this.#flows((line) => line.id === id);
    if (!found) throw new Error(`the drawing has no line ${id}`);
    return found;
  }

  #flows(wanted: (line: { id: string; from: string; to: string }) => boolean) {
    const drawn = /<bpmn:sequenceFlow\b[^>]*?(\/>|>[\s\S]*?<\/bpmn:sequenceFlow>)/g;
    return [...this.#xml.matchAll(drawn)]
      .map(([text]) => {
        const said = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '';
        return { id: said('id'), from: said('sourceRef'), to: said('targetRef'), text };
      })
      .filter(wanted);
  }

  #replace(text: string, by: string): this {
    this.#xml = this.#xml.replace(text, () => by);
    return this;
  }

  #change(pattern: RegExp, by: string, what: string): this {
    const changed = this.#xml.replace(pattern, by);
    if (changed === this.#xml) throw new Error(`could not ${what}`);
    this.#xml = changed;
    return this;
  }
}
