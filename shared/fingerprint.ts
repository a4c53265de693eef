const FINGERPRINT_BYTES = 8;

/**
 * A truncated SHA-256 of a token, as 16 hex digits. A refused call names no company, so the assistant tells the server
 * the fingerprint of what the Token Key field held, and the server looks for it among the calls that it refused. It is
 * far too short to be turned back into a key.
 */
export async function fingerprint(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  // A view, not `slice`: in Firefox's content scripts the digest is the page's, and its constructor may not be asked for.
  const bytes = [...new Uint8Array(digest, 0, FINGERPRINT_BYTES)];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
