declare module 'diagram-js/lib/draw/BaseRenderer' {
  export default class BaseRenderer {
    constructor(eventBus: unknown, priority: number);
    canRender(shape: unknown): boolean;
  }
}

declare module 'diagram-js/lib/features/rules/RuleProvider' {
  export default class RuleProvider {
    constructor(eventBus: unknown);
    addRule(action: string | string[], priority: number, rule: (context: never) => unknown): void;
  }
}
