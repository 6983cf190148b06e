import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { type ParsedMail, simpleParser } from 'mailparser';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Gateway, gateway, type Scope } from '#platform/db/as-actor.ts';
import { drain, type Jobs } from '#platform/jobs/worker.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type Guard, type MessageTemplate, queueMessage } from './message.ts';
import { makeSender, type SenderOptions } from './sender.ts';
import { NotSent, type SmsWay } from './ways.ts';

let database: TestDatabase;
let pool: pg.Pool;
let enter: Gateway;
let organisationId: string;
let now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const clock = () => now;

const FROM = 'Kith <no-reply@kith.example>';
const template: MessageTemplate = {
  code: 'greeting',
  subject: ({ group }) => `About ${group}`,
  body: ({ greeting, group, organisation }) => `Hello ${greeting ?? 'you'}, ${group} meets. ${organisation}`,
  neutralSubject: () => 'An update',
  neutralBody: () => 'There is an update for you.',
};
const link: MessageTemplate = { ...template, code: 'key', body: ({ url }) => `Here: ${url}` };

/** A post office that keeps what it is given; `mood` decides how it answers. */
class Office {
  readonly taken: ParsedMail[] = [];
  mood: 'well' | 'busy' | 'no_such_address' | 'hangs_up_after_taking' = 'well';
  #server: SMTPServer | undefined;
  port = 0;
  async open(port = 0): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, answer) => {
        if (this.mood === 'no_such_address')
          return answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        if (this.mood === 'busy')
          return answer(Object.assign(new Error('come back later'), { responseCode: 451 }));
        return answer();
      },
      onData: (stream, session, answer) => {
        simpleParser(stream).then((mail) => {
          this.taken.push(mail);
          if (this.mood === 'hangs_up_after_taking') {
            for (const connection of server.connections)
              if (connection.session?.id === session.id) connection.close();
            return;
          }
          answer();
        }, answer);
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((done) => {
      server.listen(port, '127.0.0.1', () => done());
    });
    this.port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }
  close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    return new Promise((done) => {
      if (server) server.close(() => done());
      else done();
    });
  }
}

let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool(database.app);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  enter = gateway(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  now = Temporal.Instant.from('2026-11-23T10:00:00Z');
  organisationId = newId();
  office = new Office();
  await office.open();
  await asHouse(({ tx }) =>
    tx
      .insertInto('people.organisations')
      .values({
        organisation_id: organisationId,
        slug: organisationId,
        name: 'Hillside Families',
        email: 'hello@hillside.example',
        made_at: now.toString(),
      })
      .execute(),
  );
});
afterEach(() => office.close());

const asHouse = <T>(work: (scope: Scope) => Promise<T>): Promise<T> =>
  enter({ kind: 'system', organisationId, why: 'test' }, now, work);

const sender = (options: Partial<SenderOptions> = {}): Jobs =>
  makeSender({
    templates: [template, link],
    guards: [],
    smtpUrl: `smtp://127.0.0.1:${office.port}`,
    mailFrom: FROM,
    ...options,
  });

const failures: unknown[] = [];
const work = (jobs: Jobs) =>
  drain({
    pool,
    gateway: enter,
    clock,
    jobs,
    organisations: async () => [organisationId],
    onFailure: (_task, error) => failures.push(error),
  });

const queue = (once: string, more: Partial<Parameters<typeof queueMessage>[1]> = {}) =>
  asHouse((scope) =>
    queueMessage(scope, {
      template: 'greeting',
      about: 'group',
      channel: 'email',
      to: { address: `${once}@parents.example` },
      details: { group: 'Tuesday bumps' },
      once,
      ...more,
    }),
  );

const rows = () =>
  asHouse(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy('made_at')
      .orderBy('once_key')
      .execute(),
  );
const only = async () => {
  const [row] = await rows();
  if (!row) throw new Error('no message');
  return row;
};
const send = async (jobs: Jobs) => {
  const { id } = await only();
  const job = jobs['messages.send'];
  if (!job || typeof job === 'function') throw new Error('no open job');
  await job.open({ gateway: enter, clock, organisationId, payload: { messageId: id } });
};
const lookAfter = (jobs: Jobs) => {
  const job = jobs['messages.look_after'];
  if (typeof job !== 'function') throw new Error('no job');
  return asHouse((scope) => job(scope, {}));
};

