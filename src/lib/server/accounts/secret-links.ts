import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '#core/errors.ts';

const quarter = 15 * 60;
/** Openings of one link; and, per address, of links that lead nowhere: somebody who tries them. */
const doors = {
	link: new RateLimiterMemory({ points: 60, duration: quarter }),
	nowhere: new RateLimiterMemory({ points: 30, duration: quarter })
};

const tooMany = (msBeforeNext: number) =>
	new DomainError('too_many_attempts', { minutes: Math.max(1, Math.ceil(msBeforeNext / 60_000)) });

/** What the store keeps of a secret. */
export const secretSha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * Follows a secret link: the work is given the secret's SHA-256, and answers null when it leads nowhere.
 * @param address whoever asks comes from
 * @throws `not_found`; `too_many_attempts` above 60 openings of a link in a quarter of an hour, or 30 of none from one
 * address
 */
export async function followSecret<T>(
	secret: string,
	address: string,
	work: (sha256: string) => Promise<T | null>
): Promise<T> {
	const sha256 = secretSha256(secret);
	const tried = await doors.nowhere.get(address);
	if (tried && tried.remainingPoints <= 0) throw tooMany(tried.msBeforeNext);
	// Only what has the shape of a secret is worth a question to the store.
	const found = /^[0-9a-f]{64}$/.test(secret) ? await counted(sha256, () => work(sha256)) : null;
	if (found !== null) return found;
	await doors.nowhere.consume(address).catch(() => {});
	throw new DomainError('not_found');
}

async function counted<T>(key: string, work: () => Promise<T>): Promise<T> {
	try {
		await doors.link.consume(key);
	} catch (cause) {
		if (cause instanceof RateLimiterRes) throw tooMany(cause.msBeforeNext);
		throw cause;
	}
	return work();
}
