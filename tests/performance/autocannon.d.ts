/** As much of autocannon as the bench uses; the package ships no types. */
declare module 'autocannon' {
	export interface Client {
		setHeaders(headers: Record<string, string | undefined>): void;
	}
	export interface Result {
		non2xx: number;
		requests: { average: number };
	}
	export default function autocannon(options: {
		url: string;
		connections: number;
		duration: number;
		setupClient?: (client: Client) => void;
	}): Promise<Result>;
}