describe('sending e-mail', () => {
  it('loses none and sends each once, whatever is pressed twice', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `parent-${String(index).padStart(2, '0')}`);
    for (const name of names) {
      await queue(name);
      await queue(name);
    }
    const jobs = sender();
    await Promise.all([work(jobs), work(jobs)]);
    await work(jobs);
    const to = office.taken.map((mail) => (Array.isArray(mail.to) ? mail.to[0] : mail.to)?.text).sort();
    expect(to).toEqual(names.map((name) => `${name}@parents.example`));
    expect((await rows()).every((row) => row.state === 'sent' && row.gone_at !== null)).toBe(true);
    expect(failures).toEqual([]);
  });

  it('says who it is from, keeps what was sent, and answers go to people', async () => {
    await queue('amina');
    await work(sender());
    const [mail] = office.taken;
    const row = await only();
    expect(mail?.from?.text).toBe('"Hillside Families" <no-reply@kith.example>');
    expect(mail?.replyTo?.text).toBe('hello@hillside.example');
    expect(mail?.subject).toBe('About Tuesday bumps');
    expect(mail?.text?.trim()).toBe('Hello you, Tuesday bumps meets. Hillside Families');
    expect(mail?.html).toBe(false);
    expect(mail?.messageId).toBe(`<${row.id}@kith.example>`);
    expect(row).toMatchObject({
      state: 'sent',
      sent_to: 'amina@parents.example',
      subject: 'About Tuesday bumps',
      body: mail?.text?.trim(),
      tries: 1,
    });
  });

  it('leaves no phantom when what caused it is rolled back', async () => {
    await expect(
      asHouse(async (scope) => {
        await queueMessage(scope, {
          template: 'greeting',
          about: 'group',
          channel: 'email',
          to: { address: 'x@parents.example' },
          details: {},
          once: 'x',
        });
        throw new Error('something else failed');
      }),
    ).rejects.toThrow('something else failed');
    await work(sender());
    expect(office.taken).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('only shows what would have gone where there is no post office', async () => {
    await queue('amina');
    await work(sender({ smtpUrl: undefined }));
    expect(await only()).toMatchObject({
      state: 'shown',
      sent_to: 'amina@parents.example',
      body: expect.stringContaining('Tuesday bumps'),
    });
    expect(office.taken).toEqual([]);
  });

  it('does not keep the key that a sign-in link is, once it is in the post', async () => {
    await queue('amina', {
      template: 'key',
      about: 'account',
      details: { url: 'https://kith.example/sign-in/secret' },
    });
    await work(sender());
    expect(office.taken[0]?.text).toContain('https://kith.example/sign-in/secret');
    expect(JSON.stringify(await only())).not.toContain('secret');
  });

  it('keeps a letter to a referee or an applicant without the link that is theirs alone', async () => {
    const url = 'https://kith.example/reference/secret';
    await queue('amina', {
      template: 'key',
      about: 'recruiting',
      details: { url, link: url, referee: 'June' },
    });
    await work(sender());
    expect(office.taken[0]?.text).toContain(url);
    const kept = await only();
    expect(kept.body).toBe('Here: (a link for them alone)');
    expect(JSON.stringify(kept)).not.toContain('secret');
  });

  it('does not send words nobody wrote', async () => {
    await queue('amina', { template: 'unheard_of' });
    await work(sender());
    expect(await only()).toMatchObject({ state: 'failed', why: 'there are no words for it' });
  });
});

