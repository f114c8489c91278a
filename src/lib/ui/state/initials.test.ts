import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
	['Anne-Marie de La Tour', 'AT'],
	['  élodie   ñandú ', 'ÉÑ'],
	['Cher', 'C'],
	['', '']
])('%s gives %s', (name, expected) => expect(initials(name)).toBe(expected));
