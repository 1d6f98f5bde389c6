/** The system's short name of what went wrong, such as ENOSPC: its sentence would tell a path. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