describe('the guards', () => {
  it('are asked in the transaction that claims the message', async () => {
    await queue('amina');
    let asked = '';
    const guard: Guard = async ({ tx }) => {
      const { rows: now } = await sql<{ xid: string }>`select pg_current_xact_id()::xid::text as xid`.execute(
        tx,
      );
      asked = now[0]?.xid ?? '';
      return { say: 'go' };
    };
    await send(sender({ guards: [guard], smtpUrl: undefined }));
    const { rows: found } = await asHouse(({ tx }) =>
      sql<{
        xmin: string;
      }>`select xmin::text from platform.messages where organisation_id = ${organisationId}`.execute(tx),
    );
    expect(found[0]?.xmin).toBe(asked);
  });

  it('stop a message that a loss was written down for a moment before', async () => {
    await queue('amina');
    const guard: Guard = async () => ({ say: 'stop', why: 'a loss is written down' });
    await work(sender({ guards: [guard] }));
    expect(await only()).toMatchObject({
      state: 'stopped',
      why: 'a loss is written down',
      body: null,
      sent_to: null,
    });
    expect(office.taken).toEqual([]);
  });

  it('hold a message until the quiet hours are over, and are asked again then', async () => {
    await queue('amina');
    const morning = Temporal.Instant.from('2026-11-24T08:00:00Z');
    const guard: Guard = async (scope) =>
      Temporal.Instant.compare(scope.now, morning) < 0
        ? { say: 'hold', until: morning, why: 'quiet hours' }
        : { say: 'go' };
    const jobs = sender({ guards: [guard] });
    await work(jobs);
    expect(await only()).toMatchObject({ state: 'held', why: 'quiet hours', send_after: morning.toString() });
    await send(jobs);
    expect(office.taken).toEqual([]);
    now = morning;
    await send(jobs);
    expect(await only()).toMatchObject({ state: 'sent', why: null });
    expect(office.taken).toHaveLength(1);
  });

  it('choose the address, the name, and words that give nothing away', async () => {
    await queue('amina');
    const guard: Guard = async () => ({
      say: 'go',
      to: 'safe@parents.example',
      neutral: true,
      greeting: 'Amina',
    });
    await work(sender({ guards: [guard] }));
    const [mail] = office.taken;
    expect(mail?.from?.text).toBe('"A message for you" <no-reply@kith.example>');
    expect(mail?.replyTo).toBeUndefined();
    expect([mail?.subject, mail?.text?.trim()]).toEqual(['An update', 'There is an update for you.']);
    expect(JSON.stringify(mail?.headerLines)).not.toMatch(/Hillside|bumps|Amina/);
    expect(await only()).toMatchObject({
      sent_to: 'safe@parents.example',
      body: 'There is an update for you.',
      why: 'neutral words',
    });
  });

  it('leave a person without a safe way alone', async () => {
    const centreId = newId();
    const personId = newId();
    await asHouse(async ({ tx }) => {
      await tx
        .insertInto('people.centres')
        .values({
          organisation_id: organisationId,
          id: centreId,
          slug: 'leeds',
          name: 'Leeds',
          town: 'Leeds',
          opened_on: '2020-01-01',
        })
        .execute();
      await tx
        .insertInto('people.persons')
        .values({
          organisation_id: organisationId,
          id: personId,
          centre_id: centreId,
          side: 'family',
          given_name: 'Amina',
          made_at: now.toString(),
        })
        .execute();
    });
    await queue('amina', { to: { personId }, centreId });
    await work(sender({ guards: [async () => ({ say: 'go' })] }));
    expect(await only()).toMatchObject({ state: 'stopped', why: 'no safe way to reach' });
  });
});

describe('when something breaks', () => {
  it('waits for a post office that is down, and sends once when it is up', async () => {
    await queue('amina');
    const { port } = office;
    await office.close();
    const jobs = sender();
    await work(jobs);
    expect(await only()).toMatchObject({
      state: 'waiting',
      tries: 1,
      send_after: now.add({ minutes: 1 }).toString(),
    });
    await send(jobs);
    expect((await only()).tries).toBe(1);
    await office.open(port);
    now = now.add({ minutes: 1 });
    await send(jobs);
    expect(await only()).toMatchObject({ state: 'sent', tries: 2, why: null });
    expect(office.taken).toHaveLength(1);
  });

  it('comes back later when asked to, and not at all when there is no such address', async () => {
    await queue('amina');
    office.mood = 'busy';
    const jobs = sender();
    await send(jobs);
    expect((await only()).state).toBe('waiting');
    office.mood = 'no_such_address';
    now = now.add({ minutes: 1 });
    await send(jobs);
    const row = await only();
    expect(row).toMatchObject({ state: 'failed', tries: 2 });
    expect(row.why).not.toContain('mailbox');
  });

  it('gives up after eight tries, and a person may begin again', async () => {
    await queue('amina');
    office.mood = 'busy';
    const jobs = sender();
    for (let tries = 0; tries < 8; tries += 1) {
      await send(jobs);
      now = now.add({ hours: 9 });
    }
    expect(await only()).toMatchObject({ state: 'failed', tries: 8 });
    office.mood = 'well';
    const again = jobs['messages.send_again'];
    if (typeof again !== 'function') throw new Error('no job');
    const { id } = await only();
    await asHouse((scope) => again(scope, { messageId: id }));
    await send(jobs);
    expect(await only()).toMatchObject({ state: 'sent', tries: 1 });
  });

  it('sends again under the same Message-ID when the line broke after the letter was taken', async () => {
    await queue('amina');
    office.mood = 'hangs_up_after_taking';
    const jobs = sender();
    await send(jobs);
    expect((await only()).state).toBe('waiting');
    office.mood = 'well';
    now = now.add({ minutes: 1 });
    await send(jobs);
    expect(office.taken.map((mail) => mail.messageId)).toEqual([
      `<${(await only()).id}@kith.example>`,
      `<${(await only()).id}@kith.example>`,
    ]);
    expect((await only()).state).toBe('sent');
  });

  it('finds an e-mail whose sender died in between, and sends it', async () => {
    await queue('amina');
    const dying = sender();
    const job = dying['messages.send'];
    if (!job || typeof job === 'function') throw new Error('no open job');
    let times = 0;
    const dies: Gateway = (actor, at, doing, mode) => {
      times += 1;
      if (times === 2) return Promise.reject(new Error('killed'));
      return enter(actor, at, doing, mode);
    };
    const { id } = await only();
    await expect(
      job.open({ gateway: dies, clock, organisationId, payload: { messageId: id } }),
    ).rejects.toThrow('killed');
    expect((await only()).state).toBe('sending');
    const jobs = sender();
    await lookAfter(jobs);
    expect((await only()).state).toBe('sending');
    now = now.add({ minutes: 11 });
    await lookAfter(jobs);
    await send(jobs);
    expect((await only()).state).toBe('sent');
    expect(new Set(office.taken.map((mail) => mail.messageId)).size).toBe(1);
    expect(office.taken).toHaveLength(2);
  });

  it('finds a message whose job is gone', async () => {
    await queue('amina');
    const client = await pool.connect();
    await client.query('select graphile_worker.remove_job($1)', [`message:${(await only()).id}`]);
    client.release();
    const jobs = sender();
    await work(jobs);
    expect((await only()).state).toBe('waiting');
    now = now.add({ minutes: 11 });
    await lookAfter(jobs);
    // The queue keeps the database's own time, which is not the test's.
    await send(jobs);
    expect((await only()).state).toBe('sent');
  });
});

