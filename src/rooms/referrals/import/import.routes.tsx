import multipart from '@fastify/multipart';
import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { FieldError } from '#platform/forms/form.ts';
import { rememberNotice } from '#platform/http/notice.ts';
import { download, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { plainText } from '#platform/http/plain.ts';
import { type House, sendPage, viewOf } from '#platform/http/serve.tsx';
import { counted } from '#ui/times.ts';
import { importedPath, importPath, importSamplePath, rejectsPath } from '../paths.ts';
import { importingCentres, mayImport } from '../referral.policy.ts';
import { COLUMNS, columnWords } from './columns.ts';
import { type Imported, importReferrals, rejectsCsv } from './import.commands.ts';
import { ImportedPage, ImportPage } from './import.pages.tsx';
import { type ImportFacts, type ImportReport, importFacts, importReport } from './import.queries.ts';

const MOST_BYTES = 10 * 1024 * 1024;

export const importRoutes: readonly Route[] = [
  page<'/referrals/import', ImportFacts>({
    path: importPath,
    can: (actor) => mayImport(actor),
    audit: notSensitive('names files and counts, nobody in them'),
    load: importFacts,
    show: (facts, view) => <ImportPage view={view} facts={facts} />,
  }),
  download<'/referrals/import/sample.csv', Record<string, never>>({
    path: importSamplePath,
    can: (actor) => mayImport(actor),
    audit: notSensitive('made-up rows'),
    load: async () => ({}),
    file: () => ({
      type: 'text/csv; charset=utf-8',
      name: 'referrals-sample.csv',
      body: `\uFEFF${stringify([[...COLUMNS], COLUMNS.map((name) => columnWords[name].sample)])}`,
    }),
  }),
  page<'/referrals/import/:importId', ImportReport>({
    path: importedPath,
    can: (actor) => mayImport(actor),
    audit: looking('referrals.import_seen', ({ id }) => ({ kind: 'import', id })),
    load: (scope, { params }) => importReport(scope, params.importId),
    show: (report, view) => <ImportedPage view={view} report={report} />,
  }),
  download<'/referrals/import/:importId/rejects.csv', ImportReport>({
    path: rejectsPath,
    can: (actor) => mayImport(actor),
    audit: looking('referrals.rejects_taken', ({ id }) => ({ kind: 'import', id })),
    load: (scope, { params }) => importReport(scope, params.importId),
    file: (report) => ({
      type: 'text/csv; charset=utf-8',
      name: `${report.fileName}.rejects.csv`,
      body: rejectsCsv(report.headings, report.rejected),
    }),
  }),
];

interface Sent {
  readonly file?: unknown;
  readonly centreId?: unknown;
}

const fileName = new WeakMap<FastifyRequest, string>();

const said = ({ passedOver, alike, rowsLanded, rowsKnown, rowsRejected }: Imported) => {
  const next = [
    passedOver.length > 0 &&
      `We passed over the headings we do not know: ${passedOver.slice(0, 10).join(', ')}.`,
    alike.length > 0 &&
      `${counted(alike.length, 'row looks', 'rows look')} like a family that was here: compare them when you decide.`,
  ].filter(Boolean);
  return {
    happened:
      rowsLanded === 0
        ? rowsRejected > 0 && rowsKnown === 0
          ? 'The file was read, and nothing of it landed yet.'
          : 'The file was read. Nothing new was in it.'
        : `${counted(rowsLanded, 'referral')} landed.`,
    ...(next.length > 0 && { next: next.join(' ') }),
  };
};

/** Takes the file that the import page sends. A page of ours takes no files, so this is a route of its own with the same locks. */
export const registerImport = async (app: FastifyInstance, house: House): Promise<void> => {
  await app.register(async (child) => {
    await child.register(multipart, {
      attachFieldsToBody: 'keyValues',
      limits: { files: 1, fileSize: MOST_BYTES, fields: 10, fieldSize: 10_000 },
      onFile: async function (this: FastifyRequest, part) {
        fileName.set(this, plainText(part.filename));
        await part.toBuffer();
      },
    });
    // Before a byte of the file is read: the page's other locks come after the body.
    child.addHook('preParsing', async (request) => {
      if (!mayImport(request.visitor.actor)) throw new NotFound();
    });
    child.post(
      importPath.pattern,
      { bodyLimit: MOST_BYTES + 64 * 1024, preHandler: child.csrfProtection },
      (request, reply) => take(house, request, reply),
    );
  });
};

const take = async (house: House, request: FastifyRequest, reply: FastifyReply) => {
  const { actor, organisation } = request.visitor;
  if (!mayImport(actor)) throw new NotFound();
  const { file, centreId } = (request.body ?? {}) as Sent;
  const again = async (errors: readonly FieldError[]) => {
    const facts = await house.gateway(actor, house.clock(), importFacts, 'look');
    if (!facts) throw new NotFound();
    const values = { centreId: typeof centreId === 'string' ? centreId : '' };
    return sendPage(
      reply,
      422,
      <ImportPage view={viewOf(house, request, reply, { values, errors })} facts={facts} />,
    );
  };
  if (!Buffer.isBuffer(file) || file.length === 0)
    return again([{ field: 'file', message: 'Choose a file that is not empty.' }]);
  try {
    const imported = await importReferrals(house.gateway, {
      organisationId: organisation.id,
      onlyCentres: importingCentres(actor),
      ...(typeof centreId === 'string' && centreId !== '' && { centreId }),
      file,
      fileName: fileName.get(request) ?? 'referrals.csv',
      startedBy: accountOf(actor),
      now: house.clock(),
    });
    rememberNotice(reply, said(imported));
    return await reply.redirect(importedPath({ importId: imported.importId }), 303);
  } catch (error) {
    if (error instanceof Refusal) return again([{ field: error.field, message: error.message }]);
    throw error;
  }
};
