import { path } from '../http/path.ts';

export const outboxPath = path('/outbox');
export const sendAgainPath = path('/outbox/:messageId/send-again');
