import { pino } from 'pino';

/** JSON lines on standard error: standard output is for the one line that says where to go. */
export const log = pino(
	{
		name: 'jalon',
		level: process.env.LOG_LEVEL || 'info',
		redact: { paths: ['password', '*.password', 'token', '*.token', 'email', '*.email'], censor: '…' }
	},
	pino.destination({ fd: 2, sync: true })
);
