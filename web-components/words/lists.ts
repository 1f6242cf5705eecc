/** 'Ella', 'Ella and Tom', 'Ella, Tom and Ada'. */
export function sayList(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** '1 child', '3 children'. */
export function sayCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

interface Named {
  id: string;
  name: string;
}

/** A name, however it was sent. */
export function nameOf(thing: Named | string | undefined | null): string {
  return typeof thing === 'string' ? thing : (thing?.name ?? '');
}

/** 'Ella, 4'; an unborn baby has no age. */
export function sayChild(child: { name: string; age?: string | number; unborn?: boolean }): string {
  if (child.unborn) return `${child.name}, unborn${child.age ? `, ${child.age}` : ''}`;
  return child.age === undefined || child.age === '' ? child.name : `${child.name}, ${child.age}`;
}

/** 'Marsh' is said as 'Marsh family'. */
export function sayFamily(name: string): string {
  return /famil/i.test(name) ? name : `${name} family`;
}

/** 'Ella' of 'Ella Ashdown'; inside a sentence that is enough. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
