/** The store can't be opened, and why, in words for whoever starts the server. */
export class StoreNotOpened extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreNotOpened';
  }
}
