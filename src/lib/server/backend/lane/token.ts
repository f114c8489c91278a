import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a session's token says of its bearer. */
export interface Claims {
	sub: string;
	session_id: string;
	role: 'authenticated';
	[other: string]: unknown;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function parsed(part: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}

/**
 * The claims of a session's token (RFC 7519, signed with HS256), or null for anything that is not beyond doubt one of
 * ours in force. `now` in seconds since 1970. Whether the session still exists is for the store to say.
 */
export function readToken(token: string, secret: string, now: number): Claims | null {
	const [head, body, signature, ...more] = token.split('.');
	if (!head || !body || !signature || more.length > 0) return null;
	// The algorithm is ours to name: a token that says « none » is no token.
	if (parsed(head)?.alg !== 'HS256') return null;
	const given = Buffer.from(signature, 'base64url');
	const right = createHmac('sha256', secret).update(`${head}.${body}`).digest();
	if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
	const claims = parsed(body);
	if (!claims || claims.role !== 'authenticated') return null;
	if (typeof claims.exp !== 'number' || claims.exp <= now) return null;
	if (typeof claims.iat === 'number' && claims.iat > now) return null;
	if (typeof claims.nbf === 'number' && claims.nbf > now) return null;
	if (typeof claims.sub !== 'string' || !UUID.test(claims.sub)) return null;
	if (typeof claims.session_id !== 'string' || !UUID.test(claims.session_id)) return null;
	return claims as Claims;
}
