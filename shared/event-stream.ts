/** One event of a server-sent event stream. */
export type StreamEvent = { id: string | null; type: string; data: string };

/**
 * Parses the text of an event stream as it arrives in pieces (WHATWG HTML, section 9.2.6), for readers that need to send
 * an Authorization header, which EventSource cannot.
 * @param onEvent called for every event that has data; comments are heartbeats and left out.
 * @returns takes the next piece of text.
 */
export function createEventStreamParser(onEvent: (event: StreamEvent) => void): (piece: string) => void {
  let rest = '';
  let id: string | null = null;
  let type = '';
  let data: string[] = [];

  const dispatch = () => {
    if (data.length > 0) onEvent({ id, type: type || 'message', data: data.join('\n') });
    type = '';
    data = [];
  };

  const takeLine = (line: string) => {
    if (line === '') {
      dispatch();
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'event') type = value;
    if (field === 'id' && !value.includes('\0')) id = value;
  };

  return (piece) => {
    rest += piece;
    // A CR at the very end may be the first half of a CRLF whose LF is still on its way.
    const end = rest.endsWith('\r') ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, end).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '') + rest.slice(end);
    lines.forEach(takeLine);
  };
}
