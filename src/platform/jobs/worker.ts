import { Logger, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Gateway, Scope } from '../db/as-actor.ts';

/** A job: runs as the house itself, for one organisation, in one transaction. Shallow: it calls a command. */
export type Job = (scope: Scope, payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** A job that needs more than one transaction, such as sending: it opens its own. */
export interface OpenJob {
  readonly open: (tools: {
    readonly gateway: Gateway;
    readonly clock: () => Temporal.Instant;
    readonly organisationId: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }) => Promise<void>;
}

export type Jobs = Readonly<Record<string, Job | OpenJob>>;

/** Something to run on a timetable for every organisation: cron words in UTC and the job's name. */
export interface Recurring {
  readonly cron: string;
  readonly job: string;
}

interface WorkerOptions {
  readonly pool: pg.Pool;
  readonly gateway: Gateway;
  readonly clock: () => Temporal.Instant;
  readonly jobs: Jobs;
  readonly recurring: readonly Recurring[];
  readonly organisations: () => Promise<readonly string[]>;
  readonly onFailure: (task: string, error: unknown) => void;
}

const EVERY_ORGANISATION = 'every_organisation';

/** Starts the worker over the same database; `stop` waits for what is running. */
export const startWorker = async (options: WorkerOptions): Promise<Runner> => {
  const { gateway, clock } = options;
  const tasks: TaskList = {};
  for (const [name, job] of Object.entries(options.jobs)) {
    tasks[name] = async (payload) => {
      const given = payload as Readonly<Record<string, unknown>>;
      const organisationId = String(given.organisationId);
      try {
        if (typeof job === 'function')
          await gateway({ kind: 'system', organisationId, why: name }, clock(), (scope) => job(scope, given));
        else await job.open({ gateway, clock, organisationId, payload: given });
      } catch (error) {
        options.onFailure(name, error);
        throw error;
      }
    };
  }
  tasks[EVERY_ORGANISATION] = async (payload, help) => {
    const { job } = payload as { job: string };
    for (const organisationId of await options.organisations())
      await help.addJob(job, { organisationId }, { jobKey: `${job}:${organisationId}` });
  };
  const crontab = options.recurring
    .map(({ cron, job }) => `${cron} ${EVERY_ORGANISATION} ?id=${job.replace(/\W/g, '_')} {"job":"${job}"}`)
    .join('\n');
  return run({
    pgPool: options.pool,
    noHandleSignals: true,
    concurrency: 4,
    pollInterval: 2000,
    taskList: tasks,
    ...(crontab && { crontab }),
    logger: quiet,
  });
};

/** Runs every job that is due, until none is left: for tests and for the demo. */
export const drain = async (options: Omit<WorkerOptions, 'recurring'>): Promise<void> => {
  const tasks: TaskList = {};
  for (const [name, job] of Object.entries(options.jobs)) {
    tasks[name] = async (payload) => {
      const given = payload as Readonly<Record<string, unknown>>;
      const organisationId = String(given.organisationId);
      if (typeof job === 'function')
        await options.gateway({ kind: 'system', organisationId, why: name }, options.clock(), (scope) =>
          job(scope, given),
        );
      else await job.open({ gateway: options.gateway, clock: options.clock, organisationId, payload: given });
    };
  }
  await runOnce({ pgPool: options.pool, noHandleSignals: true, taskList: tasks, logger: quiet });
};

// graphile-worker writes payloads into its log lines; failures reach onFailure instead, without them.
const quiet = new Logger(() => () => undefined);
