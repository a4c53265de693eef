/** An answer, with its body parsed when it is JSON. */
export type ScimAnswer = {
  status: number;
  headers: Headers;
  /** The parsed body; an empty object when there is none. */
  body: ScimBody;
  text: string;
};

export type ScimBody = Record<string, unknown> & { id?: string; status?: string; scimType?: string; detail?: string };

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<ScimAnswer>;

export type ScimClient = {
  get: (path: string, headers?: Record<string, string>) => Promise<ScimAnswer>;
  delete: (path: string, headers?: Record<string, string>) => Promise<ScimAnswer>;
  post: Send;
  put: Send;
  patch: Send;
};

/** A SCIM client without any cleverness: what is given is sent. A string body goes as it is. */
export function createScimClient(base: string, key: string | null): ScimClient {
  async function send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<ScimAnswer> {
    const response = await fetch(base + path, {
      method,
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asText(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  }

  return {
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    delete: (path, headers = {}) => send('DELETE', path, undefined, headers),
    post: (path, body, headers = {}) => send('POST', path, body, headers),
    put: (path, body, headers = {}) => send('PUT', path, body, headers),
    patch: (path, body, headers = {}) => send('PATCH', path, body, headers),
  };
}

function asText(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function parse(text: string): ScimBody {
  try {
    return JSON.parse(text) as ScimBody;
  } catch {
    return {};
  }
}
