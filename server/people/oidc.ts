import * as client from 'openid-client';
import type { Secret } from '../../shared/secret.ts';
import { DomainError } from '../errors.ts';

/** The provider where people sign in to their company, and this server as a client of it. */
export type OidcSettings = { issuer: string; clientId: string; clientSecret: Secret };

/** What one attempt must bring back; only the browser that began it holds this. */
export type OidcAttempt = { state: string; nonce: string; codeVerifier: string };

export type Oidc = ReturnType<typeof createOidc>;

const TIMEOUT_S = 10;
const LINK_INSTEAD = 'or ask whoever invited you for a sign-in link';

/**
 * Signing in at an OpenID Connect provider: the authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0,
 * section 3.1; RFC 7636). The provider's description is fetched when somebody first needs it, and again after a failure.
 * @param onFailure told the code of what went wrong, never a token or a claim.
 */
export function createOidc(deps: { settings: OidcSettings; publicUrl: string; onFailure: (code: string) => void }) {
  const { settings, publicUrl, onFailure } = deps;
  const redirectUri = `${publicUrl}/sign-in/oidc/callback`;
  let described: Promise<client.Configuration> | null = null;

  async function provider(): Promise<client.Configuration> {
    described ??= discover(settings);
    try {
      return await described;
    } catch (error) {
      described = null;
      throw failed(error, 503, `Your company's sign-in cannot be reached. Try again in a minute, ${LINK_INSTEAD}.`);
    }
  }

  function failed(error: unknown, status: number, detail: string): DomainError {
    onFailure(codeOf(error));
    return new DomainError(status, detail);
  }

  return {
    /** Begins: where the browser is to go, and what it must keep until it is back. @throws DomainError 503. */
    async begin(): Promise<{ url: string; attempt: OidcAttempt }> {
      const configuration = await provider();
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, attempt };
    },

    /**
     * Takes what the browser brought back.
     * @param query of the callback, as it came.
     * @returns the e-mail address, which the provider has verified.
     * @throws DomainError 400 for what does not belong to the attempt or was not agreed to, 403 for an address that is not
     *   verified, 503 while the provider is away.
     */
    async finish(query: string, attempt: OidcAttempt | null): Promise<string> {
      if (!attempt || new URLSearchParams(query).get('state') !== attempt.state) {
        throw new DomainError(
          400,
          'This sign-in was not begun in this browser, took too long, or was used already. Start it again.',
        );
      }
      const configuration = await provider();
      try {
        const tokens = await client.authorizationCodeGrant(configuration, new URL(`${redirectUri}?${query}`), {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.codeVerifier,
        });
        return verifiedEmail(await claimsOf(configuration, tokens));
      } catch (error) {
        if (error instanceof DomainError) throw error;
        const detail = `Your company's sign-in did not let you in. Start again, ${LINK_INSTEAD}.`;
        throw failed(error, isAway(error) ? 503 : 400, detail);
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const basic = client.ClientSecretBasic(clientSecret.reveal());
  const post = client.ClientSecretPost(clientSecret.reveal());
  // The first is what a provider takes that does not say (OpenID Connect Discovery 1.0, section 3).
  const authentication: client.ClientAuth = (server, ...rest) => {
    const takesBasic = server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true;
    (takesBasic ? basic : post)(server, ...rest);
  };
  const url = new URL(issuer);
  const execute = [client.enableNonRepudiationChecks];
  // The configuration allows http on this machine only.
  if (url.protocol === 'http:') execute.push(client.allowInsecureRequests);
  return client.discovery(url, clientId, undefined, authentication, { timeout: TIMEOUT_S, execute });
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;
type Claims = { [claim: string]: unknown };

/** Providers tell the address in the ID token or, some of them, only at the UserInfo endpoint. */
async function claimsOf(configuration: client.Configuration, tokens: Tokens): Promise<Claims> {
  const claims = tokens.claims();
  if (!claims || claims['email'] !== undefined || !configuration.serverMetadata().userinfo_endpoint)
    return claims ?? {};
  return client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
}

function verifiedEmail({ email, email_verified: isVerified }: Claims): string {
  if (typeof email !== 'string' || email === '') {
    throw new DomainError(
      403,
      `Your company's sign-in told no e-mail address. Ask its admin to share it, ${LINK_INSTEAD}.`,
    );
  }
  if (isVerified !== true) {
    throw new DomainError(
      403,
      `Your company's sign-in has not verified your e-mail address. Have it verified there, ${LINK_INSTEAD}.`,
    );
  }
  return email;
}

/** Whether nothing came back, or a fault of the provider's own. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const { name, status } = error as { name?: unknown; status?: unknown };
  return name === 'TimeoutError' || (typeof status === 'number' && status >= 500);
}

/** Only the code: messages and causes of these errors may hold claims. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
