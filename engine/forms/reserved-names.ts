/** Names that every object of the program has by itself: a thing called so could be taken for one that is there. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

export const isReserved = (name: string): boolean => reserved.has(name);
