import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LEVELS, trendOf } from './weather.ts';

const catalogue = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../i18n/messages/fr/common.json'), 'utf8')
) as Record<string, string>;

it.each(['sun', 'cloud', 'storm'] as const)('%s says on paper what it says on screen', (level) => {
	expect(catalogue[`ui_weather_${level}`]).toBe(LEVELS[level].word);
	expect(catalogue[`ui_weather_${level}_means`]).toBe(LEVELS[level].means);
});

it('tells a trend from the week before, and none without one', () => {
	expect(trendOf('sun', 'cloud')).toBe('up');
	expect(trendOf('storm', 'cloud')).toBe('down');
	expect(trendOf('cloud', 'cloud')).toBe('steady');
	expect(trendOf('sun', undefined)).toBeNull();
});
