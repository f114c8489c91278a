/**
 * An exact quotient, `top / bottom` with `bottom` above 0. Rates are compared as quotients: 18 999 ÷ 20 000 is below
 * 95 %, whatever a rounding makes of it.
 */
export type Exact = { top: bigint; bottom: bigint };

/** What a value may be written with: nine digits, six decimals, never negative. The store keeps no more. */
const SHAPE = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** Reads a plain decimal (`93.5`); null when it is not one, or is longer than what is kept. */
export function exactOf(text: string | number): Exact | null {
	const match = SHAPE.exec(String(text));
	if (!match) return null;
	const decimals = match[2] ?? '';
	return { top: BigInt((match[1] ?? '') + decimals), bottom: 10n ** BigInt(decimals.length) };
}

/** As `exactOf`, for what the store holds. @throws RangeError when it is not a decimal */
export function exact(text: string | number): Exact {
	const found = exactOf(text);
	if (!found) throw new RangeError(`Not a decimal: ${text}`);
	return found;
}

export const zero: Exact = { top: 0n, bottom: 1n };

function reduced(top: bigint, bottom: bigint): Exact {
	let [a, b] = [top < 0n ? -top : top, bottom];
	while (b > 0n) [a, b] = [b, a % b];
	return a > 1n ? { top: top / a, bottom: bottom / a } : { top, bottom };
}

export const add = (a: Exact, b: Exact): Exact =>
	reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Exact, b: Exact): Exact => reduced(a.top * b.top, a.bottom * b.bottom);

/** `a ÷ b`. @throws RangeError when `b` is 0: what does not apply is not divided. */
export function over(a: Exact, b: Exact): Exact {
	if (b.top <= 0n) throw new RangeError('Divided by nothing');
	return reduced(a.top * b.bottom, a.bottom * b.top);
}

/** The distance between two values, never negative. */
export function gap(a: Exact, b: Exact): Exact {
	const top = a.top * b.bottom - b.top * a.bottom;
	return reduced(top < 0n ? -top : top, a.bottom * b.bottom);
}

/** Below 0 when `a` is the smaller, above when it is the greater. */
export function compare(a: Exact, b: Exact): number {
	const difference = a.top * b.bottom - b.top * a.bottom;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded to so many decimals, a half upwards, without idle zeros: `94.995`. */
export function rounded({ top, bottom }: Exact, decimals: number): string {
	const scale = 10n ** BigInt(decimals);
	const units = (2n * top * scale + bottom) / (2n * bottom);
	const whole = String(units / scale);
	const rest = String(units % scale)
		.padStart(decimals, '0')
		.replace(/0+$/, '');
	return decimals > 0 && rest !== '' ? `${whole}.${rest}` : whole;
}

/** Near enough to be drawn, never to be judged. */
export const near = (value: Exact): number => Number(rounded(value, 6));
