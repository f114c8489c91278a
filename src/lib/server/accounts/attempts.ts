import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '#core/errors.ts';

const quarter = 15 * 60;
const limiter = (points: number, duration = quarter) => new RateLimiterMemory({ points, duration });

/** One process serves, so memory is enough; a restart forgives. */
const doors = {
	password: { pair: limiter(5), address: limiter(50) },
	// Six figures can be guessed from many addresses at once: the e-mail alone counts too.
	code: { pair: limiter(5), address: limiter(50), email: limiter(10, 3600) },
	mail: { pair: limiter(5), address: limiter(30), email: limiter(10, 3600) }
};

export type Door = keyof typeof doors;

/** Who tries: what they say they are, and where they come from. */
export interface Caller {
	email: string;
	address: string;
}

const keys = ({ email, address }: Caller) => ({
	pair: `${email.toLowerCase()} ${address}`,
	address,
	email: email.toLowerCase()
});

async function take(door: Door, caller: Caller): Promise<void> {
	const names = keys(caller);
	for (const [name, limit] of Object.entries(doors[door]) as [keyof typeof names, RateLimiterMemory][])
		try {
			await limit.consume(names[name]);
		} catch (cause) {
			if (!(cause instanceof RateLimiterRes)) throw cause;
			throw new DomainError('too_many_attempts', {
				minutes: Math.max(1, Math.ceil(cause.msBeforeNext / 60_000))
			});
		}
}

async function giveBack(door: Door, caller: Caller): Promise<void> {
	const names = keys(caller);
	for (const [name, limit] of Object.entries(doors[door]) as [keyof typeof names, RateLimiterMemory][])
		await (name === 'address' ? limit.reward(names[name]) : limit.delete(names[name]));
}

/**
 * Lets somebody try, and counts the failures only: a success clears what was counted for them. The try is counted
 * before the answer is known, so that a hundred at once are not a hundred free ones.
 * @param counts which refusals are failures of the person; anything else (a store that is down) is given back
 * @throws `too_many_attempts` {minutes} above 5 per e-mail and address, or 50 per address, in a quarter of an hour
 */
export async function attempt<T>(
	door: Door,
	caller: Caller,
	counts: readonly string[],
	work: () => Promise<T>
): Promise<T> {
	await take(door, caller);
	try {
		const result = await work();
		await giveBack(door, caller);
		return result;
	} catch (cause) {
		if (!(cause instanceof DomainError && counts.includes(cause.code))) await giveBack(door, caller);
		throw cause;
	}
}

/** A request for a mail: each one counts, whether or not somebody reads mails there. */
export const countMail = (caller: Caller): Promise<void> => take('mail', caller);
