import { createHash } from 'node:crypto';

/**
 * What every server is started with. On the command line rather than in `postgresql.conf`, so that a new release
 * changes an old cluster too. Modest memory: the application and its database share one small machine.
 */
const SETTINGS: Record<string, string> = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '60',
	superuser_reserved_connections: '3',
	password_encryption: 'scram-sha-256',

	// An acknowledged act is on the disk.
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',

	shared_buffers: '64MB',
	work_mem: '8MB',
	maintenance_work_mem: '64MB',
	effective_cache_size: '512MB',
	max_parallel_workers_per_gather: '0',
	io_method: 'sync',
	jit: 'off',
	wal_level: 'minimal',
	max_wal_senders: '0',
	min_wal_size: '64MB',
	max_wal_size: '512MB',
	// A statement left running by a killed application ends too (not available on Windows).
	...(process.platform === 'win32' ? {} : { client_connection_check_interval: '2s' }),
	// systemd removes a user's POSIX shared memory when he logs out, under a server that outlives the session.
	dynamic_shared_memory_type: 'mmap',

	timezone: 'UTC',
	log_timezone: 'UTC',
	lc_messages: 'C',

	// No personal data in the log: refused statements and rows hold names and addresses, so errors of statements
	// are not logged at all (the application receives them); starts, stops and failures of the server are.
	log_destination: 'stderr',
	logging_collector: 'off',
	log_line_prefix: '%m [%p] ',
	log_min_messages: 'log',
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse',
	log_statement: 'none',
	log_duration: 'off',
	log_min_duration_statement: '-1',
	log_min_duration_sample: '-1',
	log_parameter_max_length: '0',
	log_parameter_max_length_on_error: '0',
	log_connections: '',
	log_disconnections: 'off',
	log_lock_waits: 'off',
	log_temp_files: '-1',
	log_checkpoints: 'off',
	log_autovacuum_min_duration: '-1',
	debug_print_plan: 'off'
};

/** The arguments of `postgres` for this folder and port. */
export function serverArguments(pgData: string, port: number): string[] {
	return ['-D', pgData, ...settingArguments(), '-c', `port=${port}`];
}

/** The same without a port, for the single-user mode. */
export function settingArguments(): string[] {
	return Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Changes when the settings change: a survivor started with others is stopped, not adopted. */
export function settingsDigest(): string {
	return createHash('sha256').update(JSON.stringify(SETTINGS)).digest('hex').slice(0, 16);
}
