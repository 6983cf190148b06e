import { path } from '#platform/http/path.ts';

/** The letterbox; `?from=` is the address of the page somebody came from. */
export const raisePath = path('/concerns/new');
/** What was given to me to read, and what I raised. */
export const concernsPath = path('/concerns');
export const concernPath = path('/concerns/:concernId');
/** Somebody the concern names meets no families for now. */
export const suspendPath = path('/concerns/:concernId/suspend/:accountId');
export const receiptPath = path('/concerns/receipts/:concernId');
/** Who is on duty for concerns, and how soon they are read. */
export const onDutyPath = path('/concerns/on-duty');
export const dutyPath = path('/concerns/on-duty/:centreId');
export const clockPath = path('/concerns/clock');
/** Urgent help, for everybody. */
export const helpPath = path('/help');
