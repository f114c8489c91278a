/** What MS Project writes, and what it means: `LinkLag`, `LagFormat`, days, unit, remark. */
export const lagCases = [
	[9600, 7, 2, 'working', null],
	[28800, 8, 2, 'calendar', null],
	[-4800, 7, -1, 'working', null],
	[4800, 5, 1, 'working', null],
	[14400, 6, 1, 'calendar', null],
	[24000, 9, 5, 'working', null],
	[100800, 10, 7, 'calendar', null],
	[9600, 39, 2, 'working', null],
	[28800, 40, 2, 'calendar', null],
	[2400, 7, 1, 'working', 'lag_rounded'],
	[1000, 5, 0, 'working', 'lag_rounded'],
	[50, 19, 5, 'working', 'lag_percent'],
	[50, 20, 7, 'calendar', 'lag_percent'],
	[-25, 51, -3, 'working', 'lag_percent']
] as const;
