/** What a server answered over the wire. */
export interface Answered<T> {
  status: number;
  body: T;
}

/** Somebody signed in on a demonstration server, who calls it over the network as our pages do. */
export class Caller {
  readonly #address: string;
  #cookie = '';
  #csrf = '';

  private constructor(address: string) {
    this.#address = address;
  }

  static async signIn(address: string, person: string): Promise<Caller> {
    const caller = new Caller(address);
    await caller.#learn();
    const { status } = await caller.post('/api/demonstration/sign-in', { person });
    if (status !== 200) throw new Error(`${person} could not sign in: ${String(status)}`);
    await caller.#learn();
    return caller;
  }

  /** The same session at another server on the same store. */
  at(address: string): Caller {
    const there = new Caller(address);
    there.#cookie = this.#cookie;
    there.#csrf = this.#csrf;
    return there;
  }

  /** what a page sends along, so that the server knows who asks and that it is a page of ours */
  get credentials(): { cookie: string; 'x-csrf-token': string } {
    return { cookie: this.#cookie, 'x-csrf-token': this.#csrf };
  }

  get<T>(path: string): Promise<Answered<T>> {
    return this.#send<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<Answered<T>> {
    return this.#send<T>('POST', path, JSON.stringify(body));
  }

  put<T>(path: string, body: object): Promise<Answered<T>> {
    return this.#send<T>('PUT', path, JSON.stringify(body));
  }

  /** The token that changes carry belongs to the cookie. */
  async #learn(): Promise<void> {
    this.#csrf = (await this.get<{ csrf: string }>('/api/session')).body.csrf;
  }

  async #send<T>(method: string, path: string, body?: string): Promise<Answered<T>> {
    const response = await fetch(this.#address + path, {
      method,
      headers: {
        ...this.credentials,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const one of response.headers.getSetCookie()) this.#cookie = one.split(';', 1)[0] ?? '';
    return { status: response.status, body: (await response.json()) as T };
  }
}
