import { tellLess } from '../quiet.ts';
import { log } from '#server/log.ts';

interface StoreFault {
	code?: string;
	message?: string;
	detail?: string;
	hint?: string;
}

const json = (body: unknown, status: number) => Response.json(body, { status });

/** Refusals raised by our functions are `PT` and the status, as PostgREST has it. */
function statusOf(code: string): number {
	const raised = /^PT([45]\d\d)$/.exec(code)?.[1];
	if (raised) return Number(raised);
	if (code === '42501') return 403;
	return code.startsWith('22') ? 400 : 500;
}

/**
 * What the data API answers to a fault of PostgreSQL, in the words of PostgREST: code, message, details, hint. Only
 * refusals keep their details: those of other faults hold rows.
 */
export function refused(fault: unknown): Response {
	const { code = '', message = '', detail = null, hint = null } = (fault ?? {}) as StoreFault;
	const status = statusOf(code);
	if (status < 500) {
		const said = code.startsWith('PT') ? { details: detail, hint } : { details: null, hint: null };
		return json({ code, message, ...said }, status);
	}
	const told = tellLess([fault]);
	log.error(told, 'the store failed');
	return json({ code, message: told.message, details: null, hint: null }, status);
}
