import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../quantities.ts';
import { answerRate, averageCall, interruption, itemRate } from '../../redal.fixture.ts';
import { differences } from '../compare-values.ts';
import { readValues } from './read.ts';
import { readNumber, readPeriod, readSlot } from './cells.ts';

const wanted = (indicator = answerRate) => ({
	code: indicator.code,
	quantity: quantitiesOf(indicator)[0]!,
	today: '2023-03-06'
});
const rows = (text: string, indicator = answerRate) => {
	const read = readValues(text, wanted(indicator));
	return read.ok ? read.rows : read.faults;
};

describe('a file of values', () => {
	it('is read as a French spreadsheet writes it: mark, semicolons, commas, the contract’s own words', () => {
		const text =
			'\uFEFFJour;Tranche;Appels pris;Appels reçus\r\n06/02/2023;10h-11h;93;100\r\n\r\n2023-02-07;;"1 940";2 000\r\n';
		expect(rows(text)).toEqual([
			{ line: 2, at: '2023-02-06T10:00/11:00', label: '', value: '93', over: '100' },
			{ line: 4, at: '2023-02-07', label: '', value: '1940', over: '2000' }
		]);
	});

	it('is read with commas and with tabs, decimals quoted or with a point', () => {
		const both = [{ line: 2, at: '2023-02-06', label: '', value: '93.5', over: null }];
		expect(rows('date,valeur\n2023-02-06,"93,5 %"')).toEqual(both);
		expect(rows('date\tvaleur\r2023-02-06\t93.5')).toEqual(both);
	});

	it('takes what is not applicable in words or as nothing out of nothing', () => {
		expect(rows('jour;valeur;sur\n2023-02-06;sans objet;\n2023-02-07;;0')).toEqual([
			{ line: 2, at: '2023-02-06', label: '', value: null, over: null },
			{ line: 3, at: '2023-02-07', label: '', value: '0', over: '0' }
		]);
	});

	it('reads durations where seconds or minutes are asked', () => {
		expect(rows('jour;durée des appels\n2023-02-06;00:02:31', averageCall)).toMatchObject([
			{ value: '151' }
		]);
		expect(rows('jour;valeur\n2023-02-06;20:01', interruption)).toMatchObject([{ value: '20.016667' }]);
	});

	it('says of each fault its line and its column, and gives nothing', () => {
		const text = [
			'jour;tranche;pris;appels pris;appels reçus;indicateur',
			'31/02/2023;;x;1;2;',
			'06/02/2023;10h-9h;;1;2;',
			'06/02/2023;;;un;2;',
			'07/02/2023;;;5;0;',
			'08/02/2023;;;;3;',
			'08/03/2023;;;1;2;',
			'2023;;;1;2;',
			'09/02/2023;;;1;2;R-K6',
			'10/02/2023;;;1;2;',
			'10/02/2023;;;1;2;',
			'11/02/2023;;;93,5;100;;7'
		].join('\n');
		const read = readValues(text, wanted());
		expect(read.ok).toBe(false);
		expect(read.ok ? [] : read.faults.map((one) => [one.line, one.column, one.code])).toEqual([
			[2, 'jour', 'period_unread'],
			[3, 'tranche', 'slot_unread'],
			[4, 'appels pris', 'value_unread'],
			[5, 'appels pris', 'more_than_out_of'],
			[6, 'appels pris', 'value_missing'],
			[7, 'jour', 'in_the_future'],
			[8, 'jour', 'period_not_asked'],
			[9, 'indicateur', 'other_indicator'],
			[11, null, 'twice_in_file'],
			[12, null, 'too_many_cells']
		]);
	});

	it('is refused whole for its heads, its length, an open quote, or bytes that are no text', () => {
		const fault = (text: string) => {
			const read = readValues(text, wanted());
			return read.ok ? 'read' : `${read.faults[0]!.line} ${read.faults[0]!.code}`;
		};
		expect(fault('')).toBe('1 empty');
		expect(fault('jour;valeur\n')).toBe('2 empty');
		expect(fault('valeur;sur\n1;2')).toBe('1 no_period_column');
		expect(fault('jour;sur\n2023-02-06;2')).toBe('1 no_value_column');
		expect(fault('jour;date;valeur\n2023-02-06;2023-02-06;2')).toBe('1 column_twice');
		expect(fault('jour;valeur\n2023-02-06;1\n"2023-02-07;2')).toBe('3 unclosed_quote');
		expect(fault('jour;valeur\n2023-02-06;\u0000')).toBe('2 not_text');
		const many = ['jour;valeur', ...Array.from({ length: 10_001 }, () => '2023-02-06;1')].join('\n');
		expect(fault(many)).toBe('10002 too_many_lines');
	});

	it('asks for the item where the contract judges each apart', () => {
		expect(rows('mois;valeur;sur\n02/2023;1;2', itemRate)).toMatchObject([{ code: 'label_missing' }]);
		expect(rows('mois;item;valeur;sur\n02/2023;Accueil;1;2', itemRate)).toMatchObject([
			{ at: '2023-02' }
		]);
	});

	it('of 10 000 lines is read whole', () => {
		const lines = Array.from({ length: 10_000 }, (_, i) => {
			const day = `2022-${String((Math.floor(i / 840) % 12) + 1).padStart(2, '0')}-${String((Math.floor(i / 30) % 28) + 1).padStart(2, '0')}`;
			const minute = (i % 30) * 20;
			const hour = (at: number) =>
				`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
			return `${day};${hour(minute)}-${hour(minute + 20)};19;20`;
		});
		const read = readValues(['jour;tranche;valeur;sur', ...lines].join('\r\n'), wanted());
		expect(read.ok && read.rows.length).toBe(10_000);
	});
});

describe('cells', () => {
	it('refuse what could be read in two ways', () => {
		for (const text of ['1.234,5', '-3', '1e3', '', '1234567890', '0,1234567', '12:75'])
			expect(readNumber(text, 's'), text).toBeNull();
		for (const text of ['31/04/2023', '2023-13', '2023-02-06T10:00/11:00', 'hier', '2023-W60'])
			expect(readPeriod(text), text).toBeNull();
		for (const text of ['11h-10h', '10h', '25h-26h', '10:75-11:00'])
			expect(readSlot('2023-02-06', text), text).toBeNull();
		expect(readSlot('2023-02-06', '23h30 à 24h')).toBe('2023-02-06T23:30/24:00');
	});

	it('write and read back any decimal, with a comma or a point', () => {
		fc.assert(
			fc.property(fc.nat(999_999_999), fc.nat(999_999), (whole, part) => {
				const plain = `${whole}.${String(part).padStart(6, '0')}`;
				const read = readNumber(plain.replace('.', ','), null);
				return read !== null && read === readNumber(plain, null) && Number(read) === Number(plain);
			})
		);
	});
});

it('tells new values, the same ones and corrections apart, whatever their decimals are written like', () => {
	const kept = [
		{ id: '1', at: '2023-02-06', label: '', value: '93.50', over: '100' },
		{ id: '2', at: '2023-02-07', label: '', value: '1', over: null }
	];
	const found = differences(
		[
			{ at: '2023-02-06', label: '', value: '93.5', over: '100' },
			{ at: '2023-02-07', label: '', value: '2', over: null },
			{ at: '2023-02-08', label: '', value: null, over: null }
		],
		kept
	);
	expect([found.same.length, found.changed[0]?.before.id, found.added.length]).toEqual([1, '2', 1]);
});
