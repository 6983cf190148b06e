export { loadClocks, setDuty } from './duty/duty.commands.ts';
export { type Raised, type Raising, raiseConcern } from './raise/raise.commands.ts';
export { type ConcernsWaiting, concernsWaiting } from './read/read.queries.ts';
