import { expect, test } from 'vitest';
import { openHouse } from '../../../tests/support/house.ts';

test('stands where others look for it, as plain text, and only where there is somebody to write to', async () => {
  const told = await openHouse(undefined, { SECURITY_CONTACT: 'mailto:security@kith.example' });
  const quiet = await openHouse();
  try {
    const answer = await told.app.server.inject('/.well-known/security.txt');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toContain('Contact: mailto:security@kith.example\n');
    expect(answer.body).toContain('Canonical: http://kith.test/.well-known/security.txt\n');
    expect((await quiet.app.server.inject('/.well-known/security.txt')).statusCode).toBe(404);
  } finally {
    await told.close();
    await quiet.close();
  }
});
