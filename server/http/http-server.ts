import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError } from '../errors.ts';
import { renderError } from './render-error.ts';

const MAX_HEADER_BYTES = 16_384;
/** A whole request has to arrive within this; JumpCloud's are small. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;
/** Longer than a reverse proxy keeps its idle connections, so that it is never the one to meet a closed one. */
const KEEP_ALIVE_MS = 75_000;

/** Node's HTTP server with our limits; what it refuses itself, before any middleware, has a body of ours too. */
export function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: HEADERS_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) => refuse(error.code, socket));
  return server;
}

function refuse(code: string | undefined, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = renderError(refusalOf(code), 'scim');
  const lines = Object.entries({
    ...headers,
    Connection: 'close',
    'Content-Length': Buffer.byteLength(body).toString(),
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`);
}

function refusalOf(code: string | undefined): DomainError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new DomainError(431, `The headers are larger than ${MAX_HEADER_BYTES / 1024} KiB, which is the limit.`);
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new DomainError(408, 'The request did not arrive in time.');
  return new DomainError(400, 'This is no HTTP request that can be read.', { scimType: 'invalidSyntax' });
}
