/**
 * Amounts are whole cents (`bigint`), rates and values are exact decimals: no floating point, so that a rounding is
 * never an accident. The one rounding is `divideHalfUp`, to the cent, half a cent upwards.
 */
export type Cents = bigint;

/** An exact decimal: `units / 10^scale`. */
export type Decimal = { units: bigint; scale: number };

/** A number that cannot be read exactly; the message is for the person. */
export class AmountError extends Error {
	override name = 'AmountError';
}

const SHAPE = /^(\d{1,15})(?:[.,](\d{1,6}))?$/;

/**
 * Reads a number as a person or JSON writes it (`84000`, `84000.5`, `"84000,50"`): not negative, at most six decimals.
 * @throws AmountError otherwise
 */
export function readDecimal(value: number | string): Decimal {
	const match = SHAPE.exec(String(value).replaceAll(/[\s\u00a0\u202f]/g, ''));
	if (!match)
		throw new AmountError(
			`« ${String(value)} » n’est pas un nombre positif : écrivez par exemple 84000 ou 84000.50.`
		);
	const decimals = match[2] ?? '';
	return { units: BigInt((match[1] ?? '') + decimals), scale: decimals.length };
}

/**
 * Reads an amount.
 * @throws AmountError when it has more than two decimals or is not a positive number
 */
export function readCents(value: number | string): Cents {
	const { units, scale } = readDecimal(value);
	if (scale <= 2) return units * 10n ** BigInt(2 - scale);
	const extra = 10n ** BigInt(scale - 2);
	if (units % extra !== 0n)
		throw new AmountError(`« ${String(value)} » a plus de deux décimales : arrondissez au centime.`);
	return units / extra;
}

/** `numerator / denominator` rounded to a whole number, a half upwards. Both are not negative. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
	return (2n * numerator + denominator) / (2n * denominator);
}

/** `amount × decimal / divisor`, rounded once. */
export function times(amount: Cents, { units, scale }: Decimal, divisor: bigint): Cents {
	return divideHalfUp(amount * units, divisor * 10n ** BigInt(scale));
}

/** For machines: `1033.33`, always two decimals. */
export function plainAmount(cents: Cents): string {
	return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

/** As a contract writes a flat amount: `2000`, `2000.50`. */
export function shortAmount(cents: Cents): string {
	return cents % 100n === 0n ? String(cents / 100n) : plainAmount(cents);
}
