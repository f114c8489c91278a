import { DomainError } from '#core/errors.ts';

/**
 * A part of an office file as text. Office parts carry no document type: one that does hides something behind
 * entities.
 * @throws `file_unreadable`
 */
export function xmlText(part: Uint8Array): string {
	const label =
		part[0] === 0xff && part[1] === 0xfe
			? 'utf-16le'
			: part[0] === 0xfe && part[1] === 0xff
				? 'utf-16be'
				: 'utf-8';
	let text: string;
	try {
		text = new TextDecoder(label, { fatal: true }).decode(part);
	} catch (cause) {
		throw new DomainError('file_unreadable', {}, cause);
	}
	if (/<!DOCTYPE|<!ENTITY/i.test(text) || text.includes('\0')) throw new DomainError('file_unreadable');
	return text;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(value: string): string {
	return value.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w+));/gi, (whole, hex, dec, name) => {
		if (name) return named[name] ?? whole;
		const point = hex ? parseInt(hex, 16) : Number(dec);
		return point <= 0x10ffff ? String.fromCodePoint(point) : '';
	});
}

/** The attributes of each element called `name`, whatever its prefix. */
export function elements(text: string, name: string): Record<string, string>[] {
	const found: Record<string, string>[] = [];
	for (const [, inside = ''] of text.matchAll(
		new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*)>`, 'g')
	)) {
		const attributes: Record<string, string> = {};
		for (const [, key = '', double, single] of inside.matchAll(
			/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
		))
			attributes[key] = decoded(double ?? single ?? '');
		found.push(attributes);
	}
	return found;
}