describe('sending SMS', () => {
  const phone = { channel: 'sms', to: { address: '+447700900123' } } as const;
  const way = (
    answer: () => void,
  ): { readonly sms: SmsWay; readonly texts: { to: string; body: string }[] } => {
    const texts: { to: string; body: string }[] = [];
    return {
      texts,
      sms: {
        send: async ({ to, body }) => {
          texts.push({ to, body });
          answer();
        },
      },
    };
  };

  it('sends it, without a subject', async () => {
    const { sms, texts } = way(() => undefined);
    await queue('amina', phone);
    await work(sender({ sms }));
    expect(texts).toEqual([{ to: '+447700900123', body: expect.stringContaining('Tuesday bumps') }]);
    expect(await only()).toMatchObject({ state: 'sent', subject: null });
  });

  it('never sends twice by itself: what may have gone waits for a person', async () => {
    const { sms, texts } = way(() => {
      throw new Error('the line broke');
    });
    await queue('amina', phone);
    const jobs = sender({ sms });
    await send(jobs);
    now = now.add({ hours: 2 });
    await send(jobs);
    await lookAfter(jobs);
    expect(texts).toHaveLength(1);
    expect((await only()).state).toBe('doubtful');
  });

  it('leaves an SMS to a person whose sender died in between', async () => {
    const { sms, texts } = way(() => undefined);
    await queue('amina', phone);
    const { id } = await only();
    await asHouse(({ tx }) =>
      tx
        .updateTable('platform.messages')
        .set({ state: 'sending', tries: 1, claimed_at: now.toString() })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute(),
    );
    now = now.add({ minutes: 11 });
    const jobs = sender({ sms });
    await lookAfter(jobs);
    await send(jobs);
    expect((await only()).state).toBe('doubtful');
    expect(texts).toEqual([]);
  });

  it('tries again when it surely did not go', async () => {
    let up = false;
    const { sms, texts } = way(() => {
      if (!up) throw new NotSent('not_gone', 'down');
    });
    await queue('amina', phone);
    const jobs = sender({ sms });
    await send(jobs);
    expect((await only()).state).toBe('waiting');
    up = true;
    now = now.add({ minutes: 1 });
    await send(jobs);
    expect((await only()).state).toBe('sent');
    expect(texts).toHaveLength(2);
  });

  it('only shows it where there is no way for SMS', async () => {
    await queue('amina', phone);
    await work(sender());
    expect(await only()).toMatchObject({ state: 'shown', sent_to: '+447700900123' });
  });
});
